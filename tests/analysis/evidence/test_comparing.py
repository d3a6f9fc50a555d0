"""The comparison: meeting and missing intervals are told apart, with the direction."""

from __future__ import annotations

from analysis.estimates import Estimate
from analysis.evidence.chosen import is_evidence
from analysis.evidence.comparing import REMARKS, compare, comparison_part, verdict
from analysis.evidence.counted import count
from analysis.evidence.targets import read_targets
from analysis.evidence.told import Told


def test_intervals_that_meet_meet() -> None:
    assert verdict(Estimate(0.5, 0.4, 0.6), Estimate(0.65, 0.6, 0.7)) == "meets"


def test_misses_say_which_way_in_absolute_size() -> None:
    assert verdict(Estimate(0.5, 0.4, 0.6), Estimate(0.9, 0.8, 1.0)) == "**off**, too low"
    assert verdict(Estimate(-0.5, -0.6, -0.4), Estimate(-0.2, -0.3, -0.1)) == "**off**, too high"


def test_every_remark_belongs_to_a_yardstick_and_units_fit() -> None:
    targets = read_targets()
    assert set(REMARKS) <= set(targets)
    assert compare(targets["days to mediation"], Estimate(30.4, 20, 50)).model == "30 [20, 50]"
    assert compare(targets["mediation occurs"], Estimate(0.304, 0.2, 0.5)).model == "30% [20%, 50%]"
    assert compare(targets["market move per tariff point (%)"], Estimate(-0.1, -0.2, 0)).model == "-0.10 [-0.20, 0.00]"


def test_what_helped_to_choose_a_number_stands_apart() -> None:
    told = Told(Estimate(-0.1, -0.2, 0), Estimate(30, 20, 50), Estimate(0.1, 0, 0.2), 4)
    page = "\n".join(comparison_part(count(30), told, 30))
    evidence, _, others = page.partition("No evidence, since")
    for target in read_targets().values():
        if target.quantity in REMARKS:
            place = evidence if is_evidence(target.yardstick) else others
            assert place.count(f"| {target.quantity} |") == 1
    assert "| 30 [20, 50] | 40 [26, 60] | 104 | meets | `offer_rate`, `invited_gain` |" in others

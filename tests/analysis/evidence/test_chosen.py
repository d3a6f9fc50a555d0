"""Numbers that were chosen by looking: what helped to choose one is no evidence, whatever it says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.chosen import caution, chosen_part, helped, is_evidence, listed
from analysis.evidence.targets import read_targets
from sim.scenario.weights import WEIGHTS, Weight
from sim.scenario.yardsticks import YARDSTICKS

CELLS = st.lists(st.lists(st.sampled_from(list(YARDSTICKS)), unique=True, max_size=4), max_size=8)


def marked(cells: list[list[str]]) -> list[Weight]:
    """Weights that were chosen by looking at these."""
    return [WEIGHTS[0]._replace(name=f"w{place}", looked_at=tuple(cell)) for place, cell in enumerate(cells)]


@given(CELLS)
def test_a_yardstick_is_evidence_or_helped_and_never_both(cells: list[list[str]]) -> None:
    weights = marked(cells)
    chosen = helped(weights)
    looked = {name for cell in cells for name in cell}
    assert set(chosen) == looked
    assert {name for name in YARDSTICKS if is_evidence(name, weights)} == set(YARDSTICKS) - looked
    for name in YARDSTICKS:
        assert bool(caution(name, weights)) is (name in looked)
        assert chosen.get(name, []) == [one.name for one in weights if name in one.looked_at]


@given(CELLS)
def test_the_section_lists_every_number_and_every_yardstick(cells: list[list[str]]) -> None:
    weights = marked(cells)
    page = "\n".join(chosen_part(weights))
    for one in weights:
        assert (f"| `{one.name}` | {one.default:g} | {', '.join(one.looked_at)} |" in page) is bool(one.looked_at)
    for name in YARDSTICKS:
        assert (f"| {name} | {YARDSTICKS[name].meaning} |" in page) is not is_evidence(name, weights)


def test_offers_and_days_to_mediation_are_such_a_pair() -> None:
    assert "offer_rate" in helped()["days-to-mediation"]
    assert "`offer_rate`" in caution("days-to-mediation")
    assert listed(["a", "b"]) == "`a`, `b`"


def test_every_yardstick_from_data_has_a_name() -> None:
    named = [target.yardstick for target in read_targets().values()]
    assert named == [name for name, one in YARDSTICKS.items() if one.where == "targets.csv"]

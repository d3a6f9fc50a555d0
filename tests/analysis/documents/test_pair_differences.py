"""Is a comparison told within 80 columns, with a star where the interval leaves nothing out?"""

from __future__ import annotations

import math

import pytest

from analysis.documents.pair_differences import pair_blocks, parting_sentence, ratio
from analysis.documents.terminal_writing import block_lines
from analysis.estimates.paired_runs import Parted, differences, median_days, run_pairs
from sim.files import list_scenarios, load_scenario, vary


@pytest.mark.parametrize("name", list_scenarios())
def test_it_fits(name: str) -> None:
    base = load_scenario(name)
    side = sorted(base.leaders)[0]
    pair = base, vary(base, {f"leaders.{side}.ego": 0.95})
    found = run_pairs(pair, 0, 50, "drawn", None, lambda _: None)
    blocks = pair_blocks(differences(found, float(base.horizon_days)), median_days(found, 0), pair)
    lines = list(block_lines(blocks))
    assert not [line for line in lines if len(line) > 80]
    assert any("*" in line for line in lines)


def test_a_host_that_only_one_setting_has_is_called_by_its_name() -> None:
    base = load_scenario("us-china-2025")
    pair = vary(base, {"mediators": {}}), base
    found = run_pairs(pair, 0, 20, "drawn", None, lambda _: None)
    text = "\n".join(block_lines(pair_blocks(differences(found, 365.0), {}, pair)))
    assert "A European host" in text
    assert "mediator_" not in text


def test_ratios_say_what_they_are() -> None:
    assert [ratio(value) for value in (1.44, math.inf, math.nan, 5e6)] == ["1.4", "inf", "-", ">999"]


def test_where_pairs_part_is_said() -> None:
    said = parting_sentence(Parted(100, 0.9, 2.0, 7.0, 30.0, 41))
    assert "90%" in said
    assert "A typical pair is run 41." in said
    assert "no" in parting_sentence(Parted(100, 0.0, math.nan, math.nan, math.nan, 0))


def test_a_difference_of_medians_is_that_of_the_days_beside_it() -> None:
    """312.4 and 345.6 are written 312 and 346, between which lie 34 days, not the 33 that they are apart."""
    base = load_scenario("us-china-2025")
    pair = base, vary(base, {"leaders.us.ego": 0.2})
    found = differences(run_pairs(pair, 0, 12, "drawn", None, lambda _: None), 365.0)
    medians = {"truce_day": {"first": 312.4, "second": 345.6, "estimate": 33.2, "low": -38.0, "high": 77.0}}
    (line,) = [line for line in block_lines(pair_blocks(found, medians, pair)) if "312" in line]
    assert line.split()[-6:] == ["312", "346", "+34", "-38", "to", "77"]

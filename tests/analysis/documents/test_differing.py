"""The forest shows the differences of the comparison, with intervals that hold all of them at once."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.differing import (
    PERCENT,
    changed_blocks,
    every_difference,
    forest_picture,
    is_clear,
    labels_of,
    told_numbers,
)
from analysis.documents.document import Note, Picture, records
from analysis.estimates.measure_differences import MeasureDifference, measure_differences
from analysis.estimates.paired_runs import differences, run_pairs
from sim.files import load_scenario, vary
from tests.analysis.synthetic import runs_table
from tests.generate import few

BASE = load_scenario("us-dprk-2019")
PAIR = vary(BASE, {"leaders.us.ego": 0.1}), vary(BASE, {"leaders.us.ego": 0.9})


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return differences(run_pairs(PAIR, 0, 200, "drawn", None, lambda _: None), float(BASE.horizon_days))


def test_the_picture_has_the_numbers_of_the_table(found: pd.DataFrame) -> None:
    drawn = records(pd.DataFrame(forest_picture(found, PAIR).figure.differences))
    kept = {row[:4]: row[4].replace("*", "") for row in every_difference(found, PAIR).rows}
    measured = {
        label: found.set_index("measure").loc[name]
        for name, label in labels_of(PAIR).items()
        if name in set(found["measure"])
    }
    assert len(drawn) > 10
    for row in drawn:
        assert kept[row["title"], row["group"], row["first"], row["second"]] == row["told"]
        line = measured[row["title"]]
        factor = 100 if row["group"] == PERCENT else 1
        for end in ("difference", "low", "high", "joint_low", "joint_high"):
            assert row[end] == pytest.approx(factor * line[end])
    assert {row["group"] for row in drawn} > {PERCENT}


def test_equal_settings_differ_in_nothing() -> None:
    table = runs_table(60)
    found = measure_differences(table, table, 180)
    known = found[found["pairs"] > 0]
    assert (known["difference"] == 0).all()
    assert not any(map(is_clear, records(found)))
    (note,) = changed_blocks(table.assign(horizon_days=180), table.assign(horizon_days=180), (BASE, BASE))
    assert isinstance(note, Note)
    assert "no difference" in note.text


def test_what_is_clear_among_many_is_clear_alone_and_intervals_are_wider(found: pd.DataFrame) -> None:
    for row in records(found[found["pairs"] > 1]):
        assert row["joint_low"] <= row["low"] <= row["difference"] <= row["high"] <= row["joint_high"] or np.isnan(
            row["low"]
        )
        assert not is_clear(row) or row["low"] > 0 or row["high"] < 0


def test_twenty_measures_without_an_effect_are_rarely_called_clear() -> None:
    """By chance about one in twenty intervals leaves 0 out; all at once that happens in one comparison of twenty."""
    alone = jointly = 0
    for seed in range(20):
        first, second = runs_table(80, seed=seed), runs_table(80, seed=1000 + seed).assign(seed=seed)
        rows = records(measure_differences(first, second, 180))
        alone += any(row["low"] > 0 or row["high"] < 0 for row in rows)
        jointly += any(map(is_clear, rows))
    assert alone >= 10
    assert jointly <= 3


NUMBER = st.floats(-0.5, 1.5)


@few
@given(NUMBER, NUMBER, st.floats(0.0001, 0.4), st.booleans())
def test_a_written_difference_is_that_of_what_stands_beside_it(
    first: float, second: float, half: float, is_share: bool
) -> None:
    unit = "share of runs" if is_share else "days, at most the horizon"
    change = second - first
    ends = (change - half, change + half)
    row = MeasureDifference("m", "M", unit, first, second, change, *ends, 9, 0, 1.0, 9, *ends, 9)._asdict()
    a, b, told, low, high = told_numbers(row)
    assert float(told) == pytest.approx(float(b.strip("%")) - float(a.strip("%")), abs=1e-9)
    assert float(low) <= float(high)


def test_a_change_of_outcome_is_in_points_and_named_in_the_title() -> None:
    first = runs_table(200).assign(horizon_days=180)
    (picture,) = changed_blocks(first, first.assign(outcome="deal"), (BASE, BASE))
    assert isinstance(picture, Picture)
    assert "Ends in: deal" in picture.figure.title
    rows = {row[0]: row for row in picture.numbers.rows}
    assert rows["Ends in: deal"][1] == PERCENT
    assert rows["Ends in: deal"][3] == "100%"
    assert rows["Ends in: deal"][4].startswith("+")
    assert rows["Contact by the horizon"][4].startswith("0")

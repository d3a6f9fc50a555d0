"""Are two settings compared pair by pair, and does sharing the luck pay (peer row 31)?"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import paired_runs as module
from analysis.estimates.paired_runs import Pairs, differences, median_days, run_pairs, where_they_part
from sim.files import list_scenarios, load_scenario, vary
from sim.run import run_many

BASE = load_scenario("us-dprk-2019")
PROUD = vary(BASE, {"leaders.us.ego": 0.9})


def nothing(_: int) -> None:
    """Progress that nobody sees."""


@pytest.mark.parametrize("name", list_scenarios())
def test_sharing_the_luck_saves_runs_in_every_shipped_scenario(name: str) -> None:
    base = load_scenario(name)
    side = sorted(base.leaders)[0]
    pair = base, vary(base, {f"leaders.{side}.caution": min(1.0, base.leaders[side].caution + 0.1)})
    pairs = run_pairs(pair, 4, 600, "drawn", None, nothing)
    ratios = differences(pairs, float(base.horizon_days)).set_index("measure")["variance_ratio"]
    if pairs.first["first_contact_day"].nunique(dropna=False) > 1:
        assert ratios["first_contact_days"] > 1
    else:  # where a meeting is due at once, luck has no say in the first contact
        assert base.at_start.meeting_on is not None
        assert np.isnan(ratios["first_contact_days"])
    for sides in sorted(base.leaders):
        assert ratios[f"trough_{sides}"] > 1
    known = ratios[np.isfinite(ratios)]
    assert known.median() > 1


def test_pieces_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run_pairs((BASE, PROUD), 4, 100, "drawn", None, nothing)
    monkeypatch.setattr(module, "PIECE", 33)
    pieces = run_pairs((BASE, PROUD), 4, 100, "drawn", None, nothing)
    for one, other in zip(whole[:2], pieces[:2], strict=True):
        assert one.reset_index(drop=True).drop(columns="row").equals(other.reset_index(drop=True).drop(columns="row"))


def test_medians_are_those_of_the_runs_with_an_interval_around_their_difference() -> None:
    found = run_pairs((BASE, PROUD), 4, 400, "drawn", None, nothing)
    medians = median_days(found, 0)["first_contact_day"]
    for key, scenario in (("first", BASE), ("second", PROUD)):
        days = np.sort(run_many(scenario, seed=4, runs=400).table()["first_contact_day"].fillna(np.inf))
        assert medians[key] == days[199]
    assert medians["low"] <= medians["estimate"] <= medians["high"]
    assert medians == median_days(found, 0)["first_contact_day"]


def test_the_same_setting_twice_differs_in_nothing() -> None:
    found = run_pairs((BASE, BASE), 4, 50, "drawn", None, nothing)
    assert (differences(found, 60.0)["difference"].dropna() == 0).all()
    parted = where_they_part((BASE, BASE), 4, range(10), "drawn", nothing)
    assert (parted.pairs, parted.share) == (10, 0.0)


def test_the_typical_pair_parts_on_the_median_day() -> None:
    parted = where_they_part((BASE, PROUD), 4, range(101), "drawn", nothing)
    alone = where_they_part((BASE, PROUD), 4, [parted.typical_run], "drawn", nothing)
    others = [where_they_part((BASE, PROUD), 4, [run], "drawn", nothing).day_median for run in range(20)]
    assert abs(alone.day_median - parted.day_median) <= min(
        abs(day - parted.day_median) for day in others if day == day
    )
    assert parted.day_low <= parted.day_median <= parted.day_high


def test_an_interrupted_comparison_keeps_whole_pairs() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    found = run_pairs((BASE, PROUD), 4, 200, "drawn", 1, stop)
    assert isinstance(found, Pairs)
    assert found.partial


def test_where_pairs_part_is_told_by_quantiles_and_by_the_pair_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand: of five pairs four part, on days 10, 20, 30 and 50; the median is 25, and 20 is as near as any."""
    days = np.array([30.0, np.nan, 10.0, 20.0, 50.0])
    monkeypatch.setattr(module, "parting_days", lambda *_: days)
    found = where_they_part((BASE, PROUD), 4, [7, 8, 9, 5, 6], "drawn", nothing)
    assert (found.pairs, found.share, found.day_median) == (5, 0.8, 25.0)
    assert (found.day_low, found.day_high) == pytest.approx((13.0, 44.0))
    assert found.typical_run == 7
    days[:] = np.nan
    found = where_they_part((BASE, PROUD), 4, [7, 8, 9, 5, 6], "drawn", nothing)
    assert (found.pairs, found.share, found.typical_run) == (5, 0.0, 7)
    assert np.isnan([found.day_low, found.day_median, found.day_high]).all()


def test_pieces_cover_every_run_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Found:
        partial = False

        def __init__(self, first: int, count: int) -> None:
            self.rows = [(row, run) for row in (0, 1) for run in range(first, first + count)]

        def table(self) -> pd.DataFrame:
            return pd.DataFrame(self.rows, columns=["row", "run"]).assign(
                escalate_count_us=1, peak_pressure_us=2.0, hostility_us=3.0, trough_us=0.1
            )

    def run(pair: object, seed: int, count: int, *_: object, first_run: int, **__: object) -> Found:
        asked.append((first_run, count))
        return Found(first_run, count)

    monkeypatch.setattr(module, "run_many", run)
    monkeypatch.setattr(module, "PIECE", 4)
    found = run_pairs((BASE, PROUD), 4, 10, "drawn", None, nothing)
    assert asked == [(0, 4), (4, 4), (8, 2)]
    assert found.first["run"].tolist() == found.second["run"].tolist() == list(range(10))
    assert set(found.first["row"]) == {0} and set(found.second["row"]) == {1}
    assert list(found.first.columns) == ["row", "run", "escalate_count_us", "peak_pressure_us", "trough_us"], (
        "hostility is read by no measure"
    )


def test_a_median_needs_surely_more_than_half_of_the_runs_under_both_settings() -> None:
    """By hand: of twelve pairs the sixth smallest day counts; where eight of twelve got there, chance may have it."""
    times = ("first_contact", "first_voice", "first_in_person", "truce", "deal")
    empty = {f"{name}_day": np.nan for name in times}
    most, few = np.arange(1.0, 13.0), np.arange(1.0, 13.0)
    most[11], few[8:] = np.nan, np.nan
    first = pd.DataFrame({"seed": 0, "run": range(12), **empty, "truce_day": most, "deal_day": most})
    second = pd.DataFrame({"seed": 0, "run": range(12), **empty, "truce_day": most + 3, "deal_day": few})
    found = median_days(Pairs(first, second, False), 0)
    assert set(found) == {"truce_day"}
    assert (found["truce_day"]["first"], found["truce_day"]["second"], found["truce_day"]["estimate"]) == (6, 9, 3)


def test_no_piece_is_begun_after_an_interrupted_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    class Found:
        def __init__(self, first: int) -> None:
            self.partial = first == 4

        def table(self) -> pd.DataFrame:
            return pd.DataFrame({"row": [0, 1], "run": [len(asked)] * 2, "outcome": "deal"})

    def run(*_: object, first_run: int, **__: object) -> Found:
        asked.append(first_run)
        return Found(first_run)

    monkeypatch.setattr(module, "run_many", run)
    monkeypatch.setattr(module, "PIECE", 4)
    found = run_pairs((BASE, PROUD), 4, 12, "drawn", None, nothing)
    assert (asked, found.partial) == ([0, 4], True)
    assert found.first["run"].tolist() == found.second["run"].tolist() == [1, 2]

"""Does adding up piece by piece lose or invent anything, and does its memory stay flat?"""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from analysis.estimates import kaplan_meier, mean_interval
from analysis.estimates.ensemble_summary import summary
from analysis.estimates.headlines import outcome_shares, which_mediator, who_asks_first
from analysis.estimates.tally import EVER, TIMES, Tally
from sim.files import load_scenario, vary
from sim.run import run_many, stream_many

BASE = load_scenario("us-dprk-2019")


def tallied(runs: int, piece: int) -> Tally:
    tally = Tally(BASE)
    for part in stream_many(BASE, seed=2, runs=runs, piece=piece):
        tally.add(part)
    return tally


def test_pieces_add_up_to_the_whole() -> None:
    whole, pieces = summary(tallied(300, 300)), summary(tallied(300, 70))
    assert whole["outcomes"] == pieces["outcomes"]
    assert whole["first_contact"] == pieces["first_contact"]
    assert whole["mediators"] == pieces["mediators"]
    for name in ("trough", "peak_pressure", "settlements"):
        for key, row in whole[name].items():
            assert pieces[name][key] == pytest.approx(row, rel=1e-12, nan_ok=True)


def test_it_says_what_the_table_says() -> None:
    found, table = summary(tallied(300, 100)), run_many(BASE, seed=2, runs=300).table()
    for line in outcome_shares(table).itertuples():
        assert found["outcomes"][line.outcome] == {
            "share": line.share, "low": line.low, "high": line.high, "runs": line.runs
        }  # fmt: skip
    for line in who_asks_first(table).itertuples():
        assert found["first_contact"]["asked_by"][line.first_contact_by]["runs"] == line.runs
    for line in which_mediator(table).itertuples():
        assert found["mediators"][line.mediator]["share"] == line.share
    for side in BASE.leaders:
        row = found["trough"][side]
        assert (row["mean"], row["low"], row["high"]) == pytest.approx(mean_interval(table[f"trough_{side}"]))
    assert found["ever"]["truce"]["share"] == pytest.approx(table["ever_truce"].mean())
    for issue in BASE.issues:
        assert found["settlements"][issue]["mean"] == pytest.approx(table[f"settlement_{issue}"].mean(), nan_ok=True)


def test_a_median_that_is_never_reached_is_infinite() -> None:
    quiet = vary(BASE, {"horizon_days": 1})
    tally = Tally(quiet)
    tally.add(run_many(quiet, runs=50))
    first = summary(tally)["first_contact"]
    assert np.isinf(first["median_day"])
    assert first["curve"]["reached"][-1] == first["share"]


def test_memory_does_not_grow_with_the_runs() -> None:
    """Peer rows 2 and 17: what is kept of ten times as many runs takes the same room."""
    kept = []
    for runs in (2000, 20000):
        tracemalloc.start()
        tally = tallied(runs, 1000)
        kept.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert tally.runs == runs
    assert kept[1] < 1.2 * kept[0] + 200_000


class FourRuns:
    """Four made-up runs, as an ensemble hands them over."""

    def __len__(self) -> int:
        return 4

    def columns(self) -> dict[str, np.ndarray]:
        never = np.full(4, np.nan)
        days = np.array([10.0, np.nan, 30.0, 20.0])
        table = {
            "outcome": np.array(["deal", "no_contact", "truce", "deal"], dtype=object),
            "first_contact_by": np.array(["us", "", "dprk", ""], dtype=object),
            "first_contact_level": np.array(["call", "", "letter", "call"], dtype=object),
            "mediator": np.array(["", "", "", ""], dtype=object),
            **{f"{name}_day": never for name in TIMES},
            "first_contact_day": days,
            **{f"ever_{name}": np.array([True, number % 2 == 0, False, False]) for number, name in enumerate(EVER)},
        }
        for number, side in enumerate(sorted(BASE.leaders)):
            table[f"trough_{side}"] = np.array([0.1, 0.2, 0.3, 0.4]) + 0.1 * number
            table[f"peak_pressure_{side}"] = np.array([10.0, 20.0, 30.0, 40.0]) + 10 * number
        return table | {f"settlement_{issue}": np.array([0.25, np.nan, np.nan, 0.75]) for issue in BASE.issues}


def test_a_summary_of_four_runs_by_hand() -> None:
    tally = Tally(BASE)
    for _ in range(2):
        tally.add(FourRuns())  # type: ignore[arg-type]
    found = summary(tally)
    assert tally.runs == 8
    assert {name: row["runs"] for name, row in found["outcomes"].items() if row["runs"]} == {
        "deal": 4, "no_contact": 2, "truce": 2,
    }  # fmt: skip
    first = found["first_contact"]
    assert first["share"] == 0.75
    assert first["median_day"] == 20.0
    assert first["curve"]["day"][:4] == [0.0, 10.0, 20.0, 30.0]
    assert first["curve"]["reached"][:4] == pytest.approx([0, 0.25, 0.5, 0.75])
    curve = kaplan_meier(np.tile([10.0, np.nan, 30.0, 20.0], 2), BASE.horizon_days).curve
    assert first["curve"]["low"] == pytest.approx((1 - curve["high"]).tolist())
    assert first["curve"]["high"] == pytest.approx((1 - curve["low"]).tolist())
    assert {name: row["runs"] for name, row in first["levels"].items()} == {"call": 4, "letter": 2}
    assert {name: row["runs"] for name, row in first["asked_by"].items()} == {
        "dprk": 2,
        "us": 2,
        "both": 0,
        "nobody": 2,
    }
    assert {name: row["share"] for name, row in found["ever"].items()} == {
        name: 0.25 + 0.25 * (number % 2 == 0) for number, name in enumerate(EVER)
    }
    for number, side in enumerate(sorted(BASE.leaders)):
        assert found["trough"][side]["mean"] == pytest.approx(0.25 + 0.1 * number)
        assert found["peak_pressure"][side]["mean"] == pytest.approx(25 + 10 * number)
        assert found["trough"][side]["median"] == pytest.approx(0.2 + 0.1 * number)
        assert found["peak_pressure"][side]["p95"] == pytest.approx(40 + 10 * number)
    for issue in BASE.issues:
        assert (found["settlements"][issue]["mean"], found["settlements"][issue]["runs"]) == (0.5, 4)
    assert found["mediators"]["nobody"]["share"] == 1.0

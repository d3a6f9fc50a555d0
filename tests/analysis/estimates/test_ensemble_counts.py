"""Does adding up piece by piece lose or invent anything, and does its memory stay flat?"""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from analysis.estimates import mean
from analysis.estimates.ensemble_counts import EnsembleCounts
from analysis.estimates.ensemble_summary import summary
from analysis.estimates.word_shares import outcome_shares, which_mediator, who_asks_first
from sim.files import load_scenario, vary
from sim.run import run_many, stream_many

BASE = load_scenario("us-dprk-2019")


def tallied(runs: int, piece: int) -> EnsembleCounts:
    counts = EnsembleCounts(BASE)
    for part in stream_many(BASE, seed=2, runs=runs, piece=piece):
        counts.add(part)
    return counts


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
            "share": line.share, "low": line.low, "high": line.high, "runs": line.runs, "lucks": line.lucks
        }  # fmt: skip
    for line in who_asks_first(table).itertuples():
        assert found["first_contact"]["asked_by"][line.first_contact_by]["runs"] == line.runs
    for line in which_mediator(table).itertuples():
        assert found["mediators"][line.mediator]["share"] == line.share
    for side in BASE.leaders:
        row = found["trough"][side]
        assert (row["mean"], row["low"], row["high"]) == pytest.approx(mean(table[f"trough_{side}"]).numbers)
    assert found["ever"]["truce"]["share"] == pytest.approx(table["ever_truce"].mean())
    for issue in BASE.issues:
        assert found["settlements"][issue]["mean"] == pytest.approx(table[f"settlement_{issue}"].mean(), nan_ok=True)


def test_a_median_that_is_never_reached_is_infinite() -> None:
    quiet = vary(BASE, {"horizon_days": 1})
    counts = EnsembleCounts(quiet)
    counts.add(run_many(quiet, runs=50))
    first = summary(counts)["first_contact"]
    assert np.isinf(first["median_day"])
    assert first["curve"]["reached"][-1] == first["share"]


def test_memory_does_not_grow_with_the_runs() -> None:
    """Peer rows 2 and 17: what is kept of ten times as many runs takes the same room."""
    kept = []
    for runs in (2000, 20000):
        tracemalloc.start()
        counts = tallied(runs, 1000)
        kept.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert counts.runs == runs
    assert kept[1] < 1.2 * kept[0] + 200_000

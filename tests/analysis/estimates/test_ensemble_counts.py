"""Does adding up piece by piece lose or invent anything, and does its memory stay flat?"""

from __future__ import annotations

import tracemalloc
from collections import Counter

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import kaplan_meier, luck_numbers, mean
from analysis.estimates.ensemble_counts import EnsembleCounts
from analysis.estimates.ensemble_summary import summary
from analysis.estimates.first_asks import first_asks
from analysis.estimates.shares_over_days import days_watched, shares_over_days
from analysis.estimates.standings import BANDS, bands_on, opens_in
from analysis.estimates.ways import paths_of, ways
from analysis.estimates.word_shares import outcome_shares, which_mediator, who_asks_first
from sim.files import load_scenario, vary
from sim.run import run_many, stream_many
from sim.vocabulary.milestones import EVER

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
    assert all(whole[name] == pieces[name] for name in ("standing", "first_asks", "ways"))
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
        assert found["first_contact"]["asked_by"][line.first_contact_asked_by]["runs"] == line.runs
    for line in which_mediator(table).itertuples():
        assert found["mediators"][line.mediator]["share"] == line.share
    for side in BASE.leaders:
        row = found["trough"][side]
        assert (row["mean"], row["low"], row["high"]) == pytest.approx(mean(table[f"trough_{side}"]).numbers)
    assert found["ever"]["truce"]["share"] == pytest.approx(table["ever_truce"].mean())
    days = days_watched(float(BASE.horizon_days), float(BASE.clock.step_days))
    standing = shares_over_days(bands_on(table, days, opens_in(BASE)), days, BANDS, luck_numbers(table))
    assert found["standing"] == standing.to_dict(orient="list")
    assert found["first_asks"]["share"][-1] == first_asks(table, ("dprk", "us"))["share"].iloc[-1]
    assert found["ways"] == ways(Counter(paths_of(table))).to_dict(orient="list")
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


class FourRuns:
    """Four made-up runs, as an ensemble hands them over."""

    def __len__(self) -> int:
        return 4

    def table(self) -> pd.DataFrame:
        never = [np.nan] * 4
        table: dict[str, list[object]] = {
            "outcome": ["deal", "no_contact", "truce", "deal"],
            "first_contact_asked_by": ["us", "", "dprk", ""],
            "first_contact_level": ["call", "", "letter", "call"],
            "mediator": [""] * 4,
            **{f"{name}_day": never for name in ("first_voice", "first_in_person", "truce", "deal")},
            "first_contact_day": [10.0, np.nan, 30.0, 20.0],
            "outcome_day": [50.0, 0.0, 30.0, 20.0],
            "first_ask_day": [5.0, 8.0, np.nan, np.nan],
            "first_ask_by": ["us", "dprk", "", ""],
            **{f"ever_{name}": [True, number % 2 == 0, False, False] for number, name in enumerate(EVER)},
        }
        for number, side in enumerate(sorted(BASE.leaders)):
            table[f"trough_{side}"] = [low + 0.1 * number for low in (0.1, 0.2, 0.3, 0.4)]
            table[f"peak_pressure_{side}"] = [points + 10.0 * number for points in (10, 20, 30, 40)]
            table |= {f"{act}_count_{side}": [0, 1, 2, 3] for act in ("escalate", "ease")}
        table |= {f"settlement_{issue}": [0.25, np.nan, np.nan, 0.75] for issue in BASE.issues}
        return pd.DataFrame(table)


def test_a_summary_of_four_runs_by_hand() -> None:
    counts = EnsembleCounts(BASE)
    for _ in range(2):
        counts.add(FourRuns())  # type: ignore[arg-type]
    found = summary(counts)
    assert counts.runs == 8
    assert {name: row["runs"] for name, row in found["outcomes"].items() if row["runs"]} == {
        "deal": 4, "no_contact": 2, "truce": 2,
    }  # fmt: skip
    first = found["first_contact"]
    assert (first["share"], first["median_day"]) == (0.75, 20.0)
    assert first["curve"]["day"][:4] == [0.0, 10.0, 20.0, 30.0]
    assert first["curve"]["reached"][:4] == pytest.approx([0, 0.25, 0.5, 0.75])
    curve = kaplan_meier(np.tile([10.0, np.nan, 30.0, 20.0], 2), BASE.horizon_days).curve
    assert first["curve"]["low"] == pytest.approx((1 - curve["high"]).tolist())
    assert first["curve"]["high"] == pytest.approx((1 - curve["low"]).tolist())
    assert {name: row["runs"] for name, row in first["levels"].items()} == {"call": 4, "letter": 2}
    assert {name: row["runs"] for name, row in first["asked_by"].items()} == {
        "dprk": 2, "us": 2, "both": 0, "nobody": 2,
    }  # fmt: skip
    assert {name: row["share"] for name, row in found["ever"].items()} == {
        name: 0.25 + 0.25 * (number % 2 == 0) for number, name in enumerate(EVER)
    }
    last = dict(zip(found["standing"]["state"][-7:], found["standing"]["runs"][-7:], strict=True))
    assert {band: runs for band, runs in last.items() if runs} == {"deal": 4, "truce": 2, "asked": 2}
    assert found["first_asks"]["runs"][-4:] == [2, 2, 0, 4]
    assert found["ways"]["branch"][:2] == ["contact", "contact/not"], "its table knows of no day of a truce"
    for number, side in enumerate(sorted(BASE.leaders)):
        assert found["trough"][side]["mean"] == pytest.approx(0.25 + 0.1 * number)
        assert found["peak_pressure"][side]["mean"] == pytest.approx(25 + 10 * number)
        assert found["trough"][side]["median"] == pytest.approx(0.2 + 0.1 * number)
        assert found["peak_pressure"][side]["p95"] == pytest.approx(40 + 10 * number)
    for issue in BASE.issues:
        assert (found["settlements"][issue]["mean"], found["settlements"][issue]["runs"]) == (0.5, 4)
    assert found["settlements_go_to"] == min(BASE.leaders)
    assert found["mediators"]["nobody"]["share"] == 1.0
    lines = {line["measure"]: line for line in found["measures"]}
    issue = next(iter(BASE.issues))
    assert (lines[f"settlement_{issue}"]["runs"], lines[f"settlement_{issue}"]["missing"]) == (4, 4)
    assert (lines["first_contact_days"]["runs"], lines["first_contact_days"]["missing"]) == (6, 2)

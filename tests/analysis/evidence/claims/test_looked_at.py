"""Outcomes that effects are measured by: each is what a record of the run says, and never unknown."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.estimates import Kind
from analysis.evidence.claims.looked_at import LOOKED_AT
from sim import load_scenario, run_many

RUNS = run_many(load_scenario("two-leaders"), runs=40)
TABLE = RUNS.table()


def test_every_run_has_a_number_of_its_kind() -> None:
    for name, looked in LOOKED_AT.items():
        values = looked.read(TABLE)
        assert values.shape == (40,), name
        assert np.isfinite(values).all(), name
        if looked.kind is Kind.share:
            assert set(values) <= {0.0, 1.0}, name
        if looked.kind is Kind.days:
            assert ((values >= 0) & (values <= 120)).all(), name


def test_they_are_what_the_records_say() -> None:
    for run in range(6):
        record = RUNS[run]
        kinds = list(record.events["kind"])
        found = {name: float(looked.read(TABLE)[run]) for name, looked in LOOKED_AT.items()}
        assert found["escalations"] == kinds.count("escalate")
        assert found["agreement"] == (str(record.outcome.outcome_class) in ("deal", "truce"))
        assert found["mediated"] == ("mediation_held" in kinds)
        assert found["meeting"] == ("summit_held" in kinds)
        voiced = {"call_held", "summit_held"} & set(kinds)
        assert found["voice"] == bool(voiced)
        first = record.events[record.events["kind"].isin(["call_held", "summit_held"])]["day"]
        assert found["voice_days"] == (float(first.iloc[0]) if len(first) else 120)


def test_a_run_without_voice_counts_as_the_horizon() -> None:
    silent = TABLE["first_voice_day"].isna().to_numpy()
    assert silent.any() and not silent.all()
    assert (LOOKED_AT["voice_days"].read(TABLE)[silent] == 120).all()
    assert (LOOKED_AT["voice"].read(TABLE) == ~silent).all()


def test_who_asks_first_and_when_is_what_the_records_say() -> None:
    asked = {"call_requested", "summit_proposed"}
    for run in range(8):
        events = RUNS[run].events
        asks = events[events["kind"].isin(asked)]
        by, days = (LOOKED_AT[name].read(TABLE)[run] for name in ("asks_before", "ask_days"))
        if asks.empty:
            assert (by, days) == (0, 120)
        else:
            first = asks.iloc[0]
            assert days == pytest.approx(first["day"])
            assert by == {"aldmark": 1, "verenia": -1}[first["actor"]]


def test_one_ending_is_true_of_every_run() -> None:
    ends = [looked.read(TABLE) for name, looked in LOOKED_AT.items() if name.startswith("ends_")]
    assert len(ends) == 5
    assert (np.sum(ends, axis=0) == 1).all()

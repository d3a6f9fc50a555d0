"""How many runs a study will need: found again from a few runs of answers whose luck is known."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sensitivity.foreseen import enough_runs, in_words
from analysis.sensitivity.needed import Needed, needed
from analysis.sensitivity.noise import Noise
from analysis.studies.designs import Factor, make_design

FACTORS = tuple(Factor((name,), low=0.0, high=1.0) for name in "abcd")
SALTELLI = make_design("saltelli", FACTORS, 1, base=128)
MORRIS = make_design("morris", FACTORS, 1, trajectories=10)


def tried(luck: float, rows: int = 200, replications: int = 16, seed: int = 1) -> pd.DataFrame:
    """Answers whose parameters have a variance of 1, and luck one of ``luck`` squared."""
    draws = np.random.default_rng(seed)
    point, replication = (place.ravel() for place in np.mgrid[:rows, :replications])
    answers = draws.normal(size=rows)[point] + luck * draws.normal(size=rows * replications)
    return pd.DataFrame({"row": point, "replication": replication, "status": "done", "answer": answers})


@pytest.mark.parametrize("luck", [0.5, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("design", [SALTELLI, MORRIS])
def test_what_would_do_is_found(luck: float, design: object) -> None:
    wanted = needed(Noise(1.0, 0.0, luck**2, 16, 200), design).replications
    found = enough_runs(tried(luck), design, ["answer"])["answer"].replications
    assert found == pytest.approx(wanted, rel=0.35, abs=1)


def test_no_luck_and_nothing_but_luck() -> None:
    rows = tried(0.0)
    assert enough_runs(rows, MORRIS, ["answer"]) == {"answer": Needed(1)}
    lucky = rows.assign(answer=rows["replication"] % 2 + (rows["row"] % 2) * (1 - 2 * (rows["replication"] % 2)))
    assert enough_runs(lucky, MORRIS, ["answer"]) == {"answer": Needed(math.inf)}
    assert enough_runs(rows.assign(answer=1.0), MORRIS, ["answer"]) == {}
    assert enough_runs(rows.assign(status="failed"), MORRIS, ["answer"]) == {}
    assert enough_runs(rows[rows["replication"] == 0], MORRIS, ["answer"]) == {}
    assert enough_runs(rows, MORRIS, ["no_such_measure"]) == {}


@given(st.dictionaries(st.sampled_from("abc"), st.floats(1, 1000) | st.just(math.inf)), st.integers(1, 100))
def test_only_what_is_short_is_said(found: dict[str, float], replications: int) -> None:
    lines = in_words({name: Needed(runs) for name, runs in found.items()}, replications)
    short = [name for name, runs in found.items() if runs > replications]
    assert len(lines) == (len(short) + 1 if short else 0)
    assert all(len(line) <= 80 for line in lines)


def test_lines_have_readers_names_and_too_small_a_base() -> None:
    lines = in_words({"outcome_deal": Needed(48, 256)}, 100, 64, {"outcome_deal": "Ends in: deal"})
    assert lines[0].endswith("100 of every row; so many would do, with a base of 256:")
    assert lines[1].strip().split("  ") == ["Ends in: deal", "about 48"]
    assert in_words({"outcome_deal": Needed(48, 256)}, 100, 256) == []

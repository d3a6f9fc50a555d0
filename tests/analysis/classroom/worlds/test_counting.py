"""What is counted is what the engine's runs say, one by one."""

from __future__ import annotations

import math

import pytest

from analysis.classroom.worlds.counting import SHOWN, count
from sim.run import run_one
from tests.analysis.classroom.worlds.small_lessons import SEED, small_lesson

WORLD = small_lesson().scenario


def test_counts_are_those_of_single_runs() -> None:
    outcomes = [run_one(WORLD, SEED, run, "central").outcome for run in range(30)]
    pieces = list(count(WORLD, SEED, "ever_call", 30))
    last = pieces[-1]
    assert last.firsts == tuple(outcome.ever["call"] for outcome in outcomes)
    assert last.endings == tuple(str(outcome.outcome_class) for outcome in outcomes)
    assert 0 < last.happened == sum(last.firsts) < last.runs == 30
    assert last.low < last.share < last.high
    for piece in pieces:
        assert piece.firsts == last.firsts[: piece.runs]
        assert piece.whole is (piece is last)
    assert [piece.runs for piece in pieces] == sorted({piece.runs for piece in pieces})
    assert len(pieces) > 1


def test_a_question_that_does_not_arise_is_answered_with_no() -> None:
    asked = [run_one(WORLD, SEED, run, "central").outcome.first_contact for run in range(30)]
    found = list(count(WORLD, SEED, "asks_first_aldmark", 30))[-1]
    assert None in asked
    assert found.firsts == tuple(first is not None and first.asked_by == "aldmark" for first in asked)


def test_of_days_it_is_counted_whether_they_came() -> None:
    voices = [run_one(WORLD, SEED, run, "central").outcome.first_voice for run in range(30)]
    found = list(count(WORLD, SEED, "first_voice_days", 30))[-1]
    assert found.firsts == tuple(voice is not None for voice in voices)
    assert 0 < found.happened < 30


def test_a_hundred_worlds_are_kept_to_be_shown_and_the_interval_narrows() -> None:
    pieces = list(count(WORLD, SEED, "ever_call", SHOWN + 20))
    assert len(pieces[-1].firsts) == len(pieces[-1].endings) == SHOWN
    assert pieces[-1].happened >= sum(pieces[-1].firsts)
    assert pieces[-1].high - pieces[-1].low < pieces[0].high - pieces[0].low
    half = (pieces[-1].high - pieces[-1].low) / 2
    share = pieces[-1].share
    assert half == pytest.approx(1.96 * math.sqrt(share * (1 - share) / pieces[-1].runs), rel=0.05)


def test_a_measure_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="ever_cal"):
        next(count(WORLD, SEED, "ever_cal", 30))

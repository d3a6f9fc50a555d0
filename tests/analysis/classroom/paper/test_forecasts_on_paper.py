"""Tests for analysis.classroom.paper.forecasts_on_paper: on paper stands what the class has seen, and no more."""

from __future__ import annotations

import pytest

from analysis.classroom.paper.asked_in_class import Asked
from analysis.classroom.paper.forecasts_on_paper import forecasts_on_paper
from analysis.classroom.paper.worlds_on_paper import Paper
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from tests.analysis.classroom.paper.taught import RUNS, begun, forecast
from tests.analysis.classroom.session.teaching import lesson


def _on_paper(phase: str) -> str:
    session = forecast(begun(), phase).session
    scenario = RUNS.scenario(lesson(), WorldChoice(), True)
    paper = Paper(session, lesson(), RUNS, Naming(lesson().scenario, scenario), Asked((), frozenset()))
    return "".join(forecasts_on_paper(paper))


@pytest.mark.parametrize(
    ("phase", "seen", "unseen"),
    [
        ("talk", [], ["first count", "worlds"]),
        ("second", [], ["first count", "worlds"]),
        ("ten", ["first count", "in 2 of 4 worlds"], ["1,000 worlds", "50: it happened"]),
        ("hundred", ["1,000 worlds: 42% (39 to 45%)", "50: it happened"], ["luck nobody can remove"]),
        ("scores", ["1,000 worlds: 42% (39 to 45%)", "luck nobody can remove"], []),
    ],
)
def test_each_phase_adds_what_it_shows(phase: str, seen: list[str], unseen: list[str]) -> None:
    text = _on_paper(phase)
    assert all(said in text for said in seen), text
    assert not any(said in text for said in unseen), text

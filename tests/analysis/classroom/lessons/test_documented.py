"""Is what happened read off the answer key alone, and left open where the key leaves it open?"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.documented import LEVELS, documented
from analysis.classroom.lessons.measure_names import measure_names
from analysis.classroom.lessons.reading import read_lesson
from sim.files import load_scenario
from sim.scenario import Scenario
from sim.scenario.observed import ContactLevel, Observed

MAY = read_lesson("forecasts").scenario
LAST = MAY.start + dt.timedelta(days=MAY.horizon_days)
AFTER = LAST + dt.timedelta(days=1)
VOICE, MEETING = "first_voice_days", "first_in_person_days"


def recorded(**observed: Any) -> Scenario:
    """The case of May 2025 with another answer key."""
    return MAY.model_copy(update={"observed": Observed.model_validate_json(json.dumps(observed, default=str))})


def happened(scenario: Scenario, measure: str) -> bool | None:
    """Whether it happened; None where that is left open."""
    found = documented(scenario, measure)
    return None if found is None else found.happened


def test_the_shipped_key_answers_the_shipped_question() -> None:
    found = documented(MAY, VOICE)
    assert found is not None
    assert (found.happened, found.date, found.source) == (True, "2025-06-05", MAY.observed.source)


@pytest.mark.parametrize(
    ("level", "date", "answers"),
    [
        ("summit", LAST, [True, True, True]),
        ("call", LAST, [True, True, None]),
        ("letter", LAST, [True, None, None]),
        ("envoy", LAST, [None, None, None]),
        ("", LAST, [None, None, None]),
        ("summit", AFTER, [False, False, False]),
        ("envoy", AFTER, [False, False, False]),
    ],
)
def test_a_first_contact_answers_what_its_level_says(level: str, date: dt.date, answers: list[bool | None]) -> None:
    scenario = recorded(first_contact={"date": date, "level": level})
    assert [happened(scenario, measure) for measure in ("contact", VOICE, MEETING)] == answers


def test_no_contact_at_all_is_an_answer_and_silence_is_none() -> None:
    assert happened(recorded(outcome="no_contact"), VOICE) is False
    assert happened(recorded(outcome="truce"), VOICE) is None
    assert happened(recorded(), VOICE) is None


def test_where_it_stood_counts_from_its_day() -> None:
    assert happened(recorded(outcome="truce", outcome_date=LAST), "outcome_truce") is True
    assert happened(recorded(outcome="truce", outcome_date=LAST), "outcome_deal") is False
    assert happened(recorded(outcome="truce", outcome_date=AFTER), "outcome_truce") is None
    assert happened(recorded(outcome="truce"), "outcome_truce") is None


def test_who_asked_first() -> None:
    host = next(iter(MAY.mediators))
    for who, measure in (("us", "asks_first_us"), ("both", "asks_first_both"), (host, "asks_first_mediator")):
        scenario = recorded(first_contact={"date": LAST, "asked_by": who, "level": "call"})
        assert happened(scenario, measure) is True
        assert happened(scenario, "asks_first_china") is False
        assert happened(recorded(first_contact={"date": AFTER, "asked_by": who}), measure) is None


@given(
    level=st.sampled_from(list(ContactLevel)),
    date=st.none() | st.dates(MAY.start, AFTER),
    measure=st.sampled_from(sorted(measure_names([MAY]))),
)
def test_a_key_says_nothing_that_it_does_not_know(level: ContactLevel, date: dt.date | None, measure: str) -> None:
    found = documented(recorded(first_contact={"date": date, "level": level}), measure)
    assert found is None or measure in LEVELS


def test_an_invented_world_has_no_event() -> None:
    invented = load_scenario("two-leaders")
    assert [measure for measure in measure_names([invented]) if documented(invented, measure) is not None] == []

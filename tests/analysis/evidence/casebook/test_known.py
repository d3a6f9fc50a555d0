"""Does nothing of what came later pass the door from a casebook to a scenario?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.casebook import Case, Known, known_of
from analysis.evidence.casebook.casebook_form import CaseEvent, CaseOutcome, EventType, Targets
from analysis.evidence.casebook.conversion import content_of
from sim.files.scenario_writing import tree_yaml
from tests.analysis.evidence.casebook.shipped_cases import case, development

ANSWERS = ("outcome", "targets", "days", "first_contact", "first_voice", "in_person", "mediator", "host")

words = st.text("abc announced meeting 90 days total 99pct", max_size=30)
maybe = st.dictionaries(st.sampled_from(("date", "mode", "names", "role")), words, max_size=3)


@st.composite
def later_events(draw: st.DrawFn, origin: dt.date) -> CaseEvent:
    """An event that nobody could know at the origin: of any day, or one said to be known that lies after it."""
    known = draw(st.booleans())
    days = draw(st.integers(1, 400)) if known else draw(st.integers(-200, 400))
    return CaseEvent.model_construct(
        date=origin + dt.timedelta(days=days),
        actor=draw(st.sampled_from(("A", "B", "both", "mediator", "other"))),
        type=draw(st.sampled_from(EventType)),
        magnitude=draw(st.none() | words),
        text=draw(words),
        known_at_origin=known,
    )


@st.composite
def scrambled(draw: st.DrawFn) -> tuple[Case, Case]:
    """A case, and the same with everything that came later made up anew."""
    one = draw(st.sampled_from(development().cases))
    events = [event for event in one.events if event.known_at_origin]
    for other in draw(st.lists(later_events(one.forecast_origin), max_size=6)):
        events.insert(draw(st.integers(0, len(events))), other)
    changes: dict[str, Any] = {
        "events": tuple(events),
        "title": draw(words),
        "targets": Targets.model_construct(**{name: draw(st.booleans()) for name in Targets.model_fields}),
        "outcome": one.outcome.model_copy(
            update={
                "class": draw(st.sampled_from(CaseOutcome)),
                "alternative_class": draw(st.none() | st.sampled_from(CaseOutcome)),
                "date": draw(st.none() | st.dates()),
                "note": draw(words),
            }
        ),
        **{name: draw(maybe) for name in ANSWERS if name not in ("outcome", "targets")},
        "market": (draw(words),),
        "sources": (draw(words),),
        "unverified": (draw(words),),
        "verification_share": draw(st.floats(0, 1)),
    }
    return one, one.model_copy(update=changes)


@given(pair=scrambled())
def test_scrambling_all_that_came_later_changes_nothing(pair: tuple[Case, Case]) -> None:
    said, again = (content_of(known_of(found)) for found in pair)
    assert tree_yaml(again) == tree_yaml(said)


def test_what_is_known_has_no_place_for_an_answer() -> None:
    assert not {"outcome", "targets", "first_contact", "first_voice", "in_person", "mediator"} & set(Known._fields)


def test_an_event_of_the_origin_itself_is_known_only_when_marked() -> None:
    petro = known_of(case("trump_petro_2025"))
    assert {event.type for event in petro.events} == {EventType.escalation}


@pytest.mark.parametrize(
    ("name", "contact", "voice"),
    [
        ("kagame_museveni_2019_gatuna", False, False),
        ("trump_tolam_2025", True, True),
        ("jfk_khrushchev_1962_cuba", True, False),
    ],
)
def test_earlier_contact_is_what_is_no_longer_open(name: str, contact: bool, voice: bool) -> None:
    known = known_of(case(name))
    assert (known.contact, known.voice) == (contact, voice)


def test_the_horizon_is_the_date_that_counts_from_the_origin() -> None:
    found = {one.id: known_of(one).days for one in development().cases}
    assert found["jfk_khrushchev_1961_vienna"] == 16
    assert found["kagame_museveni_2019_gatuna"] == 180
    assert min(found.values()) == 1

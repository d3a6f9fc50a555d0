"""Is what was under way at the origin read off the known events, and written in the words of the format?"""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.evidence.casebook import known_of
from analysis.evidence.casebook.casebook_form import EventType
from analysis.evidence.casebook.known import Known, KnownEvent
from analysis.evidence.casebook.start_states import Contact, StartState, Truce, in_force, start_blocks, start_state
from tests.analysis.evidence.casebook.shipped_cases import case

BARE = known_of(case("kagame_museveni_2019_gatuna"))
SIDES = {"A": "rwanda", "B": "uganda"}
POINTS = {"A": 50.0, "B": 20.0}


def day(month: int, number: int) -> dt.date:
    return dt.date(2019, month, number)


def with_events(*events: KnownEvent) -> Known:
    return BARE._replace(events=events)


def pause(magnitude: str = "90 days", actor: str = "both") -> KnownEvent:
    return KnownEvent(day(3, 1), actor, EventType.agreement, magnitude, "")


@pytest.mark.parametrize(
    ("name", "date", "level"),
    [
        ("us_china_2018_buenos_aires", "2018-05-08", "call"),
        ("vajpayee_sharif_1999_lahore", "1998-09-23", "summit"),
        ("reagan_gorbachev_1985_geneva", "1985-03-24", "letter"),
        ("jfk_khrushchev_1962_cuba", "1962-10-21", "letter"),  # that very day, hence its eve
        ("hassan_franco_1975_green_march", "1975-10-22", "letter"),  # coded as made, without an event of its own
    ],
)
def test_earlier_contact(name: str, date: str, level: str) -> None:
    assert start_state(known_of(case(name))).contact == Contact(dt.date.fromisoformat(date), level)


def test_a_call_before_the_start_is_no_contact_of_the_case() -> None:
    assert start_state(known_of(case("us_china_2025_geneva"))).contact is None


@pytest.mark.parametrize(
    ("name", "until", "sides"),
    [
        ("us_china_2019_may_breakdown", "2019-03-01", ("A", "B")),
        ("us_china_2025_london", "2025-08-10", ("A", "B")),
        ("trump_tolam_2025", "2025-07-08", ("A",)),
    ],
)
def test_a_truce_in_force(name: str, until: str, sides: tuple[str, ...]) -> None:
    truce = start_state(known_of(case(name))).truce
    assert truce is not None
    assert (truce.until, truce.sides) == (dt.date.fromisoformat(until), sides)


@pytest.mark.parametrize(
    "events",
    [
        (pause(magnitude=""),),
        (pause(magnitude="5 days"),),
        (pause(actor="other"),),
        (pause(), KnownEvent(day(3, 2), "A", EventType.escalation, "", "")),
    ],
)
def test_what_has_no_term_has_run_out_is_others_or_was_broken_is_no_truce(events: tuple[KnownEvent, ...]) -> None:
    assert start_state(with_events(pause())).truce == Truce(day(3, 1), day(5, 30), ("A", "B"))
    assert start_state(with_events(*events)).truce is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("jfk_khrushchev_1961_vienna", "1961-06-03"),
        ("musharraf_vajpayee_2001_agra", "2001-07-15"),
        ("trump_putin_2025_budapest", "2025-10-30"),
        ("johnson_kosygin_1967_glassboro", None),  # both were in the country; nobody had called a meeting
        ("us_china_2019_osaka", None),
        ("trump_petro_2025", None),  # duties were announced, no meeting
    ],
)
def test_an_announced_meeting(name: str, date: str | None) -> None:
    found = start_state(known_of(case(name))).meeting_on
    assert found == (None if date is None else dt.date.fromisoformat(date))


def test_a_mediator_that_gave_up_unless_it_went_on() -> None:
    gave_up = KnownEvent(day(3, 2), "mediator", EventType.breakdown, "", "")
    went_on = KnownEvent(day(3, 4), "mediator", EventType.mediation, "", "")
    assert start_state(with_events(gave_up)).failed_on == day(3, 2)
    assert start_state(with_events(gave_up, went_on)).failed_on is None
    assert start_state(with_events(KnownEvent(day(3, 2), "A", EventType.breakdown, "", ""))).failed_on is None


def test_blocks_say_what_is_there_and_nothing_else() -> None:
    assert start_blocks(StartState(None, None, None, None), SIDES, POINTS) == {}
    state = StartState(Contact(day(3, 1), "call"), Truce(day(3, 1), day(5, 1), ("A",)), day(7, 1), None)
    assert start_blocks(state, SIDES, POINTS) == {
        "at_start": {
            "contact": {"date": day(3, 1), "level": "call"},
            "truce": {"since": day(3, 1), "until": day(5, 1), "suspended": {"rwanda": 30.0, "uganda": 0.0}},
            "meeting_on": day(7, 1),
        }
    }


def test_what_is_in_force_and_what_is_suspended_add_up() -> None:
    state = StartState(None, Truce(day(3, 1), day(5, 1), ("A", "B")), None, None)
    suspended = start_blocks(state, SIDES, POINTS)["at_start"]["truce"]["suspended"]
    for side, name in SIDES.items():
        assert in_force(state, side, POINTS[side]) + suspended[name] == pytest.approx(POINTS[side])

"""Is a run cut off where the class stands, and does nothing of what comes later stay in it?"""

from __future__ import annotations

import math

import pytest

from analysis.classroom.session.state import Watching
from analysis.classroom.views.shown import is_over, shown, shown_until, told
from sim.results.record_rows import Decision, decisions, events
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.views.watched import Fork, forks

FORKS = [fork for run in range(4) for fork in forks(run)]


@pytest.mark.parametrize("fork", FORKS)
def test_two_worlds_that_part_later_are_the_same_record_until_then(fork: Fork) -> None:
    number, day = fork.decision.decision, fork.decision.day
    assert not fork.one.equals(fork.other)
    assert shown_until(fork.one, day, number).equals(shown_until(fork.other, day, number))
    for earlier in (0.0, day / 3, math.nextafter(day, 0)):
        assert shown_until(fork.one, earlier).equals(shown_until(fork.other, earlier))


def test_a_record_holds_all_that_happened_up_to_a_day() -> None:
    record = forks(0)[0].one
    cut = shown_until(record, 30.0)
    assert [event.day for event in events(cut)] == [event.day for event in events(record) if event.day <= 30]
    assert [one.day for one in decisions(cut)] == [one.day for one in decisions(record) if one.day <= 30]
    assert cut.columns["steps"]["day"] == tuple(day for day in record.columns["steps"]["day"] if day <= 30)


def test_first_contacts_are_told_once_they_were_made() -> None:
    record = next(fork.one for fork in FORKS if fork.one.outcome.first_voice is not None)
    first = record.outcome.first_voice
    assert first is not None
    assert shown_until(record, first.day).outcome.first_voice == first
    assert shown_until(record, math.nextafter(first.day, 0)).outcome.first_voice is None
    assert shown_until(record, first.day).outcome.day is None


def test_a_meeting_is_there_when_what_is_said_at_it_is_asked_about() -> None:
    record, choice = _at_a_meeting()
    kinds = [
        event.kind for event in events(shown_until(record, choice.day, choice.decision)) if event.day == choice.day
    ]
    assert kinds == ["mediation_held"]


def _at_a_meeting() -> tuple[Trajectory, Decision]:
    for fork in FORKS:
        for choice in decisions(fork.one):
            held = [event for event in events(fork.one) if event.day == choice.day and event.kind == "mediation_held"]
            if choice.about == "truce" and held:
                return fork.one, choice
    raise AssertionError("no truce was on the table at talks in any of these runs")


def test_what_is_over_is_shown_whole() -> None:
    record = forks(0)[0].one
    last = record.columns["steps"]["day"][-1]
    assert shown(record, Watching(day=last)) is record
    assert shown(record, Watching(day=3.0, over=True)) is record
    assert not is_over(record, Watching(day=last, over=True, stop=4))
    assert not is_over(record, Watching(day=last - 1))


def test_a_record_is_made_ready_once() -> None:
    record = forks(0)[0].one
    assert told(shown(record, Watching(day=21.0))) is told(shown(record, Watching(day=21.0)))

"""What happens again and again is told once, with its first and last day; what is always told stands alone."""

from __future__ import annotations

from sim.narrative.groups import items_of, single_events
from sim.results.record_rows import Event
from tests.sim.narrative.logs import run_of
from tests.sim.sample import event, sample_log

US = {"actor": "us", "target": "cn"}


def pressed(numbers: range) -> list[Event]:
    return [event(n, float(n), "escalate", amount=5.0, **US) for n in numbers]


def told(log: list[Event], finest: bool, always: frozenset[int] = frozenset()) -> list[tuple[int, ...]]:
    run = run_of(log)
    return [item.events for item in items_of(run.scenes, run, always, finest)]


def test_a_group_has_its_first_and_last_day() -> None:
    run = run_of(pressed(range(1, 5)))
    (item,) = items_of(run.scenes, run, frozenset())
    assert (item.first, item.last) == ("2025-04-19", "2025-04-22")
    assert item.events == (1, 2, 3, 4)


def test_a_group_ends_at_what_is_always_told_only_where_there_is_room() -> None:
    truce = event(2, 2.0, "truce_agreed", actor="both", amount=0.5)
    log = [*pressed(range(2)), truce, *pressed(range(3, 5))]
    assert told(log, finest=True, always=frozenset({2})) == [(0, 1), (2,), (3, 4)]
    assert told(log, finest=False, always=frozenset({2})) == [(0, 1, 3, 4), (2,)]


def test_what_is_always_told_stands_alone() -> None:
    assert told(pressed(range(3)), finest=False, always=frozenset({1})) == [(0, 2), (1,)]


def test_meetings_with_a_result_and_granted_asks_stand_alone() -> None:
    held = {"actor": "both", "level": "call"}
    log = [event(0, 1.0, "call_held", **held), event(1, 2.0, "call_held", **held), event(2, 3.0, "call_held", **held)]
    log.append(event(3, 3.0, "truce_agreed", actor="both", amount=0.5, cause=2))
    assert told(log, finest=False) == [(0, 1), (2, 3)]


def test_every_event_by_itself() -> None:
    items = list(single_events(run_of(sample_log())))
    assert [item.events for item in items] == [(entry.event,) for entry in sample_log()]
    assert [item.first for item in items] == [entry.date for entry in sample_log()]

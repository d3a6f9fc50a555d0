"""At which turning points the reasons are told, and whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sim.narrative.cast import Cast
from sim.narrative.reasons import because
from sim.results.record_rows import Decision, Event

WHY: Mapping[str, int] = {
    "truce_agreed": 0,
    "mediation_failed": 0,
    "meeting_withdrawn": 0,
    "truce_lapsed": 0,
    "truce_renewed": 0,
    "request_accepted": 1,
    "mediation_accepted": 1,
    "call_requested": 1,
    "summit_proposed": 1,
    "mediator_invited": 2,
    "request_declined": 2,
    "mediation_declined": 2,
    "request_lapsed": 3,
    "mediation_lapsed": 3,
    "ease": 3,
    "escalate": 3,
}
"""Kinds of event whose reasons are worth telling, the most telling first."""

AT_TABLE = ("truce_agreed", "mediation_failed", "truce_renewed", "truce_lapsed")
"""What both leaders decide at a table; no single decision is carried out: all of that moment are taken."""


def motives(
    told: Sequence[Event], log: Sequence[Event], choices: Sequence[Decision], cast: Cast, most: int
) -> dict[int, str]:
    """Return the reasons, by number of the event, for those turning points where they say most.

    Parameters
    ----------
    told : sequence of Event
        The events that are told one by one.
    log : sequence of Event
        All events of the run: the first of its kind comes before its repetitions.
    choices : sequence of Decision
        All decisions of the run.
    cast : Cast
        Display names.
    most : int
        For how many events at most.
    """
    firsts = {(event.kind, event.actor): event.event for event in reversed(log)}
    candidates = [event for event in told if event.kind in WHY]
    candidates.sort(key=lambda event: (firsts[event.kind, event.actor] != event.event, WHY[event.kind], event.event))
    found: dict[int, str] = {}
    for event in candidates:
        text = " ".join(_reasons_of(event, choices, cast))
        if text and len(found) < most:
            found[event.event] = text
    return found


def _reasons_of(event: Event, choices: Sequence[Decision], cast: Cast) -> Iterator[str]:
    if event.kind in AT_TABLE:
        for choice in choices:
            if choice.day == event.day and choice.about == "truce" and _tells(event, choice):
                yield f"{cast.leader(choice.leader)}: {because(choice, most=1)}"
    else:
        for choice in choices:
            if choice.decision == event.decision:
                yield because(choice)


def _tells(event: Event, choice: Decision) -> bool:
    """Whether an answer explains the event: the yeses behind a truce, the refusals behind a failure."""
    return (choice.chosen.name == "accept") == (event.kind in ("truce_agreed", "truce_renewed"))

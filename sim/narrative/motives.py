"""At which turning points the reasons are told, and whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sim.narrative.cast import Cast
from sim.narrative.reasons import because
from sim.results.record_rows import Decision, Event
from sim.vocabulary import events as e

WHY: Mapping[str, int] = {row.word: row.why for row in e.ROWS if row.why is not None}
"""Kinds of event whose reasons are worth telling, the most telling first."""

AGREED = (e.WORDS[e.TRUCE_AGREED], e.WORDS[e.TRUCE_RENEWED])
AT_TABLE = (*AGREED, e.WORDS[e.MEDIATION_FAILED], e.WORDS[e.TRUCE_LAPSED])
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
                yield because(choice, cast)
    else:
        for choice in choices:
            if choice.decision == event.decision:
                yield because(choice, cast)


def _tells(event: Event, choice: Decision) -> bool:
    """Whether an answer explains the event: the yeses behind a truce, the refusals behind a failure."""
    return (choice.chosen.name == "accept") == (event.kind in AGREED)

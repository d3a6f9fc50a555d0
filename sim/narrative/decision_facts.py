"""What was so when a leader decided: the facts beyond the components that a reason may mention, read from the record.

Each fact is named, and holds the words that a clause fills in. What is not in the record is no fact: a run that begins
in the middle of a quarrel has none of the blows that came before.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.narrative.choosing import attention_of
from sim.results.record_rows import Decision, Event, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import actions as a
from sim.vocabulary import events as e


class Facts(NamedTuple):
    """What was so at a decision.

    Attributes
    ----------
    known : mapping of str to mapping
        By name of the fact, the words it brings; a fact that does not hold is not there.
    attention : float
        The chance (0 to 1) that the leader had time for the matter at all.
    """

    known: Mapping[str, Mapping[str, str]]
    attention: float = 1.0


NO_FACTS = Facts({})

JUST = 10.0
"""Days for which what the other did is told as just done."""

TOO_SOON = 60.0
"""Days within which an act may come again too soon: what repeating costs fades over about three weeks."""

REFUSAL_REMEMBERED = 90.0
"""Days for which a refusal is mentioned; the reluctance it leaves fades within that time."""

FALLS: tuple[tuple[float, str], ...] = (
    (0.05, "a twentieth"),
    (0.10, "a tenth"),
    (0.20, "a fifth"),
    (0.25, "a quarter"),
    (1 / 3, "a third"),
    (0.50, "half"),
    (2 / 3, "two thirds"),
    (0.75, "three quarters"),
)
"""Shares in words; a fall is called by the nearest one."""

SMALLEST_FALL = 0.03

DEED_OF: Mapping[str, str] = {
    e.WORDS[e.ESCALATE]: a.WORDS[a.ESCALATE],
    e.WORDS[e.EASE]: a.WORDS[a.EASE],
    e.WORDS[e.SIGNAL]: a.WORDS[a.SIGNAL],
    e.WORDS[e.RALLY]: a.WORDS[a.RALLY],
    e.WORDS[e.COURT_PARTNERS]: a.WORDS[a.COURT_PARTNERS],
    e.WORDS[e.LETTER_SENT]: a.WORDS[a.SEND_LETTER],
    e.WORDS[e.ENVOY_SENT]: a.WORDS[a.SEND_ENVOY],
    e.WORDS[e.ENVOY_APPOINTED]: a.WORDS[a.APPOINT_ENVOY],
    e.WORDS[e.MEDIATOR_INVITED]: a.WORDS[a.INVITE_MEDIATOR],
    e.WORDS[e.CALL_REQUESTED]: a.WORDS[a.REQUEST_CALL],
    e.WORDS[e.SUMMIT_PROPOSED]: a.WORDS[a.PROPOSE_SUMMIT],
    e.WORDS[e.MEETING_WITHDRAWN]: a.WORDS[a.WITHDRAW],
}
"""Which act an event carries out."""

BLOWS = frozenset(e.WORDS[kind] for kind in (e.ESCALATE, e.RALLY, e.MEETING_WITHDRAWN))
STEPS_TOWARDS = frozenset(e.WORDS[kind] for kind in (e.EASE, e.SIGNAL))
REFUSED = {e.WORDS[e.REQUEST_DECLINED]: "turned down", e.WORDS[e.REQUEST_LAPSED]: "left unanswered"}
TRUCE_BEGINS = frozenset(e.WORDS[kind] for kind in (e.TRUCE_AGREED, e.TRUCE_IN_FORCE))
TRUCE_ENDS = frozenset(e.WORDS[kind] for kind in (e.TRUCE_BREACHED, e.TRUCE_LAPSED, e.DEAL))


class RecordFacts:
    """Reads the facts of decisions from one record.

    Parameters
    ----------
    record : Trajectory
        The run, which may be unfinished.
    cast : Cast, optional
        Names to use; those of the scenario by default.
    """

    def __init__(self, record: Trajectory, cast: Cast | None = None) -> None:
        self._record = record
        self._cast = cast or Cast(record.scenario)
        self._steps = record.columns["steps"]
        self._log = events(record)
        self._days = [event.day for event in self._log]

    def at(self, decision: Decision) -> Facts:
        """Return what was so before a decision: of what happened on its own day only what came at an earlier hour."""
        before = self._log[: bisect_left(self._days, decision.day)]
        known = {
            name: words
            for name, words in (
                ("fall", self._fall(decision)),
                ("truce", _truce(before)),
                *self._of_the_other(before, decision),
                *_own(before, decision),
                ("rupture", _seen(before, e.WORDS[e.BLOW_UP])),
                ("host", self._host(decision)),
            )
            if words is not None
        }
        return Facts(known, attention_of(self._record, decision))

    def _fall(self, decision: Decision) -> Mapping[str, str] | None:
        """How far the leader's own market had fallen when the step began."""
        column = self._steps.get(f"{decision.leader}.drawdown", ())
        fall = float(column[decision.step]) if decision.step < len(column) else 0.0
        return {"fall": spoken_fall(fall)} if fall >= SMALLEST_FALL else None

    def _of_the_other(
        self, before: Sequence[Event], decision: Decision
    ) -> Iterator[tuple[str, Mapping[str, str] | None]]:
        theirs = [event for event in before if event.actor == self._cast.other(decision.leader)]
        for name, kinds in (("blow", BLOWS), ("step", STEPS_TOWARDS)):
            found = _last(theirs, kinds, decision.day - JUST)
            yield name, found and {"deed": DEED_OF[found.kind]}
        refused = _last(theirs, REFUSED, decision.day - REFUSAL_REMEMBERED)
        yield "refused", refused and {"how": REFUSED[refused.kind]}

    def _host(self, decision: Decision) -> Mapping[str, str] | None:
        """The third party whose offer is answered."""
        if decision.about != "mediation" or not 0 <= decision.request < len(self._log):
            return None
        offer = self._log[decision.request]
        mediator = offer.mediator or offer.actor
        return {"host_name": self._cast.mediator(mediator)} if mediator in self._cast.scenario.mediators else None


def spoken_fall(fall: float) -> str:
    """Return a fall (a share, 0 to 1) as the nearest share that has a name."""
    return min(FALLS, key=lambda row: abs(row[0] - fall))[1]


def _last(log: Sequence[Event], kinds: Collection[str], since: float) -> Event | None:
    """The last event of some kinds that is not older than a day."""
    return next((event for event in reversed(log) if event.kind in kinds and event.day >= since), None)


def _truce(before: Sequence[Event]) -> Mapping[str, str] | None:
    last = [event.kind for event in before if event.kind in TRUCE_BEGINS | TRUCE_ENDS][-1:]
    return {} if last and last[0] in TRUCE_BEGINS else None


def _seen(before: Sequence[Event], kind: str) -> Mapping[str, str] | None:
    return {} if any(event.kind == kind for event in before) else None


def _own(before: Sequence[Event], decision: Decision) -> Iterator[tuple[str, Mapping[str, str] | None]]:
    """What the leader did lately (``again send_letter``), and whether the last envoy was kept out."""
    for deed in _deeds_since(before, decision.leader, decision.day - TOO_SOON):
        yield f"again {deed}", {"deed": deed}
    trip = _last([event for event in before if event.target == decision.leader], ARRIVALS, -math.inf)
    yield "blocked", {} if trip is not None and trip.kind == e.WORDS[e.ENVOY_BLOCKED] else None


def _deeds_since(log: Sequence[Event], side: str, day: float) -> set[str]:
    return {DEED_OF[event.kind] for event in log if event.actor == side and event.day >= day and event.kind in DEED_OF}


ARRIVALS = frozenset(e.WORDS[kind] for kind in (e.ENVOY_RECEIVED, e.ENVOY_BLOCKED))

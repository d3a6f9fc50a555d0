"""Which event decided where it stands in the end, and what is said of it on the last day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.narrative.scenes import DATES, words
from sim.results.outcome import Outcome
from sim.results.record_rows import Event
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary.outcomes import OutcomeClass

CONTACTS = words(e.CALL_HELD, e.SUMMIT_HELD, e.REQUEST_ACCEPTED, e.REQUESTS_CROSSED)
BREAKS = words(e.BLOW_UP, e.MEETING_WITHDRAWN, e.TRUCE_BREACHED)

FAILED = words(e.TRUCE_LAPSED, e.RATIFICATION_FAILED, e.NO_DEAL, e.MEDIATION_FAILED)
"""What leaves nothing agreed: the last of them explains it."""

DECIDES: Mapping[OutcomeClass, Sequence[frozenset[str]]] = {
    OutcomeClass.deal: (words(e.DEAL),),
    OutcomeClass.truce: (words(e.TRUCE_AGREED, e.TRUCE_IN_FORCE, e.TRUCE_RENEWED),),
    OutcomeClass.blow_up: (BREAKS,),
    OutcomeClass.no_deal: (CONTACTS, DATES, words(e.MEDIATION_HELD)),
    OutcomeClass.no_contact: (words(e.MEDIATION_HELD),),
}
"""By class, the kinds of event that make it so, those that say most first."""


def deciding_event(trajectory: Trajectory, log: Sequence[Event]) -> Event | None:
    """Return the event that explains where it stands; None where nothing but time did.

    It began the present spell, or, where nothing is agreed, it is the last thing that failed. Where envoys' talks came
    to lie too far back, it is the last of them: nothing followed.
    """
    outcome = trajectory.outcome
    if outcome.day is None:
        return None
    if outcome.outcome_class == OutcomeClass.no_contact:
        return _last(log, DECIDES[OutcomeClass.no_contact][0])
    failed = _last(log, FAILED) if outcome.outcome_class == OutcomeClass.no_deal else None
    return _later(_began(outcome, log), failed)


def _began(outcome: Outcome, log: Sequence[Event]) -> Event | None:
    """The event by which the present spell began, if it was one."""
    today = [event for event in log if event.day == outcome.day and _counts(event, log)]
    return next((found for kinds in DECIDES[outcome.outcome_class] if (found := _last(today, kinds))), None)


def _later(one: Event | None, other: Event | None) -> Event | None:
    return max(filter(None, (one, other)), key=lambda event: event.event, default=None)


def _counts(event: Event, log: Sequence[Event]) -> bool:
    """Whether it can decide: of answers only one to a letter is a contact, and a date decides only after a break."""
    if event.kind in words(e.REQUEST_ACCEPTED, e.REQUESTS_CROSSED):
        return event.level == "letter"
    if event.kind in DATES:
        return any(before.kind in BREAKS and before.event < event.event for before in log)
    return True


def _last(log: Sequence[Event], kinds: frozenset[str]) -> Event | None:
    return next((event for event in reversed(log) if event.kind in kinds), None)

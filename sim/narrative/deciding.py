"""Which event decided where it stands in the end, and what is said of it on the last day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sim.narrative.scenes import DATES, words
from sim.results.record_rows import Event
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary.outcomes import OutcomeClass

CONTACTS = words(e.CALL_HELD, e.SUMMIT_HELD, e.REQUEST_ACCEPTED, e.REQUESTS_CROSSED)
BREAKS = words(e.BLOW_UP, e.MEETING_WITHDRAWN, e.TRUCE_BREACHED)

DECIDES: Mapping[OutcomeClass, Sequence[frozenset[str]]] = {
    OutcomeClass.deal: (words(e.DEAL),),
    OutcomeClass.truce: (words(e.TRUCE_AGREED, e.TRUCE_IN_FORCE, e.TRUCE_RENEWED),),
    OutcomeClass.blow_up: (BREAKS,),
    OutcomeClass.no_deal: (
        words(e.TRUCE_LAPSED),
        words(e.RATIFICATION_FAILED),
        CONTACTS,
        DATES,
        words(e.MEDIATION_HELD, e.EARLIER_CONTACT),
    ),
    OutcomeClass.no_contact: (words(e.MEDIATION_HELD),),
}
"""By class, the kinds of event that make it so, those that say most first."""


def deciding_event(trajectory: Trajectory, log: Sequence[Event]) -> Event | None:
    """Return the event that began the present spell of where it stands; None where no event did.

    Where envoys' talks came to lie too far back, the last of them is returned: nothing followed it.
    """
    outcome = trajectory.outcome
    if outcome.day is None:
        return None
    if outcome.outcome_class == OutcomeClass.no_contact:
        return _last([event for event in log if event.kind in DECIDES[OutcomeClass.no_contact][0]])
    today = [event for event in log if event.day == outcome.day and _counts(event, log)]
    for kinds in DECIDES[outcome.outcome_class]:
        found = _last([event for event in today if event.kind in kinds])
        if found is not None:
            return found
    return None


def _counts(event: Event, log: Sequence[Event]) -> bool:
    """Whether it can decide: of answers only one to a letter is a contact, and a date decides only after a break."""
    if event.kind in words(e.REQUEST_ACCEPTED, e.REQUESTS_CROSSED):
        return event.level == "letter"
    if event.kind in DATES:
        return any(before.kind in BREAKS and before.event < event.event for before in log)
    return True


def _last(found: Sequence[Event]) -> Event | None:
    return found[-1] if found else None

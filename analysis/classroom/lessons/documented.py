"""What happened in the world, where the answer key of a scenario says it: the one event that a forecast may face.

Only what `observed` says without a doubt is an answer. A first contact by letter, call or summit is a contact of the
leaders, by call or summit a first word, by summit a meeting; at a lower level it leaves open when the leaders spoke. No
contact up to the last day means none of these. Where it stood is an answer if it stood so by the last day, and who
asked first if there was a contact by then. Everything else is not documented.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sim.scenario import Scenario
from sim.scenario.observed import ContactLevel, Observed
from sim.vocabulary.outcomes import OutcomeClass

VOICE = (ContactLevel.call, ContactLevel.summit)
LEVELS = {
    "contact": (ContactLevel.letter, *VOICE),
    "first_contact_days": (ContactLevel.letter, *VOICE),
    "first_voice_days": VOICE,
    "first_in_person_days": (ContactLevel.summit,),
}
"""At which levels a first contact answers a measure with yes."""

OUTCOME, ASKS_FIRST, A_MEDIATOR = "outcome_", "asks_first_", "mediator"


class Documented(NamedTuple):
    """One event: whether it happened, since which day (ISO; empty where it did not), and where that is recorded."""

    happened: bool
    date: str
    source: str


def documented(scenario: Scenario, measure: str) -> Documented | None:
    """Return what the answer key of a scenario says of a measure by the last day; None where it does not say it."""
    observed = scenario.observed
    last = scenario.start + dt.timedelta(days=scenario.horizon_days)
    if measure.startswith(OUTCOME):
        return _where_it_stood(observed, last, measure.removeprefix(OUTCOME))
    if measure.startswith(ASKS_FIRST):
        who = measure.removeprefix(ASKS_FIRST)
        return _who_asked(observed, last, tuple(scenario.mediators) if who == A_MEDIATOR else (who,))
    return _first(observed, last, LEVELS[measure]) if measure in LEVELS else None


def _where_it_stood(observed: Observed, last: dt.date, word: str) -> Documented | None:
    since = observed.outcome_date
    if observed.outcome is None or since is None or since > last:
        return None
    return _answer(observed.outcome == word, since, observed)


def _who_asked(observed: Observed, last: dt.date, who: tuple[str, ...]) -> Documented | None:
    contact = observed.first_contact
    if contact.date is None or contact.date > last or not contact.asked_by:
        return None
    return _answer(contact.asked_by in who, contact.date, observed)


def _first(observed: Observed, last: dt.date, levels: tuple[ContactLevel, ...]) -> Documented | None:
    contact = observed.first_contact
    if contact.date is None:
        return _answer(False, last, observed) if observed.outcome is OutcomeClass.no_contact else None
    if contact.date > last:
        return _answer(False, last, observed)
    return _answer(True, contact.date, observed) if contact.level in levels else None


def _answer(happened: bool, since: dt.date, observed: Observed) -> Documented:
    return Documented(happened, since.isoformat() if happened else "", observed.source)

"""What could be known on the day of a forecast: the only door from a casebook to a scenario.

:class:`Known` has no field for an answer, a later event or a target, so whatever is made of it cannot depend on one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from analysis.evidence.casebook.casebook_form import Case, CaseLeader, EventType, SideCodes
from sim.vocabulary.domains import Domain

BOTH_SIDES = ("A", "B")


class KnownEvent(NamedTuple):
    """An event known at the origin; ``magnitude`` and ``text`` are empty where the casebook is silent."""

    date: dt.date
    actor: str
    type: EventType
    magnitude: str
    text: str

    def is_of(self, side: str) -> bool:
        """Whether a side took part."""
        return self.actor in (side, "both")


class Known(NamedTuple):
    """A case as it stood on the day of the forecast.

    Attributes
    ----------
    id, domain, frame, ask
        As in the casebook.
    leaders, codes : mapping by side, ``A`` and ``B``
        Names, and the six coded traits.
    start, origin, end : date
        When it began, the day of the forecast, and the last day watched.
    rule : str
        Why it is watched until then.
    contact, voice : bool
        Whether the leaders had been in contact, and had spoken, since the start.
    events : tuple of KnownEvent
        By day, those marked as known at the origin.
    """

    id: str
    domain: Domain
    frame: str
    ask: str
    leaders: Mapping[str, CaseLeader]
    codes: Mapping[str, SideCodes]
    start: dt.date
    origin: dt.date
    end: dt.date
    rule: str
    contact: bool
    voice: bool
    events: tuple[KnownEvent, ...]

    @property
    def days(self) -> int:
        """Days from the origin to the horizon."""
        return (self.end - self.origin).days

    def of(self, *types: EventType) -> tuple[KnownEvent, ...]:
        """Return the known events of some types, by day."""
        return tuple(event for event in self.events if event.type in types)


def known_of(case: Case) -> Known:
    """Return what was known of a case at its origin.

    An event counts only when it is marked as known and does not lie after the origin. Whether the leaders had been in
    contact is what the casebook says is no longer open. The horizon is the case's ``horizon_end`` whatever its rule: it
    is the question that is asked, and for an episode that was cut out afterwards it is part of the answer, which is why
    such cases are left out of scores.
    """
    events = (
        KnownEvent(event.date, event.actor, event.type, event.magnitude or "", event.text)
        for event in case.events
        if event.known_at_origin and event.date <= case.forecast_origin
    )
    return Known(
        id=case.id,
        domain=case.domain,
        frame=case.selection_frame,
        ask=case.ask,
        leaders={"A": case.leaders.A, "B": case.leaders.B},
        codes={"A": case.coding.A, "B": case.coding.B},
        start=case.start_date,
        origin=case.forecast_origin,
        end=case.horizon_end,
        rule=case.horizon_rule,
        contact=not case.open_at_origin.first_contact,
        voice=not case.open_at_origin.first_voice,
        events=tuple(sorted(events, key=lambda event: event.date)),
    )

"""What a run is counted by while it goes on: no rule of the world reads it, only the rules that keep records."""

from __future__ import annotations

from typing import Annotated

from sim.state.fields import Row, Whole, Width
from sim.vocabulary import events


class Tally:
    """Counts and days of a run, for its summary.

    ``happened`` has one number for each kind of event, by its code. An *ask* is a request of a leader for a call or a
    proposal to meet; ``yeses`` and ``noes`` count asks by their answer (requests that cross are two yeses, one left
    unanswered is a no); ``asks_to_yes`` is how many of both sides there were up to and including the first yes.
    ``table`` is the level of the last envoy's visit, talks, call or summit; ``agreed_at`` what it was when the last
    agreement was made. ``lead`` is the notice (days) that was given of the summit on the agenda, ``opening_summit`` 1
    while that is one announced before the first day. Days that have not come are -1.
    """

    first_ask: Annotated[Row, Width(2)]
    rupture_day: float
    ask_after_rupture: float
    break_day: float
    ask_after_break: float
    lead: float
    happened: Annotated[Whole, Width(events.COUNT)]
    yeses: int
    noes: int
    asks_to_yes: int
    table: int
    agreed_at: int
    opening_summit: int
    opening_held: int
    ahead_announced: int
    ahead_held: int

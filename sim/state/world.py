"""The whole world of one run, as rules see it.

The same names whether Mesa agents, plain records or compiled arrays stand behind them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from sim.state.between import Dyad, Event, Intervention, Issue, Item, Mediator, Order, Setting
from sim.state.fields import Row, Whole
from sim.state.sides import Adviser, Envoy, Leader, Market, Precedent, Public
from sim.state.tally import Tally
from sim.state.weights import Weights

NEWS_STEPS = 64
"""For how many steps the news of markets is drawn at once."""


class Seats(Protocol):
    """Who decides in the logit's place."""

    def __getitem__(self, side: int, /) -> int:
        """The choice of a side for the decision that is open now; -1 leaves it to the logit."""


class Ledger(Protocol):
    """The events of a run by number; the next free number is a blank event."""

    def __len__(self) -> int:
        """For how many events there is room."""

    def __getitem__(self, number: int, /) -> Event:
        """The event of a number."""


class Flat(Protocol):
    """Every float of the world by its place in the flat buffer."""

    def __setitem__(self, place: int, value: float, /) -> None:
        """Set the number at a place."""


class World(NamedTuple):
    """Every collection that a rule may read or change, and the sheets on which a decision is worked out.

    ``sheet`` has one row of components for each action, ``reply`` one for accepting and one for letting lapse;
    ``masses`` holds the mass of each action, ``odds`` its odds within its nest. ``news`` holds what moves each market
    in the steps of the block under way, ``news_luck`` the uniform numbers it was made of.
    """

    setting: Sequence[Setting]
    dyad: Sequence[Dyad]
    tally: Sequence[Tally]
    leaders: Sequence[Leader]
    images: Sequence[Leader]
    publics: Sequence[Public]
    markets: Sequence[Market]
    advisers: Sequence[Adviser]
    envoys: Sequence[Envoy]
    mediators: Sequence[Mediator]
    issues: Sequence[Issue]
    precedents: Sequence[Precedent]
    interventions: Sequence[Intervention]
    agenda: Sequence[Item]
    orders: Sequence[Order]
    weights: Sequence[Weights]
    events: Ledger
    seats: Seats
    flat: Flat
    sheet: Sequence[Row]
    allowed: Whole
    utilities: Row
    nest_values: Row
    reply: Sequence[Row]
    masses: Row
    odds: Row
    news: Sequence[Row]
    news_luck: Row

"""The whole world of one run, as rules see it.

The same names whether Mesa agents or compiled records stand behind them.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class World(NamedTuple):
    """Every collection that a rule may read or change.

    In Mesa the collections are lists of agents and plain objects, in the compiled engine arrays of records; both answer
    ``world.leaders[side].ego``. ``seats[side]`` is who decides in the logit's place (-1: nobody does); ``flat[place]``
    is any float of the world by its place in the buffer.
    """

    setting: Any
    dyad: Any
    leaders: Any
    images: Any
    publics: Any
    markets: Any
    advisers: Any
    envoys: Any
    mediators: Any
    issues: Any
    precedents: Any
    interventions: Any
    agenda: Any
    weights: Any
    events: Any
    seats: Any
    flat: Any
    sheet: Any
    allowed: Any
    utilities: Any
    nest_values: Any
    reply: Any
    masses: Any

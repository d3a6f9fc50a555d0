"""What is written down at the end of each step: one function for each column of the steps table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sim.scenario.scenario import Scenario
from sim.state.opening import TRAITS
from sim.state.world import World

Reporter = Callable[[World], Any]
"""Reads one column of the steps table off the world."""

FROM_LEADER = {
    "pressure": "points",
    "pain": "pain",
    "face": "face",
    "coercion_works": "coercion_works",
    "outside_option": "outside_option",
    "provocation": "provocation",
    "easing": "easing",
    "cover": "cover",
    "fear": "fear",
    "hope": "hope",
    "stance": "stance",
}

PUBLIC = ("pressure", "index", "drawdown", "hostility", "approval")
"""Columns of a side that the other side can read in the newspaper."""

SHARED = ("groundwork", "rapport", "tension", "truce")
"""Columns of the relation, which both sides know."""


def date_of(scenario: Scenario, day: float) -> str:
    """Return the calendar day (ISO 8601) on which a moment of the run lies."""
    return (scenario.start + dt.timedelta(days=int(day))).isoformat()


def day_of(world: World) -> float:
    """Return the days since the start at which the current step begins."""
    return float(world.dyad[0].step * world.setting[0].step_days)


def step_reporters(scenario: Scenario, sides: Sequence[str]) -> dict[str, Reporter]:
    """Return the columns of the steps table in order, each with the function that reads it off the world."""
    reporters: dict[str, Reporter] = {
        "step": _of("dyad", 0, "step"),
        "day": day_of,
        "date": lambda world: date_of(scenario, day_of(world)),
    }
    for side, name in enumerate(sides):
        reporters |= _side_reporters(side, name)
    for field in SHARED:
        reporters[field] = _of("dyad", 0, field)
    for number, (name, adviser) in enumerate(_people(scenario, sides)):
        reporters[f"advisers.{name}.{adviser}.voice"] = _of("advisers", number, "voice")
    for number, mediator in enumerate(scenario.mediators):
        reporters[f"mediators.{mediator}.fatigue"] = _of("mediators", number, "fatigue")
    for side, name in enumerate(sides):
        for trait in TRAITS:
            reporters[f"perceived.{name}.{trait}"] = _of("images", side, trait)
    return reporters


def known_to(reporters: Mapping[str, Reporter], side: str, other: str) -> dict[str, Reporter]:
    """Return the columns that a side knows: all of its own, its beliefs, the relation, what the other cannot hide."""
    own = (f"{side}.", f"advisers.{side}.", f"perceived.{side}.")
    open_to_all = {*SHARED, *(f"{other}.{column}" for column in PUBLIC)}
    return {name: read for name, read in reporters.items() if name.startswith(own) or name in open_to_all}


def _people(scenario: Scenario, sides: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, adviser) for name in sides for adviser in scenario.leaders[name].advisers]


def _of(collection: str, row: int, field: str) -> Reporter:
    """Return a reporter of one field of one record."""
    return lambda world: getattr(getattr(world, collection)[row], field)


def _side_reporters(side: int, name: str) -> dict[str, Reporter]:
    def receptiveness(world: World) -> float:
        leader = world.leaders[side]
        return float(leader.accepted / (leader.accepted + leader.refused))

    columns = {f"{name}.{column}": _of("leaders", side, field) for column, field in FROM_LEADER.items()}
    columns |= {f"{name}.{field}": _of("markets", side, field) for field in ("index", "drawdown")}
    columns |= {f"{name}.{field}": _of("publics", side, field) for field in ("hostility", "approval")}
    columns[f"{name}.receptiveness"] = receptiveness
    return columns

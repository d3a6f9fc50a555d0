"""What is written down at the end of each step: one function for each column of the steps table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sim.rules.decide.waiting import waiting_over_asking
from sim.scenario.scenario import Scenario
from sim.state.layout import COLLECTIONS, TRAITS
from sim.state.world import World

Reporter = Callable[[World], Any]
"""Reads one column of the steps table off the world."""

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
    reporters |= _shown("dyad", 0, "")
    for number, (name, adviser) in enumerate(_people(scenario, sides)):
        reporters |= _shown("advisers", number, f"advisers.{name}.{adviser}.")
    for number, mediator in enumerate(scenario.mediators):
        reporters |= _shown("mediators", number, f"mediators.{mediator}.")
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
        return leader.accepted / (leader.accepted + leader.refused)

    columns: dict[str, Reporter] = {}
    for collection in ("leaders", "markets", "publics"):
        columns |= _shown(collection, side, f"{name}.")
    columns[f"{name}.receptiveness"] = receptiveness
    columns[f"{name}.waiting_over_asking"] = lambda world: waiting_over_asking(world, side)
    return columns


def _shown(collection: str, row: int, before: str) -> dict[str, Reporter]:
    """The columns that show fields of one record, each with what stands before its name."""
    shown = [(field.name, field.shown.column) for field in COLLECTIONS[collection] if field.shown is not None]
    return {before + column: _of(collection, row, name) for name, column in shown}

"""What is written down at the end of each step: one function for each column of the steps table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from sim.scenario.scenario import Scenario
from sim.state.layout import COLLECTIONS, TRAITS

if TYPE_CHECKING:
    from sim.engines.plain.confrontation import Confrontation

Reporter = Callable[["Confrontation"], Any]


def date_of(scenario: Scenario, day: float) -> str:
    """The calendar day (ISO 8601) on which a moment of the run lies."""
    return (scenario.start + dt.timedelta(days=int(day))).isoformat()


def step_reporters(scenario: Scenario, sides: Sequence[str]) -> dict[str, Reporter]:
    """The columns of the steps table in order, each with the function that reads it off the model."""
    reporters: dict[str, Reporter] = {
        "step": lambda m: m.world.dyad[0].step,
        "day": lambda m: m.day,
        "date": lambda m: date_of(m.scenario, m.day),
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


def _people(scenario: Scenario, sides: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, adviser) for name in sides for adviser in scenario.leaders[name].advisers]


def _of(collection: str, row: int, field: str) -> Reporter:
    """A reporter of one field of one record."""
    return lambda m: getattr(getattr(m.world, collection)[row], field)


def _side_reporters(side: int, name: str) -> dict[str, Reporter]:
    def receptiveness(m: Confrontation) -> float:
        leader = m.world.leaders[side]
        return leader.accepted / (leader.accepted + leader.refused)

    columns: dict[str, Reporter] = {}
    for collection in ("leaders", "markets", "publics"):
        columns |= _shown(collection, side, f"{name}.")
    columns[f"{name}.receptiveness"] = receptiveness
    return columns


def _shown(collection: str, row: int, before: str) -> dict[str, Reporter]:
    """The columns that show fields of one record, each with what stands before its name."""
    shown = [(field.name, field.shown.column) for field in COLLECTIONS[collection] if field.shown is not None]
    return {before + column: _of(collection, row, name) for name, column in shown}

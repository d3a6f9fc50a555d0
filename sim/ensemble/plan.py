"""What the compiled engine is told to do: the opened scenario, the runs, the settings of each run, the numbers to draw."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sim.ensemble.packing import Buffer, pack, views_of
from sim.scenario.scenario import Scenario
from sim.world.buffer import Region, offset_of, place_interventions, regions_of
from sim.world.drawn import drawn_numbers
from sim.world.layout import EVENT
from sim.world.names import N_ACTIONS, N_COMPONENTS, N_NESTS
from sim.world.opening import Opening, open_scenario
from sim.world.summary import summary_columns
from sim.world.world import World

Ints = npt.NDArray[np.int64]
EVENT_TYPE: np.dtype[Any] = np.dtype([(slot.name, "f8" if slot.kind == "f" else "i8") for slot in EVENT])


class Draws(NamedTuple):
    """The uncertain numbers of a scenario as arrays: position in the buffer, key, kind, four numbers, span of choices."""

    offsets: Ints
    keys: Ints
    kinds: Ints
    numbers: Buffer
    spans: Ints
    choices: Buffer


class Batch(NamedTuple):
    """One batch of runs: the starting row, the luck's seed and runs, and settings that differ from run to run."""

    template: Buffer
    seed: int
    runs: Ints
    offsets: Ints
    values: Buffer
    draws: Draws


class Prepared(NamedTuple):
    """A scenario ready for the compiled engine."""

    scenario: Scenario
    opening: Opening
    regions: dict[str, Region]
    template: Buffer
    draws: Draws
    columns: tuple[str, ...]


def prepare(scenario: Scenario, parameters: str = "central") -> Prepared:
    """Open and pack a scenario; with ``parameters="drawn"`` its uncertain numbers will be drawn run by run."""
    opening = open_scenario(scenario)
    regions = regions_of(opening)
    place_interventions(opening, regions)
    draws = list_draws(scenario, opening, regions) if parameters == "drawn" else no_draws()
    columns = summary_columns(opening.sides, list(scenario.issues))
    return Prepared(scenario, opening, regions, pack(opening), draws, columns)


def list_draws(scenario: Scenario, opening: Opening, regions: dict[str, Region]) -> Draws:
    """The uncertain numbers of a scenario as arrays."""
    listed = drawn_numbers(scenario, opening)
    spans, choices = [], []
    for drawn in listed:
        spans.append((len(choices), len(choices) + len(drawn.choices)))
        choices += drawn.choices
    return Draws(
        offsets=np.array([offset_of(regions, drawn.place) for drawn in listed], dtype=np.int64),
        keys=np.array([drawn.key for drawn in listed], dtype=np.int64),
        kinds=np.array([drawn.kind for drawn in listed], dtype=np.int64),
        numbers=np.array([drawn.numbers for drawn in listed], dtype=np.float64).reshape(-1, 4),
        spans=np.array(spans, dtype=np.int64).reshape(-1, 2),
        choices=np.array(choices, dtype=np.float64),
    )


def no_draws() -> Draws:
    """Nothing to draw."""
    none = np.zeros(0, dtype=np.int64)
    return Draws(none, none, none, np.zeros((0, 4)), np.zeros((0, 2), dtype=np.int64), np.zeros(0))


def offsets_of(prepared: Prepared, paths: Sequence[str]) -> Ints:
    """The positions of scenario paths in the buffer.

    Raises
    ------
    KeyError
        For a path that is no number a run reads.
    """
    places = prepared.opening.places
    return np.array([offset_of(prepared.regions, places[path]) for path in paths], dtype=np.int64)


def make_world(prepared: Prepared, room_for_events: int = 1) -> World:
    """A world of its own on a fresh buffer, for one thread."""
    buffer = prepared.template.copy()
    return World(
        **views_of(buffer, prepared.regions),
        events=np.zeros(room_for_events, dtype=EVENT_TYPE),
        seats=np.full(2, -1, dtype=np.int64),
        flat=buffer,
        sheet=np.zeros((N_ACTIONS, N_COMPONENTS)),
        allowed=np.zeros(N_ACTIONS, dtype=np.int64),
        utilities=np.zeros(N_ACTIONS),
        nest_values=np.zeros(N_NESTS),
        reply=np.zeros((2, N_COMPONENTS)),
        masses=np.array([[1.0] * N_ACTIONS, [0.0] * N_ACTIONS]),
    )

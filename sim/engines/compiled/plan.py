"""What the compiled engine is told to do.

The opened scenario, the runs, the settings of each run, the numbers to draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.packing import Buffer, pack
from sim.engines.forking import put_fork
from sim.policies.forks import OWN_WAY, Fork
from sim.scenario.scenario import Scenario
from sim.state.buffer import Region, offset_of, place_interventions, regions_of
from sim.state.drawn import drawn_numbers
from sim.state.opening import Opening, open_scenario
from sim.state.summary_columns import summary_columns

Ints = npt.NDArray[np.int64]


class Draws(NamedTuple):
    """The uncertain numbers of a scenario as arrays.

    Position in the buffer, key, kind, four numbers, span of choices.
    """

    offsets: Ints
    keys: Ints
    kinds: Ints
    numbers: Buffer
    spans: Ints
    choices: Buffer


class Batch(NamedTuple):
    """One batch of runs.

    The starting row, luck's seed and runs, which fresh luck each comes to, and settings that differ from run to run.
    """

    template: Buffer
    seed: int
    runs: Ints
    which: Ints
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


def prepare(scenario: Scenario, parameters: str = "central", fork: Fork = OWN_WAY) -> Prepared:
    """Open and pack a scenario; with ``parameters="drawn"`` its uncertain numbers will be drawn run by run."""
    opening = open_scenario(scenario)
    put_fork(opening, fork)
    regions = regions_of(opening)
    place_interventions(opening, regions)
    draws = list_draws(scenario, opening, regions) if parameters == "drawn" else no_draws()
    columns = summary_columns(opening.sides, list(scenario.issues))
    return Prepared(scenario, opening, regions, pack(opening, regions), draws, columns)


def list_draws(scenario: Scenario, opening: Opening, regions: dict[str, Region]) -> Draws:
    """The uncertain numbers of a scenario as arrays."""
    listed = drawn_numbers(scenario, opening)
    spans: list[tuple[int, int]] = []
    choices: list[float] = []
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

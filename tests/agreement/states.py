"""What the two engines hold after each step, side by side, and the first place where they part."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from sim.engines.compiled.engine import trace
from sim.engines.compiled.packing import Buffer
from sim.engines.compiled.plan import Prepared, prepare
from sim.engines.mesa import NegotiationModel
from sim.engines.plain.confrontation import Confrontation
from sim.policies.forks import OWN_WAY, Fork
from sim.scenario import Scenario
from sim.state.between import Event
from sim.state.fields import fields_of
from sim.state.layout import COLLECTIONS

# where a run was told to read a value from is not part of its state
SKIPPED = {("interventions", "place")}


class Parting(NamedTuple):
    """The first difference: scenario, run, step, collection, row, field, and both values."""

    scenario: str
    run: int
    step: int
    variable: str
    mesa: float
    compiled: float


def mesa_state(world: Any, prepared: Prepared) -> Buffer:
    """The state of a world of plain objects as the compiled engine lays it out (integers keep their bits)."""
    state = np.zeros(len(prepared.template))
    whole = state.view(np.int64)
    for name, region in prepared.regions.items():
        position = region.start
        for row in range(region.rows):
            record = getattr(world, name)[row]
            for field in COLLECTIONS[name]:
                value = getattr(record, field.name)
                values = value if field.width > 1 else [value]
                kind = float if field.kind == "f" else int
                assert all(type(v) is kind or isinstance(v, bool) for v in values), (name, field.name, values)
                (state if field.kind == "f" else whole)[position : position + field.width] = values
                position += field.width
    return state


def name_of(prepared: Prepared, position: int) -> str:
    """The variable at a position of the state."""
    for name, region in prepared.regions.items():
        if region.start <= position < region.start + region.rows * region.width:
            row, offset = divmod(position - region.start, region.width)
            for field in COLLECTIONS[name]:
                if offset < field.width:
                    return f"{name}[{row}].{field.name}[{offset}]"
                offset -= field.width
    return f"position {position}"


def not_finite(prepared: Prepared, history: Buffer) -> str | None:
    """The first floating-point variable that is infinite or undefined at a step, in words; None when there is none."""
    kinds = [
        field.kind == "f"
        for name, region in prepared.regions.items()
        for _ in range(region.rows)
        for field in COLLECTIONS[name]
        for _ in range(field.width)
    ]
    wrong = np.argwhere(~np.isfinite(history) & np.array(kinds))
    return f"step {wrong[0][0]}: {name_of(prepared, int(wrong[0][1]))}" if len(wrong) else None


def find_parting(
    scenario: Scenario, seed: int, run: int, parameters: str = "drawn", fork: Fork = OWN_WAY
) -> Parting | None:
    """Run both engines and return the first difference of any variable at any step, or of any event; None if equal."""
    prepared = prepare(scenario, parameters, fork)
    history, memory = trace(prepared, seed, run, which=fork.which)
    model: NegotiationModel | Confrontation = (
        NegotiationModel(scenario, seed=seed, run=run, parameters=parameters)
        if fork == OWN_WAY
        else Confrontation(scenario, seed, run, parameters, fork=fork)
    )
    step = 0
    while True:
        ours = mesa_state(model.world, prepared)
        differs = np.flatnonzero(ours.view(np.int64) != history[step].view(np.int64))
        if len(differs):
            where = int(differs[0])
            return Parting(scenario.name, run, step, name_of(prepared, where), ours[where], history[step][where])
        if model.finished:
            break
        model.step()
        step += 1
    return _event_parting(scenario, run, model, memory.events)


def _event_parting(
    scenario: Scenario, run: int, model: NegotiationModel | Confrontation, compiled: Any
) -> Parting | None:
    for number, event in enumerate(model.world.events[:]):
        for field in fields_of(Event):
            mine, theirs = getattr(event, field.name), compiled[number][field.name]
            if mine != theirs:
                return Parting(scenario.name, run, event.step, f"event {number} {field.name}", mine, theirs)
    return None

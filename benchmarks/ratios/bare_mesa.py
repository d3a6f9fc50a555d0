"""What the Mesa engine costs beyond what Mesa itself must: against a model that only collects the same columns.

A fast compiled engine is no merit if the Mesa model it is compared with is slow for no reason, so the difference is
profiled: what it consists of, layer by layer and function by function.
"""

from __future__ import annotations

import cProfile
import pstats
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from mesa import Agent, DataCollector, Model

from ratios.clock import medians
from ratios.contenders import run_mesa
from ratios.findings import Findings, Ratio, Table

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 15
Spent = dict[tuple[str, int, str], float]


class BareModel(Model):  # type: ignore[misc]
    """A model with as many agents that does nothing at a step but collect the columns of another's world.

    Parameters
    ----------
    of : NegotiationModel
        A finished run, whose state is collected as it stands.
    """

    scenario: Any = None

    def __init__(self, of: Any) -> None:
        super().__init__(rng=0)
        self.scenario, self.world, self.course = of.scenario, of.world, of.course
        for _ in range(len(of.agents)):
            Agent(self)
        self.datacollector = DataCollector(model_reporters=of.datacollector.model_reporters)
        self.datacollector.collect(self)

    def step(self) -> None:
        """Collect."""
        self.datacollector.collect(self)


def run_bare(models: Sequence[Any]) -> None:
    """Give each model a bare twin that makes as many steps."""
    for of in models:
        twin = BareModel(of)
        for _ in range(of.steps):
            twin.step()


def measure(runs: int, repeats: int) -> Findings:
    """Time the Mesa model and its bare twin over the same number of steps, and profile the difference."""
    numbers = range(runs)
    models = run_mesa(numbers)
    contenders: dict[str, Callable[[], object]] = {
        "Mesa engine": partial(run_mesa, numbers),
        "bare Mesa": partial(run_bare, models),
    }
    taken = {name: t.per(runs) for name, t in medians(contenders, repeats).items()}
    ours, bare = taken.values()
    steps = sum(model.steps for model in models) / runs
    found = Findings("d. The Mesa engine against a bare Mesa model")
    found.ratios = [
        Ratio("d", "Mesa engine / bare Mesa with the same agents and columns, CPU time", ours.cpu / bare.cpu)
    ]
    rows = [(name, t.cpu * 1e3, t.wall * 1e3, t.cpu / steps * 1e6) for name, t in taken.items()]
    found.tables = [
        Table("Milliseconds a run", ("model", "CPU", "wall", "CPU us a step"), rows),
        *_profiles(contenders, runs),
    ]
    found.notes = [_note(models[0], steps)]
    return found


def _note(model: Any, steps: float) -> str:
    return (
        f"{len(model.agents)} agents, {len(model.datacollector.model_vars)} columns, {steps:.0f} steps a run."
        " The profiler makes calls dearer than they are: read its shares rather than its milliseconds."
    )


def _profiles(contenders: dict[str, Callable[[], object]], runs: int) -> list[Table]:
    ours, bare = (spent(work) for work in contenders.values())
    difference = {where: ours.get(where, 0.0) - bare.get(where, 0.0) for where in {*ours, *bare}}
    total = sum(difference.values())

    def row(name: str, seconds: float) -> tuple[str, float, str]:
        return name, seconds / runs * 1e3, f"{seconds / total:.1%}"

    layers: dict[str, float] = {}
    for (file, _, name), seconds in difference.items():
        layer = layer_of(file, name)
        layers[layer] = layers.get(layer, 0.0) + seconds
    by_layer = sorted(layers.items(), key=lambda item: -item[1])
    by_function = sorted(difference.items(), key=lambda item: -item[1])[:SHOWN]
    head = ("where", "ms a run", "share")
    return [
        Table("The difference by layer (cProfile; C functions with their callers)", head, [row(*x) for x in by_layer]),
        Table(
            "The functions that make most of the difference",
            head,
            [row(f"{_short(file)} {name}", seconds) for (file, _, name), seconds in by_function],
        ),
    ]


def spent(work: Callable[[], object]) -> Spent:
    """CPU seconds of its own in each Python function, those of C functions added to whoever called them."""
    profile = cProfile.Profile(time.process_time)  # others may use the processor meanwhile
    profile.runcall(work)
    found: Spent = {}
    listed: Any = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for where, (_, _, own, _, callers) in listed.items():
        if where[0] != "~" or not callers:
            found[where] = found.get(where, 0.0) + own
            continue
        for caller, (_, _, part, _) in callers.items():
            found[caller] = found.get(caller, 0.0) + part
    return found


def layer_of(file: str, name: str) -> str:
    """The layer of a function: the rules, the records of the model, Mesa, the rest."""
    place = _short(file)
    if place.startswith(("sim/rules/", "sim/luck", "sim/state/")):
        return "the rules and their world in plain Python"
    if place == "sim/engines/plain/open_decision.py" or name in {"_record", "_turn", "consult"}:
        return "decisions put to the leaders and written down"
    if place.startswith("sim/"):
        return "the model around them, its columns included"
    return "Mesa" if "mesa" in Path(file).parts else "the rest"


def _short(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])

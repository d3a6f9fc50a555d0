"""How the time of a run grows with the horizon, advisers, mediators and issues; time and memory with the runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import isnan
from typing import Any, NamedTuple

import numpy as np

from ratios import variants
from ratios.bargaining import compiled_bargaining, memory_of
from ratios.clock import Taken, medians
from ratios.contenders import SEED
from ratios.findings import Findings, Ratio, Table
from ratios.memory import flatness, measure_runs
from sim.engines.compiled.packing import Memory
from sim.run import make_counter
from sim.scenario import Scenario

NOISE = 0.1
"""An exponent this far above 1 is still called linear: two measurements a few per cent apart give as much."""

FLOORS = (0.3, 0.25)
"""Reservation values of the two sides where bargaining is timed alone: such that there is something to divide."""

NOTES = (
    (
        "Exponents are slopes of log time against log size, over all sizes and (steepest) between neighbours; 1 is"
        " linear, less is better. More voices or hosts also change what happens, and a deal ends a run early; so time"
        " is taken a simulated day where the horizon stays. CPU time of one thread, medians of interleaved repeats."
    ),
    (
        "Every way of giving indivisible issues to one side or the other is looked at, which doubles with each issue"
        " (a scenario may have few of them); that is why they stand apart."
    ),
)


class Sizes(NamedTuple):
    """How much is measured."""

    horizons: Sequence[int]
    crowd: Sequence[int]
    divisible: Sequence[int]
    indivisible: Sequence[int]
    runs: Sequence[int]
    counted: int
    bargains: int
    repeats: int


FULL = Sizes(
    horizons=(90, 180, 365, 730, 1460),
    crowd=(0, 2, 5, 10, 20),
    divisible=(1, 2, 5, 10),
    indivisible=(1, 2, 4, 6, 8),
    runs=(1_000, 10_000, 100_000, 1_000_000),
    counted=512,
    bargains=4000,
    repeats=7,
)
QUICK = Sizes((90, 180), (0, 2), (1, 2), (1, 2), (64, 128), counted=32, bargains=20, repeats=1)


def measure(sizes: Sizes) -> Findings:
    """Measure every way of growing."""
    found = Findings("e. Growth", notes=list(NOTES))
    slopes: list[tuple[str, float, float]] = []
    timed = time_runs({n: variants.of_horizon(n) for n in sizes.horizons}, sizes)
    found.tables.append(_table("By horizon", "days", timed))
    slopes.append(("a run, in the horizon", *exponent({n: t.taken.cpu for n, t in timed.items()})))
    for what, make, steps in (
        ("advisers a side", variants.of_advisers, sizes.crowd),
        ("mediators", variants.of_mediators, sizes.crowd),
        ("divisible issues", variants.of_issues, sizes.divisible),
    ):
        timed = time_runs({n: make(n) for n in steps}, sizes)
        found.tables.append(_table(f"By {what}", what, timed))
        slopes.append((f"a simulated day, in {what}", *exponent({n: _per_day(t) for n, t in timed.items()})))
    slopes.append(("bargaining alone, in divisible issues", *exponent(_bargaining(found, sizes))))
    runs = measure_runs(sizes.runs)
    found.tables.append(runs.table)
    slopes.append(("all runs, in their number", *exponent(runs.wall)))
    found.tables.insert(0, Table("Exponents of time", ("time of", "overall", "steepest"), slopes))
    found.ratios = [
        Ratio("e", f"exponent of time: {what}", overall, 1 + NOISE, False)
        for what, overall, _ in slopes
        if not isnan(overall)
    ]
    flat = Ratio("e", "peak memory, most runs / fewest from 10,000 on", flatness(runs.memory), 1 + NOISE, False)
    found.ratios.append(flat)
    return found


class Timed(NamedTuple):
    """Time a run, and days that a run lasted on average."""

    taken: Taken
    days: float


def time_runs(scenarios: Mapping[int, Scenario], sizes: Sizes) -> dict[int, Timed]:
    """Time the same runs of every variant, turn by turn."""
    contenders: dict[str, Callable[[], object]] = {}
    days = {}
    for size, scenario in scenarios.items():
        counter = make_counter(scenario, "central")
        contenders[str(size)] = partial(counter.count, SEED, range(sizes.counted))
        days[size] = float(counter.count(SEED, range(sizes.counted)).measures["end_day"].mean())
    taken = medians(contenders, sizes.repeats)
    return {size: Timed(taken[str(size)].per(sizes.counted), days[size]) for size in scenarios}


def _per_day(timed: Timed) -> float:
    return timed.taken.cpu / timed.days


def _table(title: str, what: str, timed: Mapping[int, Timed]) -> Table:
    rows = [(str(n), t.taken.cpu * 1e6, f"{t.days:.0f}", _per_day(t) * 1e6) for n, t in timed.items()]
    return Table(title, (what, "us a run", "days a run", "us a day"), rows)


def exponent(times: Mapping[int, float]) -> tuple[float, float]:
    """The slope of log time against log size: over all sizes, and the steepest between neighbours; 0 is left out."""
    points = [(np.log(size), np.log(time)) for size, time in sorted(times.items()) if size > 0]
    if len(points) < 2:
        return float("nan"), float("nan")
    x, y = np.array(points).T
    return float(np.polyfit(x, y, 1)[0]), float(np.max(np.diff(y) / np.diff(x)))


def _bargaining(found: Findings, sizes: Sizes) -> dict[int, float]:
    """Bargaining alone by the number of divisible issues; adds tables of it and, apart, of indivisible issues."""
    divisible = time_bargaining({n: variants.of_issues(n) for n in sizes.divisible}, sizes)
    scenarios = {n: variants.of_issues(n, divisible=False) for n in sizes.indivisible}
    indivisible = time_bargaining(scenarios, sizes)
    found.tables += [
        Table("Bargaining alone, divisible issues", ("issues", "us"), _rows(divisible)),
        Table("Bargaining alone, indivisible issues", ("issues", "us"), _rows(indivisible)),
        _table("By indivisible issues", "issues", time_runs(scenarios, sizes)),
    ]
    return divisible


def time_bargaining(scenarios: Mapping[int, Scenario], sizes: Sizes) -> dict[int, float]:
    """Seconds of CPU a bargaining, compiled, by the number of issues."""
    bargain, results = compiled_bargaining(), np.zeros(sizes.bargains)
    contenders: dict[str, Callable[[], object]] = {}
    kept: list[Memory] = []
    for size, scenario in scenarios.items():
        memory = memory_of(scenario)
        contenders[str(size)] = partial(bargain, memory.record, FLOORS, results)
        kept.append(memory)  # the record holds addresses into it
        contenders[str(size)]()
    taken = medians(contenders, sizes.repeats)
    return {size: taken[str(size)].per(sizes.bargains).cpu for size in scenarios}


def _rows(times: Mapping[int, float]) -> list[tuple[Any, ...]]:
    return [(str(size), time * 1e6) for size, time in times.items()]

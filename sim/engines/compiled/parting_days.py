"""On which day two settings part under one luck, for many lucks: what happened in each run, compared event by event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.compiling import compiled_kernel
from sim.engines.compiled.engine import Jobs, cut, warm_up
from sim.engines.compiled.first_use import plain_for_now
from sim.engines.compiled.packing import allocate
from sim.engines.compiled.plan import Prepared, prepare
from sim.results.parting import GIST, shared_events
from sim.results.runs import Tell
from sim.scenario.scenario import Scenario
from sim.state.course_columns import N_PICTURE
from sim.vocabulary.codes import FIRST_MEDIATOR

ROOM_FOR_EVENTS = 20000
Days = npt.NDArray[np.float64]


def parting_days(
    pair: tuple[Scenario, Scenario],
    seed: int,
    runs: Sequence[int],
    parameters: str,
    tell: Tell,
    progress: Callable[[int], None] | None = None,
) -> Days:
    """The day of the first event at which each run of a pair of scenarios parts; NaN where both tell the same.

    Parameters
    ----------
    pair : tuple of Scenario
        Two variants with the same sides.
    seed : int
        Seed of all luck.
    runs : sequence of int
        Which runs.
    parameters : {"central", "drawn"}
        Whether uncertain numbers are drawn.
    tell : callable
        Tells one run in full; used where there is no compiled engine.
    progress : callable, optional
        Called with 1 after every run. Ctrl-C leaves the days of the runs done.
    """
    found = []
    try:
        for here, there in _pairs(pair, seed, runs, parameters, tell):
            found.append(_parting_day(here, there))
            if progress is not None:
                progress(1)
    except KeyboardInterrupt:
        pass
    return np.array(found, dtype=np.float64)


def _pairs(
    pair: tuple[Scenario, Scenario], seed: int, runs: Sequence[int], parameters: str, tell: Tell
) -> Iterator[tuple[list[Any], list[Any]]]:
    """What happened in each run of both, told in full until the compiled engine is ready, then counted."""
    done = 0
    while done < len(runs) and plain_for_now():
        here, there = (_told(one, seed, runs[done], parameters, tell) for one in pair)
        yield here, there
        done += 1
    if done < len(runs):
        yield from zip(*(_logs(one, seed, runs[done:], parameters) for one in pair), strict=True)


def _told(scenario: Scenario, seed: int, run: int, parameters: str, tell: Tell) -> list[Any]:
    """What happened in one run, each event a tuple that starts with its day."""
    told = tell(scenario, seed, run, parameters).columns["events"]
    return list(zip(*(told[name] for name in GIST), strict=True))


def _logs(scenario: Scenario, seed: int, runs: Sequence[int], parameters: str) -> Iterator[list[Any]]:
    """What happened in each run, counted by the compiled engine."""
    names = _names(scenario)
    for log in event_logs(prepare(scenario, parameters), seed, runs):
        yield [_in_words(event, names) for event in log.tolist()]


def event_logs(prepared: Prepared, seed: int, runs: Sequence[int]) -> Iterator[npt.NDArray[Any]]:
    """The gist of the events of each run, as an array of records that the caller may keep."""
    warm_up(prepared)
    kernel = compiled_kernel()
    memory = allocate(prepared.template, prepared.regions, ROOM_FOR_EVENTS)
    rows, nothing = np.zeros((1, len(prepared.columns))), np.zeros((0, len(prepared.template)))
    for run in runs:
        batch = cut(prepared, Jobs(seed, np.array([run], dtype=np.int64)), np.zeros(0, dtype=np.int64), slice(0, 1))
        kernel(memory.record, batch, rows, np.zeros((1, 0, N_PICTURE)), nothing)
        count = min(int(memory.record["dyad"]["event_count"][0, 0]), ROOM_FOR_EVENTS)
        yield memory.events[list(GIST)][:count].copy()


def _names(scenario: Scenario) -> tuple[list[str], list[str]]:
    """Mediators and envoys in the order of their codes: two variants may number them differently."""
    sides = sorted(scenario.leaders)
    return list(scenario.mediators), [envoy for side in sides for envoy in scenario.leaders[side].envoys]


def _in_words(event: tuple[Any, ...], names: tuple[list[str], list[str]]) -> tuple[Any, ...]:
    day, kind, actor, target, level, mediator, envoy = event
    mediators, envoys = names
    who = [mediators[code - FIRST_MEDIATOR] if code >= FIRST_MEDIATOR else code for code in (actor, target)]
    by = mediators[mediator] if mediator >= 0 else ""
    return (day, kind, *who, level, by, envoys[envoy] if envoy >= 0 else "")


def _parting_day(here: Sequence[tuple[Any, ...]], there: Sequence[tuple[Any, ...]]) -> float:
    """The day on which two logs part, as :func:`sim.results.parting.parting` has it; NaN where they tell the same."""
    place = shared_events(here, there)
    return float("nan") if place is None else float(min(log[place][0] for log in (here, there) if place < len(log)))

"""A stage for claims: a stretch of a shipped case with one thing changed and the same luck, and what is seen on it.

The case keeps its people and numbers; ``play`` lets both leaders wait (or make one move of a script) unless a claim is
about what they would choose, so that nothing but the mechanism in question differs between two plays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.engine import trace
from sim.engines.compiled.packing import record_type
from sim.engines.compiled.plan import Prepared, prepare
from sim.files import load_scenario, vary
from sim.policies.protocol import Policy, Turn
from sim.policies.simple import always
from sim.results.trajectory import Trajectory
from sim.rules.meet.summit import blow_up_chance
from sim.run import run_many, run_one
from sim.scenario import Scenario
from sim.vocabulary import events as e

CASE: Scenario = load_scenario("us-china-2025")
SEED = 2025
ALONE: Mapping[str, Any] = {"mediators": {}}
"""Nobody else on stage."""
STILL: Mapping[str, Any] = {
    **ALONE,
    **{f"leaders.{side}.market.volatility": 0 for side in CASE.leaders},
}
"""Nobody else, and markets that move on news alone."""
WAITING = always("hold")
SURE = 4.9
"""Standard errors beyond which a fair draw falls less than once in a million (one-sided: 5e-7)."""

Changes = Mapping[str, Any]


def once(move: str, answer: str | None = "decline") -> Policy:
    """A leader who makes one move at the first turn that allows it, then waits; with ``answer=None`` answers freely."""
    made: list[str] = []

    def policy(turn: Turn) -> str | None:
        if turn.kind == "answer":
            return answer
        if not made and move in turn.options:
            made.append(move)
            return move
        return "hold"

    return policy


def answers_freely(turn: Turn) -> str | None:
    """A leader who waits and answers by own choice."""
    return None if turn.kind == "answer" else "hold"


def play(
    changes: Changes | None = None,
    us: Policy | None = WAITING,
    china: Policy | None = WAITING,
    run: int = 0,
    days: int = 30,
) -> Trajectory:
    """Play a stretch of the case with changes; a side with None chooses by itself."""
    scenario = vary(CASE, {"horizon_days": days, **(changes or {})})
    policies = {side: policy for side, policy in (("us", us), ("china", china)) if policy is not None}
    return run_one(scenario, seed=SEED, run=run, policies=policies)


def insult_on_first_day(by: str, size: float = 1.0) -> Changes:
    """A hostile word at the start, so that there is something to be provoked by."""
    return {"scheduled": [{"date": CASE.start, "kind": "insult", "side": by, "size": size}]}


def shock_on_first_day(side: str, size: float) -> Changes:
    """A fall of one market at the start, in log points."""
    return {"scheduled": [{"date": CASE.start, "kind": "market_shock", "side": side, "size": size}]}


# -- reading a record --------------------------------------------------------------------------------------------------


def rows(record: Trajectory, table: str, **where: Any) -> list[dict[str, Any]]:
    """The rows of a table in which every named column has the given value."""
    columns = record.columns[table]
    whole = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return [row for row in whole if all(row[name] == value for name, value in where.items())]


def weighed(record: Trajectory, side: str, option: str, about: str = "") -> dict[str, Any]:
    """How a side weighed an option at the first decision of a kind at which it could take it."""
    return rows(record, "decisions", leader=side, option=option, about=about)[0]


def reason(record: Trajectory, side: str, option: str, component: str, about: str = "") -> float:
    """One component of an option at the first decision of a kind."""
    return float(weighed(record, side, option, about)[component])


def series(record: Trajectory, column: str) -> npt.NDArray[np.float64]:
    """A column of the steps table."""
    return np.array(record.columns["steps"][column], dtype=float)


def kinds(record: Trajectory) -> list[str]:
    """The kinds of all events in order."""
    return list(record.columns["events"]["kind"])


# -- counting ----------------------------------------------------------------------------------------------------------


def count(scenario: Scenario, changes: list[Changes], runs: int, parameters: str = "drawn") -> list[dict[str, Any]]:
    """Tables of runs of variants with the same luck, one for each set of changes."""
    variants = [vary(scenario, dict(each)) if each else scenario for each in changes]
    table = run_many(variants, seed=SEED, runs=runs, parameters=parameters)
    columns = table.columns()
    return [{name: values[table.row == k] for name, values in columns.items()} for k in range(len(variants))]


def standard_errors(differences: npt.NDArray[np.float64]) -> float:
    """Mean of paired differences in units of its standard error."""
    differences = np.asarray(differences, dtype=float)
    spread = float(differences.std(ddof=1))
    return float(differences.mean()) * len(differences) ** 0.5 / spread if spread > 0 else 0.0


class Told(NamedTuple):
    """One event of a counted run; actors are numbers: sides in the order of their ids, then mediators."""

    kind: str
    day: float
    origin: int
    actor: int


def first_hazards(scenario: Scenario, runs: int, parameters: str = "drawn") -> Iterator[float | None]:
    """The chance of a rupture at the first summit of each run, from the state on its morning; None without one."""
    prepared = prepare(scenario, parameters)
    for run in range(runs):
        history, memory = trace(prepared, SEED, run, room_for_events=4000)
        told = memory.events[: int(memory.record["dyad"][0, 0]["event_count"])]
        held = told["step"][told["kind"] == e.WORDS.index("summit_held")]
        yield blow_up_chance(world_of(prepared, history[held[0]])) if len(held) else None


def world_of(prepared: Prepared, state: npt.NDArray[np.float64]) -> Any:
    """The parts of a kept state that rules about meetings read."""
    return SimpleNamespace(
        **{
            name: state[region.start : region.start + region.rows * region.width]
            .view(record_type(name))
            .view(np.recarray)
            for name, region in prepared.regions.items()
            if name in ("dyad", "leaders", "setting", "weights")
        }
    )


def ledgers(scenario: Scenario, runs: int, parameters: str = "drawn") -> Iterator[list[Told]]:
    """The events of each of many runs, told by the compiled engine."""
    prepared = prepare(scenario, parameters)
    for run in range(runs):
        _, memory = trace(prepared, SEED, run, room_for_events=4000)
        told = int(memory.record["dyad"][0, 0]["event_count"])
        yield [
            Told(e.WORDS[event["kind"]], float(event["day"]), int(event["origin"]), int(event["actor"]))
            for event in memory.events[:told]
        ]


# -- a meeting and nothing else ----------------------------------------------------------------------------------------


def on_the_next_day(scenario: Scenario) -> Scenario:
    """A summit on the next day and nobody else; hardly ever does a leader get to do anything before."""
    still = {f"leaders.{side}.market.volatility": 0 for side in scenario.leaders}
    meeting = {"horizon_days": 2, "at_start.meeting_on": scenario.start + dt.timedelta(days=1)}
    return vary(scenario, {**ALONE, **still, **meeting, "clock.rate_per_week": 0.1})


def meetings(changes: list[Changes], runs: int, scenario: Scenario = CASE) -> list[dict[str, Any]]:
    """Tables of summits held without a turn of either leader before or after, the same runs in each."""
    tables = count(on_the_next_day(scenario), changes, runs, parameters="central")
    idle = np.ones(runs, dtype=bool)
    for table in tables:
        for name, values in table.items():
            if "_count_" in name:
                idle &= values == 0
        assert np.all(table["ever_summit"][idle])
    return [{name: values[idle] for name, values in table.items()} for table in tables]


def first_run(wanted: Callable[[Trajectory], bool], make: Callable[[int], Trajectory], runs: int = 40) -> Trajectory:
    """The first of some runs that has what is wanted; fails when none has."""
    for run in range(runs):
        record = make(run)
        if wanted(record):
            return record
    raise AssertionError(f"none of {runs} runs shows it")

"""Whether a record that was kept is one that a run could have left: its heading, columns, rows, names and links.

Checksums only say that nobody changed a file by accident. What is read here is shown, indexed and looked up by others,
so each part is checked against the scenario of the record before anybody gets it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sim.luck import LARGEST_RUN, LARGEST_SEED
from sim.results.outcome import Outcome
from sim.results.record_columns import column_names
from sim.scenario.scenario import Scenario
from sim.vocabulary import actions as a
from sim.vocabulary import answers, events, levels
from sim.vocabulary.codes import ORIGINS
from sim.vocabulary.milestones import EVER

HEADING = ("seed", "run", "parameters", "order", "version")
PARAMETERS = ("central", "drawn")

CELL_BYTES = 32
"""A number takes at most 24 signs, a date 10; names are at most this long with their separator."""
LARGEST_TABLE = 1 << 28
TICKS_A_DAY = 4
"""A leader decides at most once in a quarter of a day."""
EVENTS_A_TICK = 40

Table = Mapping[str, Sequence[Any]]


class Wrong(Exception):
    """A part of a record that no run could have left: the file, and what is wrong in it."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(f"{file}: {what}")


def largest_tables(scenario: Scenario) -> dict[str, int]:
    """Return the most bytes that each table of a run of this scenario could need, as CSV."""
    third_parties = len(scenario.mediators)
    ticks = TICKS_A_DAY * (scenario.horizon_days + 1)
    rows = {
        "steps": round(scenario.horizon_days / scenario.clock.step_days) + 2,
        "events": ticks * (EVENTS_A_TICK + 2 * third_parties) + len(scenario.scheduled),
        "decisions": ticks * 2 * (len(a.WORDS) + len(answers.WORDS) * (len(answers.TOPICS) + third_parties)),
    }
    widths = {table: len(column_names(table, scenario)) * CELL_BYTES for table in rows}
    heads = {table: sum(map(len, column_names(table, scenario))) for table in rows}
    return {table: min(LARGEST_TABLE, rows[table] * widths[table] + 2 * heads[table]) for table in rows}


def check_heading(manifest: Mapping[str, Any], scenario: Scenario, file: str) -> None:
    """Refuse an address of luck, parameters, an order or a name that a run of this scenario cannot have."""
    for name, largest in (("seed", LARGEST_SEED), ("run", LARGEST_RUN)):
        value = manifest.get(name)
        if type(value) is not int or not 0 <= value <= largest:
            raise Wrong(file, f"{name} is {value!r}; allowed: a whole number from 0 to {largest}")
    clock = scenario.clock
    order = str(clock.kind) if clock.kind == "poisson" else str(clock.order)
    allowed = {"parameters": PARAMETERS, "order": (order,), "scenario": (scenario.name,)}
    for name, words in allowed.items():
        if manifest.get(name) not in words:
            raise Wrong(file, f"{name} is {manifest.get(name)!r}; allowed: {', '.join(words)}")
    if not isinstance(manifest.get("version"), str):
        raise Wrong(file, f"version is {manifest.get('version')!r}; allowed: a text such as 1.0.0")


def check_steps(steps: Table, scenario: Scenario) -> None:
    """Refuse a steps table with other columns, without a start, or whose steps are not counted from 0."""
    _check_columns("steps", steps, scenario)
    numbers = list(steps["step"])
    if not numbers or numbers != list(range(len(numbers))):
        raise Wrong("steps.csv", "its rows are not the steps 0, 1, 2, ...")
    _check_days("steps", steps, scenario)


def check_events(events: Table, scenario: Scenario, decisions: Collection[int]) -> None:
    """Refuse an events table with other columns, unknown words, or links to what is not there."""
    _check_columns("events", events, scenario)
    if list(events["event"]) != list(range(len(events["event"]))):
        raise Wrong("events.csv", "its rows are not the events 0, 1, 2, ...")
    _check_days("events", events, scenario)
    for name, words in _words_of_events(scenario).items():
        _check_words("events.csv", name, events[name], words)
    for place, (cause, request) in enumerate(zip(events["cause"], events["request"], strict=True)):
        if not -1 <= cause < place or not -1 <= request < place:
            raise Wrong("events.csv", f"event {place} stems from an event that does not come before it")
    known = {-1, *decisions}
    for place, number in enumerate(events["decision"]):
        if number not in known:
            raise Wrong("events.csv", f"event {place} carries out decision {number}, which is not there")


def check_decisions(decisions: Table, scenario: Scenario, events: int) -> None:
    """Refuse a decisions table with other columns, unknown words, or a decision without exactly one chosen option."""
    _check_columns("decisions", decisions, scenario)
    _check_days("decisions", decisions, scenario)
    words = {"leader": tuple(scenario.leaders), "kind": ("turn", "answer"), "about": ("", *answers.TOPICS)}
    for name, allowed in words.items():
        _check_words("decisions.csv", name, decisions[name], allowed)
    for kind, option, request in zip(decisions["kind"], decisions["option"], decisions["request"], strict=True):
        _check_words("decisions.csv", "option", (option,), a.WORDS if kind == "turn" else answers.WORDS)
        if not -1 <= request < events:
            raise Wrong("decisions.csv", f"a decision answers event {request}, which is not there")
    for number, chosen in _chosen(decisions):
        if chosen != 1:
            raise Wrong("decisions.csv", f"decision {number} has {chosen} chosen options instead of one")


def check_outcome(outcome: Outcome, scenario: Scenario, manifest: Mapping[str, Any], file: str) -> None:
    """Refuse an outcome of other sides, issues or mediators, or another one than the manifest names."""
    if manifest.get("outcome") != str(outcome.outcome_class):
        raise Wrong(file, f"the outcome is {outcome.outcome_class}, but the manifest says {manifest.get('outcome')!r}")
    sides = set(scenario.leaders)
    parts = {"trough": outcome.trough, "peak_pressure": outcome.peak_pressure, "actions": outcome.actions}
    expected = {name: (set(found), sides) for name, found in parts.items()}
    expected["ever"] = set(outcome.ever), set(EVER)
    if outcome.settlement is not None:
        expected["settlement"] = set(outcome.settlement), set(scenario.issues)
    for name, (found, wanted) in expected.items():
        if found != wanted:
            raise Wrong(file, f"`{name}` is about {_listed(found)} instead of {_listed(wanted)}")
    _check_words(file, "mediator", (outcome.mediator or "",), ("", *scenario.mediators))
    for counts in outcome.actions.values():
        _check_words(file, "actions", tuple(counts), a.WORDS)


def _check_columns(table: str, columns: Table, scenario: Scenario) -> None:
    expected = column_names(table, scenario)
    missing = [name for name in expected if name not in columns]
    if missing:
        raise Wrong(f"{table}.csv", f"the column {_listed(missing)} is missing")
    surplus = sorted(set(columns) - set(expected))
    if surplus:
        raise Wrong(f"{table}.csv", f"the column {_listed(surplus)} does not belong to a run of this scenario")


def _check_days(table: str, columns: Table, scenario: Scenario) -> None:
    for day, date in zip(columns["day"], columns["date"], strict=True):
        if not 0 <= day <= scenario.horizon_days:
            raise Wrong(f"{table}.csv", f"day {day} lies outside the run, which lasts {scenario.horizon_days} days")
        if date != (scenario.start + dt.timedelta(days=math.floor(day))).isoformat():
            raise Wrong(f"{table}.csv", f"the date {date!r} is not that of day {day}")


def _check_words(file: str, name: str, found: Sequence[str], allowed: Collection[str]) -> None:
    for word in found:
        if word not in allowed:
            raise Wrong(file, f"{name} is {word!r}; allowed: {', '.join(w for w in allowed if w)}")


def _words_of_events(scenario: Scenario) -> dict[str, Collection[str]]:
    actors = ("", "both", *scenario.leaders, *scenario.mediators)
    envoys = {envoy for leader in scenario.leaders.values() for envoy in leader.envoys}
    return {
        "kind": events.WORDS,
        "actor": actors,
        "target": actors,
        "level": levels.WORDS,
        "mediator": ("", *scenario.mediators),
        "envoy": ("", *sorted(envoys)),
        "origin": ORIGINS,
    }


def _chosen(decisions: Table) -> Iterator[tuple[int, int]]:
    """How many options of each decision were chosen; rows of one decision stand together."""
    numbers, chosen = decisions["decision"], decisions["chosen"]
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[start]:
            yield numbers[start], sum(chosen[start:place])
            start = place


def _listed(names: Collection[str]) -> str:
    shown = sorted(names)[:5]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return (", ".join(shown) or "nothing") + more

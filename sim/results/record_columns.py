"""What each column of a run's record means, and in which unit.

This one table feeds the reference page, the reader of stored records and the check that nothing else is recorded.
A name in braces stands for an id of the scenario: ``{side}.pressure`` is ``us.pressure`` in a run with a side ``us``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sim.scenario.scenario import Scenario
from sim.state.between import Dyad, Mediator
from sim.state.fields import fields_of
from sim.state.layout import TRAITS
from sim.state.sides import Adviser, Leader, Market, Public
from sim.vocabulary import actions, answers, components, events

TABLES = ("steps", "events", "decisions")


class Column(NamedTuple):
    """One documented column.

    ``kind`` is ``float``, ``int``, ``str`` or ``bool``; ``unit`` is empty for names and ids.
    """

    table: str
    name: str
    kind: str
    unit: str
    meaning: str


SHOWN: tuple[tuple[str, type], ...] = (
    ("{side}.", Leader),
    ("{side}.", Market),
    ("{side}.", Public),
    ("", Dyad),
    ("advisers.{side}.{adviser}.", Adviser),
    ("mediators.{mediator}.", Mediator),
)
"""Whose fields the steps table shows, and what stands before the name of the column."""


def _steps() -> list[Column]:
    def column(name: str, unit: str, meaning: str, kind: str = "float") -> Column:
        return Column("steps", name, kind, unit, meaning)

    shown = {
        record: [
            column(before + field.shown.column, field.shown.unit, field.shown.meaning, field.shown.kind)
            for field in fields_of(record)
            if field.shown is not None
        ]
        for before, record in SHOWN
    }
    return [
        column("step", "steps", "Number of the step; row 0 is the start, before anything happens.", "int"),
        column("day", "days", "Days since the start, at the end of the step."),
        column("date", "", "The calendar day, ISO 8601.", "str"),
        *shown[Leader],
        *shown[Market],
        *shown[Public],
        column("{side}.receptiveness", "share", "Mean of the belief that the other says yes when asked."),
        column("{side}.waiting_over_asking", "utility", "Utility of waiting less that of the better way to ask now."),
        *shown[Dyad],
        *shown[Adviser],
        *shown[Mediator],
        column("perceived.{side}.{trait}", "share", "What the side believes this trait of the other leader to be."),
    ]


def _events() -> list[Column]:
    def column(name: str, meaning: str, unit: str = "", kind: str = "str") -> Column:
        return Column("events", name, kind, unit, meaning)

    return [
        column("event", "Number of the event, in the order in which things happened.", kind="int"),
        column("day", "Days since the start.", "days", "float"),
        column("date", "The calendar day, ISO 8601."),
        column("step", "Steps completed when it happened; it falls into the next one.", "steps", "int"),
        column("kind", "What happened; the kinds are listed below."),
        column("actor", "Who did it: a side, a mediator, `both`, or empty."),
        column("target", "Toward whom: a side, a mediator, or empty."),
        column("level", "letter, envoy, talks, call, summit, truce, or empty."),
        column("mediator", "The mediator through whom it happened, or empty."),
        column("envoy", "The envoy concerned, or empty."),
        column(
            "amount", "Size: points of pressure, a fall of the market in log points, or a share.", "by kind", "float"
        ),
        column("origin", "Why it came up: decision, answer, due, hazard, scheduled."),
        column("cause", "Number of the event that led to it, or -1.", kind="int"),
        column("request", "Number of the request that it answers or carries out, or -1.", kind="int"),
        column("decision", "Number of the decision that it carries out, or -1.", kind="int"),
    ]


def _decisions() -> list[Column]:
    def column(name: str, meaning: str, unit: str = "", kind: str = "str") -> Column:
        return Column("decisions", name, kind, unit, meaning)

    weighed = [column(row.word, f"Part of the utility: {row.meaning}.", "utility", "float") for row in components.ROWS]
    return [
        column("decision", "Number of the decision; one row for each of its options.", kind="int"),
        column("day", "Days since the start.", "days", "float"),
        column("date", "The calendar day, ISO 8601."),
        column("step", "Steps completed when it was taken; it falls into the next one.", "steps", "int"),
        column("leader", "The side whose leader decides."),
        column("kind", "turn (the leader's own move) or answer (to a request)."),
        column("about", "What an answer is about: letter, call, summit, mediation, truce; empty for a turn."),
        column("request", "Number of the event answered, or -1.", kind="int"),
        column("option", "An action; in an answer: accept, decline, lapse."),
        column("nest", "Group of like options: wait, pressure, reach_out, back_out, home_front; accept, refuse."),
        *weighed,
        column("utility", "Sum of these parts.", "widths of the zone of agreement", "float"),
        column("probability", "Chance of being chosen, before luck.", "share", "float"),
        column("chosen", "Whether it was taken.", kind="bool"),
    ]


COLUMNS: tuple[Column, ...] = (*_steps(), *_events(), *_decisions())


@lru_cache(maxsize=4096)
def column_of(table: str, name: str) -> Column | None:
    """Return the documentation of a column as it stands in a record, or None if there is none."""
    for column in COLUMNS:
        if column.table == table and _pattern(column.name).fullmatch(name):
            return column
    return None


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{\w+\\}", r"[a-z][a-z0-9_-]*", re.escape(name)))


def column_names(table: str, scenario: Scenario) -> list[str]:
    """Return the names of all columns that a run of this scenario records in a table, in order."""
    names: list[str] = []
    for column in COLUMNS:
        if column.table == table:
            names += _expanded(column.name, scenario)
    return names


def _expanded(name: str, scenario: Scenario) -> list[str]:
    if "{mediator}" in name:
        return [name.format(mediator=mediator) for mediator in sorted(scenario.mediators)]
    if "{side}" not in name:
        return [name]
    return [filled for side in sorted(scenario.leaders) for filled in _for_side(name, side, scenario)]


def _for_side(name: str, side: str, scenario: Scenario) -> list[str]:
    if "{adviser}" in name:
        return [name.format(side=side, adviser=adviser) for adviser in sorted(scenario.leaders[side].advisers)]
    if "{trait}" in name:
        return [name.format(side=side, trait=trait) for trait in TRAITS]
    return [name.format(side=side)]


INTRODUCTION = """\
# The record of a run

`climbdown run SCENARIO --out DIR` keeps these tables as CSV, with `scenario.yaml`, `outcome.csv` (measure, value) and
`manifest.json` (seed, run, version, checksums) beside them; `--out FILE.zip` keeps all in one file. In Python:
`Trajectory.load(path)`, then `.steps`, `.events`, `.decisions`, `.outcome`. A name in braces stands for an id of the
scenario. A missing number is an empty cell.

A game that somebody played has `game.json` besides: the seats that were a person's, at what pace, and number and option
of each decision that a person took; `climbdown play --resume` goes on from there.

A record of format 1 is read under the names of today: a number or a word that it does not have is blank, a
consideration that nobody weighed then counts 0, and what happened on the way is read from its events. It is not run
again.
"""


def columns_page() -> str:
    """Return the reference page of the record as Markdown (``docs/reference/record.md``)."""
    lines = [INTRODUCTION]
    for table in TABLES:
        lines += [f"## `{table}`", "", "| column | type | unit | meaning |", "|---|---|---|---|"]
        lines += [f"| `{c.name}` | {c.kind} | {c.unit} | {c.meaning} |" for c in COLUMNS if c.table == table] + [""]
    for title, vocabulary in (("Kinds of events", events), ("Actions", actions), ("Answers", answers)):
        lines += [f"## {title}", "", "| name | meaning |", "|---|---|"]
        lines += [
            f"| `{name}` | {meaning} |" for name, meaning in ((row.word, row.meaning) for row in vocabulary.ROWS)
        ] + [""]
    return "\n".join(lines)

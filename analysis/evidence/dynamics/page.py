"""The page ``docs/dynamics.md``: every row, the tempo, the course under standing pressure, and how it was before."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.evidence.dynamics.measured import Measured
from analysis.evidence.dynamics.pressing import LEVELS, course
from analysis.evidence.dynamics.row import Finding, Reading
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.told import short
from analysis.evidence.markdown import prose, table

HERE = Path(__file__).parent
WORDS = {True: "reached", False: "**not reached**", None: "shown"}
DAYS = (0, 30, 90, 180, 365)
COURSE = ("pain", "sunk_face", "coercion_works")
"""What is shown of each side in the course under standing pressure, beside tension and beliefs about asking."""


def page(measured: Sequence[Measured], stages: Sequence[Stage]) -> str:
    """The whole page.

    Parameters
    ----------
    measured : sequence of Measured
        The rows in order.
    stages : sequence of Stage
        Where they were measured; the first is the one of the tempo table.
    """
    parts = [
        ["# How the standoff goes", "", *opening(stages)],
        ["## The rows", "", *overview(measured)],
        ["## How often things happen", "", *tempo_part(measured)],
        ["## Standing pressure", "", *course_part(list(stages[0].cases))],
        *(row_part(one) for one in measured),
        ["## What was measured before", "", *before_part(measured)],
    ]
    return "\n".join("\n".join(part) + "\n" for part in parts)


def opening(stages: Sequence[Stage]) -> list[str]:
    """What the page is, and how it is made."""
    first = stages[0]
    told = (
        "Each leader waits for the other to call, waiting hurts, and a way down that saves face opens: does the "
        "model's world go like that? Each row below says what must be so, where, and when it counts as reached; the "
        f"numbers are of {len(first.cases)} shipped cases, {first.lucks:,} lucks each, variants of a case under the "
        "same lucks. "
        "Intervals are 95% and count each luck once. They speak of the luck of runs alone, not of whether the model is "
        "right. Many numbers of the model were chosen with these rows in view ([which](prior-predictive.md)): that a "
        "row is reached says that the mechanisms can do it together, and is no evidence. *Central*: uncertain numbers "
        "at their central value; *drawn*: drawn anew in each run."
    )
    return [*prose(told), "", f"    python -m analysis.evidence dynamics docs -n {first.lucks}", "", *prose(AFTER), ""]


AFTER = (
    "prints the same as a compact table while it measures and writes this page at the end; `--rows D1,D4`, `--cases "
    "two-leaders` and `--quick` measure less and print only."
)


def overview(measured: Sequence[Measured]) -> list[str]:
    """One line for each row."""
    return table(
        ("row", "what must be so", "where", "bound", "central", "drawn"),
        ((one.row.name, one.row.behaviour, one.row.where, one.row.bound, *_verdicts(one)) for one in measured),
    )


def _verdicts(one: Measured) -> tuple[str, str]:
    central, drawn = (one.findings.get(parameters) for parameters in ("central", "drawn"))
    return _verdict(central), _verdict(drawn)


def _verdict(finding: Finding | None) -> str:
    return "" if finding is None else f"{WORDS[finding.reached]}: {finding.told}"


def row_part(one: Measured) -> list[str]:
    """Every number of a row."""
    keys = dict.fromkeys((r.case, r.what) for finding in one.findings.values() for r in finding.readings)
    lines = [[case, what, *_cells(one, case, what)] for case, what in keys]
    heads = ("case", "measured", *(f"{parameters}" for parameters in one.findings), "as it should be")
    return [
        f"## {one.row.name}: {one.row.behaviour}",
        "",
        *prose(f"{one.row.where}. {one.row.bound}."),
        "",
        *table(heads, lines),
    ]


def _cells(one: Measured, case: str, what: str) -> Iterator[str]:
    found: list[Reading | None] = [
        next((r for r in finding.readings if (r.case, r.what) == (case, what)), None)
        for finding in one.findings.values()
    ]
    yield from (written(reading) for reading in found)
    marks = {None: "", True: "yes", False: "**no**"}
    yield ", ".join(dict.fromkeys(marks[reading.reached] for reading in found if reading is not None))


def written(reading: Reading | None) -> str:
    """An estimate with its interval, or without where it has none."""
    if reading is None:
        return ""
    value, low, high = (short(number) for number in reading.estimate.numbers)
    return value if low == high == value else f"{value} [{low}, {high}]"


def tempo_part(measured: Sequence[Measured]) -> list[str]:
    """Means of each kind of event in a run, case by case, beside data."""
    tempo = next((one for one in measured if one.row.name == "D8" and one.findings), None)
    if tempo is None:
        return ["Not measured this time."]
    readings = next(iter(tempo.findings.values())).readings
    with (HERE / "tempo_data.csv").open(encoding="utf-8", newline="") as file:
        data = {line["event"]: line for line in csv.DictReader(file)}
    heads, lines = tempo_lines(readings, {event: line["data"] for event, line in data.items()})
    sources = [f"- {event}: {line['data']}; {line['source']}." for event, line in data.items()]
    told = (
        "Means of a run, both sides together; a meeting announced before the first day is not counted. Data are for a "
        "year."
    )
    return [*prose(told), "", *table(heads, lines), "", "Where the data are from:", "", *sources]


def tempo_lines(readings: Sequence[Reading], data: Mapping[str, str]) -> tuple[list[str], list[list[str]]]:
    """One line for each kind of event that was counted in every case: its mean in each, and the data."""
    cases = list(dict.fromkeys(reading.case for reading in readings))
    lines = []
    for event in dict.fromkeys(reading.what for reading in readings):
        means = {r.case: f"{r.estimate.value:.1f}" for r in readings if r.what == event}
        if len(means) == len(cases):
            lines.append([event, *means.values(), data.get(event, "")])
    return ["event", *cases, "data"], lines


def course_part(cases: Sequence[str]) -> list[str]:
    """Pain, tension and beliefs in a year in which both hold at their ceilings and nothing is by chance."""
    told = (
        "A year in which both leaders hold and decline whatever is asked, with markets that move by pressure alone, no "
        f"hosts and no dates; pressure at {', '.join(LEVELS)}. The table has the first of these."
    )
    lines = []
    for case in cases:
        found = course(case, next(iter(LEVELS)))
        lines += [[case, name, *_at_days(found.columns[name])] for name in _shown(list(found.columns))]
    return [*prose(told), "", *table(("case", "column of the record", *(f"day {day}" for day in DAYS)), lines)]


def _at_days(numbers: Any) -> list[str]:
    return [f"{numbers[min(day, len(numbers) - 1)]:.2f}" for day in DAYS]


def _shown(columns: Sequence[str]) -> list[str]:
    own = [(name, name.rpartition(".")[2]) for name in columns if name.count(".") == 1]
    return ["tension", *(name for name, column in own if column in COURSE or "ask" in column.split("_"))]


def before_part(measured: Sequence[Measured]) -> list[str]:
    """What a referee found before these mechanisms, beside what is found now."""
    told = (
        "Before asking was a gamble, waiting had a price and time was scarce, the same measurements (paired lucks, 600 "
        "to 1,500 runs) gave the figures on the left: nobody waited, ego did not keep leaders apart, pain wore off by "
        "itself, everything happened several times too often, and how often the model asked decided what happened."
    )
    by_name = {one.row.name: one for one in measured}
    lines = []
    with (HERE / "before.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            one = by_name.get(line["row"])
            now = written(one.reading(line["case"], line["what"])) if one else ""
            lines.append(
                [line["finding"], line["where"], line["before"], f"{now} ({line['row']})" if now else "see above"]
            )
    return [*prose(told), "", *table(("measured", "where", "before", "now"), lines)]

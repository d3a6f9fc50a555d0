"""A comparison over many lucks: what differs, by how much, how surely, and where pairs part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis.documents.differing import Row, is_clear, labels_of, signed, sureness, told_numbers
from analysis.documents.document import Note, Prose, Table, records
from analysis.documents.measure_names import to_first
from analysis.documents.wording import listed
from analysis.estimates.paired_runs import Parted
from sim.narrative.cast import Cast
from sim.scenario import Scenario
from sim.vocabulary import milestones, outcomes

CLEAR = "*"
CLEAR_NAMED = 4
"""Clear differences that are named in the answer."""

COLUMNS = ("A", "B", "B - A ", " 95% interval")
LAYOUT = (-34, 8, 8, 9, -15, 6)


class Group(NamedTuple):
    """Measures under one heading; `{who}` in it is the first side, and `said` is what labels under it leave out."""

    heading: str
    beginnings: tuple[str, ...]
    said: str = ""


GROUPS = (
    Group(outcomes.HEADING, ("outcome_",), "Ends in: "),
    Group(milestones.HEADING, ("ever_",), "On the way: "),
    Group("How they come to talk", ("contact", "first_", "asks_first_", "mediat", "truce_days", "deal_days")),
    Group("What {deal.plural} give to {who}", ("settlement_",)),
    Group("What it costs on the way", ("",)),
)
"""Every measure stands in the first group that it fits."""


def pair_blocks(
    found: pd.DataFrame, medians: Mapping[str, Mapping[str, Any]], pair: tuple[Scenario, Scenario]
) -> Iterator[Prose | Table | Note]:
    """Yield the answer, then the differences as one table a group; a star marks what is clear among so many.

    Whoever is in only one of the two scenarios is called what that one says.
    """
    scenario = pair[0]
    labels, cast = labels_of(pair), Cast(scenario)
    lines = [line for line in records(found) if line["pairs"]]
    yield Prose((_answer(lines, labels),))
    for group in GROUPS:
        rows = tuple(
            _row(f"  {_label(line, labels).removeprefix(group.said).removesuffix(to_first(scenario))}", line)
            for line in lines
            if group is _group(str(line["measure"]))
        )
        if rows:
            heading = cast.fill(group.heading, who=cast.country(cast.sides[0]))
            yield Table((heading, *COLUMNS, "times"), rows, layout=LAYOUT)
    if medians:
        yield _medians(medians, labels)
    yield Note(cast.fill(READING))


READING = (
    "* clear among so many: an interval that holds all differences at once leaves 0 out (Bonferroni); the one shown is "
    "the difference's own. Shares and falls, and their differences, are in per cent. What is not asked in every run is "
    "compared over the lucks in which both settings have an answer. 'times': how many times as many runs of "
    "independent luck would be needed to know the difference as well."
)


def _group(measure: str) -> Group:
    return next(group for group in GROUPS if measure.startswith(group.beginnings))


def _label(line: Row, labels: Mapping[str, str]) -> str:
    return labels.get(str(line["measure"]), str(line["measure"]))


def _answer(lines: Sequence[Row], labels: Mapping[str, str]) -> str:
    """What is clear among so many, group by group and the surest first."""
    clear = sorted(filter(is_clear, lines), key=lambda line: (GROUPS.index(_group(line["measure"])), -sureness(line)))
    if not clear:
        return "No measure differs clearly between A and B under so many lucks."
    named = [_named(line, labels) for line in clear[:CLEAR_NAMED]]
    rest = len(clear) - len(named)
    named += [f"{rest} more, marked * below"] if rest else []
    return f"Clearly different: {listed(named)}."


def _named(line: Row, labels: Mapping[str, str]) -> str:
    first, second, *_ = told_numbers(line)
    return f"{_label(line, labels)} (A {first}, B {second})"


def _row(name: str, line: Row) -> tuple[str, ...]:
    first, second, change, low, high = told_numbers(line)
    clear = CLEAR if is_clear(line) else " "
    return name, first, second, f"{change}{clear}", f" {low} to {high}", ratio(line["variance_ratio"])


def ratio(value: float) -> str:
    """Return how many times the runs, or nothing where no pair differs."""
    if math.isnan(value):
        return "-"
    return "inf" if math.isinf(value) else f"{value:.1f}" if value < 10 else f"{value:.0f}" if value < 1000 else ">999"


def _medians(medians: Mapping[str, Mapping[str, Any]], labels: Mapping[str, str]) -> Table:
    rows = tuple(_median(labels[f"{name}s"].removeprefix("Days to "), found) for name, found in medians.items())
    return Table(("Half of the runs get there by day", *COLUMNS, ""), rows, layout=LAYOUT)


def _median(name: str, found: Mapping[str, Any]) -> tuple[str, ...]:
    clear = CLEAR if found["low"] > 0 or found["high"] < 0 else " "
    ends = f" {found['low']:.0f} to {found['high']:.0f}"
    first, second = (round(found[which]) for which in ("first", "second"))
    return f"  {name}", f"{first}", f"{second}", f"{signed(f'{second - first}')}{clear}", ends, ""


def parting_sentence(found: Parted) -> str:
    """Return where pairs part, in words, and which is a typical one."""
    if not found.share:
        return f"In none of {found.pairs:,} lucks does the change make a difference to what happens."
    return (
        f"Of {found.pairs:,} lucks followed event by event, the two settings part in {found.share:.0%}: half of those "
        f"by day {found.day_median:.0f}, eight in ten between day {found.day_low:.0f} and day "
        f"{found.day_high:.0f}. A typical pair is run {found.typical_run}."
    )

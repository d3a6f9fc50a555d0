"""Many runs drawn with characters: where they stand over the days as areas, and a hundred of them as dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.cells import set_cell_size

from analysis.figures.dates import day_of_six
from analysis.figures.figure import distinct, selected
from analysis.figures.figures_of_runs import HundredDots, Standings
from analysis.figures.told_shares import interval_told, percents_told
from sim.narrative.painted import Painted, Role, in_role, painted
from sim.narrative.wrapping import wrapped

ROWS = 10
MARGIN = 7
"""Columns of the numbers beside the field."""
ACROSS = 20
"""Dots in a row of the hundred."""
ROOMY = 78
"""Columns from which dots stand apart."""

BANDS = {
    "deal": "█",
    "truce": "▓",
    "truce_before": "▒",
    "in_touch": "=",
    "asked": "-",
    "nothing": " ",
    "blow_up": "x",
}
ENDINGS = {"deal": "●", "truce": "■", "no_deal": "▲", "blow_up": "x", "no_contact": "·"}
LETTERS = {
    "deal": "#", "truce": "o", "truce_before": ":", "in_touch": "=", "asked": "-", "nothing": " ", "blow_up": "x",
    "no_deal": "=", "no_contact": ".",
}  # fmt: skip
"""The same on a terminal with no such characters."""


def standings_rows(figure: Standings, width: int, ascii_only: bool) -> Iterator[Painted | str]:
    """Yield a field of all runs over the days, a character for each band, and what each is called."""
    table, days = figure.shares, distinct(figure.shares["day"])
    inner = max(min(width - MARGIN - 2, 2 * len(days)), 10)
    states = distinct(table["state"])
    shares = {state: selected(table, "share", {"state": state}) for state in states}
    yield from in_role(wrapped(figure.title, width=width), Role.heading)
    for row in range(ROWS):
        level = 1 - (row + 0.5) / ROWS
        marks = "".join(
            _mark(_band_at(shares, round(column * (len(days) - 1) / (inner - 1)), level), BANDS, ascii_only)
            for column in range(inner)
        )
        label = {0: "100%", ROWS - 1: "0%"}.get(row, "")
        yield painted(f"{label:>5} |", (marks, Role.bar)).rstrip()
    yield " " * MARGIN + _dates(figure, float(days[-1]), inner)
    for state in reversed(states):
        if max(shares[state]) > 0:
            title, *numbers = (
                selected(table, name, {"state": state})[-1] for name in ("title", "share", "low", "high")
            )
            told = (f" at the end {percents_told(numbers)}", Role.aside)
            name = set_cell_size(str(title), min(28, width - 41))
            yield painted(f"    {_mark(state, BANDS, ascii_only)}  {name}", told)


def _band_at(shares: Mapping[Any, Sequence[float]], place: int, level: float) -> Any:
    """The band that a level (0 to 1) of the stack lies in on a day."""
    foot = 0.0
    for state, values in shares.items():
        foot += float(values[place])
        if level < foot:
            return state
    return state


def _dates(figure: Standings, last: float, inner: int) -> str:
    first, middle, end = (day_of_six(figure.start, day) for day in (0.0, last / 2, last))
    return f"{first}{middle:^{max(inner - 12, 8)}}{end}"


def hundred_dots_rows(figure: HundredDots, width: int, ascii_only: bool) -> Iterator[Painted | str]:
    """Yield five rows of twenty marks with the name, number and interval of an ending beside each."""
    columns = [list(figure.shares[name]) for name in ("outcome", "title", "hundred", "share", "low", "high")]
    endings = list(zip(*columns, strict=True))
    gap = " " if width >= ROOMY else ""
    marks = "".join(_mark(outcome, ENDINGS, ascii_only) * int(hundred) for outcome, _, hundred, *_ in endings)
    rows = [marks[first : first + ACROSS] for first in range(0, len(marks), ACROSS)]
    yield from in_role(wrapped(figure.title, width=width), Role.heading)
    for place in range(max(len(rows), len(endings))):
        dots = rows[place] if place < len(rows) else ""
        line = painted("  ", (gap.join(dots).ljust((1 + len(gap)) * ACROSS), Role.bar))
        if place < len(endings):
            outcome, title, hundred, *numbers = endings[place]
            name = set_cell_size(str(title), 14)
            told = (f"({interval_told(numbers)})", Role.aside)
            line = painted(line, f"{_mark(outcome, ENDINGS, ascii_only)} {name}{hundred:>3} ", told)
        yield line.rstrip()


def _mark(state: Any, known: Mapping[str, str], ascii_only: bool) -> str:
    return (LETTERS if ascii_only else known).get(str(state), "?")

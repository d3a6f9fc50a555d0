"""Figures drawn with characters, for a terminal: to an eighth of a character, or in plain ASCII where that is all."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from rich.cells import cell_len, set_cell_size

from analysis.figures.character_changes import changes_rows
from analysis.figures.character_course import course_rows
from analysis.figures.character_worlds import hundred_dots_rows, standings_rows
from analysis.figures.dates import day_of_six
from analysis.figures.digits import percents
from analysis.figures.figure import (
    Course,
    Figure,
    ShareBars,
    SignedBars,
    TimeToContact,
    renderer_without_vega,
)
from analysis.figures.figures_of_runs import HundredDots, Standings
from sim.narrative.painted import Painted, Role, in_role, painted
from sim.narrative.wrapping import wrapped

NUMBERS = 28
"""Columns that a share and its interval take; names and bars have half of the others each."""

CURVE_ROWS = 6
MARGIN = 9
EIGHTHS = " ▏▎▍▌▋▊▉█"
HEIGHTS = " ▁▂▃▄▅▆▇█"


class Canvas(NamedTuple):
    """Columns of a line, and whether to do without block characters."""

    width: int = 80
    ascii_only: bool = False


def characters(figure: Figure, canvas: Canvas) -> Iterator[str]:
    """Yield a figure as lines that are no wider than the canvas.

    Raises
    ------
    FigureError
        For figures that this renderer does not draw.
    """
    yield from renderer_without_vega(_DRAWN_BY, figure)(figure, canvas)


def percent(share: float) -> str:
    """Return a share in per cent: more digits near the ends, where they matter."""
    if math.isnan(share):
        return "-"
    return f"{share:.2%}" if 0 < share < 0.00995 or 0.99 < share < 1 else f"{share:.1%}"


def horizontal(share: float, width: int, ascii_only: bool) -> str:
    """Return a bar for a share, to an eighth of a character where the terminal has such characters."""
    if math.isnan(share):
        return ""
    if ascii_only:
        return "#" * round(share * width)
    whole, rest = divmod(round(share * width * 8), 8)
    return EIGHTHS[8] * whole + (EIGHTHS[rest] if rest else "")


def bar_cell(share: float, width: int, ascii_only: bool) -> Painted:
    """Return a bar for a share in a cell as wide as the longest."""
    return painted((horizontal(share, width, ascii_only).ljust(width), Role.bar))


def _share_bars(figure: ShareBars, canvas: Canvas) -> Iterator[str]:
    """Yield a heading and a bar per share, with its 95% interval in numbers."""
    longest = (canvas.width - NUMBERS) // 2
    label = canvas.width - NUMBERS - longest
    heading = label + longest + 3
    yield painted((f"{set_cell_size(figure.title, heading)}{'share':>7}  95% interval", Role.heading))
    bars = list(zip(*(figure.shares[name] for name in ("title", "share", "low", "high")), strict=True))
    for name, *numbers in bars:
        share, low, high = percents(*numbers)
        bar = bar_cell(numbers[0], longest, canvas.ascii_only)
        called = set_cell_size(name, min(cell_len(name), label - 1))
        ends = (f" {low:>6} to {high}", Role.aside)
        yield painted(f"  {set_cell_size(called, label)} ", bar, f"{share:>7}", ends)
    if not bars:
        yield "  none"


def _time_to_contact(figure: TimeToContact, canvas: Canvas) -> Iterator[str]:
    """Yield the share of runs that have got there by each day, as a field filled from below."""
    inner = canvas.width - MARGIN
    last = figure.horizon or max(figure.curves["day"])
    reached = [at_day(figure, "reached", (column + 1) * last / inner) for column in range(inner)]
    yield from in_role(wrapped(figure.title, width=canvas.width), Role.heading)
    for row in range(CURVE_ROWS):
        label = {0: "100%", CURVE_ROWS - 1: "0%"}.get(row, "")
        yield painted(f"{label:>7} |", (_curve_row(reached, row, canvas.ascii_only), Role.bar)).rstrip()
    first, middle, end = (day_of_six(figure.start, day) for day in (0.0, last / 2, last))
    yield " " * MARGIN + f"{first}{middle:^{inner - 12}}{end}"


def at_day(figure: TimeToContact, column: str, day: float) -> float:
    """The value of a step curve on a day: of its first group, 0 before its first step."""
    value = 0.0
    for when, level in zip(figure.curves["day"], figure.curves[column], strict=True):
        if when > day:
            break
        value = level
    return value


def _curve_row(reached: list[float], row: int, ascii_only: bool) -> str:
    floor = CURVE_ROWS - 1 - row
    parts = [min(max(share * CURVE_ROWS - floor, 0.0), 1.0) for share in reached]
    return "".join(("#" if part >= 0.5 else " ") if ascii_only else HEIGHTS[round(part * 8)] for part in parts)


def _course(figure: Course, canvas: Canvas) -> Iterator[str]:
    yield from course_rows(figure, canvas.width, canvas.ascii_only)


def _signed_bars(figure: SignedBars, canvas: Canvas) -> Iterator[str]:
    yield from changes_rows(figure, canvas.width, canvas.ascii_only)


def _standings(figure: Standings, canvas: Canvas) -> Iterator[str]:
    yield from standings_rows(figure, canvas.width, canvas.ascii_only)


def _hundred_dots(figure: HundredDots, canvas: Canvas) -> Iterator[str]:
    yield from hundred_dots_rows(figure, canvas.width, canvas.ascii_only)


_DRAWN_BY: Mapping[type, Callable[[Any, Canvas], Iterator[str]]] = {
    ShareBars: _share_bars,
    SignedBars: _signed_bars,
    TimeToContact: _time_to_contact,
    Course: _course,
    Standings: _standings,
    HundredDots: _hundred_dots,
}

"""The course of one run with characters: both sides' pressure in one frame, and the fall of each market as heights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.figures.dates import day_of_six
from analysis.figures.figure import Course, distinct, selected
from sim.narrative.painted import Role, painted

MARGIN = 9
ROWS = 6
BLOCKS = " ▁▂▃▄▅▆▇█"
SHADES = " .:-=+*%#"
"""The same heights for terminals without block characters."""

IN_VAIN, SPOKEN = "ask in vain", ("call", "summit")
"""Forms of marks: an ask that came to nothing, and what counts as speaking."""

MARK = ("day", "lane", "form")

FALL_A_LEVEL = 0.04
"""Heights of 4% each, so that pictures of different runs compare; anything but nothing is seen."""


def course_rows(figure: Course, width: int, ascii_only: bool) -> Iterator[str]:
    """Yield the picture as lines of at most `width` columns, which are at least 40."""
    marks = side_marks([str(side) for side in distinct(figure.series["side"])])
    for place, panel in enumerate(distinct(figure.series["panel"])):
        if place:
            yield ""
        if panel in figure.falls:
            yield from _falls(figure, panel, marks, width, ascii_only)
        else:
            yield from _frame(figure, panel, marks, width)
    yield from _below(figure, marks, width - MARGIN)


def _falls(figure: Course, panel: Any, marks: Mapping[str, str], width: int, ascii_only: bool) -> Iterator[str]:
    """Yield the heading of a panel and one row of heights for each side."""
    yield painted((str(panel), Role.heading))
    for side, mark in marks.items():
        values = selected(figure.series, "value", {"panel": panel, "side": side})
        yield _fall_row(f"{mark:>7} ", values, width - MARGIN, ascii_only).rstrip()


def _frame(figure: Course, panel: Any, marks: Mapping[str, str], width: int) -> Iterator[str]:
    """Yield the heading of a panel and both sides in one frame."""
    legend = ", ".join(f"{mark} = {side}" for side, mark in marks.items())
    yield painted((f"{panel} ({legend}, * = both)"[:width], Role.heading))
    values = {mark: selected(figure.series, "value", {"panel": panel, "side": side}) for side, mark in marks.items()}
    yield from overlay(values, width - MARGIN)


def _below(figure: Course, marks: Mapping[str, str], width: int) -> Iterator[str]:
    """Yield who asked and when the two spoke, the stretches with a truce, if any, and the dates under the picture."""
    days = distinct(figure.series["day"])
    yield from _reached(figure, marks, (days[0], days[-1]), width)
    spans = list(zip(figure.truces["start"], figure.truces["end"], strict=True))
    if spans:
        held = [any(start <= day <= end for start, end in spans) for day in sampled(days, width)]
        fits = len(figure.held) <= MARGIN - 2
        name = f"{figure.held if fits else '':>{MARGIN - 2}} "
        yield _row(name, ["=" if part else " " for part in held]).rstrip()
        if not fits:
            yield f"{' ' * MARGIN}= {figure.held}"[:width]
    first, middle, last = (day_of_six(figure.start, days[place]) for place in (0, len(days) // 2, -1))
    yield " " * MARGIN + f"{first}{middle:^{width - 12}}{last}".rstrip()


def _reached(figure: Course, marks: Mapping[str, str], ends: tuple[float, float], width: int) -> Iterator[str]:
    """Yield a row with the mark of who asked, small where it was in vain, and one for when they spoke or met."""
    rows = {"asked": [" "] * width, "spoke": [" "] * width}
    for day, lane, form in _marked(figure):
        place = min(width - 1, int((day - ends[0]) / max(ends[1] - ends[0], 1.0) * width))
        row, mark = ("asked", marks[lane]) if lane in marks else ("spoke", "*" if form in SPOKEN else " ")
        rows[row][place] = _together(rows[row][place], mark.lower() if form == IN_VAIN else mark)
    for label, cells in rows.items():
        if "".join(cells).strip():
            yield _row(f"{label:>7} ", cells).rstrip()


def _marked(figure: Course) -> Iterator[tuple[Any, ...]]:
    """The marks of a figure, if it has any: day, lane, form."""
    return iter(()) if figure.marks is None else zip(*(figure.marks[name] for name in MARK), strict=True)


def _together(there: str, mark: str) -> str:
    """What stands where two marks meet: the same one, large if either is, or a star for both."""
    if there == " " or there == mark.lower():
        return mark
    return there if mark in (" ", there, there.lower()) else "*"


def side_marks(sides: Sequence[str]) -> dict[str, str]:
    """Return one letter for each side: of its name, or A and B where those are the same."""
    letters = [side[:1].upper() for side in sides]
    if len(set(letters)) < len(letters) or not all(letter.isascii() and letter.isalpha() for letter in letters):
        letters = ["A", "B"]
    return dict(zip(sides, letters, strict=False))


def overlay(series: Mapping[str, Sequence[float]], width: int) -> Iterator[str]:
    """Yield several series in one frame, each drawn with its mark, from 0 to the highest value."""
    top = max((value for values in series.values() for value in values), default=0.0) or 1.0
    labels = {0: f"{top:.0f}", ROWS - 1: "0"}
    for row, cells in enumerate(_drawn(series, top, width)):
        yield _row(f"{labels.get(row, ''):>7} ", cells).rstrip()


def _drawn(series: Mapping[str, Sequence[float]], top: float, width: int) -> list[list[str]]:
    """The cells of the frame, row by row from the top: a mark, a star where several meet, or a blank."""
    grid = [[" "] * width for _ in range(ROWS)]
    for mark, values in series.items():
        for column, value in enumerate(sampled(values, width)):
            row = ROWS - 1 - min(ROWS - 1, int(value / top * (ROWS - 1) + 0.5))
            grid[row][column] = mark if grid[row][column] == " " else "*"
    return grid


def sampled(values: Sequence[float], width: int) -> list[float]:
    """Return a series at `width` evenly spread moments: the last value of each stretch, or a short one stretched."""
    return [values[((place + 1) * len(values) + width - 1) // width - 1] for place in range(width)]


def _fall_row(label: str, values: Sequence[float], width: int, ascii_only: bool) -> str:
    levels = SHADES if ascii_only else BLOCKS
    tail = f" {max(values):.0%} at worst"
    cells = [levels[_level(value)] for value in sampled(values, width - len(tail) - 1)]
    return painted(_row(label, cells), tail)


def _level(fall: float) -> int:
    return min(len(BLOCKS) - 1, math.ceil(fall / FALL_A_LEVEL))


def _row(label: str, cells: Sequence[str]) -> str:
    return painted(f"{label}|", ("".join(cells), Role.bar))

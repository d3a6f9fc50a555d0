"""A small picture of a run for a terminal: pressure each way and the fall of both markets over time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sim.narrative.cast import Cast, short_date
from sim.narrative.wrapping import WIDTH
from sim.results.trajectory import Trajectory

MARGIN = 9
ROWS = 6
BLOCKS = " ▁▂▃▄▅▆▇█"
SHADES = " .:-=+*%#"
"""The same heights for terminals without block characters."""


def chart(trajectory: Trajectory, ascii_only: bool = False, width: int = WIDTH) -> list[str]:
    """Return the picture as lines of at most `width` columns.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    ascii_only : bool
        Whether to do without block characters.
    width : int
        Columns available, at least 40.
    """
    cast, steps = Cast(trajectory.scenario), trajectory.columns["steps"]
    marks = side_marks(cast)
    inner = width - MARGIN
    pressure = {marks[side]: steps[f"{side}.pressure"] for side in cast.sides}
    legend = ", ".join(f"{marks[side]} = {cast.country(side)}" for side in cast.sides)
    what = "Tariffs in points" if cast.is_trade else "Pressure in points"
    lines = [f"{what} ({legend}, * = both)"[:width], *overlay(pressure, inner)]
    lines += ["", "Fall of the market from its peak"]
    for side in cast.sides:
        lines.append(_fall_row(f"{marks[side]:>7} ", steps[f"{side}.drawdown"], inner, ascii_only))
    if any(steps["truce"]):
        lines.append(_row("  truce ", ["=" if part else " " for part in sampled(steps["truce"], inner)]))
    lines += [_dates(steps["date"], inner)]
    return [line.rstrip() for line in lines]


def side_marks(cast: Cast) -> dict[str, str]:
    """Return one letter for each side: of its country, or A and B where those are the same."""
    letters = [cast.country(side)[:1].upper() for side in cast.sides]
    if len(set(letters)) < len(letters) or not all(letter.isascii() and letter.isalpha() for letter in letters):
        letters = ["A", "B"]
    return dict(zip(cast.sides, letters, strict=True))


def overlay(series: Mapping[str, Sequence[float]], width: int) -> list[str]:
    """Return several series in one frame, each drawn with its mark, from 0 to the highest value."""
    top = max((value for values in series.values() for value in values), default=0.0) or 1.0
    grid = [[" "] * width for _ in range(ROWS)]
    for mark, values in series.items():
        for column, value in enumerate(sampled(values, width)):
            row = ROWS - 1 - min(ROWS - 1, int(value / top * (ROWS - 1) + 0.5))
            grid[row][column] = mark if grid[row][column] == " " else "*"
    labels = {0: f"{top:.0f}", ROWS - 1: "0"}
    return [_row(f"{labels.get(row, ''):>7} ", cells) for row, cells in enumerate(grid)]


def sampled(values: Sequence[float], width: int) -> list[float]:
    """Return a series at `width` evenly spread moments: the last value of each stretch, or a short one stretched."""
    return [values[((place + 1) * len(values) + width - 1) // width - 1] for place in range(width)]


def _fall_row(label: str, values: Sequence[float], width: int, ascii_only: bool) -> str:
    levels = SHADES if ascii_only else BLOCKS
    tail = f" {max(values):.0%} at worst"
    cells = [levels[_level(value)] for value in sampled(values, width - len(tail) - 1)]
    return _row(label, cells) + tail


def _level(fall: float) -> int:
    """Heights of 4% each, so that pictures of different runs compare; anything but nothing is seen."""
    return min(len(BLOCKS) - 1, math.ceil(fall / FALL_A_LEVEL))


FALL_A_LEVEL = 0.04


def _row(label: str, cells: Sequence[str]) -> str:
    return f"{label}|{''.join(cells)}"


def _dates(dates: Sequence[str], width: int) -> str:
    """Return a line with the first, the middle and the last date under the picture."""
    labels = [short_date(dates[place]) for place in (0, len(dates) // 2, -1)]
    return " " * MARGIN + f"{labels[0]}{labels[1]:^{width - 12}}{labels[2]}"

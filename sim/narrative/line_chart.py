"""A line chart as inline SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from sim.narrative.cast import short_date

WIDTH, HEIGHT = 640, 200
LEFT, TOP, BOTTOM = 44, 26, 26
POINTS_DRAWN = 400


class Series(NamedTuple):
    """One line: its name, its colour and its values, one a step."""

    name: str
    colour: str
    values: Sequence[float]


def drawing(title: str, series: Sequence[Series], dates: Sequence[str], truce: Sequence[int]) -> str:
    """Return an SVG element with all lines in one frame from 0 up, truces shaded, and first and last date below.

    Parameters
    ----------
    title : str
        Read out by screen readers.
    series : sequence of Series
        Lines of equal length.
    dates : sequence of str
        ISO date of each step.
    truce : sequence of int
        1 where a truce is in force.
    """
    top = max((value for line in series for value in line.values), default=0.0) or 1.0
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">']
    parts += _truces(truce)
    parts += _frame(top, dates)
    for number, line in enumerate(series):
        parts += _line(number, line, top)
    return "".join([*parts, "</svg>"])


def _line(number: int, line: Series, top: float) -> Iterator[str]:
    """Yield a line and its name in the legend; the second is dashed, so that colour is not needed."""
    dash, sample = ("", "— ") if number == 0 else (' stroke-dasharray="7 3"', "- - ")
    yield f'<path d="{_path(line.values, top)}" style="fill:none;stroke:{line.colour}" stroke-width="2"{dash}/>'
    yield f'<text x="{LEFT + 220 * number}" y="16" style="fill:{line.colour}">{sample}{escape(line.name)}</text>'


def _frame(top: float, dates: Sequence[str]) -> Iterator[str]:
    floor = HEIGHT - BOTTOM
    yield f'<path d="M{LEFT} {TOP}V{floor}H{WIDTH}" fill="none" stroke="currentColor" stroke-opacity=".4"/>'
    yield f'<text x="{LEFT - 6}" y="{TOP + 5}" text-anchor="end" fill="currentColor">{top:.0f}</text>'
    yield f'<text x="{LEFT - 6}" y="{floor}" text-anchor="end" fill="currentColor">0</text>'
    first, last = short_date(dates[0]).strip(), short_date(dates[-1]).strip()
    yield f'<text x="{LEFT}" y="{HEIGHT - 8}" fill="currentColor">{first}</text>'
    yield f'<text x="{WIDTH}" y="{HEIGHT - 8}" text-anchor="end" fill="currentColor">{last}</text>'


def _truces(truce: Sequence[int]) -> Iterator[str]:
    """Yield a shaded box for every stretch in which a truce is in force."""
    start: int | None = None
    for step, holds in enumerate([*truce, 0]):
        if holds and start is None:
            start = step
        if not holds and start is not None:
            left, right = _x(start, len(truce)), _x(min(step, len(truce) - 1), len(truce))
            size = f'width="{max(right - left, 1):.1f}" height="{HEIGHT - TOP - BOTTOM}"'
            yield f'<rect x="{left:.1f}" y="{TOP}" {size} fill="currentColor" fill-opacity=".1"/>'
            start = None


def _path(values: Sequence[float], top: float) -> str:
    count = min(len(values), POINTS_DRAWN)
    places = [place * (len(values) - 1) // max(count - 1, 1) for place in range(count)]
    points = (f"{_x(place, len(values)):.1f} {_y(values[place], top):.1f}" for place in places)
    return "M" + "L".join(points)


def _x(step: int, steps: int) -> float:
    return LEFT + (WIDTH - LEFT) * step / max(steps - 1, 1)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top

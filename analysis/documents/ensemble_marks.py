"""The two pictures of an ensemble as inline SVG: bars with their intervals, and a curve with its band."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

WIDTH, ROW, LEFT, RIGHT = 640, 26, 190, 70
HEIGHT, MARGIN, FLOOR = 240, 44, 214
TOP = 14
DAYS_MARKED = 4


def bars(title: str, shares: Mapping[str, Mapping[str, Any]]) -> str:
    """Return an SVG element with a bar a share, and a line over it for its 95% interval."""
    height = ROW * len(shares) + 6
    parts = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">']
    for number, (name, share) in enumerate(shares.items()):
        parts += _bar(number, name, share)
    return "".join([*parts, "</svg>"])


def _bar(number: int, name: str, share: Mapping[str, Any]) -> Iterator[str]:
    top, middle = ROW * number + 5, ROW * number + 5 + ROW // 2 - 3
    room = WIDTH - LEFT - RIGHT
    low, value, high = (LEFT + room * _number(share[part]) for part in ("low", "share", "high"))
    yield f'<text x="{LEFT - 8}" y="{middle + 4}" text-anchor="end" fill="currentColor">{escape(name[:30])}</text>'
    yield f'<rect x="{LEFT}" y="{top}" width="{value - LEFT:.1f}" height="{ROW - 8}" style="fill:var(--two)"/>'
    yield f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="currentColor" stroke-width="2"/>'
    yield f'<text x="{high + 6:.1f}" y="{middle + 4}" fill="currentColor">{_number(share["share"]):.1%}</text>'


def curve(title: str, found: Mapping[str, Sequence[float]], horizon: float) -> str:
    """Return an SVG element with the share of runs that got there by each day, and its band.

    Parameters
    ----------
    title : str
        Read out by screen readers.
    found : mapping
        ``day``, ``reached``, ``low`` and ``high`` of the curve's steps.
    horizon : float
        Last day shown.
    """
    days = [*found["day"], horizon]
    levels = {name: [*found[name], found[name][-1]] for name in ("reached", "low", "high")}
    upper = _steps(days, levels["high"], horizon)
    lower = _steps(days, levels["low"], horizon)
    band = "M" + "L".join([*upper, *reversed(lower)]) + "Z"
    line = "M" + "L".join(_steps(days, levels["reached"], horizon))
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">', *_frame(horizon)]
    parts += [f'<path d="{band}" style="fill:var(--two)" fill-opacity=".25"/>']
    parts += [f'<path d="{line}" style="fill:none;stroke:var(--two)" stroke-width="2"/></svg>']
    return "".join(parts)


def _frame(horizon: float) -> Iterator[str]:
    yield f'<path d="M{MARGIN} {TOP}V{FLOOR}H{WIDTH}" fill="none" stroke="currentColor" stroke-opacity=".4"/>'
    for share in (0.0, 0.5, 1.0):
        y = _y(share)
        yield f'<text x="{MARGIN - 6}" y="{y + 4:.0f}" text-anchor="end" fill="currentColor">{share:.0%}</text>'
    for number in range(DAYS_MARKED + 1):
        day = horizon * number / DAYS_MARKED
        anchor = "end" if number == DAYS_MARKED else "middle"
        x = _x(day, horizon)
        yield f'<text x="{x:.0f}" y="{HEIGHT - 8}" text-anchor="{anchor}" fill="currentColor">day {day:.0f}</text>'


def _steps(days: Sequence[float], values: Sequence[float], horizon: float) -> list[str]:
    """The corners of a step curve, those between which it does not rise left out."""
    corners, before = [], None
    for day, value in zip(days, values, strict=True):
        if before is not None and value != before:
            corners.append(f"{_x(day, horizon):.1f} {_y(before):.1f}")
        if value != before or day == days[-1]:
            corners.append(f"{_x(day, horizon):.1f} {_y(value):.1f}")
        before = value
    return corners


def _x(day: float, horizon: float) -> float:
    return MARGIN + (WIDTH - MARGIN) * day / horizon


def _y(share: float) -> float:
    return FLOOR - (FLOOR - TOP) * share


def _number(value: float) -> float:
    return 0.0 if math.isnan(value) else value

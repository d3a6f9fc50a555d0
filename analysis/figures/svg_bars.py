"""Bars with their intervals as inline SVG: names beside them, or above them where the picture is narrow."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from analysis.figures.figure import ShareBars, SignedBars
from analysis.figures.svg_title import WIDTH

ENDS = 60
"""Room beside the longest signed bar for its number."""
LEFT, RIGHT, BAR, AIR = 190, 70, 18, 8
"""Room for names beside bars and for numbers after the longest, height of a bar, and what is free around it."""
NAME = 18
"""Height of a name above its bar."""
FOOT = 22
"""Height of the axis below the bars."""
LETTERS = 30
"""A longer name beside a bar is cut."""


class Field(NamedTuple):
    """Where bars begin and how wide the picture is; where bars begin at its edge, names stand above them."""

    left: int
    width: int

    @classmethod
    def of(cls, width: int) -> Field:
        """Return the field of a picture of that width."""
        return cls(LEFT if width >= WIDTH else 0, width)

    @property
    def row(self) -> int:
        """Height of a bar with its name and the air around it."""
        return BAR + AIR + (0 if self.left else NAME)

    def top(self, number: int) -> float:
        """Return the upper edge of a bar."""
        return self.row * (number + 1) - BAR - 3

    def named(self, number: int, name: str) -> str:
        """Return the name of a bar."""
        top = self.top(number)
        if self.left:
            return _text(self.left - 8, top + BAR / 2 + 4, name[:LETTERS], "end")
        return _text(0, top - 5, name)


def share_bars_svg(figure: ShareBars, width: int = WIDTH) -> str:
    """Return a bar per share on an axis from 0% to 100%, with a line over it for its 95% interval."""
    table, field = figure.shares, Field.of(width)
    bars = list(zip(*(table[name] for name in ("title", "share", "low", "high")), strict=True))
    parts = [_opening(figure.title, field, len(bars)), *_percents(field, len(bars))]
    for number, (name, *shares) in enumerate(bars):
        value, low, high = (0.0 if math.isnan(share) else float(share) for share in shares)
        places = [field.left + (width - field.left - RIGHT) * share for share in (value, low, high)]
        parts += _bar((field, number), str(name), (field.left, places[0]), places[1:])
        parts.append(_text(places[2] + 6, field.top(number) + BAR / 2 + 4, f"{value:.1%}"))
    return "".join([*parts, "</svg>"])


def signed_bars_svg(figure: SignedBars, width: int = WIDTH) -> str:
    """Return a bar per change, to the right when it adds, to the left when it takes, with a line for its interval."""
    table, field = figure.changes, Field.of(width)
    bars = list(zip(*(table[name] for name in ("title", "value", "low", "high")), strict=True))
    farthest = max((abs(float(end)) for _, *ends in bars for end in ends), default=0.0) or 1.0
    half = (width - field.left - ENDS) / 2
    zero = field.left + half
    parts = [_opening(figure.title, field, len(bars))]
    for number, (name, *ends) in enumerate(bars):
        value, low, high = (zero + half * float(end) / farthest for end in ends)
        parts += _bar((field, number), str(name), (zero, value), (low, high))
        top = field.top(number)
        parts.append(f'<path d="M{zero:.1f} {top - 4}V{top + BAR + 4}" stroke="currentColor"/>')
        parts.append(_text(width - ENDS + 6, top + BAR / 2 + 4, f"{ends[0]:+.3g}"))
    return "".join([*parts, "</svg>"])


def _opening(title: str, field: Field, bars: int) -> str:
    return f'<svg viewBox="0 0 {field.width} {field.row * bars + FOOT}" role="img" aria-label="{escape(title)}">'


def _percents(field: Field, bars: int) -> Iterator[str]:
    """Yield the axis of shares: its ends and its middle."""
    floor = field.row * bars + 4
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = field.left + (field.width - field.left - RIGHT) * share
        yield f'<path d="M{x:.1f} 2V{floor}" stroke="currentColor" stroke-opacity=".25"/>'
        yield _text(x, floor + 13, f"{share:.0%}", anchor)


def _bar(place: tuple[Field, int], name: str, ends: tuple[float, float], interval: Sequence[float]) -> Iterator[str]:
    """Yield a name, its bar, and its interval: a line with an edge, to be seen on the bar and beside it."""
    field, number = place
    top, (low, high) = field.top(number), interval
    size = f'width="{abs(ends[1] - ends[0]):.1f}" height="{BAR}"'
    yield field.named(number, name)
    yield f'<rect x="{min(ends):.1f}" y="{top}" {size} style="fill:var(--one)"/>'
    line = f"M{low:.1f} {top + BAR / 2}H{high:.1f}"
    yield f'<path d="{line}" style="stroke:var(--paper);stroke-width:6"/>'
    yield f'<path d="{line}" stroke="currentColor" stroke-width="2.5"/>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="currentColor">{escape(words)}</text>'

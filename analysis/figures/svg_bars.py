"""Bars with their intervals as inline SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from analysis.figures.figure import ShareBars, SignedBars

ENDS = 60
"""Room beside the longest signed bar for its number."""
WIDTH, ROW, LEFT, RIGHT = 640, 26, 190, 70
LETTERS = 30
"""A longer name is cut."""


def share_bars_svg(figure: ShareBars) -> str:
    """Return a bar per share, with a line over it for its 95% interval."""
    table = figure.shares
    bars = list(zip(*(table[name] for name in ("title", "share", "low", "high")), strict=True))
    parts = [f'<svg viewBox="0 0 {WIDTH} {ROW * len(bars) + 6}" role="img" aria-label="{escape(figure.title)}">']
    for number, (name, *shares) in enumerate(bars):
        value, low, high = (0.0 if math.isnan(share) else float(share) for share in shares)
        parts += _bar(number, str(name), (value, low, high))
    return "".join([*parts, "</svg>"])


def _bar(number: int, name: str, shares: tuple[float, float, float]) -> Iterator[str]:
    top, middle = ROW * number + 5, ROW * number + 5 + ROW // 2 - 3
    value, low, high = (LEFT + (WIDTH - LEFT - RIGHT) * share for share in shares)
    yield f'<text x="{LEFT - 8}" y="{middle + 4}" text-anchor="end" fill="currentColor">{escape(name[:LETTERS])}</text>'
    yield f'<rect x="{LEFT}" y="{top}" width="{value - LEFT:.1f}" height="{ROW - 8}" style="fill:var(--two)"/>'
    yield f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="currentColor" stroke-width="2"/>'
    yield f'<text x="{high + 6:.1f}" y="{middle + 4}" fill="currentColor">{shares[0]:.1%}</text>'


def signed_bars_svg(figure: SignedBars) -> str:
    """Return a bar per change, to the right when it adds, to the left when it takes, with a line for its interval."""
    table = figure.changes
    bars = list(zip(*(table[name] for name in ("title", "value", "low", "high")), strict=True))
    farthest = max((abs(float(end)) for _, *ends in bars for end in ends), default=0.0) or 1.0
    parts = [f'<svg viewBox="0 0 {WIDTH} {ROW * len(bars) + 6}" role="img" aria-label="{escape(figure.title)}">']
    for number, (name, *ends) in enumerate(bars):
        parts += _signed_bar(number, str(name), [float(end) / farthest for end in ends], f"{ends[0]:+.3g}")
    return "".join([*parts, "</svg>"])


def _signed_bar(number: int, name: str, parts: list[float], told: str) -> Iterator[str]:
    """Yield one bar; ``parts`` are value, low and high as parts (-1 to 1) of the farthest of all."""
    top, middle = ROW * number + 5, ROW * number + 5 + ROW // 2 - 3
    half = (WIDTH - LEFT - ENDS) / 2
    zero = LEFT + half
    value, low, high = (zero + half * part for part in parts)
    yield f'<text x="{LEFT - 8}" y="{middle + 4}" text-anchor="end" fill="currentColor">{escape(name[:LETTERS])}</text>'
    yield (
        f'<rect x="{min(value, zero):.1f}" y="{top}" width="{abs(value - zero):.1f}" height="{ROW - 8}" '
        'style="fill:var(--two)"/>'
    )
    yield f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="currentColor" stroke-width="2"/>'
    yield f'<path d="M{zero:.1f} {top - 4}V{top + ROW - 4}" stroke="currentColor"/>'
    yield f'<text x="{WIDTH - ENDS + 6}" y="{middle + 4}" fill="currentColor">{told}</text>'

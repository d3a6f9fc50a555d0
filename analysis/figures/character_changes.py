"""Changes drawn with characters: a bar to the right for what is added, to the left for what is taken, zero between."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from analysis.figures.figure import SignedBars
from sim.narrative.painted import Role, painted

LABEL = 28
"""Columns of a bar's name."""
NUMBERS = 18
"""Columns of a change and the ends of its interval."""
FULL, LEFT_HALF, RIGHT_HALF = "█", "▌", "▐"


def changes_rows(figure: SignedBars, width: int, ascii_only: bool) -> Iterator[str]:
    """Yield a heading and a bar per change, then its value and interval in numbers.

    Parameters
    ----------
    figure : SignedBars
        The changes; the longest bar takes half of the field, the interval is told and not drawn.
    width : int
        Columns that a line may take.
    ascii_only : bool
        Whether to do without block characters.
    """
    half = (width - LABEL - NUMBERS - 1) // 2
    bars = list(zip(*(figure.changes[name] for name in ("title", "value", "low", "high")), strict=True))
    farthest = max((abs(value) for _, value, *_ in bars), default=0.0) or 1.0
    yield painted((figure.title[:width], Role.heading))
    for name, value, low, high in bars:
        left, right = _bar(value / farthest, half, ascii_only)
        called = set_cell_size(name, min(cell_len(name), LABEL - 3))
        bar = (f"{left:>{half}}|{right:<{half}}", Role.bar)
        value_told, ends = f"{value:+.0f}", f" ({low:.0f}, {high:.0f})"
        yield painted(
            f"  {set_cell_size(called, LABEL - 2)}", bar, f"{value_told:>{NUMBERS - len(ends)}}", (ends, Role.aside)
        )
    if not bars:
        yield "  none"


def _bar(part: float, half: int, ascii_only: bool) -> tuple[str, str]:
    """What stands to the left and to the right of zero, for a part (-1 to 1) of the longest bar."""
    halves = round(abs(part) * 2 * half)
    whole, rest = divmod(halves, 2)
    if ascii_only:
        drawn = "#" * round(abs(part) * half)
        return (drawn, "") if part < 0 else ("", drawn)
    if part < 0:
        return RIGHT_HALF * rest + FULL * whole, ""
    return "", FULL * whole + LEFT_HALF * rest

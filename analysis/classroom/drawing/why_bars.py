"""Why a leader did that: what spoke for the choice and what for its likeliest rival, as bars to both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.classroom.drawing.canvas import BARS, Drawing, Size, area, drawn, fitted, line, signed, words
from analysis.classroom.messages import message
from analysis.documents.rivals import SMALL, contest, difference_parts
from analysis.figures.decision_characters import Part
from analysis.figures.lettering import width_of
from sim.narrative.cast import Cast, capital
from sim.results.record_rows import Decision, Option
from sim.results.trajectory import Trajectory

MOST = 6
"""Bars at most; considerations that differ least are one bar together."""
ROW = 1.45
"""Height of a bar with the air around it, in sizes of letters."""
NAMES = 0.42
"""The part of the width that names may take."""


def why_bars(trajectory: Trajectory, decision: Decision, size: Size = BARS, numbers: bool = False) -> Drawing | None:
    """Return a decision as bars: to the right what spoke for what was done, to the left what spoke for its rival.

    Parameters
    ----------
    trajectory : Trajectory
        The world.
    decision : Decision
        One of its decisions.
    size : Size
        How large at most; the drawing is as high as its bars need.
    numbers : bool
        Whether every bar has its number.

    Returns
    -------
    Drawing or None
        None where there was nothing else to do.
    """
    found = contest(trajectory, decision)
    if found is None:
        return None
    parts = _parts(found.chosen, found.rival, Cast(trajectory.scenario))
    height = min(size.height, (2.0 + ROW * len(parts)) * size.text)
    fit = size._replace(height=height)
    told = "; ".join(f"{part.name} {_number(part.difference)}" for part in parts)
    text = message("drawing.why.told", chosen=capital(found.ours), rival=found.theirs, parts=told)
    rows = [[capital(part.name), _number(part.difference)] for part in parts]
    columns = [message("drawing.why.consideration"), message("drawing.why.difference")]
    return drawn(fit, _bars(parts, (found.ours, found.theirs), fit, numbers), text, columns, rows)


def _parts(chosen: Option, rival: Option, cast: Cast) -> list[Part]:
    """The differences, without a rest that would be written as naught."""
    parts = difference_parts(chosen, rival, cast, MOST)
    return [part for part in parts if abs(part.difference) >= SMALL] or parts[:1]


def _number(difference: float) -> str:
    return signed(f"{difference:+.2f}")


class Across(NamedTuple):
    """Where names end, where bars begin, and how many pixels a difference of 1 is."""

    names: float
    middle: float
    scale: float


def _across(parts: Sequence[Part], size: Size, numbers: bool) -> Across:
    text = size.text
    names = min(NAMES * size.width, max(width_of(capital(part.name), text) for part in parts) + 0.5 * text)
    wide = width_of(_number(-0.88), text) + 0.3 * text if numbers else 0.0
    half = (size.width - names) / 2
    return Across(names, names + half, (half - wide) / (max(abs(part.difference) for part in parts) or 1.0))


def _bars(parts: Sequence[Part], options: tuple[str, str], size: Size, numbers: bool) -> Iterator[str]:
    text, across = size.text, _across(parts, size, numbers)
    yield from _headings(options, across.middle, size)
    for row, part in enumerate(parts):
        yield from _bar(part, (1.6 + ROW * row) * text, across, size)
        if numbers:
            yield _beyond(part, (1.6 + ROW * row) * text, across, size)
    foot = 1.6 * text + ROW * text * len(parts)
    yield line(f"M{across.middle:.1f} {1.4 * text:.1f}V{foot:.1f}", "tick", size, 2)


def _bar(part: Part, top: float, across: Across, size: Size) -> Iterator[str]:
    """Yield a name and its bar."""
    text, length = size.text, across.scale * part.difference
    yield words((0, top + 0.95 * text), fitted(capital(part.name), text, across.names - 0.3 * text))
    box = (across.middle + min(0.0, length), top + 0.2 * text, abs(length), 0.95 * text)
    yield area(box, "for" if length >= 0 else "against")


def _beyond(part: Part, top: float, across: Across, size: Size) -> str:
    """The number beyond the end of a bar."""
    air, anchor = (0.25, "start") if part.difference >= 0 else (-0.25, "end")
    x = across.middle + across.scale * part.difference + air * size.text
    return words((x, top + 0.95 * size.text), _number(part.difference), "axis", anchor)


def _headings(options: tuple[str, str], middle: float, size: Size) -> Iterator[str]:
    """Yield what bars to the right spoke for, and those to the left; each as near to its bars as it can be."""
    text = size.text
    right, left = (
        message(f"drawing.why.{way}", option=option) for way, option in zip(("for", "against"), options, strict=True)
    )
    half = size.width / 2 - 0.5 * text
    right, left = fitted(right, text, half), fitted(left, text, half)
    yield words((max(0.0, min(middle, size.width / 2) - 0.5 * text - width_of(left, text)), 0.85 * text), left, "title")
    yield words((size.width, 0.85 * text), right, "title", "end")

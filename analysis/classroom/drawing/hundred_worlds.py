"""A forecast's worlds, first ten one by one, then a hundred dots: in how many it happened, to be counted by eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.classroom.drawing.canvas import WORLDS, Drawing, Size, drawn, fitted, mark, words
from analysis.classroom.drawing.endings import ending_name
from analysis.classroom.messages import message
from analysis.classroom.session.state import Counted
from analysis.figures.lettering import wrapped
from sim.narrative.cast import Cast, capital

TEN = 10


def hundred_worlds(counted: Counted, shown: int, cast: Cast, size: Size = WORLDS) -> Drawing:
    """Return the worlds that are shown; nothing is said of the others.

    The first ten stand in the order of their lucks; once more are shown, those in which it happened come first, so
    that they can be counted.

    Parameters
    ----------
    counted : Counted
        What was counted of many worlds.
    shown : int
        How many are shown, at most a hundred.
    cast : Cast
        Knows what endings are called.
    size : Size
        How large.
    """
    firsts = counted.firsts[:shown]
    happened = sum(firsts)
    is_single = len(firsts) <= TEN
    parts = [
        *_grid(firsts if is_single else sorted(firsts, reverse=True), len(counted.firsts), size),
        *(_latest(counted, len(firsts), cast, size) if is_single else _counts(firsts, size)),
    ]
    told = message("drawing.worlds.happened", n=happened, of=len(firsts))
    columns = [message("drawing.worlds.world"), message("drawing.worlds.so"), message("drawing.worlds.ending")]
    rows = [
        [str(number + 1), message("drawing.yes" if one else "drawing.no"), ending_name(ending, cast)]
        for number, (one, ending) in enumerate(zip(firsts, counted.endings, strict=False))
    ]
    return drawn(size, parts, told, columns, rows)


def _dot(happened: bool, at: tuple[float, float], half: float, size: Size) -> str:
    return mark("dot", at, half, "met" if happened else "vain", size.stroke * 0.7)


def _step(size: Size) -> float:
    """From one dot to the next: ten rows of ten, and room for words beside them."""
    return min(size.height / TEN, 0.6 * size.width / TEN)


def _grid(firsts: Sequence[bool], of: int, size: Size) -> Iterator[str]:
    """Yield a place for every world: filled or hollow where it is shown, a point where it is yet to come."""
    step = _step(size)
    for number in range(of):
        at = (step * (number % TEN + 0.5), step * (number // TEN + 0.5))
        if number < len(firsts):
            yield _dot(firsts[number], at, 0.34 * step, size)
        else:
            yield mark("dot", at, 0.13 * size.text, "empty")


def _beside(size: Size) -> tuple[float, float]:
    """Where words beside the grid begin, and how much room they have."""
    left = TEN * _step(size) + size.text
    return left, size.width - left


def _latest(counted: Counted, count: int, cast: Cast, size: Size) -> Iterator[str]:
    """Yield what came of the world shown last, and the count so far."""
    if not count:
        return
    left, room = _beside(size)
    happened = message("drawing.yes" if counted.firsts[count - 1] else "drawing.no")
    said = [(message("drawing.worlds.latest", n=count, so=happened), "title")]
    said += [(f"{capital(ending_name(ending, cast))}.", "") for ending in counted.endings[count - 1 : count]]
    said.append((message("drawing.worlds.happened", n=sum(counted.firsts[:count]), of=count), "title"))
    y = 0.0
    for text, look in said:
        for row in wrapped(text, size.text, room):
            y += size.line
            yield words((left, y), row, look)
        y += 0.5 * size.line


def _counts(firsts: Sequence[bool], size: Size) -> Iterator[str]:
    """Yield how many of each there are."""
    left, room = _beside(size)
    text = size.text
    yes = sum(firsts)
    for row, (happened, count) in enumerate(((True, yes), (False, len(firsts) - yes))):
        y = (1.2 + 2.0 * row) * text
        yield _dot(happened, (left + 0.5 * text, y - 0.35 * text), 0.4 * text, size)
        said = message("drawing.worlds.did" if happened else "drawing.worlds.did_not", count=count)
        yield words((left + 1.3 * text, y), fitted(said, text, room - 1.3 * text))

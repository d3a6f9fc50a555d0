"""A show of hands over the way from 0 to 100 per cent, before and after talking, with what the worlds say below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.classroom.drawing.canvas import HANDS, Drawing, Size, area, drawn, line, mark, words
from analysis.classroom.drawing.keys import Entry, key
from analysis.classroom.drawing.scales import Field
from analysis.classroom.messages import message
from analysis.classroom.session.scores import percent, share_written
from analysis.classroom.session.state import BINS, Count, Counted

LOOKS = ("before-bar", "after-bar")
"""Classes of the bars of the first count and of the second: hollow and filled."""


def bin_edges() -> list[tuple[int, int]]:
    """Return where each bin begins and ends, in per cent."""
    return list(pairwise(100 * place // BINS for place in range(BINS + 1)))


def bin_names() -> list[str]:
    """Return what each bin is called: ``0 to 20%`` and so on."""
    return [message("drawing.hands.bin", low=low, high=high) for low, high in bin_edges()]


def hands(
    first: Count | None,
    second: Count | None,
    median: float | None = None,
    counted: Counted | None = None,
    size: Size = HANDS,
) -> Drawing:
    """Return both counts of hands, the class's median and the share of worlds with its range, on one axis.

    Parameters
    ----------
    first, second : tuple of int, optional
        Hands in each bin before and after talking; what is not given is not shown.
    median : float, optional
        The class's median (0 to 1).
    counted : Counted, optional
        What was counted of many worlds.
    size : Size
        How large.
    """
    given = [(look, count) for look, count in zip(LOOKS, (first, second), strict=True) if count is not None]
    looks, counts = [look for look, _ in given], [count for _, count in given]
    field = _field(size, counts, median is not None, counted is not None)
    parts = [
        *key(_entries(looks, median, counted), 0.0, 2, size),
        *_bars(given, field, size),
        *_axis(field, size),
        *_below(median, counted, field, size),
    ]
    heads = [_named(look) for look in looks]
    rows = [[name, *(str(count[place]) for count in counts)] for place, name in enumerate(bin_names())]
    return drawn(size, parts, _told(heads, counts, median, counted), [message("drawing.hands.share"), *heads], rows)


def _named(look: str) -> str:
    """What a count is called."""
    return message("drawing.hands.first" if look == LOOKS[0] else "drawing.hands.second")


def _field(size: Size, counts: Sequence[Count], has_median: bool, has_worlds: bool) -> Field:
    text = size.text
    most = max((max(count) for count in counts), default=1) or 1
    floor = size.height - (1.5 + 1.1 * has_median + 1.1 * has_worlds) * text
    return Field(1.4 * text, size.width - 1.4 * text, 2 * size.line + 1.4 * text, floor, 1.0, 0.0, float(most))


def _bars(counts: Sequence[tuple[str, Count]], field: Field, size: Size) -> Iterator[str]:
    """Yield a bar for each count in each bin, with its number above."""
    wide = (field.right - field.left) / BINS
    each = 0.8 * wide / max(len(counts), 1)
    for place in range(BINS):
        for number, (look, count) in enumerate(counts):
            left = field.left + place * wide + 0.1 * wide + number * each
            top = field.y(count[place])
            yield area((left + 2, top, each - 4, field.bottom - top), look)
            yield words((left + each / 2, top - 0.3 * size.text), str(count[place]), "", "middle")


def _axis(field: Field, size: Size) -> Iterator[str]:
    yield line(f"M{field.left:.1f} {field.bottom:.1f}H{field.right:.1f}", "tick", size, 2)
    for place in range(BINS + 1):
        x = field.x(place / BINS)
        yield line(f"M{x:.1f} {field.bottom:.1f}v{0.3 * size.text:.1f}", "tick", size, 2)
        yield words((x, field.bottom + 1.3 * size.text), f"{100 * place // BINS}%", "axis", "middle")


def _below(median: float | None, counted: Counted | None, field: Field, size: Size) -> Iterator[str]:
    """Yield the class's median and, below it, the share of worlds on its range."""
    y = field.bottom + 2.0 * size.text
    if median is not None:
        yield mark("up", (field.x(median), y), 0.4 * size.text, "after-bar")
        y += 1.1 * size.text
    if counted is not None:
        low, high = (field.x(share) for share in (counted.low, counted.high))
        yield line(f"M{low:.1f} {y:.1f}H{high:.1f}", "range", size)
        yield mark("diamond", (field.x(counted.share), y), 0.4 * size.text, "met")


def _entries(looks: Sequence[str], median: float | None, counted: Counted | None) -> list[Entry]:
    found = [Entry("square", look, _named(look)) for look in looks]
    if median is not None:
        found.append(Entry("up", "after-bar", message("drawing.hands.median", percent=percent(median))))
    if counted is not None:
        found.append(Entry("diamond", "met", _worlds(counted)))
    return found


def _worlds(counted: Counted) -> str:
    return message("drawing.hands.worlds", runs=f"{counted.runs:,}", **share_written(counted))


def _told(heads: Sequence[str], counts: Sequence[Count], median: float | None, counted: Counted | None) -> str:
    said = [f"{head}: {', '.join(map(str, count))}" for head, count in zip(heads, counts, strict=True)]
    if median is not None:
        said.append(message("drawing.hands.median", percent=percent(median)))
    if counted is not None:
        said.append(_worlds(counted))
    return f"{'; '.join(said)}." if said else message("drawing.hands.none")

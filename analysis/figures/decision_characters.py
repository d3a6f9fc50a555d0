"""One decision drawn with characters: the options kind by kind, and what set the choice apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from analysis.figures.characters import Canvas, horizontal
from sim.narrative.chance_words import chance_digits
from sim.narrative.painted import Role, painted


class OptionBar(NamedTuple):
    """One option: its name, its chance within its kind and in all (0 to 1), its utility, whether it was taken."""

    name: str
    within: float
    chance: float
    utility: float
    is_chosen: bool


class Kind(NamedTuple):
    """Options of one kind (a nest of the logit), and the chance that it is one of them (0 to 1)."""

    name: str
    chance: float
    options: Sequence[OptionBar]


class Part(NamedTuple):
    """One consideration, and the difference that it makes between two options, in utility."""

    name: str
    difference: float


NUMBERS = 26
"""Columns of the three numbers, and the blank before the bar."""

HEADS = ("in kind", "chance", "utility")
COLUMNS = (9, 8, 9)
LEAST_BAR, MOST_BAR = 11, 30
MOST_NAME = 46
LEAST_NAME = 22
EDGE = "|"
SUM = "in all"
MOST_FIELD = 60


def menu(kinds: Sequence[Kind], canvas: Canvas) -> Iterator[str]:
    """Yield what could be done, the likeliest kind first: a heading, a row per kind, a row per option with a bar."""
    sizes = _sizes(kinds, canvas)
    most = max(option.chance for kind in kinds for option in kind.options) or 1.0
    heads = "".join(f"{head:>{width}}" for head, width in zip(HEADS, COLUMNS, strict=True))
    yield painted((f"{'What could be done':<{sizes[0]}}{heads}", Role.heading))
    for kind in kinds:
        yield from _kind_rows(kind, sizes, most, canvas)


def _sizes(kinds: Sequence[Kind], canvas: Canvas) -> tuple[int, int]:
    """Columns of the names and of the bars."""
    longest = max(cell_len(option.name) for kind in kinds for option in kind.options) + 5
    label = min(max(longest, LEAST_NAME), canvas.width - NUMBERS - LEAST_BAR, MOST_NAME)
    return label, min(canvas.width - label - NUMBERS, MOST_BAR)


def _kind_rows(kind: Kind, sizes: tuple[int, int], most: float, canvas: Canvas) -> Iterator[str]:
    """A kind and its options; an option that is alone of its kind stands for both."""
    several = len(kind.options) > 1
    if several:
        yield f"{_cut(kind.name, sizes[0] + COLUMNS[0])}{chance_digits(kind.chance):>{COLUMNS[1]}}".rstrip()
    for option in kind.options:
        yield _option_row(option, several, sizes, (option.chance / most, canvas))


def _option_row(option: OptionBar, in_kind: bool, sizes: tuple[int, int], drawn: tuple[float, Canvas]) -> str:
    """One option, indented below its kind unless it is alone of it."""
    (label, bar), (share, canvas) = sizes, drawn
    name = _cut(f"{'>' if option.is_chosen else ' '} {'  ' if in_kind else ''}{option.name}", label)
    within = chance_digits(option.within) if in_kind else ""
    chance, utility = chance_digits(option.chance), round(option.utility, 2) + 0.0
    numbers = f"{within:>{COLUMNS[0]}}{chance:>{COLUMNS[1]}}{utility:>{COLUMNS[2]}.2f} "
    length = horizontal(share, bar - 1, canvas.ascii_only)
    return painted((name, Role.chosen) if option.is_chosen else name, numbers, (length, Role.bar)).rstrip()


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) < width else set_cell_size(text, width - 1) + " "


def waterfall(title: str, parts: Sequence[Part], canvas: Canvas) -> Iterator[str]:
    """Yield how differences add up from nothing to their sum: each bar begins where the one before ended.

    Parameters
    ----------
    title : str
        What is set against what.
    parts : sequence of Part
        The differences in the order in which they are drawn.
    canvas : Canvas
        Where it is drawn.
    """
    total = sum(part.difference for part in parts)
    ends = [0.0]
    for part in parts:
        ends.append(ends[-1] + part.difference)
    low, high = min(ends), max(ends)
    label = max((cell_len(part.name) for part in parts), default=0)
    label = min(max(label, len(SUM)), canvas.width // 3) + 2
    field = min(canvas.width - label - 10, MOST_FIELD)

    def column(value: float) -> int:
        return round((value - low) / ((high - low) or 1) * (field - 1))

    yield painted((title, Role.heading))
    for part, start, end in zip(parts, ends, ends[1:], strict=False):
        row = _bar(column(start), column(end), column(0.0), field, canvas.ascii_only)
        yield painted(f"  {_cut(part.name, label)}{part.difference:>+6.2f}  ", (row, Role.bar)).rstrip()
    row = _bar(column(0.0), column(total), column(0.0), field, canvas.ascii_only)
    yield painted((f"  {_cut(SUM, label)}{total:>+6.2f}  ", Role.heading), (row, Role.bar)).rstrip()


def _bar(start: int, end: int, zero: int, field: int, ascii_only: bool) -> str:
    """A stretch from one column to another, filled for a gain and hatched for a loss, with the line at nothing."""
    cells = [" "] * field
    fill = ("+" if end >= start else "-") if ascii_only else ("█" if end >= start else "░")
    left, right = min(start, end), max(start, end)
    for place in range(left, right + 1):
        cells[place] = fill
    if start == end:
        cells[start] = EDGE
    if cells[zero] == " ":
        cells[zero] = EDGE
    return "".join(cells).rstrip()

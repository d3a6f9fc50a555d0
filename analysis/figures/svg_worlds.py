"""Many runs as inline SVG: areas of where they stand, a hundred of them as dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, NamedTuple

from analysis.figures.dates import day_below
from analysis.figures.figure import distinct, selected
from analysis.figures.figures_of_runs import HundredDots, Standings
from analysis.figures.label_spread import spread
from analysis.figures.svg_title import WIDTH, titled_svg
from analysis.figures.told_shares import interval_told, percents_told

LEFT, TOP, HEIGHT, BOTTOM = 44, 10, 250, 24
NAMED = 196
"""Width of the names beside the areas."""
LINE, LABEL = 15, 34
"""Height of a line of letters, and of a name with its numbers below and air."""

ONE, TWO, INK = "var(--one)", "var(--two)", "currentColor"
FILLS = {
    "deal": (ONE, 1.0),
    "truce": (ONE, 0.55),
    "truce_before": (ONE, 0.2),
    "in_touch": (INK, 0.75),
    "asked": (INK, 0.4),
    "nothing": (INK, 0.06),
    "blow_up": (TWO, 1.0),
}
"""Colour and strength of each band; neighbours differ in lightness on paper and on a dark screen."""

ENDINGS = {
    "deal": (ONE, 1.0),
    "truce": (ONE, 0.6),
    "no_deal": (INK, 0.75),
    "blow_up": (TWO, 1.0),
    "no_contact": (INK, 0.45),
}
ROW = 10
"""Dots in a row."""


class Grid(NamedTuple):
    """Pixels from one dot to the next, and half of a dot."""

    step: float
    half: float


AT_DESK, ON_PHONE = Grid(24, 7), Grid(18, 5.5)


SHAPES = {
    "deal": "M{w} {y}A{r} {r} 0 1 0 {e} {y}A{r} {r} 0 1 0 {w} {y}Z",
    "truce": "M{w} {n}H{e}V{s}H{w}Z",
    "no_deal": "M{w} {s}H{e}L{x} {n}Z",
    "blow_up": "M{w} {n}L{x} {y}L{w} {s}M{e} {n}L{x} {y}L{e} {s}",
    "no_contact": "M{x} {n}L{e} {y}L{x} {s}L{w} {y}Z",
}
"""A path for each ending by the edges of its box: west, east, north, south, and its middle."""


def standings_svg(figure: Standings, width: int = WIDTH) -> str:
    """Return areas that make up all runs on every day, each named beside the last day with its share and interval."""
    table = figure.shares
    days, states = distinct(table["day"]), distinct(table["state"])
    across = _across(width, float(days[-1]))
    foot = dict.fromkeys(days, 0.0)
    parts: list[str] = []
    middles = {}
    for state in states:
        shares = dict(zip(days, selected(table, "share", {"state": state}), strict=True))
        head = {day: foot[day] + float(shares[day]) for day in days}
        parts.append(_area(str(state), {day: across.at(day) for day in days}, (foot, head)))
        middles[state] = (foot[days[-1]] + head[days[-1]]) / 2
        foot = head
    parts += [*_axes(figure, across), *_names(table, middles, LEFT + across.field)]
    return titled_svg(figure.title, TOP + HEIGHT + BOTTOM, parts, width)


class Across(NamedTuple):
    """The last day, and the width of the field of days."""

    last: float
    field: int

    def at(self, day: float) -> float:
        """Return where a day stands."""
        return LEFT + self.field * day / (self.last or 1.0)


def _across(width: int, last: float) -> Across:
    """A field that leaves room for the names; on a telephone these take what their numbers need."""
    return Across(last, width - LEFT - (NAMED if width >= WIDTH else NAMED - 46))


def _area(state: str, places: Mapping[float, float], edges: tuple[Mapping[float, float], Mapping[float, float]]) -> str:
    foot, head = edges
    points = [f"{x:.1f} {_y(head[day]):.1f}" for day, x in places.items()]
    points += [f"{x:.1f} {_y(foot[day]):.1f}" for day, x in reversed([*places.items()])]
    colour, strength = FILLS.get(state, (INK, 0.3))
    edge = "stroke:var(--paper);stroke-width:1.5"
    return f'<path d="M{"L".join(points)}Z" style="fill:{colour};fill-opacity:{strength};{edge}"/>'


def _y(share: float) -> float:
    return TOP + HEIGHT * (1 - share)


def _axes(figure: Standings, across: Across) -> Iterator[str]:
    for label, y in (("100%", TOP + 9), ("50%", _y(0.5) + 4), ("0%", TOP + HEIGHT)):
        yield _text(LEFT - 6, y, label, "end")
    for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        day = part * across.last
        yield _text(across.at(day), TOP + HEIGHT + 17, day_below(figure.start, day), anchor)


def _names(table: Any, middles: Mapping[Any, float], x: float) -> Iterator[str]:
    """Yield the names of all bands that any run is ever in, a line from each to its middle on the last day."""
    ever = [state for state in middles if max(selected(table, "share", {"state": state})) > 0]
    tops = spread([_y(middles[state]) for state in ever], [LABEL] * len(ever), (0, TOP + HEIGHT + BOTTOM))
    for state, top in zip(ever, tops, strict=True):
        title, *numbers = (selected(table, name, {"state": state})[-1] for name in ("title", "share", "low", "high"))
        yield from _label(x, _y(middles[state]), top, (str(title), percents_told(numbers)))


def hundred_dots_svg(figure: HundredDots, width: int = WIDTH) -> str:
    """Return ten rows of ten marks, a shape for each ending, named beside them with their intervals."""
    table, grid = figure.shares, AT_DESK if width >= WIDTH else ON_PHONE
    columns = [list(table[name]) for name in ("outcome", "title", "hundred", "share", "low", "high")]
    endings = list(zip(*columns, strict=True))
    parts: list[str] = []
    place, middles = 0, []
    for outcome, _, hundred, *_ in endings:
        first, place = place, place + int(hundred)
        parts += [_dot(str(outcome), number, grid) for number in range(first, place)]
        rows = [number // ROW + 0.5 for number in range(first, place)]
        middles.append(6 + grid.step * (sum(rows) / len(rows) if rows else ROW - 0.1))
    tops = spread(middles, [LABEL] * len(endings), (0, _height(grid)))
    for (_, title, hundred, *numbers), middle, top in zip(endings, middles, tops, strict=True):
        parts += _label(ROW * grid.step + 6, middle, top, (f"{hundred} {title}", interval_told(numbers)))
    return titled_svg(figure.title, _height(grid), parts, width)


def _height(grid: Grid) -> float:
    return ROW * grid.step + 12


def _dot(outcome: str, number: int, grid: Grid) -> str:
    x, y = (6 + grid.step * (place + 0.5) for place in (number % ROW, number // ROW))
    half = grid.half
    edges = {"x": x, "y": y, "r": half, "w": x - half, "e": x + half, "n": y - half, "s": y + half}
    colour, strength = ENDINGS.get(outcome, (INK, 1.0))
    path = SHAPES.get(outcome, SHAPES["deal"]).format(**{name: f"{edge:g}" for name, edge in edges.items()})
    look = f"fill:{colour};fill-opacity:{strength}"
    if outcome == "blow_up":
        look = f"fill:none;stroke:{colour};stroke-width:4"
    return f'<path d="{path}" style="{look}"/>'


def _label(x: float, middle: float, top: float, words: tuple[str, str]) -> Iterator[str]:
    """Yield a name with its numbers below, and a line from it to what it names."""
    yield f'<path d="M{x + 2:.0f} {middle:.1f}L{x + 14:.0f} {top + LABEL / 2:.1f}" stroke="{INK}" stroke-opacity=".6"/>'
    yield _text(x + 18, top + LINE, words[0])
    yield _text(x + 18, top + 2 * LINE, words[1])


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{INK}">{escape(words)}</text>'

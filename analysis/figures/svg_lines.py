"""Lines as inline SVG: how soon it happens, with its band, and the course of one run, a panel per series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from analysis.figures.dates import day_below
from analysis.figures.figure import Course, TimeToContact, distinct, selected
from analysis.figures.svg_marks import marks_height, marks_svg
from analysis.figures.svg_title import WIDTH, titled_svg
from analysis.figures.told_shares import percents_told

HEIGHT = 240
LEFT, TOP, BOTTOM = 44, 14, 26
MARGIN = 8
"""Room after the last day, half a mark."""
NAME, NAMED = 20, 290
"""Height of a line of names above a frame, and the room across that a name there may take."""

DAY = 150
"""Room across for each day that is told below a frame."""
POINTS_DRAWN = 400
"""Points of a line; a longer one is thinned evenly."""

PAIR = ("var(--one)", "var(--two)")
"""One per side; the second line is dashed too, so that print and colour-blind readers tell them apart."""


class Frame(NamedTuple):
    """The field that lines are drawn in.

    Attributes
    ----------
    above : float
        Its upper edge in the picture.
    last, top : float
        The last day, and the value at its top.
    head, width : int
        Room for the names above it, and the width of the picture.
    """

    above: float
    last: float
    top: float
    head: int = TOP
    width: int = WIDTH

    @property
    def floor(self) -> float:
        """Where the value 0 is drawn."""
        return self.above + HEIGHT - BOTTOM

    @property
    def ceiling(self) -> float:
        """Where the highest value is drawn."""
        return self.above + self.head

    def at(self, day: float, value: float) -> str:
        """Return the place of a value on a day."""
        x = LEFT + (self.width - LEFT - MARGIN) * day / (self.last or 1.0)
        return f"{x:.1f} {self.floor - (self.floor - self.ceiling) * value / self.top:.1f}"


def time_to_contact_svg(figure: TimeToContact, width: int = WIDTH) -> str:
    """Return a rising curve per group over its 95% band."""
    groups = distinct(figure.curves["group"])
    last = figure.horizon or max(figure.curves["day"])
    frame = Frame(0.0, last, 1.0, TOP + _names_height(len(groups), width) if groups[1:] else TOP, width)
    parts = [*_axes(frame, ("0%", "100%")), *_days(frame, figure.start)]
    for order, group in enumerate(groups):
        number = int(selected(figure.curves, "place", {"group": group})[0]) if "place" in figure.curves else order
        parts += _curve(figure, frame, str(group), number)
        parts += [_named((order, number), f"{group}, {_reached(figure, str(group))}", frame, TOP)] if groups[1:] else []
    return titled_svg(figure.title, HEIGHT, parts, width)


def _reached(figure: TimeToContact, group: str) -> str:
    """How far a group gets, with its interval."""
    ends = (selected(figure.curves, column, {"group": group})[-1] for column in ("reached", "low", "high"))
    return percents_told(ends)


def _curve(figure: TimeToContact, frame: Frame, group: str, number: int) -> Iterator[str]:
    days, reached, low, high = (
        selected(figure.curves, column, {"group": group}) for column in ("day", "reached", "low", "high")
    )
    days = [*days, frame.last]
    colour = PAIR[number % 2]
    upper, lower, line = (_steps(frame, days, [*values, values[-1]]) for values in (high, low, reached))
    band = "L".join([*upper, *reversed(lower)])
    yield f'<path d="M{band}Z" style="fill:{colour}" fill-opacity=".25"/>'
    yield f'<path d="M{"L".join(line)}" style="fill:none;stroke:{colour}" stroke-width="2"{_dash(number)}/>'


def _steps(frame: Frame, days: Sequence[float], values: Sequence[float]) -> list[str]:
    """The corners of a step curve, those between which it does not rise left out."""
    corners, before = [], None
    for day, value in zip(days, values, strict=True):
        if before is not None and value != before:
            corners.append(frame.at(day, before))
        if value != before or day == days[-1]:
            corners.append(frame.at(day, value))
        before = value
    return corners


def course_svg(figure: Course, width: int = WIDTH) -> str:
    """Return the course of a run: who asked and met, then both sides in a frame per panel from 0 up, dates below."""
    panels, sides = (distinct(figure.series[name]) for name in ("panel", "side"))
    last = max(figure.series["day"])
    reached = list(marks_svg(figure, [str(side) for side in sides], (LEFT, width - LEFT - MARGIN), last))
    above = marks_height(figure, [str(side) for side in sides], width - LEFT - MARGIN)
    head = TOP + NAME + _names_height(len(sides), width)
    size = f'viewBox="0 0 {width} {above + HEIGHT * len(panels):.0f}"'
    parts = [f'<svg {size} role="img" aria-label="{escape(_heard(figure, panels))}">', *reached]
    for place, panel in enumerate(panels):
        values = selected(figure.series, "value", {"panel": panel})
        frame = Frame(above + HEIGHT * place, last, max(values, default=0.0) or 1.0, head, width)
        parts += _panel(figure, str(panel), frame)
    return "".join([*parts, "</svg>"])


def _names_height(names: int, width: int) -> int:
    """Height of the names of lines: side by side where there is room, else one below the other."""
    return NAME * -(-names // max(1, (width - LEFT) // NAMED))


def _heard(figure: Course, panels: Sequence[str]) -> str:
    return f"{figure.title}: {'; '.join(map(str, panels))}" if figure.title else "; ".join(map(str, panels))


def _panel(figure: Course, panel: str, frame: Frame) -> Iterator[str]:
    top = f"{frame.top:.0%}" if panel in figure.falls else f"{frame.top:.0f}"
    yield from _truces(figure, frame)
    yield from _axes(frame, ("0", top))
    yield f'<text x="{LEFT}" y="{frame.above + 14:.0f}" fill="currentColor" font-weight="bold">{escape(panel)}</text>'
    for number, side in enumerate(distinct(selected(figure.series, "side", {"panel": panel}))):
        where = {"panel": panel, "side": side}
        days, values = (selected(figure.series, column, where) for column in ("day", "value"))
        path = "L".join(frame.at(day, value) for day, value in _thinned(days, values))
        yield f'<path d="M{path}" style="fill:none;stroke:{PAIR[number % 2]}" stroke-width="2"{_dash(number)}/>'
        yield _named((number, number), str(side), frame, TOP + NAME)
    yield from _ends(figure, frame)


def _thinned(days: Sequence[float], values: Sequence[float]) -> Iterator[tuple[float, float]]:
    count = min(len(values), POINTS_DRAWN)
    for place in range(count):
        kept = place * (len(values) - 1) // max(count - 1, 1)
        yield days[kept], values[kept]


def _truces(figure: Course, frame: Frame) -> Iterator[str]:
    """Yield a shaded box for every stretch in which a truce is in force."""
    for start, end in zip(figure.truces["start"], figure.truces["end"], strict=True):
        left, right = (float(frame.at(day, 0.0).split()[0]) for day in (start, end))
        size = f'width="{max(right - left, 1):.1f}" height="{frame.floor - frame.ceiling:.0f}"'
        yield f'<rect x="{left:.1f}" y="{frame.ceiling:.0f}" {size} fill="currentColor" fill-opacity=".1"/>'


def _axes(frame: Frame, ends: tuple[str, str]) -> Iterator[str]:
    """Yield both axes, and the values at the two ends of the upright one."""
    path = f"M{LEFT} {frame.ceiling:.0f}V{frame.floor:.0f}H{frame.width - MARGIN}"
    yield f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity=".4"/>'
    for label, y in zip(ends, (frame.floor, frame.ceiling + 5), strict=True):
        yield f'<text x="{LEFT - 6}" y="{y:.0f}" text-anchor="end" fill="currentColor">{label}</text>'


def _days(frame: Frame, start: str) -> Iterator[str]:
    marked = (frame.width - LEFT) // DAY + 1
    for number in range(marked + 1):
        day = frame.last * number / marked
        anchor = "end" if number == marked else "middle"
        x = float(frame.at(day, 0.0).split()[0])
        yield _below(frame, x, anchor, day_below(start, day))


def _ends(figure: Course, frame: Frame) -> Iterator[str]:
    """Yield the first and the last day, as dates where they are known."""
    for day, x, anchor in ((0.0, LEFT, "start"), (frame.last, frame.width, "end")):
        yield _below(frame, x, anchor, day_below(figure.start, day))


def _below(frame: Frame, x: float, anchor: str, told: str) -> str:
    place = f'x="{x:.1f}" y="{frame.floor + 18:.0f}"'
    return f'<text {place} text-anchor="{anchor}" fill="currentColor">{told}</text>'


def _named(numbers: tuple[int, int], name: str, frame: Frame, top: float) -> str:
    """A stretch of a line and its name, in ink: a colour that suits a line is too faint for letters."""
    across = max(1, (frame.width - LEFT) // NAMED)
    order, number = numbers
    x, y = LEFT + NAMED * (order % across), frame.above + top + NAME * (order // across) + 2
    look = f'style="stroke:{PAIR[number % 2]}" stroke-width="3"{_dash(number)}'
    line = f'<path d="M{x} {y - 4:.0f}H{x + 24}" {look}/>'
    return f'{line}<text x="{x + 30}" y="{y:.0f}" fill="currentColor">{escape(name)}</text>'


def _dash(number: int) -> str:
    return "" if number == 0 else ' stroke-dasharray="7 3"'

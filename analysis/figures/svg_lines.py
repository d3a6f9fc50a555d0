"""Lines as inline SVG: how soon it happens, with its band, and the course of one run, a panel per series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from analysis.figures.dates import date_after
from analysis.figures.figure import Course, TimeToContact, distinct, selected
from analysis.figures.told_shares import percents_told
from sim.narrative.cast import short_date

WIDTH, HEIGHT = 640, 240
LEFT, TOP, BOTTOM = 44, 14, 26
HEADED = 40
"""Room above a frame for the names of its lines."""

DAYS_MARKED = 4
POINTS_DRAWN = 400
"""Points of a line; a longer one is thinned evenly."""

PAIR = ("var(--one)", "var(--two)")
"""One per side; the second line is dashed too, so that print and colour-blind readers tell them apart."""


class Frame(NamedTuple):
    """The field that lines are drawn in: upper edge in the picture, last day, value at its top, room for its head."""

    above: float
    last: float
    top: float
    head: int = TOP

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
        x = LEFT + (WIDTH - LEFT) * day / (self.last or 1.0)
        return f"{x:.1f} {self.floor - (self.floor - self.ceiling) * value / self.top:.1f}"


def time_to_contact_svg(figure: TimeToContact) -> str:
    """Return a rising curve per group over its 95% band."""
    groups = distinct(figure.curves["group"])
    last = figure.horizon or max(figure.curves["day"])
    frame = Frame(0.0, last, 1.0, HEADED if groups[1:] else TOP)
    parts = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(figure.title)}">']
    parts += [*_axes(frame, ("0%", "100%")), *_days(frame, figure.start)]
    for number, group in enumerate(groups):
        parts += _curve(figure, frame, str(group), number)
        parts += [_named(number, f"{group}, {_reached(figure, str(group))}", 16.0)] if groups[1:] else []
    return "".join([*parts, "</svg>"])


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


def course_svg(figure: Course) -> str:
    """Return the course of a run: both sides in a frame per panel from 0 up, truces shaded, dates below."""
    panels = distinct(figure.series["panel"])
    last = max(figure.series["day"])
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT * len(panels)}" role="img" aria-label="{escape(_heard(figure, panels))}">'
    ]
    for place, panel in enumerate(panels):
        values = selected(figure.series, "value", {"panel": panel})
        frame = Frame(HEIGHT * place, last, max(values, default=0.0) or 1.0, HEADED)
        parts += _panel(figure, str(panel), frame)
    return "".join([*parts, "</svg>"])


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
        yield _named(number, str(side), frame.above + 32)
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
    path = f"M{LEFT} {frame.ceiling:.0f}V{frame.floor:.0f}H{WIDTH}"
    yield f'<path d="{path}" fill="none" stroke="currentColor" stroke-opacity=".4"/>'
    for label, y in zip(ends, (frame.floor, frame.ceiling + 5), strict=True):
        yield f'<text x="{LEFT - 6}" y="{y:.0f}" text-anchor="end" fill="currentColor">{label}</text>'


def _days(frame: Frame, start: str) -> Iterator[str]:
    for number in range(DAYS_MARKED + 1):
        day = frame.last * number / DAYS_MARKED
        anchor = "end" if number == DAYS_MARKED else "middle"
        x = float(frame.at(day, 0.0).split()[0])
        yield _below(frame, x, anchor, _told_day(start, day))


def _ends(figure: Course, frame: Frame) -> Iterator[str]:
    """Yield the first and the last day, as dates where they are known."""
    for day, x, anchor in ((0.0, LEFT, "start"), (frame.last, WIDTH, "end")):
        yield _below(frame, x, anchor, _told_day(figure.start, day))


def _told_day(start: str, day: float) -> str:
    return short_date(date_after(start, day)).strip() if start else f"day {day:.0f}"


def _below(frame: Frame, x: float, anchor: str, told: str) -> str:
    place = f'x="{x:.1f}" y="{frame.floor + 18:.0f}"'
    return f'<text {place} text-anchor="{anchor}" fill="currentColor">{told}</text>'


def _named(number: int, name: str, y: float) -> str:
    sample = "— " if number == 0 else "- - "
    colour = f"fill:{PAIR[number % 2]}"
    return f'<text x="{LEFT + 290 * number}" y="{y:.0f}" style="{colour}">{sample}{escape(name)}</text>'


def _dash(number: int) -> str:
    return "" if number == 0 else ' stroke-dasharray="7 3"'

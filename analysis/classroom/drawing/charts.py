"""The four charts of a world: who expects to be asked, markets, face, groundwork; up to a day, over its horizon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.classroom.drawing.canvas import (
    SIDES,
    WATCH_CHART,
    Drawing,
    Size,
    area,
    drawn,
    fitted,
    line,
    signed,
    words,
)
from analysis.classroom.drawing.courses import (
    Points,
    by_side,
    course,
    index_of_hundred,
    names_of_sides,
    truces,
    value_at,
)
from analysis.classroom.drawing.end_labels import Label, end_labels, label_room
from analysis.classroom.drawing.scales import (
    Field,
    around,
    in_steps,
    through,
    week_middle,
    weeks_marked,
)
from analysis.classroom.messages import message
from analysis.figures.lettering import width_of
from sim.narrative.cast import Cast, capital
from sim.results.trajectory import Trajectory

Lines = Mapping[str, Points]
"""Courses by the class of their line: ``a`` and ``b``, or ``joint``."""

NAMED_FROM = 520
"""Width (at letters of 22) from which labels have names; below it marks and colours are those of the ladder nearby."""
MOST = 0.46
"""The part of a chart's width that its labels may take."""
WIDEST, WIDEST_EDGE = "+0.88", "100%"
"""As wide as nearly any number at the end of a line, and at the axis."""


class Kind(NamedTuple):
    """What a chart shows: its lines up to a day, the edges of its values, how a value is written, steps or not."""

    lines: Callable[[Trajectory, float], Lines]
    edges: Callable[[Sequence[float]], tuple[float, float]]
    told: str
    edge: str
    is_stepped: bool = False

    def number(self, value: float) -> str:
        """Return a value as it is written."""
        return signed(self.told.format(value))

    def at_edge(self, value: float) -> str:
        """Return a value as the axis has it."""
        return signed(self.edge.format(value))


def _of_sides(column: str) -> Callable[[Trajectory, float], Lines]:
    return lambda trajectory, day: dict(zip(SIDES, by_side(trajectory, column, day).values(), strict=True))


def _markets(trajectory: Trajectory, day: float) -> Lines:
    return {look: index_of_hundred(points) for look, points in _of_sides("index")(trajectory, day).items()}


def _hopes(trajectory: Trajectory, day: float) -> Lines:
    """How likely each thinks it, in per cent, that the other asks within the month."""
    sides = _of_sides("expects_ask")(trajectory, day)
    return {look: [(at, 100 * value) for at, value in points] for look, points in sides.items()}


def _joint(trajectory: Trajectory, day: float) -> Lines:
    return {"joint": [(at, 100 * value) for at, value in course(trajectory, "groundwork", day)]}


KINDS: Mapping[str, Kind] = {
    "asking": Kind(_hopes, lambda _: (0.0, 100.0), "{:.0f}%", "{:.0f}%", True),
    "markets": Kind(_markets, lambda found: around(found, 100.0, 10.0), "{:.0f}", "{:.0f}"),
    "face": Kind(_of_sides("face"), lambda _: (-1.0, 1.0), "{:+.2f}", "{:+.0f}"),
    "groundwork": Kind(_joint, lambda _: (0.0, 100.0), "{:.0f}%", "{:.0f}%"),
}


def chart_title(name: str, trajectory: Trajectory) -> str:
    """Return what a chart is called, in the words of the case."""
    cast = Cast(trajectory.scenario)
    things = {thing: cast.words[thing].noun for thing in ("market", "face", "groundwork")}
    return capital(message(f"drawing.chart.{name}", **things))


def ladder_title(trajectory: Trajectory) -> str:
    """Return what both sides climb, and in what it is measured, in the words of the case."""
    words_of = Cast(trajectory.scenario).words
    pressure, points = words_of["pressure"].noun, words_of["points"].plural
    return capital(message("drawing.ladder.title", pressure=pressure, points=points))


def chart(
    trajectory: Trajectory,
    name: str,
    day: float,
    size: Size = WATCH_CHART,
    before: Trajectory | None = None,
    beside: Trajectory | None = None,
) -> Drawing:
    """Return a chart of a world as far as it is shown.

    Parameters
    ----------
    trajectory : Trajectory
        The world.
    name : str
        One of :data:`analysis.classroom.session.state.CHARTS`.
    day : float
        What comes after this day is neither drawn nor told, nor does it move the axes.
    size : Size
        How large.
    before : Trajectory, optional
        The world before a change: thin grey lines, up to the same day.
    beside : Trajectory, optional
        A world whose chart has the same axes.
    """
    kind = KINDS[name]
    lines = kind.lines(trajectory, day)
    old = kind.lines(before, day) if before is not None else {}
    others = kind.lines(beside, day) if beside is not None else {}
    values = [value for found in (lines, old, others) for points in found.values() for _, value in points]
    edges = kind.edges(values)
    labels = _labels(lines, kind, trajectory, size)
    field = _field(size, edges, kind, trajectory)
    title = chart_title(name, trajectory)
    parts = [
        *_frame(field, kind, size, title, bool(old)),
        *_shades(trajectory, day, field),
        *(line(_path(points, kind, field), f"before-{look}", size, size.stroke / 2) for look, points in old.items()),
        *(line(_path(points, kind, field), f"{look}-line", size) for look, points in lines.items()),
        *_ends(labels, lines, field, size),
    ]
    return drawn(size, parts, _told(title, labels, trajectory), *_table(lines, kind, trajectory))


def _labels(lines: Lines, kind: Kind, trajectory: Trajectory, size: Size) -> list[Label]:
    called = dict(zip(SIDES, _names(trajectory, size), strict=True))
    return [Label(look, 0.0, called.get(look, ""), kind.number(points[-1][1])) for look, points in lines.items()]


def _names(trajectory: Trajectory, size: Size) -> list[str]:
    """What labels call the sides: nothing where a chart has room for their marks alone."""
    names = list(names_of_sides(trajectory).values())
    return names if size.width >= NAMED_FROM * size.text / 22 else ["" for _ in names]


def _field(size: Size, edges: tuple[float, float], kind: Kind, trajectory: Trajectory) -> Field:
    """Where a chart's lines stand; all four charts of a world have their weeks at the same places."""
    left = max(width_of(number, size.text) for number in (*map(kind.at_edge, edges), WIDEST_EDGE)) + 0.4 * size.text
    room = label_room(_names(trajectory, size), WIDEST, size, MOST * size.width)
    top, bottom = 1.75 * size.text, size.height - 1.55 * size.text
    horizon = float(trajectory.scenario.horizon_days)
    return Field(left, size.width - room - 2, top, bottom, horizon, *edges)


def _frame(field: Field, kind: Kind, size: Size, title: str, is_changed: bool) -> Iterator[str]:
    """Yield the title, the axes and their numbers."""
    text = size.text
    yield words((0, 0.85 * text), fitted(title, text, size.width), "title")
    if is_changed:
        yield from _before_key(size, title)
    for value in (field.low, field.high):
        yield line(f"M{field.left:.1f} {field.y(value):.1f}H{field.right:.1f}", "grid", size, 1)
        yield words((field.left - 0.3 * text, field.y(value) + 0.36 * text), kind.at_edge(value), "axis", "end")
    yield from week_axis(field, size)


def _before_key(size: Size, title: str) -> Iterator[str]:
    """Yield what the grey lines are, beside the title where there is room."""
    text, told = size.text, message("drawing.before")
    left = size.width - width_of(told, size.text)
    if width_of(title, text) + 2.4 * text < left:
        yield line(f"M{left - 1.7 * text:.1f} {0.5 * text:.1f}h{1.4 * text:.1f}", "before", size, size.stroke / 2)
        yield words((size.width, 0.85 * text), told, "axis", "end")


def week_axis(field: Field, size: Size) -> Iterator[str]:
    """Yield the weeks below a field: every week's beginning, and the numbers of as many as can be read."""
    text, foot = size.text, size.height - 0.3 * size.text
    told = message("drawing.week", n=1)
    numbers = weeks_marked(field.horizon, field.right - field.left, text)
    floor = size.height - 1.3 * text
    free = field.left
    for number in numbers:
        label = told if number == 1 else str(number)
        middle = field.x(week_middle(number, field.horizon))
        half = width_of(label, text) / 2
        middle = max(middle, field.left + half) if number == 1 else middle
        if middle - half >= free and middle + half <= field.right + text:
            free = middle + half + 0.3 * text
            yield words((middle, foot), label, "axis", "middle")
            yield line(f"M{field.x(7 * (number - 1)):.1f} {floor:.1f}v-{0.3 * text:.1f}", "tick", size, 2)


def _shades(trajectory: Trajectory, day: float, field: Field) -> Iterator[str]:
    for start, end in truces(trajectory, day):
        left, right = field.x(start), field.x(end)
        yield area((left, field.top, right - left, field.bottom - field.top), "held")


def _path(points: Points, kind: Kind, field: Field) -> str:
    places = [(field.x(day), field.y(value)) for day, value in points]
    return in_steps(places) if kind.is_stepped else through(places)


def _ends(labels: Sequence[Label], lines: Lines, field: Field, size: Size) -> Iterator[str]:
    ends = {look: points[-1] for look, points in lines.items()}
    placed = [label._replace(y=field.y(ends[label.look][1])) for label in labels]
    left = max(field.x(at) for at, _ in ends.values())
    room = size.width - field.right - 2
    yield from end_labels(placed, left, room, (1.2 * size.text, field.bottom + 0.1 * size.text), size)


def _told(title: str, labels: Sequence[Label], trajectory: Trajectory) -> str:
    names = dict(zip(SIDES, names_of_sides(trajectory).values(), strict=True))
    said = [f"{names[label.look]} {label.number}" if label.look in names else label.number for label in labels]
    return f"{title}: {', '.join(said)}."


def _table(lines: Lines, kind: Kind, trajectory: Trajectory) -> tuple[list[str], list[list[str]]]:
    """The numbers at the end of every week that is shown."""
    names = dict(zip(SIDES, names_of_sides(trajectory).values(), strict=True))
    columns = [message("drawing.week_column"), *(names.get(look, message("drawing.both")) for look in lines)]
    weeks = range(int(shown_to_of(lines) // 7) + 1)
    rows = [[str(week), *(kind.number(value_at(points, 7.0 * week)) for points in lines.values())] for week in weeks]
    return columns, rows


def shown_to_of(lines: Lines) -> float:
    """Return the last day of lines."""
    return max(points[-1][0] for points in lines.values())

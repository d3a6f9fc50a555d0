"""Marks of who asked, who said yes or no, and when they met: lanes under dates, like marks near by told as one.

The timeline of a run and the ladder of both sides are made of them, for whatever room there is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.figure import Reach
from analysis.figures.lettering import width_of, wrapped
from analysis.figures.placing import spread
from analysis.figures.run_days import RunDays
from analysis.figures.style import FAINT, INK, PAPER, Room, rows

FORMS = {
    Reach.asks: ("triangle-right", INK),
    Reach.yes: ("square", INK),
    Reach.no: ("square", PAPER),
    Reach.met: ("circle", INK),
    Reach.agreed: ("diamond", INK),
    Reach.breaks: ("cross", PAPER),
}
"""Shape and filling of each form: told apart without any colour."""

UPPER = (Reach.asks, Reach.met)
"""Forms that stand in the upper row of their lane; answers and what comes of it stand in the lower one."""
ANSWERS = (Reach.yes, Reach.no)
"""Forms that say all by themselves: their marks have no label but how many they are."""
EDGE = 9
"""Pixels between the rows of a lane and its neighbours."""
BLANK = 5
"""Pixels between two labels."""
OVERHANG = (6.0, 24.0)
"""Pixels by which a label may stand out of the days, before the first, where names are, and after the last."""
COLUMNS = ("day", "lane", "form", "label", "told")


class Sizes(NamedTuple):
    """Pixels of a mark across, of a row with its labels, of letters, and of a lane's name above it."""

    mark: int
    row: int
    letters: int
    name: int

    @classmethod
    def of(cls, room: Room) -> Sizes:
        """Return the sizes for a room."""
        mark = room.small - 2
        return cls(mark, mark + room.small + 4, room.small, room.small + 8 if room.is_narrow else 0)


class Group(NamedTuple):
    """Marks of one form and lane that touch, told as one: the middle of their days, and all of their labels."""

    day: float
    lane: str
    form: str
    labels: tuple[str, ...]
    told: str

    @property
    def texts(self) -> list[str]:
        """What may be written beside it, the first choice first: what it was and how often, or how often."""
        count = f"{len(self.labels)}\u00d7" if self.labels[1:] else ""
        is_said = len({*self.labels}) == 1 and self.form not in ANSWERS
        word = self.labels[0] if is_said else ""
        return list(dict.fromkeys(filter(None, (f"{count} {word}".strip(), count))))


class Strip(NamedTuple):
    """Lanes with their marks, placed: a row a mark, a row a lane, and how high they are together."""

    marks: pd.DataFrame
    lanes: pd.DataFrame
    height: float


def strip(marks: pd.DataFrame, lanes: Sequence[str], days: RunDays, room: Room) -> Strip:
    """Place marks in lanes, for a room.

    Parameters
    ----------
    marks : pandas.DataFrame
        ``day``, ``lane``, ``form`` (a :class:`Reach`), ``label``, ``told``: one row an event.
    lanes : sequence of str
        From above.
    days : RunDays
        The days shown.
    room : Room
        Its width is that of all days.
    """
    sizes, y = Sizes.of(room), 0.0
    placed: list[tuple[Any, ...]] = []
    tops: list[dict[str, Any]] = []
    for lane in lanes:
        edge, y = y, y + EDGE + sizes.name
        own = marks[marks["lane"] == lane]
        upper = own["form"].isin(UPPER)
        rows_taken = max(int(upper.any()) + int((~upper).any()), 1)
        middle = y - sizes.letters / 2 if sizes.name else y + sizes.row * rows_taken / 2
        tops.append({"lane": lane, "name_y": middle, "line_y": edge})
        for part, is_lower in ((own[upper], False), (own[~upper], True)):
            if len(part):
                placed += _row(part, (y, is_lower), days.span, room)
                y += sizes.row
        y += EDGE if len(own) else sizes.row + EDGE
    columns = ["day", "y", "lane", "form", "count", "label", "label_day", "label_y", "told"]
    return Strip(pd.DataFrame(placed, columns=columns), pd.DataFrame(tops), y)


def _row(marks: pd.DataFrame, place: tuple[float, bool], span: float, room: Room) -> Iterator[tuple[Any, ...]]:
    """The marks of one row of a lane, pushed apart; labels are above in an upper row and below in a lower one."""
    (top, is_lower), sizes, pixels = place, Sizes.of(room), room.width / span
    groups = list(_groups(marks, sizes.mark / pixels))
    middles = spread([group.day * pixels for group in groups], sizes.mark, 0.0, room.width)
    labels = _labels(groups, middles, room)
    ends = (sizes.mark / 2, sizes.row - sizes.letters / 2)
    y, label_y = (top + end if is_lower else top + sizes.row - end for end in ends)
    for group, middle, (label, label_middle) in zip(groups, middles, labels, strict=True):
        count = len(group.labels)
        yield (
            middle / pixels, y, group.lane, str(group.form), count, label, label_middle / pixels, label_y, group.told
        )  # fmt: skip


def _groups(marks: pd.DataFrame, gap: float) -> Iterator[Group]:
    """Marks of one form, each within a mark's width of the one before, as one."""
    found: list[list[tuple[Any, ...]]] = []
    ordered = marks.sort_values("day", kind="stable")
    for row in zip(*(ordered[name] for name in COLUMNS), strict=True):
        touches = found and found[-1][-1][2] == row[2] and row[0] - found[-1][-1][0] < gap
        if touches:
            found[-1].append(row)
        else:
            found.append([row])
    for group in found:
        days, lanes, forms, labels, told = zip(*group, strict=True)
        yield Group((days[0] + days[-1]) / 2, lanes[0], forms[0], labels, "; ".join(told))


def _labels(groups: Sequence[Group], middles: Sequence[float], room: Room) -> list[tuple[str, float]]:
    """For each group its label and the middle of that, in pixels: as much as there is room for, counts first."""
    found = [("", middle) for middle in middles]
    taken: list[tuple[float, float]] = []
    for number in sorted(range(len(groups)), key=lambda number: len(groups[number].labels) == 1):
        for text in groups[number].texts:
            half = width_of(text, room.small) / 2
            before, after = (min(hang, half) for hang in OVERHANG)
            middle = min(max(middles[number], half - before), room.width - half + after)
            if all(abs(middle - other) >= half + width + BLANK for other, width in taken):
                taken.append((middle, half))
                found[number] = (text, middle)
                break
    return found


def strip_chart(placed: Strip, days: RunDays, room: Room, dated: bool = True) -> Any:
    """Draw placed marks: a line between lanes, the name of each, the marks, and their labels.

    Parameters
    ----------
    placed : Strip
        From :func:`strip`.
    days : RunDays
        The days shown.
    room : Room
        The same as before.
    dated : bool
        Whether dates are written below.
    """
    look = _Look(days, room, dated, alt.Scale(domain=[placed.height, 0], nice=False, zero=False))
    layers = [_names(placed, look)]
    if len(placed.marks):
        base = alt.Chart(rows(placed.marks, ("day", "y", "form")))
        forms = {name: _legend(channel, placed, room) for name, channel in CHANNELS.items()}
        points = base.mark_point(size=Sizes.of(room).mark ** 2, opacity=1, strokeWidth=1.5)
        layers.append(points.encode(x=look.x("day"), y=look.y("y"), tooltip=[alt.Tooltip("told:N")], **forms))
        labels = base.transform_filter("datum.label != ''").mark_text(fontSize=room.small, color=INK, baseline="middle")
        layers.append(labels.encode(x=look.x("label_day"), y=look.y("label_y"), text=alt.Text("label:N")))
    return alt.layer(*layers, width=room.width, height=placed.height)


class _Look(NamedTuple):
    """Where days and pixels are, and whether dates are written below."""

    days: RunDays
    room: Room
    dated: bool
    height: alt.Scale

    def x(self, column: str) -> alt.X:
        return self.days.across(self.room, self.dated, column)

    def y(self, column: str) -> alt.Y:
        return alt.Y(f"{column}:Q", scale=self.height, axis=None)


def _names(placed: Strip, look: _Look) -> Any:
    """The name of each lane, beside it or above it, and a line over all lanes but the first."""
    room, narrow = look.room, look.room.is_narrow
    across = room.width if narrow else room.labels * 0.7
    names = ["\n".join(wrapped(lane, room.small, across)) for lane in placed.lanes["lane"]]
    lanes = placed.lanes.assign(day=0.0, last=look.days.span, name=names)
    base = alt.Chart(rows(lanes, ("lane", "name_y", "line_y")))
    lines = base.transform_filter("datum.line_y > 0").mark_rule(color=FAINT)
    words = base.mark_text(
        align="left" if narrow else "right", dx=0 if narrow else -14, fontSize=room.small, color=INK, lineBreak="\n",
        baseline="middle", fontWeight="bold" if narrow else "normal",
    )  # fmt: skip
    return alt.layer(
        lines.encode(x=look.x("day"), x2=alt.X2("last:Q"), y=look.y("line_y")),
        words.encode(x=look.x("day"), y=look.y("name_y"), text=alt.Text("name:N")),
    )


CHANNELS = {"shape": alt.Shape, "fill": alt.Fill, "stroke": alt.Stroke}


def _legend(channel: Any, placed: Strip, room: Room) -> Any:
    """What each form that occurs looks like; one legend for shapes, fillings and edges together."""
    forms = [form for form in FORMS if str(form) in set(placed.marks["form"])]
    values = [(*FORMS[form], INK)[list(CHANNELS.values()).index(channel)] for form in forms]
    legend = alt.Legend(title=None, symbolSize=Sizes.of(room).mark ** 2, symbolStrokeWidth=1.5)
    return channel("form:N", scale=alt.Scale(domain=[str(form) for form in forms], range=values), legend=legend)

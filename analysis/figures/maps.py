"""What two or three factors do together: heat maps with their numbers written in, those that tell nothing hatched."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.lettering import width_of, wrapped
from analysis.figures.style import BLACK, PAPER, WIDE, Room, fixed, hatched, in_order, rows, styled
from analysis.figures.tooltips import Said, tooltips

_WIDEST, _TALLEST, _LOWEST = 96, 60, 30
"""Pixels of a cell."""

_TURN = 0.46
"""Place on the colour scale where black words are read as well as white ones."""

_HATCHED = "Hatched: not told apart from all runs together."


class _Cells(NamedTuple):
    """The layout: settings by place, size of a cell, panels side by side, short numbers or not, ends of the colours."""

    across: list[Any]
    up: list[Any]
    panels: list[Any]
    width: float
    height: float
    beside: int
    is_tight: bool
    scale: tuple[float, float]


def heat_map(table: pd.DataFrame, x: str, y: str, value: tuple[str, str, str], title: str, room: Room = WIDE) -> Any:
    """A cell for each pair of settings, darker for less and lighter for more, in grey as in colour.

    Parameters
    ----------
    table, value, title
        As in :func:`heat_maps`.
    x, y : str
        Columns with the two factors' settings.
    """
    return heat_maps(table, (x, y, ""), value, title, room)


def heat_maps(
    table: pd.DataFrame, by: tuple[str, str, str], value: tuple[str, str, str], title: str, room: Room = WIDE
) -> Any:
    """A map of two factors for each setting of a third, all on one scale, as many side by side as can be read.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per cell. Besides what follows it may have ``low`` and ``high`` (its interval), ``runs``, ``said`` (the
        number as it is written), and ``differs``: whether the cell differs from the whole; those that do not are
        hatched.
    by : tuple of str
        Columns with the settings of the factors across, upwards, and by panel; without a third there is one map. A
        narrow room has the longer of the first two upwards.
    value : tuple of str
        Column of the measure, what readers call it, and its number format (``.0%``).
    title : str
        What the figure shows.
    """
    column, words, form = value
    named = _places(table, by, room)
    wanted = _wanted(table, {**named, column: "value"}, form)
    rows(wanted, (*named.values(), "value"))
    cells = _laid_out(wanted, room)
    written = _written(wanted, cells)
    said = {place: name for name, place in named.items()}, _number(wanted, words, form)
    hatching = _HATCHED if "differs" in wanted and not wanted["differs"].all() else ""
    if not by[2]:
        return styled(_one_map(written, cells, said, room), title, hatching, room=room)
    maps = [
        _one_map(written[written["panel"] == setting], cells, said, room, _heading(by[2], setting, room))
        for setting in cells.panels
    ]
    return styled(alt.concat(*maps, columns=cells.beside), title, hatching, room=room)


def _places(table: pd.DataFrame, by: tuple[str, str, str], room: Room) -> dict[str, str]:
    """Which column goes where; in a narrow room the factor with more settings goes upwards."""
    x, y, panels = by
    if room.is_narrow and {x, y} <= set(table) and table[x].nunique() > table[y].nunique():
        x, y = y, x
    return {x: "x", y: "y", **({panels: "panel"} if panels else {})}


def _heading(panels: str, setting: Any, room: Room) -> Any:
    words = f"{panels}: {setting:.3g}" if _are_numbers([setting]) else str(setting)
    return alt.Title(wrapped(words, room.text, room.width), fontSize=room.text, anchor="start", offset=6)


def _one_map(
    part: pd.DataFrame, cells: _Cells, said: tuple[dict[str, str], Said], room: Room, title: Any = alt.Undefined
) -> Any:
    """A map of all cells, or of those of one panel, under its title."""
    named, number = said
    base = alt.Chart(rows(part, ("x", "y", "value"))).encode(
        x=_axis("x", named["x"], cells, room), y=_axis("y", named["y"], cells, room)
    )
    layers = _layers(tooltips(base, named, number), part, cells, number, room)
    width, height = cells.width * len(cells.across), cells.height * len(cells.up)
    return alt.layer(*layers, width=width, height=height, title=title)


def _wanted(table: pd.DataFrame, named: dict[str, str], form: str) -> pd.DataFrame:
    """The columns that are drawn, by what they are drawn as; numbers are written out where the table has not."""
    extra = [name for name in ("low", "high", "runs", "said", "differs") if name not in named]
    there = [name for name in (*named, *extra) if name in table]
    wanted = table[there].rename(columns=named)
    columns = set(wanted.columns)
    if "value" in columns and "said" not in columns:
        wanted = wanted.assign(said=[_number_as(found, form) for found in wanted["value"]])
    return wanted


def _number_as(found: float, form: str) -> str:
    if math.isnan(found):
        return ""
    return f"{found:.0%}" if form.endswith("%") else f"{found:.3g}"


def _written(wanted: pd.DataFrame, cells: _Cells) -> pd.DataFrame:
    """Where cells are narrow, numbers without the sign that the colour scale has as well."""
    if not cells.is_tight:
        return wanted
    return wanted.assign(said=wanted["said"].str.replace("%", "", regex=False))


def _laid_out(wanted: pd.DataFrame, room: Room) -> _Cells:
    """As many panels side by side as leave each cell room for its number."""
    across, up, panels = (_settings(wanted, name) if name in wanted else [] for name in ("x", "y", "panel"))
    full = _widest(wanted["said"], room.text) + 4
    aside = min(_widest(up, room.small), room.labels) + 40
    whole = room.whole if room.is_narrow else room.width + aside
    most = min(room.across, max(len(panels), 1))
    widths = {beside: min((whole / beside - aside) / len(across), _WIDEST) for beside in range(most, 0, -1)}
    beside = next((count for count, width in widths.items() if width >= full), 1)
    width = widths[beside]
    height = min(max(0.62 * width, _LOWEST), _TALLEST)
    scale = float(wanted["value"].min()), float(wanted["value"].max())
    return _Cells(across, up, panels, round(width, 1), round(height, 1), beside, width < full, scale)


def _widest(words: Iterable[Any], size: float) -> float:
    return max((width_of(str(text), size) for text in words), default=0.0)


def _axis(place: str, title: str, cells: _Cells, room: Room) -> Any:
    """An axis with its title wrapped to its length."""
    is_across = place == "x"
    settings = cells.across if is_across else cells.up
    long = cells.width * len(settings) if is_across else cells.height * len(settings)
    heading = wrapped(title, room.text, max(long, 4 * _LOWEST))
    style = (
        alt.Axis(labelAngle=0, format=".3~g") if _are_numbers(settings) else _names(settings, is_across, cells, room)
    )
    return (alt.X if is_across else alt.Y)(f"{place}:O", axis=style, title=heading, scale=alt.Scale(domain=settings))


def _names(settings: list[Any], is_across: bool, cells: _Cells, room: Room) -> alt.Axis:
    """Names wrapped to the cells, or to the room beside them; upright where a word is wider than a cell."""
    longest = _widest((word for name in settings for word in str(name).split()), room.small)
    is_upright = is_across and longest > cells.width + 6
    size = max(cells.width - 4, longest) if is_across and not is_upright else room.labels
    lines = {str(name): wrapped(str(name), room.small, size) for name in settings}
    angle = -90 if is_upright else 0
    return alt.Axis(labelAngle=angle, labelExpr=f"{json.dumps(lines)}[datum.label]", labelLimit=room.labels)


def _number(wanted: pd.DataFrame, words: str, form: str) -> Said:
    ends = ("low", "high") if {"low", "high"} <= set(wanted) else ("", "")
    return Said("value", words, form, *ends, counted="runs" if "runs" in wanted else "")


def _layers(base: Any, part: pd.DataFrame, cells: _Cells, number: Said, room: Room) -> list[Any]:
    """Cells, strokes over those that tell nothing, and the numbers on a ground of their cell's colour."""
    low, high = cells.scale
    scale = alt.Scale(scheme="cividis", domain=[low, high] if low < high else [low - 1, high + 1])
    is_dark = f"datum.value < {low + _TURN * (high - low)}"
    ink = {"value": BLACK, "condition": {"test": is_dark, "value": PAPER}}
    fill = base.mark_rect(stroke=PAPER, strokeWidth=2).encode(
        color=alt.Color("value:Q", scale=scale, title=number.called, legend=_legend(number.form, cells, room))
    )
    size = room.small if cells.is_tight else room.text
    numbers = base.mark_text(fontSize=size).encode(text=alt.Text("said:N"), color=fixed(alt.ColorValue, **ink))
    if "differs" not in part or part["differs"].all():
        return [fill, numbers]
    quiet = base.transform_filter("!datum.differs")
    ground = quiet.mark_rect(width=_width(part, size), height=size + 2).encode(
        color=alt.Color("value:Q", scale=scale, legend=None)
    )
    return [
        fill,
        hatched(quiet.encode(stroke=fixed(alt.StrokeValue, **ink)), cells.width - 2, cells.height - 2),
        ground,
        numbers,
    ]


def _width(part: pd.DataFrame, size: float) -> float:
    return max(width_of(said, size) for said in part["said"]) + 2


def _legend(form: str, cells: _Cells, room: Room) -> alt.Legend:
    if cells.panels or room.is_narrow:
        long = min(cells.width * len(cells.across) * cells.beside, 320)
        return alt.Legend(
            type="gradient", format=form, orient="bottom", direction="horizontal", gradientLength=long,
            gradientThickness=18, titleLimit=room.whole, tickCount=4,
        )  # fmt: skip
    return alt.Legend(
        type="gradient", format=form, orient="right", direction="vertical", gradientLength=220, gradientThickness=22
    )


def _settings(table: pd.DataFrame, column: str) -> list[Any]:
    """Names in the order of the table, downwards; numbers from low to high, upwards."""
    found = in_order(table, column)
    if not _are_numbers(found):
        return found
    return sorted(found, reverse=column == "y")


def _are_numbers(values: list[Any]) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)

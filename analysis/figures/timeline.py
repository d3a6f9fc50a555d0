"""Who reached for whom, when, and what came of it: an arrow an event between lanes of leaders and mediators."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.figure import FigureError
from analysis.figures.style import (
    BLUE,
    FAINT,
    GREEN,
    INK,
    MIDDLE,
    ORANGE,
    VERMILLION,
    WIDE,
    Room,
    in_order,
    rows,
    styled,
)
from sim.vocabulary import events as e

_GROUPS = {
    e.PRESSURE: (VERMILLION, "square"),
    e.REACHING: (BLUE, "triangle-right"),
    e.MEETING: (GREEN, "circle"),
    e.PARTING: (ORANGE, "cross"),
    e.ELSE: (MIDDLE, "diamond"),
}
"""Kinds of event by what they do, each with a colour and a shape of its own."""


def who_calls_whom(
    events: pd.DataFrame,
    title: str,
    names: Mapping[str, str] | None = None,
    said: Mapping[str, str] | None = None,
    room: Room = WIDE,
) -> Any:
    """A lane an actor and an arrow an event, from who acts to whom it is meant for.

    Parameters
    ----------
    events : pandas.DataFrame
        ``Trajectory.events``: ``day``, ``kind``, ``actor``, ``target``; what both do is marked on both
        lanes, what nobody does on the lane it concerns.
    title : str
        What the figure answers.
    names : dict, optional
        What readers call each actor.
    said : dict, optional
        What readers call each kind of event, and pressure.
    """
    rows(events, ("day", "kind", "actor", "target"))
    called = said or {}
    table = _laned(events, names or {}, called)
    if table.empty:
        raise FigureError("no event has an actor or a target to draw")
    lanes = _lanes(table)
    places = {lane: place for place, lane in enumerate(lanes)}
    table = table.assign(start=table["from"].map(places), end=table["to"].map(places))
    axis = alt.Axis(
        values=list(range(len(lanes))), grid=True, gridColor=FAINT, ticks=False, domain=False, labelFontSize=room.text,
        labelExpr=f"{lanes}[datum.value]",
    )  # fmt: skip
    lane = alt.Scale(domain=[len(lanes) - 0.6, -0.4], zero=False, nice=False)
    groups = [group for group in _GROUPS if called.get(group, group) in set(table["group"])]
    fill = alt.Color("group:N", title=None, scale=_range(groups, 0, called))
    base = alt.Chart(rows(table, ("day", "start", "end", "group", "words"))).encode(
        x=alt.X("day:Q", title="day", axis=alt.Axis(grid=False)), color=fill, tooltip=["day:Q", "words:N"]
    )
    y = alt.Y("start:Q", title=None, axis=axis, scale=lane)
    shafts = base.mark_rule(strokeWidth=2.5, opacity=0.8).encode(y=y, y2="end:Q")
    form = alt.Shape("group:N", title=None, scale=_range(groups, 1, called))
    heads = base.mark_point(filled=True, size=150, opacity=1, stroke=INK, strokeWidth=0.7).encode(
        y=alt.Y("end:Q", title=None, axis=axis, scale=lane), shape=form
    )
    chart = alt.layer(shafts, heads).properties(width=room.width, height=130 * len(lanes))
    return styled(chart, title, "A line runs from who acts to whom it is meant for, where the mark is.", room=room)


def group_of(kind: str) -> str:
    """What an event does, by its kind."""
    return e.BY_WORD[kind].group if kind in e.BY_WORD else e.ELSE


def _laned(events: pd.DataFrame, names: Mapping[str, str], called: Mapping[str, str]) -> pd.DataFrame:
    """Events with the lanes they run between: one row an arrow."""
    actors = [actor for actor in in_order(events, "actor") if actor not in ("", "both", None)]
    lanes = []
    for day, kind, actor, target in zip(events["day"], events["kind"], events["actor"], events["target"], strict=True):
        words = called.get(str(kind), str(kind).replace("_", " "))
        group = called.get(group_of(str(kind)), group_of(str(kind)))
        for one, other in _arrows(actor, target, actors):
            name = names.get(one, one)
            lanes.append((float(day), name, names.get(other, other), group, f"{name}: {words}"))
    return pd.DataFrame(lanes, columns=["day", "from", "to", "group", "words"])


def _arrows(actor: str, target: str, actors: list[str]) -> list[tuple[str, str]]:
    """From whom to whom: what both do is marked on both lanes, and what is meant for both has two arrows."""
    sides = actors[:2]
    if actor == "both":
        return list(permutations(sides, 2))
    if not actor:
        return [(target, target)] if target in actors else []
    if target == "both":
        return [(actor, side) for side in sides if side != actor]
    return [(actor, target or actor)]


def _lanes(table: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys([*table["from"], *table["to"]]))


def _range(groups: list[str], place: int, called: Mapping[str, str]) -> alt.Scale:
    return alt.Scale(
        domain=[called.get(group, group) for group in groups], range=[_GROUPS[group][place] for group in groups]
    )

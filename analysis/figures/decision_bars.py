"""Why a leader did what he did: each option's reasons, for and against, stacked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.figure import FigureError
from analysis.figures.style import INK, WIDE, Room, in_order, rows, styled
from sim.vocabulary import components

COMPONENTS = components.WORDS
"""Reasons in the order in which the model and every table name them."""

_COLOURS = (
    "#0B3C5D", "#0072B2", "#56B4E9", "#B8E0F7", "#7A3300", "#D55E00", "#E69F00", "#F7DC8C", "#004D38", "#009E73",
    "#8FD9C2", "#7B3F63", "#CC79A7",
)  # fmt: skip
"""Four families of Okabe and Ito's hues, from dark to light; names are written in, so that grey does as well."""


def _colour(component: str) -> str:
    """A component's colour; should there ever be more components than hues, hues come again."""
    return _COLOURS[COMPONENTS.index(component) % len(_COLOURS)]


_LETTER = 8.5
"""Points that a letter of a name takes; a name is written where it fits."""


def decision_stack(
    decision: pd.DataFrame, title: str, names: Mapping[str, str] | None = None, room: Room = WIDE
) -> Any:
    """One row per option, most probable first: reasons for it to the right, against it to the left, the sum marked.

    Parameters
    ----------
    decision : pandas.DataFrame
        One decision of ``Trajectory.decisions``: ``option``, ``probability``, ``chosen``, ``utility`` and components.
    title : str
        What the figure answers.
    names : dict, optional
        What readers call each option and component.
    """
    called = names or {}
    present = [name for name in COMPONENTS if name in decision and (decision[name].abs() > 1e-12).any()]
    rows(decision, ("option", "probability", "chosen", "utility"))
    if not present:
        raise FigureError("no component weighs on any option of this decision")
    table = decision.sort_values("probability", ascending=False)
    table = table.assign(label=_labels(table, called))
    long = table.melt(["label", "utility"], present, "component", "weight")
    long = long[long["weight"].abs() > 1e-12].assign(place=lambda given: given["component"].map(COMPONENTS.index))
    long = long.assign(component=[called.get(name, name) for name in long["component"]])
    colours = {called.get(name, name): _colour(name) for name in present}
    order = in_order(table, "label")
    base = alt.Chart(rows(long, ("label", "component", "weight", "place"))).encode(
        y=alt.Y("label:N", sort=order, title=None, axis=alt.Axis(ticks=False, domain=False)),
        order=alt.Order("place:Q"),
    )
    x = alt.X("weight:Q", stack="zero", title="for the option (right) and against it (left), in units of utility")
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    legend = alt.Legend(columns=5, title=None)
    bars = base.mark_bar(height=36, stroke="white", strokeWidth=1).encode(
        x=x,
        color=alt.Color("component:N", scale=scale, sort=list(colours), legend=legend),
        tooltip=[alt.Tooltip("component:N"), alt.Tooltip("weight:Q")],
    )
    chart = alt.layer(
        bars, *_names(base, long, colours, room), _sums(table, order), width=room.width, height=alt.Step(54)
    )
    return styled(
        chart,
        title,
        "Mark: the sum. Percent: how probable it was. Arrow: what was done.",
        room=room,
    )


def _names(base: Any, long: pd.DataFrame, colours: Mapping[str, str], room: Room) -> list[Any]:
    """Names of the components written into the segments wide enough, light on dark and dark on light."""
    sums = long["weight"].groupby([long["label"], long["weight"] > 0]).sum().groupby(level=1)
    point = float(sums.max().max() - sums.min().min()) / room.width
    wide = f"abs(datum.weight) > {_LETTER * point} * length(datum.component)"
    found = []
    for is_dark, ink in ((True, "white"), (False, "black")):
        names = [name for name, colour in colours.items() if _is_dark(colour) is is_dark]
        text = base.transform_calculate(
            words=f"{wide} && indexof({names}, datum.component) >= 0 ? datum.component : ''"
        )
        x = alt.X("weight:Q", stack="zero", bandPosition=0.5)
        found.append(
            text.mark_text(fontSize=14, color=ink).encode(
                x=x, text=alt.Text("words:N"), detail=alt.Detail("component:N")
            )
        )
    return found


def _is_dark(colour: str) -> bool:
    """Whether white reads better on it than black (relative luminance, WCAG 2)."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179


def _sums(table: pd.DataFrame, order: list[str]) -> Any:
    return (
        alt.Chart(rows(table, ("label", "utility")))
        .mark_point(shape="triangle-down", filled=True, size=240, color=INK, opacity=1, yOffset=-24)
        .encode(y=alt.Y("label:N", sort=order), x=alt.X("utility:Q"))
    )


def _labels(table: pd.DataFrame, called: Mapping[str, str]) -> list[str]:
    """``request call, 42%``, with an arrow before the one chosen."""
    return [
        f"{'→ ' if chosen else ''}{called.get(option, str(option).replace('_', ' '))}, {probability:.0%}"
        for option, chosen, probability in zip(table["option"], table["chosen"], table["probability"], strict=True)
    ]

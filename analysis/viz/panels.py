"""The panels of the page: pressure, markets, the relation, and the latest events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import solara
from matplotlib.figure import Figure
from mesa.visualization.utils import update_counter

from analysis.viz.watched import latest, standing
from sim.narrative.cast import Cast

COLOURS = ("#0072B2", "#E69F00", "#000000")
STYLES = ("-", "--", ":")
PERCENT = 100.0


@solara.component
def Pressure(model: Any) -> None:
    """Pressure of both sides over days."""
    update_counter.get()
    lines = {Cast(model.scenario).country(side): f"{side}.pressure" for side in model.sides}
    _plot(model, lines, ("Pressure in force", "points"))


@solara.component
def Markets(model: Any) -> None:
    """Drawdown of both markets over days."""
    update_counter.get()
    lines = {Cast(model.scenario).country(side): f"{side}.drawdown" for side in model.sides}
    _plot(model, lines, ("Fall of the market from its peak", "per cent"), PERCENT)


@solara.component
def Relation(model: Any) -> None:
    """Groundwork, rapport and tension over days."""
    update_counter.get()
    _plot(model, {name: name for name in ("groundwork", "rapport", "tension")}, ("Between the two", "0 to 1"))


@solara.component
def Events(model: Any) -> None:
    """Where the run stands, and what happened last."""
    update_counter.get()
    with solara.Card("Latest events"):
        solara.Text(standing(model), classes=["standing"])
        for line in latest(model):
            solara.Text(line, classes=["event"])


def _plot(model: Any, lines: Mapping[str, str], words: tuple[str, str], factor: float = 1.0) -> None:
    series = model.course
    shown = {name: [factor * value for value in series[column]] for name, column in lines.items()}
    figure = curves(series["day"], shown, words, model.scenario.horizon_days)
    solara.FigureMatplotlib(figure, format="svg")


def curves(
    days: Sequence[float], lines: Mapping[str, Sequence[float]], words: tuple[str, str], horizon: float
) -> Figure:
    """A figure with one line per series, from day 0 to the horizon; ``words`` are its title and its unit."""
    figure = Figure(figsize=(6, 2.6), layout="constrained")
    axes = figure.subplots()
    for place, (name, values) in enumerate(lines.items()):
        axes.plot(days, values, STYLES[place], color=COLOURS[place], label=name)
    axes.set_title(words[0], loc="left")
    axes.set_xlabel("day")
    axes.set_ylabel(words[1])
    axes.set_xlim(0, horizon)
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False)
    return figure

"""What stands beside the sliders: where the run stands, three figures, and the latest events, one on a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import solara
from mesa.visualization.utils import update_counter

from analysis.viz.figures import Panel, drawn
from analysis.viz.watched import latest, seats, standing
from sim.narrative.cast import Cast, capital

RELATION = ("groundwork", "rapport", "tension")

STYLE = """
.board { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr)); gap: 0 1.5rem;
  width: 100%; max-width: 75rem; padding: 0 .5rem 1rem; }
.board > p { grid-column: 1 / -1; margin: 0; }
.board h2 { font-size: 1rem; margin: .6rem 0 0; }
.board svg { display: block; width: 100%; height: auto; background: white; }
.board svg text { font-family: inherit !important; }
.board ol { list-style: none; padding: 0; margin: 0; }
.board li { padding: .2rem 0; border-bottom: 1px solid rgba(128, 128, 128, .3); }
"""
"""Figures beside the events where there is room for both, above them where there is none."""


@solara.component
def Board(model: Any) -> None:
    """Where the run stands, what moved, and what happened last."""
    update_counter.get()
    solara.Style(STYLE)
    with solara.v.Html(tag="div", class_="board"):
        solara.v.Html(tag="p", class_="seats", children=[seats(model)])
        solara.v.Html(tag="p", class_="standing font-weight-bold", children=[standing(model)])
        with solara.v.Html(tag="div"):
            for panel in panels(model):
                solara.v.Html(tag="h2", children=[panel.title])
                solara.HTML(unsafe_innerHTML=drawn(panel))
        with solara.v.Html(tag="div"):
            solara.v.Html(tag="h2", children=["Latest events"])
            with solara.v.Html(tag="ol"):
                for line in latest(model):
                    solara.v.Html(tag="li", class_="event", children=[line])


def panels(model: Any) -> list[Panel]:
    """Pressure, falls of markets and the relation so far, in the words of the case."""
    cast = Cast(model.scenario)
    pressure = capital(cast.fill("{pressure} in force, {points.plural}"))
    falls = capital(cast.fill("fall of the {market} from its peak"))
    sides = {cast.country(side): side for side in model.sides}
    return [
        _panel(model, pressure, {name: f"{side}.pressure" for name, side in sides.items()}),
        _panel(model, falls, {name: f"{side}.drawdown" for name, side in sides.items()}, is_share=True),
        _panel(model, "Between the two, from 0 to 1", {name: name for name in RELATION}),
    ]


def _panel(model: Any, title: str, columns: Mapping[str, str], is_share: bool = False) -> Panel:
    course, scenario = model.course, model.scenario
    lines = {name: list(course[column]) for name, column in columns.items()}
    return Panel(title, lines, list(course["day"]), scenario.start, scenario.horizon_days, is_share)

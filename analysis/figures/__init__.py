"""Tables in, figures out, in one style; a figure computes nothing that its table lacks.

Needs the ``studies`` extra (Altair, vl-convert). Figures are Altair charts: show them in a notebook, put them in a
report, or write them with :func:`save_figure`.
"""

from __future__ import annotations

from analysis.figures.bars import effect_bars, index_bars, share_bars, tornado
from analysis.figures.course import course
from analysis.figures.curves import time_to_contact
from analysis.figures.decision_bars import decision_stack
from analysis.figures.exporting import save_figure
from analysis.figures.fan import fan_chart
from analysis.figures.maps import heat_map
from analysis.figures.parting_lines import parting_of_the_ways
from analysis.figures.style import FigureError
from analysis.figures.timeline import who_calls_whom

__all__ = [
    "FigureError",
    "course",
    "decision_stack",
    "effect_bars",
    "fan_chart",
    "heat_map",
    "index_bars",
    "parting_of_the_ways",
    "save_figure",
    "share_bars",
    "time_to_contact",
    "tornado",
    "who_calls_whom",
]

"""Tables in, figures out, in one style; a figure computes nothing that its table lacks.

A figure is plain data (:mod:`analysis.figures.figure`). The functions named here draw one at once as an Altair chart,
to be shown in a notebook or written with :func:`save_figure`; they need the ``studies`` extra (Altair, vl-convert).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analysis.figures.figure import FigureError

if TYPE_CHECKING:
    from analysis.figures.bars import share_bars, signed_bars
    from analysis.figures.course_lines import course
    from analysis.figures.curves import time_to_contact
    from analysis.figures.exporting import save_figure
    from analysis.figures.fan import fan_chart
    from analysis.figures.input_bars import effect_bars, index_bars
    from analysis.figures.maps import heat_map
    from analysis.figures.parting_lines import parting_of_the_ways
    from analysis.figures.swing_bars import tornado
    from analysis.figures.timeline import who_calls_whom

_HOMES = {
    "course": "course_lines",
    "effect_bars": "input_bars",
    "fan_chart": "fan",
    "heat_map": "maps",
    "index_bars": "input_bars",
    "parting_of_the_ways": "parting_lines",
    "save_figure": "exporting",
    "share_bars": "bars",
    "signed_bars": "bars",
    "time_to_contact": "curves",
    "tornado": "swing_bars",
    "who_calls_whom": "timeline",
}

__all__ = [
    "FigureError",
    "course",
    "effect_bars",
    "fan_chart",
    "heat_map",
    "index_bars",
    "parting_of_the_ways",
    "save_figure",
    "share_bars",
    "signed_bars",
    "time_to_contact",
    "tornado",
    "who_calls_whom",
]


def __getattr__(name: str) -> Any:
    """Import what draws with Altair when it is first used: pages of core commands do without."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis.figures' has no attribute {name!r}")
    return getattr(import_module(f"analysis.figures.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""What a mark says under the mouse: what it is, its number, the interval around that, and of how many runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt

_UNKNOWN = "'unknown'"


class Said(NamedTuple):
    """A number under the mouse.

    Attributes
    ----------
    value, called : str
        Its column, and what readers call it.
    form : str
        How it is written, as D3 has it (``.0%``).
    low, high : str
        Columns of its interval; both empty where there is none.
    interval : str
        What the interval is called.
    counted : str
        Column with the number of runs that it rests on; empty where that is not known.
    """

    value: str
    called: str
    form: str = ".3~g"
    low: str = "low"
    high: str = "high"
    interval: str = "95% interval"
    counted: str = ""


def tooltips(chart: Any, names: Mapping[str, str], *numbers: Said) -> Any:
    """A chart whose marks say what they are: name, number, interval, runs.

    Parameters
    ----------
    chart : altair chart
        A chart, or the base of several layers.
    names : mapping
        Columns that name a mark, and what readers call each.
    *numbers : Said
        Its numbers, each with its interval.
    """
    found = [alt.Tooltip(f"{column}:N", title=called) for column, called in names.items()]
    for number in numbers:
        found.append(alt.Tooltip(f"{number.value}:Q", title=number.called, format=number.form))
        if number.low:
            column = f"interval_of_{number.value}"
            chart = chart.transform_calculate(**{column: _interval(number)})
            found.append(alt.Tooltip(f"{column}:N", title=number.interval))
        if number.counted:
            found.append(alt.Tooltip(f"{number.counted}:Q", title="runs", format=",d"))
    return chart.encode(tooltip=found)


def _interval(number: Said) -> str:
    low, high = (f"format(datum['{end}'], '{number.form}')" for end in (number.low, number.high))
    is_known = f"isValid(datum['{number.low}']) && isValid(datum['{number.high}'])"
    return f"{is_known} ? {low} + ' to ' + {high} : {_UNKNOWN}"

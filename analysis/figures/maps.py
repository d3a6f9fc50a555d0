"""What two factors do together: a heat map with its numbers written in."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import WIDE, Room, in_order, rows, styled

_CELL = 96


def heat_map(table: pd.DataFrame, x: str, y: str, value: tuple[str, str, str], title: str, room: Room = WIDE) -> Any:
    """A cell for each pair of settings, darker for less and lighter for more, in grey as in colour.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per pair of settings.
    x, y : str
        Columns with the two factors' settings.
    value : tuple of str
        Column of the measure, what readers call it, and its number format (``.0%``).
    title : str
        What the figure answers.
    """
    column, words, form = value
    wanted = table[[name for name in (x, y, column) if name in table]].rename(columns={x: "x", y: "y", column: "value"})
    data = rows(wanted, ("x", "y", "value"))
    across, up = _settings(wanted, "x"), _settings(wanted, "y")[::-1]
    base = alt.Chart(data).encode(
        x=alt.X("x:O", title=x, sort=across, axis=alt.Axis(labelAngle=0, format="~g" if _numbers(across) else "")),
        y=alt.Y("y:O", title=y, sort=up, axis=alt.Axis(format="~g" if _numbers(up) else "")),
    )
    told = [alt.Tooltip("x:N", title=x), alt.Tooltip("y:N", title=y), alt.Tooltip("value:Q", title=words, format=form)]
    base = base.encode(tooltip=told)
    middle = float((wanted["value"].min() + wanted["value"].max()) / 2)
    fill = alt.Color("value:Q", scale=alt.Scale(scheme="cividis"), title=words, legend=_legend(form))
    cells = base.mark_rect(stroke="white", strokeWidth=2).encode(color=fill)
    ink = alt.condition(alt.datum.value < middle, alt.value("white"), alt.value("black"))
    numbers = base.mark_text(fontSize=room.text).encode(text=alt.Text("value:Q", format=form), color=ink)
    chart = alt.layer(cells, numbers).properties(width=alt.Step(_CELL), height=alt.Step(_CELL * 0.62))
    return styled(chart, title, room=room)


def _settings(table: pd.DataFrame, column: str) -> list[Any]:
    """Numbers from low to high, names in the order of the table."""
    found = in_order(table, column)
    return sorted(found) if _numbers(found) else found


def _legend(form: str) -> alt.Legend:
    return alt.Legend(format=form, orient="right", direction="vertical", gradientLength=220, gradientThickness=22)


def _numbers(values: list[Any]) -> bool:
    return all(isinstance(value, int | float) for value in values)

"""The course of a run shows both sides, a panel a series, named at the ends of their lines, and shades the truces."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, course
from analysis.figures.figure import Course
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import overprinted, values, words

SERIES = {
    "side": ["United States", "China"] * 9,
    "panel": ["Pressure, points"] * 6 + ["Approval"] * 6 + ["Falls"] * 6,
    "day": [0.0, 0, 1, 1, 2, 2] * 3,
    "value": [10.0, 20, 30, 20, 30, 40, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6, 0.0, 0.0, 0.1, 0.2, 0.1, 0.1],
}
NO_TRUCE = {"start": [], "end": []}
FIGURE = Course(SERIES, {"start": [1.0], "end": [2.0]}, "How did it go?", "2025-04-18", ("Falls",), parts=("Approval",))


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_sides_panels_dates_and_truces(room: Room) -> None:
    chart = course(FIGURE, room)
    text = words(chart)
    assert all(word in text for word in ("United States", "China", "Pressure, points", "Approval", "18 Apr"))
    assert "Shaded: a truce is in force." in " ".join(text.split(" | "))
    assert overprinted(chart) == []


def test_every_value_of_the_table_is_drawn() -> None:
    drawn = [row for table in values(course(FIGURE)) for row in table if "panel" in row]
    assert len(drawn) == len(SERIES["day"])


def test_falls_go_down_from_nothing_and_parts_have_all_of_0_to_1() -> None:
    scales = {
        panel["title"]["text"]: next(layer for layer in panel["layer"] if layer["mark"]["type"] == "line")["encoding"][
            "y"
        ]
        for panel in course(FIGURE).to_dict()["vconcat"]
    }
    assert scales["Falls"]["scale"]["reverse"] is True
    assert scales["Falls"]["axis"]["format"] == ".0%"
    assert scales["Approval"]["scale"]["domain"] == [0, 1]
    assert scales["Pressure, points"]["scale"]["domain"][0] == 0


def test_sides_are_named_at_their_ends_and_in_a_legend_on_a_telephone() -> None:
    assert words(course(FIGURE, WIDE)).count("China") == 3  # once a panel
    assert words(course(FIGURE, NARROW)).count("China") == 1


def test_a_truce_is_called_what_the_case_calls_it() -> None:
    renamed = words(course(FIGURE._replace(held="armistice")))
    assert "Shaded: an armistice is in force." in renamed
    assert "truce" not in renamed


def test_no_truce_is_not_spoken_of() -> None:
    assert "truce" not in words(course(FIGURE._replace(truces=NO_TRUCE)))
    lacking = {name: column for name, column in SERIES.items() if name != "panel"}
    with pytest.raises(FigureError, match="needs the columns"):
        course(FIGURE._replace(series=lacking))

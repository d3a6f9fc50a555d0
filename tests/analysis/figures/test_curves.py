"""Curves show the table, with a legend only where there is something to tell apart."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.estimates.time_curves import time_curves
from analysis.figures import time_to_contact
from analysis.figures.style import SIDES
from tests.analysis.figures.drawn import values, words
from tests.analysis.synthetic import runs_table

TABLE = runs_table(300).assign(case=["with", "without", "neither"] * 100)


def test_a_curve_a_group_and_its_name() -> None:
    curves = time_curves(TABLE, "first_contact_day", 180, by="case")
    chart = time_to_contact(curves, "How soon?")
    assert len(values(chart)[0]) == len(curves)
    text = words(chart)
    assert all(name in text for name in ("with", "without", "neither", "share of runs in contact", "100%"))


def test_one_curve_needs_no_legend() -> None:
    assert "all runs" not in words(time_to_contact(time_curves(TABLE, "first_contact_day", 180), "How soon?"))


@pytest.mark.parametrize("kept", [["with", "without"], ["without"], ["without", "neither"]])
def test_a_side_keeps_its_colour_whoever_else_is_shown(kept: list[str]) -> None:
    curves = time_curves(TABLE[TABLE["case"].isin(kept)], "first_contact_day", 180, by="case")
    place = {"with": 0, "without": 1, "neither": 2}
    drawn = time_to_contact(curves.assign(place=curves["group"].map(place)), "Who?").to_dict()
    scales = [layer["encoding"]["color"]["scale"] for layer in _lines(drawn)]
    for scale in scales:
        assert dict(zip(scale["domain"], scale["range"], strict=True))["without"] == SIDES[1]
    assert scales


def _lines(drawn: dict) -> list[dict]:
    """All layers that are lines."""
    if "layer" in drawn:
        return [line for layer in drawn["layer"] for line in _lines(layer)]
    return [drawn] if drawn["mark"]["type"] == "line" and "color" in drawn["encoding"] else []

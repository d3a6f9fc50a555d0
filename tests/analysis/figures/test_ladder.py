"""Two ladders face to face: each side's levels to their own edge, one step a line, and what happened between them."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("altair")

from analysis.figures.figure import FaceToFace, Reach
from analysis.figures.ladder import NEAREST_RUNGS, face_to_face
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import overprinted, values, words

LEVELS = {
    "side": ["China"] * 3 + ["Utopia"] * 2,
    "day": [0.0, 20.0, 60.0, 0.0, 40.0],
    "level": [125.0, 150.0, 0.0, 145.0, 20.0],
}
MARKS = {"day": [30.0], "lane": ["Xi"], "form": [Reach.asks], "label": ["call"], "told": ["18 May: asking"]}
FIGURE = FaceToFace(
    LEVELS, "How high?", {"China": 25.0, "Utopia": 25.0}, MARKS, ["Xi", "Utopian"], {"start": [30.0], "end": [60.0]},
    "2025-04-18", 90.0, "points of tariffs",
)  # fmt: skip


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_levels_names_and_what_happened_are_written(room: Room) -> None:
    chart = face_to_face(FIGURE, room)
    text = words(chart)
    assert all(word in text for word in ("China", "Utopia", "points of tariffs", "call", "Xi", "145", "150", "1 May"))
    assert overprinted(chart) == []


def test_the_lower_side_climbs_downwards_in_the_same_measure() -> None:
    upper, _, lower = face_to_face(FIGURE).to_dict()["vconcat"]

    def scale(panel: dict) -> dict:
        return next(layer for layer in panel["layer"] if layer["mark"]["type"] == "area")["encoding"]["y"]["scale"]

    assert scale(upper)["domain"] == scale(lower)["domain"]
    assert (scale(upper)["reverse"], scale(lower)["reverse"]) == (False, True)


def test_the_last_level_is_held_to_the_end() -> None:
    tables = [[row for row in table if row.get("side") == "Utopia"] for table in values(face_to_face(FIGURE))]
    drawn = [(row["day"], row["level"]) for row in max(tables, key=len)]
    assert drawn == [(0.0, 145.0), (40.0, 20.0), (90.0, 20.0)]


@pytest.mark.parametrize("rung", [0.5, 25.0, 500.0])
def test_rungs_are_no_nearer_than_can_be_seen(rung: float) -> None:
    chart = face_to_face(FIGURE._replace(rungs={"China": rung, "Utopia": rung}))
    for panel in (chart.to_dict()["vconcat"][0], chart.to_dict()["vconcat"][2]):
        top = panel["layer"][1]["encoding"]["y"]["scale"]["domain"][1]
        lines = next(layer for layer in panel["layer"] if layer["mark"]["type"] == "rule")
        levels = sorted(row["level"] for row in chart.to_dict()["datasets"][lines["data"]["name"]])
        gaps = [other - one for one, other in pairwise(levels)]
        assert all(gap / top * panel["height"] >= NEAREST_RUNGS - 1e-6 for gap in gaps)
        assert all(level % rung == 0 for level in levels)
    assert ("several steps" if rung == 0.5 else "one step") in words(chart)


def test_without_truces_marks_or_pressure_it_is_drawn_all_the_same() -> None:
    flat = {"side": ["China", "Utopia"], "day": [0.0, 0.0], "level": [0.0, 0.0]}
    nothing = FIGURE._replace(
        levels=flat, marks={name: [] for name in MARKS}, lanes=[], truces={"start": [], "end": []}, last=0.0
    )
    assert "China" in words(face_to_face(nothing))

"""Does every view have exactly the parts that its shape names?"""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest

from analysis.classroom.views import shapes
from tests.analysis.classroom.views.watched import BRIEF, COMPARE, DEBRIEF, PREDICT, TICKET, WATCH, Watched

SHAPES: dict[int, Any] = {
    BRIEF: shapes.BriefView,
    PREDICT: shapes.PredictView,
    WATCH: shapes.WatchView,
    COMPARE: shapes.CompareView,
    DEBRIEF: shapes.DebriefView,
    TICKET: shapes.TicketView,
}


@pytest.mark.parametrize("surface", ["wall", "desk"])
@pytest.mark.parametrize("step", SHAPES)
def test_a_view_has_the_parts_of_its_shape(step: int, surface: str) -> None:
    watched = Watched().act("go", step=step)
    for _ in range(3 if step in (WATCH, COMPARE) else 0):
        watched.act("step")
    picture = watched.snapshot(surface)
    assert set(picture) == set(get_type_hints(shapes.Snapshot))
    assert set(picture["view"]) == set(get_type_hints(SHAPES[step]))
    assert set(picture["lesson"] or {}) == set(get_type_hints(shapes.LessonView))


def test_what_stands_in_a_view_has_its_shape_too() -> None:
    watched = Watched().act("go", step=WATCH).act("jump", day=7).act("why", decision=0)
    view = watched.view()
    parts = {"card": shapes.Card, "why": shapes.Why, "ladder": shapes.Drawing}
    for name, shape in parts.items():
        assert set(view[name]) == set(get_type_hints(shape)), name
    for name, shape in {"controls": shapes.Control, "more": shapes.Control, "sliders": shapes.SliderView}.items():
        assert all(set(one) == set(get_type_hints(shape)) for one in view[name]), name
    column = Watched().act("go", step=COMPARE).view()["columns"][0]
    assert set(column) == set(get_type_hints(shapes.Column))

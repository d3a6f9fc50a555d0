"""Panels: what they show in the words of the case, and the board that they stand on, one event on a line."""

from __future__ import annotations

from typing import Any

import pytest

solara = pytest.importorskip("solara")

from analysis.viz.panels import Board, panels  # noqa: E402 - after asking for the extra
from analysis.viz.watched import Watched, latest  # noqa: E402
from sim import list_scenarios  # noqa: E402


@pytest.mark.parametrize("case", list_scenarios())
def test_panels_speak_the_words_of_the_case_and_reach_its_horizon(case: str) -> None:
    model = Watched(case)
    for _ in range(3):
        model.step()
    found = panels(model)
    scenario = model.scenario
    assert [len(panel.lines) for panel in found] == [2, 2, 3]
    assert all((panel.start, panel.horizon) == (scenario.start, scenario.horizon_days) for panel in found)
    assert all(len(values) == len(panel.days) == 4 for panel in found for values in panel.lines.values())
    assert "{" not in "".join(panel.title for panel in found)
    assert [panel.is_share for panel in found] == [False, True, False]


def shown(element: Any, kind: str) -> list[Any]:
    """The widgets of that class on the board, in order."""
    here = [element] if kind in (getattr(element, "class_", "") or "").split() else []
    children = getattr(element, "children", None) or ()
    return here + [found for child in children if not isinstance(child, str) for found in shown(child, kind)]


def test_every_event_has_a_line_of_its_own() -> None:
    model = Watched()
    for _ in range(40):
        model.step()
    box, rendered = solara.render(Board(model), handle_error=False)
    events = shown(box, "event")
    assert [event.children for event in events] == [[line] for line in latest(model)]
    assert {event.tag for event in events} == {"li"}
    assert len(shown(box, "standing")) == len(shown(box, "seats")) == 1
    rendered.close()

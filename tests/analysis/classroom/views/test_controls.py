"""Are the right things there to press, the next one first?"""

from __future__ import annotations

from dataclasses import replace

from analysis.classroom.session.state import Watching
from analysis.classroom.views.controls import (
    control,
    lesson_controls,
    moving_controls,
    next_step,
    playing_controls,
    world_controls,
)
from analysis.classroom.views.shapes import Control
from tests.analysis.classroom.views.watched import BRIEF, COMPARE, PREDICT, TICKET, WATCH, Watched


def acts(controls: list[Control]) -> list[str]:
    """The words of the acts."""
    return [one["act"] for one in controls]


def test_a_control_has_all_its_parts() -> None:
    assert control("speed", "watch.speed_1", pressed=True, weeks=1.0) == {
        "act": "speed", "what": {"weeks": 1.0}, "label": {"id": "watch.speed_1"}, "shortcut": "", "pressed": True,
        "enabled": True,
    }  # fmt: skip


def test_what_is_pressed_next_comes_first() -> None:
    assert acts(playing_controls(Watching())) == ["play", "step"]
    assert acts(playing_controls(Watching(playing=True))) == ["pause", "step"]
    assert acts(playing_controls(Watching(stop=4))) == ["step"]
    assert acts(playing_controls(Watching(over=True))) == []


def test_before_a_decision_the_step_shows_what_was_done() -> None:
    stopped = Watching(day=9.0, stop=4)
    found = [one for one in (*playing_controls(stopped), *moving_controls(stopped, 3.0)) if one["act"] == "step"]
    assert {one["label"]["id"] for one in found} == {"watch.reveal"}
    assert [one["shortcut"] for one in found] == ["Space", "ArrowRight"]


def test_a_world_is_begun_again_changed_back_or_left_to_other_luck() -> None:
    assert acts(list(world_controls())) == ["again", "file", "luck"]


def test_the_next_step_is_the_next_that_is_not_left_out() -> None:
    watched = Watched().act("go", step=WATCH)
    assert next_step(watched.session, watched.lesson)["what"] == {"step": COMPARE}
    watched.act("drop", step=COMPARE)
    assert next_step(watched.session, watched.lesson)["what"] == {"step": COMPARE + 1}
    watched.act("go", step=TICKET)
    assert not next_step(watched.session, watched.lesson)["enabled"]


def test_the_wall_has_what_the_desk_has_in_a_bar() -> None:
    watched = Watched().act("go", step=PREDICT)
    assert acts(lesson_controls(watched.showing("wall"))) == ["go", "go", "clock", "clock", "undo"]
    assert acts(lesson_controls(watched.showing("desk"))) == ["go", "go"]
    assert acts(lesson_controls(watched.showing("wall"), onwards=False)) == ["go", "clock", "clock", "undo"]
    assert lesson_controls(watched.showing()._replace(lesson=None)) == []


def test_the_clock_is_started_or_stopped() -> None:
    watched = Watched()
    begins = next(one for one in lesson_controls(watched.showing()) if one["act"] == "clock")
    assert begins["what"] == {"do": "resume"}
    watched.act("go", step=BRIEF + 1)
    stops = next(one for one in lesson_controls(watched.showing()) if one["act"] == "clock")
    assert stops["what"] == {"do": "pause"}


def test_nothing_leads_back_from_the_first_day() -> None:
    enabled = {one["label"]["id"]: one["enabled"] for one in moving_controls(Watching(), 3.0)}
    assert not any(enabled[f"watch.{name}"] for name in ("back", "previous_event", "to_beginning"))
    later = {one["label"]["id"]: one["enabled"] for one in moving_controls(replace(Watching(), day=7.0), 3.0)}
    assert all(later[f"watch.{name}"] for name in ("back", "previous_event", "to_beginning"))

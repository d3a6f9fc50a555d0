"""Is the lesson shown beside the screen, in whole minutes, with what is the teacher's on the desk alone?"""

from __future__ import annotations

from analysis.classroom.views.lesson_bar import alert, lesson_view
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import LessonView
from tests.analysis.classroom.views.watched import COMPARE, DEBRIEF, PREDICT, WATCH, Watched


def bar(watched: Watched, surface: str = "desk") -> LessonView:
    """The lesson as a surface shows it."""
    scenario = watched.lesson.scenario
    return lesson_view(watched.showing(surface), watched.lesson, Naming(scenario, scenario))


def test_minutes_are_whole_and_rounded_to_the_safe_side() -> None:
    watched = Watched().act("go", step=PREDICT)
    watched.at = 90.0
    found = bar(watched)
    assert (found["minute"], found["left"], found["until_debrief"]) == (6, 9, 27)
    assert (found["step"], found["paused"], found["late"]) == (PREDICT, False, False)


def test_a_lesson_that_has_not_begun_stands() -> None:
    assert bar(Watched())["paused"]


def test_steps_are_named_with_their_minutes_and_whether_they_are_left_out() -> None:
    watched = Watched().act("drop", step=COMPARE)
    steps = bar(watched)["steps"]
    assert steps[WATCH] == {"screen": "watch", "minutes": 10, "dropped": False}
    assert [place for place, step in enumerate(steps) if step["dropped"]] == [COMPARE]


def test_what_to_say_and_drop_is_not_for_the_wall() -> None:
    watched = Watched().act("go", step=WATCH)
    watched.at = 60.0 * 14
    assert (bar(watched)["late"], bar(watched)["drop"], bar(watched)["say"]) == (True, [COMPARE], "Press play.")
    assert (bar(watched, "wall")["drop"], bar(watched, "wall")["say"]) == ([], "")


def test_the_desk_has_the_clock_and_undo_which_are_dead_where_there_is_nothing_to_do() -> None:
    watched = Watched(surface="second")
    begun = Watched(surface="second").act("go", step=WATCH)
    enabled = [{one["label"]["id"]: one["enabled"] for one in bar(one)["clock"]} for one in (watched, begun)]
    assert enabled == [
        {"lesson.resume_clock": True, "lesson.plus_minute": False, "lesson.undo": bool(watched.session.past)},
        {"lesson.pause_clock": True, "lesson.plus_minute": True, "lesson.undo": True},
    ]
    assert bar(begun, "wall")["clock"] == []


def test_what_the_model_leaves_out_is_at_hand_on_every_page() -> None:
    watched = Watched()
    assert bar(watched, "wall")["leaves_out"] == bar(watched)["leaves_out"] == list(watched.lesson.leaves_out) != []


def test_when_the_debrief_must_begin_the_teacher_is_told() -> None:
    watched = Watched(surface="second").act("go", step=WATCH)
    assert alert(watched.showing("desk"), watched.lesson) is None
    watched.at = 60.0 * 25
    assert alert(watched.showing("desk"), watched.lesson) == {"id": "lesson.fence"}
    assert alert(watched.showing("wall"), watched.lesson) is None
    watched.act("go", step=DEBRIEF)
    assert alert(watched.showing("desk"), watched.lesson) is None

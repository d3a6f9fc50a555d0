"""Acts of a forecast: hands, their order, and that no world is shown before its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.classroom.lessons.lesson import Question
from analysis.classroom.session import forecast_acts
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.moment import Moment
from analysis.classroom.session.state import PHASES
from tests.analysis.classroom.session.teaching import BRIEF, PREDICT, Class, MadeRuns, lesson

FIRST, SECOND = [1, 2, 3, 4, 5], [0, 0, 5, 5, 5]


def predicting(*, counted: bool = True) -> Class:
    """A class that is asked for a forecast."""
    classroom = Class()
    classroom.act("go", step=PREDICT)
    if counted:
        classroom.count()
    return classroom


def forecast(classroom: Class):
    """The forecast at hand."""
    return classroom.session.forecasts[PREDICT]


def test_a_forecast_from_the_first_hand_to_the_scores() -> None:
    classroom = predicting()
    assert forecast(classroom).phase == "first"
    classroom.act("hands", round="first", counts=FIRST)
    assert forecast(classroom).phase == "talk"
    classroom.act("phase", to="second")
    classroom.act("hands", round="second", counts=SECOND)
    classroom.act("phase", to="ten")
    for _ in range(10):
        classroom.act("reveal")
    assert classroom.refused("reveal").message == "refused.all_shown"
    classroom.act("phase", to="hundred")
    classroom.act("phase", to="scores")
    last = forecast(classroom)
    assert (last.phase, last.first, last.second, last.shown) == ("scores", tuple(FIRST), tuple(SECOND), 10)


def test_a_second_count_is_not_needed() -> None:
    classroom = predicting()
    classroom.act("hands", round="first", counts=FIRST)
    classroom.act("phase", to="ten")
    assert forecast(classroom).second is None


def test_a_count_may_be_put_right_until_the_class_has_seen_more() -> None:
    classroom = predicting()
    classroom.act("hands", round="first", counts=SECOND)
    classroom.act("hands", round="first", counts=FIRST)
    assert forecast(classroom).first == tuple(FIRST)
    classroom.act("hands", round="second", counts=FIRST)
    assert classroom.refused("hands", round="first", counts=SECOND).message == "refused.other_round"
    classroom.act("phase", to="talk")
    assert classroom.refused("hands", round="first", counts=SECOND).message == "refused.other_round"
    classroom.act("hands", round="second", counts=SECOND)
    classroom.act("phase", to="ten")
    assert classroom.refused("hands", round="second", counts=FIRST).message == "refused.revealed"
    assert classroom.refused("phase", to="second").message == "refused.revealed"


def test_undoing_a_reveal_that_came_too_early() -> None:
    classroom = predicting()
    classroom.act("hands", round="first", counts=FIRST)
    classroom.act("phase", to="ten")
    classroom.act("undo")
    assert forecast(classroom).phase == "talk"
    classroom.act("hands", round="second", counts=SECOND)


def test_hands_are_counted_before_anything_else() -> None:
    classroom = predicting()
    for to in PHASES[1:]:
        assert classroom.refused("phase", to=to).message in ("refused.first_count", "refused.ten_first")
    assert classroom.refused("hands", round="second", counts=SECOND).message == "refused.other_round"


def test_worlds_are_shown_in_order() -> None:
    classroom = predicting()
    classroom.act("hands", round="first", counts=FIRST)
    assert classroom.refused("phase", to="hundred").message == "refused.ten_first"
    assert classroom.refused("reveal").message == "refused.not_ten"
    classroom.act("phase", to="ten")
    classroom.act("phase", to="scores")
    classroom.act("phase", to="ten")


def test_worlds_that_are_not_counted_cannot_be_shown() -> None:
    classroom = predicting(counted=False)
    classroom.act("hands", round="first", counts=FIRST)
    assert classroom.refused("phase", to="ten").message == "refused.not_counted"
    classroom.count()
    classroom.act("phase", to="ten")


@pytest.mark.parametrize(
    "counts",
    [[], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, -1], [1.0, 2, 3, 4, 5], [True, 0, 0, 0, 0], "12345",
     [0, 0, 0, 0, 501], None, {"0": 1}],
)  # fmt: skip
def test_hands_are_five_counts(counts: object) -> None:
    refused = predicting().refused("hands", round="first", counts=counts)
    assert (refused.status, refused.message) == (422, "refused.particular")


def test_no_hands_are_no_count() -> None:
    assert predicting().refused("hands", round="first", counts=[0] * 5).message == "refused.no_hands"


@pytest.mark.parametrize(
    ("word", "what"),
    [("hands", {"round": "first", "counts": FIRST}), ("phase", {"to": "talk"}), ("reveal", {}), ("cancel", {}),
     ("count", {})],
)  # fmt: skip
def test_forecasts_are_made_on_their_screen(word: str, what: dict[str, object]) -> None:
    classroom = Class()
    assert classroom.session.step == BRIEF
    assert classroom.refused(word, **what).message == "refused.other_screen"


def test_counting_is_called_off_and_begun_again_with_fewer_worlds() -> None:
    classroom = predicting(counted=False)
    classroom.act("cancel")
    assert forecast(classroom).runs == 0
    classroom.act("count")
    assert forecast(classroom).runs == 100
    classroom.count()
    assert classroom.refused("cancel").message == "refused.counted"
    assert classroom.refused("count").message == "refused.counted"


def test_a_question_that_no_worlds_answer_is_talked_about_and_no_more() -> None:
    classroom = predicting()
    classroom.act("hands", round="first", counts=FIRST)
    made = lesson()
    step = replace(made.steps[PREDICT], question=Question("And then?"))
    steps = (*made.steps[:PREDICT], step, *made.steps[PREDICT + 1 :])
    with pytest.raises(Refused, match="no_measure"):
        forecast_acts.phase(Moment(classroom.session, replace(made, steps=steps), MadeRuns(), {"to": "ten"}))

"""What an act is judged by."""

from __future__ import annotations

import pytest

from analysis.classroom.session.facts import Refused
from analysis.classroom.session.moment import Moment
from tests.analysis.classroom.session.teaching import COMPARE, Class, MadeRuns, last_day, lesson


def test_a_world_beside_another_is_over_when_both_are() -> None:
    session = Class().act("go", step=COMPARE)
    world = Moment(session, lesson(), MadeRuns(), {}).world()
    assert world.last == max(last_day(session.world), last_day(session.other))
    assert world.halts == ()


def test_a_lesson_that_is_gone_is_said_to_be() -> None:
    moment = Moment(Class().session, None, MadeRuns(), {})
    with pytest.raises(Refused, match="lesson_gone"):
        moment.lesson  # noqa: B018 - looking at it is the test

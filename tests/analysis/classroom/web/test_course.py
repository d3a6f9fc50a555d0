"""Is a session what its log says, whenever it is read again, and its time never runs back?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.state import Session
from analysis.classroom.web.course import ALIVE, KEY, Course
from analysis.classroom.web.event_log import EventLog

OPENED = ("opened", {"lesson": "made", "surface": "mirrored", "luck": 0, "screen": "brief", "settings": {}})
WENT = ("went", {"step": 1, "luck": 0, "screen": "watch", "settings": {}, "compared": None})
NOTED = ("noted", {"text": "a"})


def write(course: Course, *news: tuple[str, dict[str, object]], key: str = "") -> None:
    facts = course.facts_of(news, key)
    course.log.append(facts)
    course.take(facts, key)


def test_a_course_that_is_read_again_is_the_same(tmp_path: Path) -> None:
    course = Course(EventLog(tmp_path / "a.b"), fold)
    write(course, OPENED, key="open-it")
    write(course, WENT, NOTED, key="two-facts")
    course.log.close()
    again = Course(EventLog(tmp_path / "a.b"), fold)
    for one in (course, again):
        assert (one.number, one.moved, one.name) == (3, 2, "a")
        assert (one.done_by("open-it"), one.done_by("two-facts"), one.done_by("another"), one.done_by("")) == (
            1,
            3,
            None,
            None,
        )
    assert (again.session, again.facts, again.key) == (course.session, course.facts, course.key)
    assert again.session.notes == ("a",)


def test_the_key_is_a_secret_of_its_own_unless_one_is_given(tmp_path: Path) -> None:
    one, two = Course(EventLog(tmp_path / "a"), fold), Course(EventLog(tmp_path / "b"), fold)
    assert one.key != two.key
    assert min(len(one.key), len(two.key)) >= 20
    assert (one.session, one.number, one.moved) == (Session(), 0, 0)
    two.log.close()
    assert Course(EventLog(tmp_path / "b"), fold, key=one.key).log.about()[KEY] == one.key


def test_time_goes_on_from_when_it_was_last_seen_and_never_back(tmp_path: Path) -> None:
    now = [50.0]
    course = Course(EventLog(tmp_path / "a"), fold, now=lambda: now[0])
    now[0] += 7
    write(course, OPENED)
    assert course.facts[-1].at == 7.0
    now[0] += 5
    course.beat()
    assert course.log.about()[ALIVE] == "12.0"
    now[0] -= 20
    assert course.at() == 7.0
    course.log.close()
    now[0] = 3.0
    again = Course(EventLog(tmp_path / "a"), fold, now=lambda: now[0])
    assert again.at() == 12.0
    now[0] += 1
    assert again.at() == 13.0


@pytest.mark.parametrize("beat", ["", "soon", "inf", "nan", "-inf", "1e999", "-5", "1.0"])
def test_a_beat_that_is_none_costs_no_session(tmp_path: Path, beat: str) -> None:
    course = Course(EventLog(tmp_path / "a"), fold, now=lambda: 0.0)
    course.take(facts := [Fact(1, 4.0, "opened", OPENED[1], "")], "")
    course.log.append(facts)
    course.log.keep({ALIVE: beat})
    course.log.close()
    assert Course(EventLog(tmp_path / "a"), fold, now=lambda: 0.0).at() == 4.0


def test_an_act_that_comes_to_nothing_is_remembered_and_nothing_is_written(tmp_path: Path) -> None:
    course = Course(EventLog(tmp_path / "a"), fold)
    write(course, OPENED)
    write(course, key="nothing-new")
    assert (course.done_by("nothing-new"), len(course.log.facts())) == (1, 1)


def test_facts_of_another_version_are_said(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "a")
    log.append(Course(log, fold).facts_of([("invented", {})], ""))
    with pytest.raises(ValueError, match="invented"):
        Course(log, fold)

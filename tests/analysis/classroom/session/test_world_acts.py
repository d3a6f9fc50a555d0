"""Acts that change the world: sliders stay where they were put until somebody says otherwise."""

from __future__ import annotations

import pytest

from analysis.classroom.session.state import WorldChoice
from tests.analysis.classroom.session.teaching import COMPARE, SECOND_WATCH, WATCH, Class
from tests.analysis.classroom.session.test_watch_acts import watching


def test_starting_again_twice_keeps_what_was_changed() -> None:
    classroom = watching()
    classroom.act("set", slider="ego", value=0.9)
    classroom.act("step")
    for _ in range(2):
        classroom.act("again")
        assert classroom.session.world == WorldChoice(3, {"ego": 0.9})
        assert (classroom.session.watching.day, classroom.session.watching.over) == (0.0, False)
    classroom.act("play")
    assert classroom.tick().watching.day > 0
    assert classroom.session.world.settings == {"ego": 0.9}


def test_the_files_values_are_another_button() -> None:
    classroom = watching()
    classroom.act("step")
    day = classroom.session.watching.day
    session = classroom.act("file")
    assert session.world == WorldChoice(3, {})
    assert session.before == WorldChoice(3, {"ego": 0.3})
    assert session.watching.day == day
    count = len(classroom.facts)
    classroom.act("file")
    assert len(classroom.facts) == count


def test_a_change_is_seen_at_once_under_the_same_luck_beside_what_was() -> None:
    classroom = watching()
    classroom.act("jump", day=10)
    session = classroom.act("set", slider="host", value="nobody")
    assert session.world == WorldChoice(3, {"ego": 0.3, "host": "nobody"})
    assert session.before == WorldChoice(3, {"ego": 0.3})
    assert session.watching.day == 10


def test_a_slider_back_at_the_files_value_is_no_change() -> None:
    classroom = watching(SECOND_WATCH)
    classroom.act("set", slider="ego", value=0.9)
    assert classroom.act("set", slider="ego", value=0.5).world.settings == {}


def test_a_shorter_world_is_shown_to_its_end_and_no_further() -> None:
    classroom = watching(SECOND_WATCH)
    classroom.act("jump", day=200)
    long = classroom.session.watching.day
    session = classroom.act("set", slider="ego", value=0.0)
    assert session.watching.over
    assert session.watching.day == long - 5


def test_a_world_that_cannot_be_run_is_refused_and_says_why() -> None:
    refused = watching().refused("set", slider="ego", value=1.0)
    assert (refused.status, refused.message) == (422, "refused.world")
    assert refused.values == {"text": "leaders.aldmark.ego: this cannot be run"}


@pytest.mark.parametrize(
    "what",
    [
        {"slider": "pride", "value": 0.5}, {"slider": "ego", "value": 1.1}, {"slider": "ego", "value": True},
        {"slider": "ego"}, {"slider": "host", "value": "us"}, {"slider": "host", "value": 0.5},
        {"slider": "ego", "value": 0.5, "world": "third"}, {"slider": ["ego"], "value": 0.5},
        {"slider": "ego", "value": 10**400}, {"slider": "ego", "value": 0.5, "world": "other"},
    ],
)  # fmt: skip
def test_a_slider_stays_in_its_range(what: dict[str, object]) -> None:
    assert watching().refused("set", **what).status == 422


def test_another_luck_begins_on_the_first_day_in_both_worlds() -> None:
    classroom = watching(COMPARE)
    classroom.act("step")
    session = classroom.act("luck")
    assert (session.world.luck, session.other.luck, session.watching.day) == (4, 4, 0.0)
    assert session.other.settings == {"host": "nobody"}
    assert session.watching.beside


def test_beside_a_changed_world_stands_the_files() -> None:
    classroom = watching()
    session = classroom.act("compare")
    assert session.watching.beside
    assert (session.world.settings, session.other.settings) == ({"ego": 0.3}, {})


def test_beside_the_files_world_stands_that_of_the_lessons_comparison_or_what_stood_there() -> None:
    classroom = watching(SECOND_WATCH)
    assert classroom.act("compare").other == WorldChoice(3, {"host": "nobody"})
    classroom.act("set", slider="ego", value=0.8, world="other")
    assert not classroom.act("compare").watching.beside
    assert classroom.act("compare").other == WorldChoice(3, {"host": "nobody", "ego": 0.8})


def test_a_comparison_opened_before_a_decision_halts_no_more() -> None:
    classroom = watching()
    assert classroom.act("step").watching.stop is not None
    assert classroom.act("compare").watching.stop is None


def test_a_world_watched_alone_after_the_longer_one_is_shown_to_its_own_end() -> None:
    classroom = watching(COMPARE)
    classroom.act("jump", day=400)
    both = classroom.session.watching.day
    alone = classroom.act("compare").watching
    assert alone.over
    assert alone.day == both - 3


def test_charts_and_small_worlds_belong_to_the_comparison() -> None:
    for word, what in (("chart", {"name": "face"}), ("lucks", {"on": True})):
        assert watching(WATCH).refused(word, **what).message == "refused.other_screen"
    classroom = watching(COMPARE)
    assert classroom.act("chart", name="face").watching.chart == "face"
    assert classroom.act("lucks", on=True).watching.lucks
    assert classroom.refused("chart", name="pie").status == 422


def test_the_files_values_of_a_comparison_are_those_of_the_second_world_unless_said() -> None:
    classroom = watching(COMPARE)
    classroom.act("set", slider="ego", value=0.8)
    assert classroom.act("file").other.settings == {}
    assert classroom.session.world.settings == {"ego": 0.8}
    assert classroom.act("file", world="this").world.settings == {}


def test_a_class_is_never_asked_to_begin_the_clock() -> None:
    classroom = Class()
    assert classroom.session.clock.started is None
    classroom.wait(9).act("go", step=WATCH)
    assert classroom.session.clock.started == 9 * 60 - 5 * 60

"""Is a lesson as long as its steps, and does a slider change what it says?"""

from __future__ import annotations

import pytest

from analysis.classroom.lessons.lesson import Slider
from tests.analysis.classroom.lessons.made import small


def test_minutes_are_those_of_all_steps() -> None:
    assert small().minutes == 48


def test_a_slider_is_found_by_its_id() -> None:
    assert small().slider("host").label == "A host"
    with pytest.raises(KeyError):
        small().slider("hots")


def test_a_number_goes_to_every_place_and_a_choice_brings_its_changes() -> None:
    several = Slider("x", "X", ("leaders.us.ego", "leaders.china.ego"))
    assert several.changes(0.3) == {"leaders.us.ego": 0.3, "leaders.china.ego": 0.3}
    assert small().slider("host").changes("none") == {"mediators": {}}
    assert small().slider("host").changes("as it is") == {}


def test_a_world_is_that_of_the_file_but_for_its_settings() -> None:
    lesson = small()
    assert lesson.world({}) is lesson.scenario
    other = lesson.world({"pride": 0.2, "host": "none"})
    assert (other.leaders["verenia"].ego, dict(other.mediators)) == (0.2, {})
    assert other.leaders["aldmark"] == lesson.scenario.leaders["aldmark"]
    for wrong in ({"prid": 0.2}, {"host": "nine"}):
        with pytest.raises(KeyError):
            lesson.world(wrong)


def test_what_is_put_back_to_the_file_is_moved_no_more() -> None:
    lesson = small()
    assert lesson.moved({"host": "none"}) == {"host": "none"}
    assert lesson.moved({"host": lesson.slider("host").file_value}) == {}
    with pytest.raises(KeyError):
        lesson.moved({"hots": "none"})

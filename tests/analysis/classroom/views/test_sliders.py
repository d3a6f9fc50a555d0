"""Do sliders stand where a world has them, and is what differs between two worlds said as a sentence?"""

from __future__ import annotations

from analysis.classroom.lessons.lesson import Slider
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.sliders import change_said, difference_said, differing, setting_said, slider_views
from tests.analysis.classroom.lessons.made import small

LESSON = small()
PLAIN = Naming(LESSON.scenario, LESSON.scenario)
FILE = WorldChoice(3)


def test_sliders_stand_as_in_the_world_or_the_file() -> None:
    pride, host = slider_views(LESSON, WorldChoice(3, {"pride": 0.2}), PLAIN)
    assert (pride["value"], pride["file_value"]) == (0.2, LESSON.slider("pride").file_value)
    assert (pride["low"], pride["high"], pride["at_low"], pride["choices"]) == (0.0, 1.0, "not at all", [])
    assert (host["value"], host["choices"]) == ("as it is", ["as it is", "none"])


def test_worlds_that_stand_alike_differ_in_nothing() -> None:
    file_value = LESSON.slider("pride").file_value
    assert differing(LESSON, FILE, WorldChoice(9, {"pride": file_value}), PLAIN) == []
    assert difference_said([]) == change_said([]) == ""


def test_one_difference_is_the_only_one() -> None:
    found = differing(LESSON, FILE, WorldChoice(3, {"host": "none"}), PLAIN)
    assert difference_said(found) == "Only difference: A host; as it is in the first world, none in the second."
    assert change_said(found) == "Changed from the file: A host, none instead of as it is."


def test_several_are_listed_in_the_order_of_the_sliders() -> None:
    found = differing(LESSON, WorldChoice(3, {"pride": 1.0}), WorldChoice(3, {"host": "none", "pride": 0.25}), PLAIN)
    assert [one.label for one in found] == ["How vain Vask is", "A host"]
    assert difference_said(found) == (
        "What differs: How vain Vask is (1 (very) in the first world, 0.25 in the second); "
        "A host (as it is in the first world, none in the second)."
    )


def test_the_ends_say_what_they_mean() -> None:
    slider = Slider("x", "X", ("a",), low=0, high=4, at_high="great")
    assert [setting_said(slider, value, PLAIN) for value in (0.0, 1.5, 4.0)] == ["0", "1.5", "4 (great)"]

"""Does a slider stand where the scenario does and go only where it may, and is every mistake told at its place?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.slider_reading import wrong_setting
from sim.files import ScenarioError
from tests.analysis.classroom.lessons.made import SMALL, read, small, tree
from tests.generate import few
from tests.generate_lessons import lessons

SLIDERS = {slider.id: slider for slider in small().sliders}


def refused(old: str, new: str) -> str:
    assert old in SMALL
    with pytest.raises(ScenarioError) as caught:
        read(SMALL.replace(old, new, 1))
    return "\n".join(map(str, caught.value.problems))


def test_sliders_stand_where_the_scenario_stands() -> None:
    pride, host = small().sliders
    assert (pride.file_value, pride.low, pride.high, pride.step) == (0.85, 0.0, 1.0, 0.05)
    assert (host.file_value, list(host.choices or {})) == ("as it is", ["as it is", "none"])


def test_a_step_left_out_is_a_tenth_of_the_way() -> None:
    assert read(SMALL.replace("    step: 0.05\n", "").replace("low: 0.0", "low: 0.5")).slider("pride").step == 0.05


def test_several_places_take_one_number() -> None:
    content = tree()
    content["sliders"]["pride"] = {
        "label": "Caution and pull", "paths": ["leaders.verenia.ego", "leaders.aldmark.ego"], "low": 0, "high": 1
    }  # fmt: skip
    with pytest.raises(
        ScenarioError, match=r"a slider has one number, but the scenario says leaders\.verenia\.ego 0\.85"
    ):
        read(content)
    content["sliders"]["pride"]["paths"] = ["leaders.aldmark.patience", "leaders.aldmark.resolve"]
    assert read(content).slider("pride").file_value == 0.7


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    path: leaders.verenia.ego\n", "", "18:3: slider pride has no path; give path, paths or choices"),
        ("path: leaders.verenia.ego", "path: leaders.verenia.egg", "20:11: no number 'leaders.verenia.egg' in the sc"),
        ("path: leaders.verenia.ego", "path: leaders.verenia.egg", "did you mean 'leaders.verenia.ego'?"),
        ("path: leaders.verenia.ego", "path: start", "no number 'start' in the scenario"),
        ("    step: 0.05", "    paths: [leaders.aldmark.ego]\n    step: 0.05", "give either path or paths, not both"),
        ("    low: 0.0\n", "", "slider pride has no low; a number goes from low to high"),
        ("low: 0.0", "low: 2", "high is 1; allowed: more than low, 2"),
        ("high: 1.0", "high: 7", "22:11: leaders.verenia.ego is 7.0; allowed: 0 (no vanity)"),
        ("low: 0.0", "low: 0.95", "in the scenario, pride is 0.85; allowed: 0.95 to 1 in steps of 0.05"),
        ("step: 0.05", "step: 0.1", "in the scenario, pride is 0.85; allowed: 0 to 1 in steps of 0.1"),
        ("step: 0.05", "step: 0.3", "23:11: step is 0.3; allowed: a part of the way from 0 to 1"),
        ("step: 0.05", "step: 0", "step is 0; allowed: a part of the way"),
        ("step: 0.05", "step: -0.05", "step is -0.05; allowed: a part of the way"),
        ("    label: A host\n", "    label: A host\n    low: 0\n", "28:5: a slider with choices takes no low"),
        ("      none: {mediators: {}}\n", "", "choices needs two alternatives or more"),
        ("as it is: {}", "as it is: {dyad.tension: 0.9}", "none does; write one such as `as it is: {}`"),
        ("none: {mediators: {}}", "none: {}", "these all do: as it is, none"),
        ("none: {mediators: {}}", "none: {mediater: {}}", "30:14: unknown path: no 'mediater'"),
        ("none: {mediators: {}}", "none: {dyad.tension: 4}", "dyad.tension is 4; allowed: 0"),
        ("none: {mediators: {}}", f"{'n' * 50}: {{mediators: {{}}}}", "is 50 characters long; allowed: one line"),
        ("none: {mediators: {}}", "none: {leaders.verenia.ego: 0.1}", "sliders pride and host both set leaders"),
        ("none: {mediators: {}}", "none: {leaders.verenia: {ego: 1}}", "leaders.verenia"),
        ("  pride:\n", "  Pride!:\n", "'Pride!' cannot be a name in sliders"),
    ],
)  # fmt: skip
def test_mistakes_are_told_at_their_place(old: str, new: str, message: str) -> None:
    assert message in refused(old, new)


def test_at_most_four_sliders() -> None:
    content = tree()
    pride = content["sliders"].pop("pride")
    paths = ("ego", "caution", "patience", "resolve")
    more = {f"s{n}": pride | {"path": f"leaders.verenia.{path}", "step": 0.05} for n, path in enumerate(paths)}
    content["sliders"] |= more
    with pytest.raises(ScenarioError, match="sliders"):
        read(content)


@pytest.mark.parametrize(
    ("name", "setting", "wrong"),
    [
        ("pride", 0.3, ""),
        ("pride", 1, ""),
        ("pride", 0.30000000000000004, ""),
        ("pride", 0.31, "pride is 0.31; allowed: 0 to 1 in steps of 0.05"),
        ("pride", 1.05, "pride is 1.05; allowed: 0 to 1"),
        ("pride", float("nan"), "pride is nan"),
        ("pride", float("inf"), "pride is inf"),
        ("pride", True, "pride is True, not a number"),
        ("pride", "high", "pride is 'high', not a number; allowed: 0 to 1"),
        ("pride", None, "pride is None, not a number"),
        ("pride", [0.3], "pride is [0.3], not a number"),
        ("host", "none", ""),
        ("host", "non", "host has no choice 'non'; allowed: as it is, none; did you mean 'none'?"),
        ("host", 1, "host has no choice 1; allowed"),
        ("host", ["none"], "host has no choice ['none']; allowed"),
        ("hots", 1, "no slider 'hots'; allowed: pride, host; did you mean 'host'?"),
    ],
)
def test_a_setting_from_anywhere_is_right_or_told_why_not(name: str, setting: Any, wrong: str) -> None:
    said = wrong_setting(SLIDERS, name, setting)
    assert said.startswith(wrong) if wrong else said == ""


@few
@given(lessons(), st.data())
def test_wherever_sliders_may_stand_there_is_a_world(lesson: Lesson, data: st.DataObject) -> None:
    sliders = {slider.id: slider for slider in lesson.sliders}
    settings = {}
    for slider in lesson.sliders:
        if slider.choices is not None:
            settings[slider.id] = data.draw(st.sampled_from(sorted(slider.choices)))
        else:
            settings[slider.id] = slider.low + slider.step * data.draw(st.integers(0, round(1 / slider.step)))
        assert wrong_setting(sliders, slider.id, settings[slider.id]) == ""
    lesson.world(settings)
    filed = {slider.id: slider.file_value for slider in lesson.sliders}
    there = lesson.world(filed)
    assert [side.ego for side in there.leaders.values()] == [side.ego for side in lesson.scenario.leaders.values()]
    assert there.mediators == lesson.scenario.mediators

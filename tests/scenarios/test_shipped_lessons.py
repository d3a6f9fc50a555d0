"""Do the shipped lessons stand on worlds that are sourced and blind, move with their sliders, and hold no name back?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("pandas")

from analysis.classroom.lessons.claims import count_claims
from analysis.classroom.lessons.lesson import FENCED_MINUTES, Claim, Lesson, Setting, Step
from analysis.classroom.lessons.many_answers import answers
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.estimates import Estimate
from sim.files import list_scenarios, load_scenario
from sim.run import run_many
from tests.scenarios.test_shipped import FOLDER, index, later_dates, numbers, without_answers

LESSONS = list_lessons()
WORLDS = sorted(path.stem for path in (FOLDER / "lessons" / "worlds").glob("*.yaml"))
WEEKS = (8, 16)
"""A class can follow so many weeks of a world."""

OTHER_NAMES = re.compile(r"\b(?:Chinese|American|Beijing|Washington|Trump's|Xi's)\b")
"""What a person or country may be called besides the names in the scenario, which are all that can be switched off."""

SEEN = 0.1
"""The share of worlds (0 to 1) by which the answer must differ from that of the worlds watched before."""

RUNS = 1000


@cache
def lesson(name: str) -> Lesson:
    """A shipped lesson, read once."""
    return read_lesson(name)


def raw(name: str) -> dict[str, Any]:
    """The file of a world as plain YAML."""
    content: dict[str, Any] = yaml.safe_load(world_file(name).read_text(encoding="utf-8"))
    return content


def world_file(name: str) -> Path:
    """Where a world of the lessons is."""
    return FOLDER / "lessons" / "worlds" / f"{name}.yaml"


def moved(taught: Lesson, measure: str, of: dict[str, Setting], against: dict[str, Setting]) -> Estimate:
    """By how much the measure differs between two settings of a lesson's sliders, with its 99.9% interval."""
    claim = Claim("{value}", measure, of, against, RUNS, taught.seed, 0.0)
    return count_claims(replace(taught, claims=(claim,)))[0].found


def test_the_four_lessons_are_there_and_every_world_is_used() -> None:
    assert set(LESSONS) == {"waiting", "host", "memory", "forecasts"}
    assert {lesson(name).scenario.name for name in LESSONS} == set(WORLDS)


def test_the_index_in_the_readme_names_every_lesson_and_its_world() -> None:
    rows = {row[0]: row[2] for row in index("Lessons")}
    worlds = {name: lesson(name).scenario.name for name in LESSONS}
    assert rows == {f"[{name}](lessons/{name}.yaml)": f"[{w}](lessons/worlds/{w}.yaml)" for name, w in worlds.items()}


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_extends_a_shipped_case_and_says_where_its_numbers_come_from(name: str) -> None:
    content = raw(name)
    assert content["extends"] in list_scenarios()
    base = yaml.safe_load((FOLDER / f"{content['extends']}.yaml").read_text(encoding="utf-8"))
    own = content.get("sources", {})
    cited, notes = set(), ""
    for path, number in numbers(content):
        assert isinstance(number, dict), f"{path} is a bare number"
        assert number["source"] == "judgement" or number["source"] in {**own, **base["sources"]}, path
        assert number["source"] != "judgement" or number["confidence"] == "low", path
        assert len(number["note"]) >= 5, path
        cited.add(number["source"])
        notes += number["note"]
    assert all(source in cited or source in notes for source in own), "every source is used"


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_knows_nothing_of_what_came_later(name: str) -> None:
    text = without_answers(f"lessons/worlds/{name}")
    assert not later_dates(text, load_scenario(world_file(name)).start)


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_begins_later_than_its_case_and_lasts_some_weeks(name: str) -> None:
    world, case = load_scenario(world_file(name)), load_scenario(raw(name)["extends"])
    assert world.start > case.start
    assert WEEKS[0] <= world.horizon_days / 7 <= WEEKS[1]


@pytest.mark.parametrize("name", LESSONS)
def test_it_fits_into_fifty_minutes_and_can_be_shortened(name: str) -> None:
    taught = lesson(name)
    assert 45 <= taught.minutes <= 50
    assert [step.screen for step in taught.steps][-2:] == ["debrief", "ticket"]
    assert sum(step.minutes for step in taught.steps[-2:]) >= FENCED_MINUTES
    assert sum(step.minutes for step in taught.steps if step.droppable) >= 5
    assert not [step.screen for step in taught.steps if not step.say]
    assert taught.claims
    assert taught.sources


@pytest.mark.parametrize("name", LESSONS)
def test_names_can_be_switched_off_in_every_text_a_class_sees(name: str) -> None:
    taught = lesson(name)
    texts = [taught.title, taught.theory, *taught.goals, *taught.facts, *taught.leaves_out]
    texts += [step.question.text for step in taught.steps]
    texts += [item.question for item in taught.ticket]
    for slider in taught.sliders:
        texts += [slider.label, slider.at_low, slider.at_high, *(slider.choices or {})]
    assert not [text for text in texts if OTHER_NAMES.search(text)]


@pytest.mark.parametrize("name", LESSONS)
def test_every_slider_moves_what_the_lesson_asks_about(name: str) -> None:
    taught = lesson(name)
    for slider in taught.sliders:
        ends: list[Setting] = [slider.low, slider.high]
        if slider.choices:
            ends = [slider.file_value, next(choice for choice in slider.choices if choice != slider.file_value)]
        found = moved(taught, "first_voice_days", {slider.id: ends[0]}, {slider.id: ends[1]})
        assert found.low > 0 or found.high < 0, slider.id


def share_of_yes(taught: Lesson, step: Step, settings: dict[str, Setting]) -> float:
    """In how many worlds (0 to 1) the answer to a step's question is yes, with the sliders there."""
    world = taught.world(settings)
    table = run_many(world, taught.seed, RUNS, "central").table()
    return float(answers(table, step.question.measure, world).mean())


@pytest.mark.parametrize("name", LESSONS)
def test_a_forecast_is_open_or_goes_otherwise_than_what_the_class_has_watched(name: str) -> None:
    taught = lesson(name)
    asked = [step for step in taught.steps if step.screen == "predict"]
    assert asked
    for step in asked:
        share = share_of_yes(taught, step, dict(step.settings or {}))
        if step.settings:
            assert abs(share - share_of_yes(taught, step, {})) > SEEN, step.question.text
        else:
            assert 0.3 < share < 0.7, step.question.text

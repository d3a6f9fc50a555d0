"""Tests for analysis.classroom.paper.reproducing: the line gives the world of the class to the bit."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.paper.reproducing import changes_of, command, fingerprint, scenario_source
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.worlds.world_runs import WorldRuns
from sim.files import load_scenario, parse_setting, vary
from sim.results.record_storing import read_record
from sim.run import run_one
from tests.analysis.classroom.session.teaching import lesson


def run_again(line: str, root: Path) -> object:
    """Do what the line says, as the command does."""
    words = shlex.split(line)
    assert words[:2] == ["climbdown", "run"]
    source = words[2] if not words[2].endswith(".yaml") else str(root / words[2])
    options = list(zip(words[3::2], words[4::2], strict=True))
    numbers = {name.removeprefix("--"): int(value) for name, value in options if name != "--set"}
    settings = dict(parse_setting(value) for name, value in options if name == "--set")
    return run_one(vary(load_scenario(source), settings), **numbers)


@pytest.mark.parametrize("settings", [{}, {"ego": 0.9}, {"ego": 0.1, "host": "nobody"}, {"host": "island"}])
def test_the_line_makes_the_world_of_the_class_again(
    settings: dict[str, str | float], pytestconfig: pytest.Config
) -> None:
    choice = WorldChoice(5, settings)
    again = run_again(command(lesson(), choice), pytestconfig.rootpath)
    assert WorldRuns().trajectory(lesson(), choice).equals(again)


@pytest.mark.parametrize("name", list_lessons())
def test_every_shipped_lesson_has_such_a_line(name: str, pytestconfig: pytest.Config) -> None:
    found = read_lesson(name)
    settings = next((dict(step.settings) for step in found.steps if step.settings), {})
    choice = WorldChoice(found.first_luck, settings)
    again = run_again(command(found, choice), pytestconfig.rootpath)
    assert WorldRuns().trajectory(found, choice).equals(again)


def test_a_slider_that_stands_as_in_the_file_changes_nothing() -> None:
    assert changes_of(lesson(), {"ego": 0.5, "host": "island"}) == {}


def test_a_scenario_of_ones_own_is_called_by_its_file() -> None:
    assert scenario_source(lesson().scenario) == "two-leaders"
    assert scenario_source(lesson().scenario.model_copy(update={"name": "mine"})) == "mine.yaml"


def test_the_checksum_is_that_of_a_kept_record(tmp_path: Path) -> None:
    record = run_one(vary(load_scenario("two-leaders"), {"horizon_days": 10}), seed=1)
    place = record.save(tmp_path / "kept")
    assert read_record(place).scenario == record.scenario
    assert fingerprint(record.scenario) in (place / "manifest.json").read_text(encoding="utf-8")

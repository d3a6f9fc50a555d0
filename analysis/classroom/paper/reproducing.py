"""How a world of a class is made again on any computer: the line to type, and what it must come to."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Mapping

from analysis.classroom.lessons.lesson import Lesson, Setting
from analysis.classroom.session.state import WorldChoice
from sim.files import list_scenarios
from sim.files.scenario_writing import scenario_yaml
from sim.files.shipped import FOLDER
from sim.scenario import Scenario

OWN_WORLDS = "lessons/worlds"
"""Where worlds lie that only lessons use."""


def command(lesson: Lesson, choice: WorldChoice) -> str:
    """Return the line that runs a world of a lesson again."""
    settings = [f"{path}={_value(value)}" for path, value in changes_of(lesson, choice.settings).items()]
    words = [
        "climbdown",
        "run",
        scenario_source(lesson.scenario),
        "--seed",
        str(lesson.seed),
        "--run",
        str(choice.luck),
    ]
    for setting in settings:
        words += ["--set", setting]
    return shlex.join(words)


def changes_of(lesson: Lesson, settings: Mapping[str, Setting]) -> dict[str, object]:
    """Return what sliders change in the lesson's scenario: value by path, of those that stand elsewhere."""
    found: dict[str, object] = {}
    for name, setting in sorted(lesson.moved(settings).items()):
        found |= lesson.slider(name).changes(setting)
    return found


def _value(value: object) -> str:
    """A value as a command reads it: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False, default=str)


def scenario_source(scenario: Scenario) -> str:
    """Return what a command calls the scenario: its name where it is shipped, else the file it lies in."""
    if scenario.name in list_scenarios():
        return scenario.name
    own = f"{OWN_WORLDS}/{scenario.name}.yaml"
    return f"{FOLDER.name}/{own}" if (FOLDER / own).exists() else f"{scenario.name}.yaml"


def fingerprint(scenario: Scenario) -> str:
    """Return the checksum (SHA-256) that a kept record of this scenario has for its ``scenario.yaml``."""
    return hashlib.sha256(scenario_yaml(scenario).encode()).hexdigest()

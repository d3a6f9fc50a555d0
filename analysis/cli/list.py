"""`climbdown list`: the scenarios, studies and lessons that come with the program."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from analysis.cli.options import AsJson
from analysis.cli.printing import say, say_json, width

INDENT = " " * 18
UNDER = " " * 4


def list_(as_json: AsJson = False) -> None:
    """List the shipped scenarios (name, first day, the two leaders, what it is about), studies and lessons of them."""
    from sim.files.shipped import list_scenarios
    from sim.narrative.cast import spoken_date
    from sim.narrative.painted import Role, painted

    rows, studies, lessons = [_row(name) for name in list_scenarios()], _studies(), _lessons()
    if as_json:
        say_json([*rows, *studies, *lessons])
        return
    for row in rows:
        start = spoken_date(row["start"])
        say([painted((f"{row['name']:<18}", Role.heading), f"{start:<19}{' and '.join(row['leaders'])}")])
        say(textwrap.wrap(row["title"], width(), initial_indent=INDENT, subsequent_indent=INDENT))
    say(["", painted(("Studies, for climbdown sweep:", Role.heading))])
    for study in studies:
        say([f"  {study['name']:<24}{study['scenario']}"])
        say(textwrap.wrap(study["question"], width(), initial_indent=UNDER, subsequent_indent=UNDER))
    say(["", painted(("Lessons, for climbdown serve --lesson:", Role.heading))])
    say([f"  {lesson['name']:<24}{lesson['title']}" for lesson in lessons])


def _row(name: str) -> dict[str, Any]:
    from sim.files.scenario_loading import load_scenario

    scenario = load_scenario(name)
    return {
        "kind": "scenario",
        "name": name,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "horizon_days": scenario.horizon_days,
        "leaders": [leader.name for leader in scenario.leaders.values()],
        "mediators": list(scenario.mediators),
    }


def _studies() -> list[dict[str, Any]]:
    from sim.files.shipped import FOLDER

    return _said("study", FOLDER / "studies", ("title", "question", "scenario"))


def _lessons() -> list[dict[str, Any]]:
    from analysis.classroom.lessons.reading import LESSONS

    return _said("lesson", LESSONS, ("title", "scenario"))


def _said(kind: str, folder: Path, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """What shipped files say of themselves; they are read as text, not tried out."""
    from sim.files.problems import Findings
    from sim.files.source_text import read_text
    from sim.files.yaml_nodes import compose

    found = []
    for path in sorted(folder.glob("*.yaml")):
        node = compose(read_text(path, path.name), path.name, Findings())
        said = {key: child.value for key, child in node.value.items()} if node is not None else {}
        found.append({"kind": kind, "name": path.stem, **{key: said.get(key, "") for key in keys}})
    return found

"""`climbdown list`: the scenarios that come with the program."""

from __future__ import annotations

import textwrap
from typing import Any

from analysis.cli.options import AsJson
from analysis.cli.printing import say, say_json

WIDTH = 80
INDENT = " " * 18


def list_(as_json: AsJson = False) -> None:
    """List the shipped scenarios: name, first day, the two leaders, and what it is about."""
    from sim.scenario.shipped import list_scenarios

    rows = [_row(name) for name in list_scenarios()]
    if as_json:
        say_json(rows)
        return
    for row in rows:
        say([f"{row['name']:<18}{row['start']}  {' and '.join(row['leaders'])}"])
        say(textwrap.wrap(row["title"], WIDTH, initial_indent=INDENT, subsequent_indent=INDENT))


def _row(name: str) -> dict[str, Any]:
    from sim.scenario.shipped import load_scenario

    scenario = load_scenario(name)
    return {
        "name": name,
        "title": scenario.title,
        "start": scenario.start.isoformat(),
        "horizon_days": scenario.horizon_days,
        "leaders": [leader.name for leader in scenario.leaders.values()],
        "mediators": list(scenario.mediators),
    }

"""`climbdown list`: the scenarios that come with the program."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer


def list_(
    as_json: Annotated[bool, typer.Option("--json", help="Print the list as JSON.")] = False,
) -> None:
    """List the shipped scenarios: name, first day, the two leaders, and what it is about."""
    from sim.scenario.shipped import list_scenarios

    rows = [_row(name) for name in list_scenarios()]
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    width = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        typer.echo(f"{row['name']:<{width}}  {row['start']}  {row['title']}")
        typer.echo(f"{'':<{width}}  {' and '.join(row['leaders'])}, {row['horizon_days']} days")


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

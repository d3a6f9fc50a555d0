"""`climbdown new`: a commented scenario file to start from."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.errors import UserError
from analysis.cli.printing import say
from analysis.cli.writing import refuse_inside, write_text


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the scenario; the file is NAME.yaml.")],
    extends: Annotated[
        str | None, typer.Option("--extends", metavar="SCENARIO", help="Start as a variant of a shipped scenario.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the file.")] = Path(),
) -> None:
    """Write a scenario file with every field explained, which is valid as it stands; an existing file is kept."""
    from sim.scenario.bounds import NAME_PATTERN

    if not re.fullmatch(NAME_PATTERN.strip("^$"), name):
        raise UserError(f"{name!r} cannot be a name; allowed: a lower-case letter, then up to 40 of a-z, 0-9, - and _")
    text = _text(name, extends)
    target = out / f"{name}.yaml"
    if os.path.lexists(target):
        raise UserError(f"{target} exists already; choose another name or remove it")
    refuse_inside(target)
    out.mkdir(parents=True, exist_ok=True)
    write_text(target, text, "file")
    say([f"wrote {target}; next: climbdown check {target}"])


def _text(name: str, extends: str | None) -> str:
    from sim.files.scenario_loading import load_scenario
    from sim.files.shipped import list_scenarios
    from sim.files.skeleton import extending_skeleton, skeleton

    if extends is None:
        return skeleton(name)
    if extends not in list_scenarios():
        raise UserError(f"there is no shipped scenario {extends!r}; allowed: {', '.join(list_scenarios())}")
    return extending_skeleton(name, extends, next(iter(load_scenario(extends).leaders)))

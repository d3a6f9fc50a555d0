"""`climbdown new`: a commented scenario file to start from, or one of an earlier format converted."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.errors import DONE, INPUT, UserError
from analysis.cli.printing import say, tell
from analysis.cli.writing import refuse_inside, write_text

if TYPE_CHECKING:
    from sim.files.format_conversion import Converted


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the scenario; the file is NAME.yaml.")],
    extends: Annotated[
        str | None, typer.Option("--extends", metavar="SCENARIO", help="Start as a variant of a shipped scenario.")
    ] = None,
    old: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Convert a scenario file of an earlier format.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the file.")] = Path(),
) -> int:
    """Write a scenario file with every field explained, which is valid as it stands; an existing file is kept.

    With --from it is an older file in the present format: its comments and layout stay, and what is changed is said.
    """
    from sim.scenario.bounds import NAME_PATTERN

    if not re.fullmatch(NAME_PATTERN.strip("^$"), name):
        raise UserError(f"{name!r} cannot be a name; allowed: a lower-case letter, then up to 40 of a-z, 0-9, - and _")
    if old is not None and extends is not None:
        raise UserError("--extends begins a new file and --from converts an old one; give one of them")
    converted = _converted(old, name, out) if old is not None else None
    text = converted.text if converted is not None else _text(name, extends)
    target = out / f"{name}.yaml"
    if os.path.lexists(target):
        raise UserError(f"{target} exists already; choose another name or remove it")
    refuse_inside(target)
    out.mkdir(parents=True, exist_ok=True)
    write_text(target, text, "file")
    for line in converted.told if converted is not None else ():
        say([f"  {line}"])
    say([f"wrote {target}; next: climbdown check {target}"])
    return DONE if converted is None else _checked(target)


def _text(name: str, extends: str | None) -> str:
    from sim.files.scenario_loading import load_scenario
    from sim.files.shipped import list_scenarios
    from sim.files.skeleton import extending_skeleton, skeleton

    if extends is None:
        return skeleton(name)
    if extends not in list_scenarios():
        raise UserError(f"there is no shipped scenario {extends!r}; allowed: {', '.join(list_scenarios())}")
    return extending_skeleton(name, extends, next(iter(load_scenario(extends).leaders)))


def _converted(old: Path, name: str, out: Path) -> Converted:
    """A file of an earlier format converted, once what it extends is seen to be in the present one."""
    from sim.files.format_conversion import convert_file

    return convert_file(old, name, out)


def _checked(target: Path) -> int:
    """Tell what is still wrong with a converted file: faults that it had before, as no change of format makes any."""
    from sim.files.problems import ScenarioError
    from sim.files.scenario_reading import read_scenario

    try:
        read_scenario(target)
    except ScenarioError as error:
        tell(str(error))
        return INPUT
    return DONE

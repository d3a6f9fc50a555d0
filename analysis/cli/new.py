"""`climbdown new`: a commented scenario file to start from, one made by questions, or an old one converted."""

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
    ask: Annotated[bool, typer.Option("--ask", help="Make the file by answering twelve questions.")] = False,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the file.")] = Path(),
) -> int:
    """Write a scenario file with every field explained, which is valid as it stands; an existing file is kept.

    With --ask it is made by twelve questions, each with a default and with where you know the answer from; `back` goes
    to the question before, Ctrl-C leaves nothing behind, and answers may be piped in, one a line.

    With --from it is an older file in the present format: its comments and layout stay, and what is changed is said.
    """
    from sim.scenario.bounds import NAME_PATTERN

    if not re.fullmatch(NAME_PATTERN.strip("^$"), name):
        raise UserError(f"{name!r} cannot be a name; allowed: a lower-case letter, then up to 40 of a-z, 0-9, - and _")
    _refuse_both(extends, old, ask)
    target = out / f"{name}.yaml"
    _refuse_target(target)
    converted = _converted(old, name, out) if old is not None else None
    text = converted.text if converted is not None else _asked(name) if ask else _text(name, extends)
    _refuse_target(target)  # which may have come to be there while questions were answered
    out.mkdir(parents=True, exist_ok=True)
    write_text(target, text, "file")
    for line in converted.told if converted is not None else ():
        say([f"  {line}"])
    say([f"wrote {target}; next: climbdown check {target}"])
    return DONE if converted is None else _checked(target)


def _refuse_both(extends: str | None, old: Path | None, ask: bool) -> None:
    """Refuse two ways to begin a file, and a shipped case where an old file is asked for."""
    from sim.files.shipped import list_scenarios

    ways = {
        "--extends begins a variant of a shipped scenario": extends is not None,
        "--from converts an old file": old is not None,
        "--ask makes a file by questions": ask,
    }
    asked = [way for way, wanted in ways.items() if wanted]
    if asked[1:]:
        raise UserError(f"{' and '.join(asked)}; give one of them")
    if old is not None and str(old) in list_scenarios() and not old.exists():
        raise UserError(
            f"--from converts a file of an earlier format, and {old} is a shipped scenario; a variant of it begins "
            f"with --extends {old}"
        )


def _refuse_target(target: Path) -> None:
    if os.path.lexists(target):
        raise UserError(f"{target} exists already; choose another name or remove it")
    refuse_inside(target)


def _asked(name: str) -> str:
    from analysis.cli.asked_scenario import asked_scenario
    from analysis.cli.asking import OPENING, EndedEarly, ask_all
    from analysis.cli.typed_lines import accept_any_bytes, typed_line
    from sim.narrative.wrapping import wrapped

    accept_any_bytes()
    say(wrapped(OPENING))
    try:
        return asked_scenario(name, ask_all(typed_line, lambda line: say([line])))
    except EndedEarly as early:
        raise UserError(f"the answers ended at {early}; nothing was written") from None
    except KeyboardInterrupt:
        tell("\nnothing was written")
        raise


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

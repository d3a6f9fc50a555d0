"""`climbdown schema`: what may stand in a scenario or lesson file, for a person to read and an editor to check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.errors import UserError
from analysis.cli.options import AsJson
from analysis.cli.printing import canvas, say, say_json
from analysis.cli.writing import Force, refuse_taken, write_text

SCHEMA, LESSON_SCHEMA = b'"title": "A climbdown scenario"', b'"title": "A climbdown lesson"'
"""What the beginning of an earlier schema holds."""

Field = Annotated[
    str | None, typer.Argument(metavar="[PATH]", help="A block or field, as in leaders.us or leaders.us.ego.")
]


def schema(
    path: Field = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write schema.json into this folder.")
    ] = None,
    lesson: Annotated[bool, typer.Option("--lesson", help="The JSON Schema of a lesson file instead.")] = False,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Show what may stand in a scenario file: on a terminal the fields at a glance, or one of them in full.

    Into a file or another program, and with --json, it is a JSON Schema; --out writes that as schema.json. An editor
    with a YAML language server uses it when a scenario starts with `# yaml-language-server: $schema=schema.json`.
    A lesson's is written as lesson-schema.json.
    """
    if path is not None:
        _show(path, as_json, "--out writes" if out is not None else "--lesson shows" if lesson else "")
    elif out is not None:
        _write(out, lesson, force)
    elif lesson or as_json or not sys.stdout.isatty():
        say(_text(lesson).splitlines())
    else:
        _show_overview()


def _show_overview() -> None:
    from analysis.cli.schema_overview import overview
    from analysis.documents.terminal_writing import block_lines

    say(block_lines(overview(), canvas()))


def _show(path: str, as_json: bool, whole: str) -> None:
    """Show one field, unless another option asked for the whole schema."""
    if whole:
        raise UserError(f"{whole} the whole schema; leave the path out")
    from analysis.cli.schema_overview import described, place, plain
    from analysis.documents.terminal_writing import block_lines

    where, slot = place(path)
    if as_json:
        say_json(plain(where, slot))
    else:
        say(block_lines(described(where, slot), canvas()))


def _text(lesson: bool) -> str:
    from sim.files.json_schema import form_schema, scenario_schema, schema_text

    if not lesson:
        return schema_text(scenario_schema())
    from analysis.classroom.lessons.lesson_form import LESSON

    return schema_text(form_schema(LESSON))


def _write(folder: Path, lesson: bool, force: bool) -> None:
    target = folder / ("lesson-schema.json" if lesson else "schema.json")
    refuse_taken(target, force, LESSON_SCHEMA if lesson else SCHEMA)
    folder.mkdir(parents=True, exist_ok=True)
    write_text(target, _text(lesson), "schema")
    say([f"wrote {target}"])

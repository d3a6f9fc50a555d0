"""`climbdown schema`: the file format as a JSON Schema, for editors that complete and check while one types."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.printing import say
from analysis.cli.writing import Force, refuse_taken, write_text

SCHEMA = b'"title": "A climbdown scenario"'
"""What the beginning of an earlier schema holds."""


def schema(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write schema.json into this folder.")
    ] = None,
    force: Force = False,
) -> None:
    """Print the JSON Schema of scenario files, or write it as schema.json into a folder.

    An editor with a YAML language server uses it when a scenario starts with the line
    `# yaml-language-server: $schema=schema.json`.
    """
    from sim.files.json_schema import schema_text

    if out is None:
        say(schema_text().splitlines())
        return
    target = out / "schema.json"
    refuse_taken(target, force, SCHEMA)
    out.mkdir(parents=True, exist_ok=True)
    write_text(target, schema_text(), "schema")
    say([f"wrote {target}"])

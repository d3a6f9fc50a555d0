"""`climbdown diff`: what two scenarios have different, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from analysis.cli.options import AsJson, load_varied
from analysis.cli.printing import say, say_json

WIDTH = 80
ABSENT = "(absent)"


def diff(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A file, or the name of a shipped scenario.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Another one.")],
    as_json: AsJson = False,
) -> None:
    """Compare two scenarios field by field, defaults included; sources and notes are not compared."""
    one, other = _flat(first), _flat(second)
    paths = [*one, *(path for path in other if path not in one)]
    rows = [(path, one.get(path, ABSENT), other.get(path, ABSENT)) for path in paths]
    rows = [row for row in rows if row[1] != row[2]]
    if as_json:
        keys = ("path", "first", "second")
        say_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    if not rows:
        say(["The two scenarios are the same."])
    for path, left, right in rows:
        line = f"{path}: {left} -> {right}"
        say([line] if len(line) <= WIDTH else [f"{path}:", f"    {left}", f"    {right}"])


def _flat(name: str) -> dict[str, str]:
    from sim.files.scenario_writing import plain_tree

    return dict(_leaves(plain_tree(load_varied(name), defaults=True), ""))


def _leaves(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield what stands at each path as text, numbers without their sources."""
    from sim.files.scenario_writing import plain_scalar

    if isinstance(tree, dict) and "distribution" in tree:
        yield (
            path,
            " ".join(f"{key} {value}" for key, value in tree.items() if key not in ("source", "note", "confidence")),
        )
    elif isinstance(tree, dict) and "value" in tree and not path.startswith("scheduled."):
        yield path, plain_scalar(tree["value"])
    elif isinstance(tree, dict | list):
        entries = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, child in entries:
            yield from _leaves(child, f"{path}.{key}" if path else str(key))
    else:
        yield path, plain_scalar(tree)

"""`climbdown diff`: what two scenarios have different, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

import typer

from analysis.cli.options import AsJson, load_varied
from analysis.cli.printing import say, say_json

WIDTH = 80
ABSENT = "(absent)"
ABOUT = ("source", "note", "confidence")
"""Keys of a number that say where it comes from; they are not compared."""


def diff(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A file, or the name of a shipped scenario.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Another one.")],
    as_json: AsJson = False,
) -> None:
    """Compare two scenarios field by field, defaults included; sources and notes are not compared."""
    found = list(_differences(_flat(first), _flat(second)))
    if as_json:
        say_json([difference._asdict() for difference in found])
        return
    if not found:
        say(["The two scenarios are the same."])
    for difference in found:
        say(_lines(difference))


class Difference(NamedTuple):
    """A path at which two scenarios differ, and what each has there, as text."""

    path: str
    first: str
    second: str


def _differences(first: dict[str, str], second: dict[str, str]) -> Iterator[Difference]:
    """The paths of the first scenario in its order, then those that only the second has."""
    for path in first | second:
        found = Difference(path, first.get(path, ABSENT), second.get(path, ABSENT))
        if found.first != found.second:
            yield found


def _lines(found: Difference) -> list[str]:
    line = f"{found.path}: {found.first} -> {found.second}"
    return [line] if len(line) <= WIDTH else [f"{found.path}:", f"    {found.first}", f"    {found.second}"]


def _flat(name: str) -> dict[str, str]:
    from sim.files.scenario_writing import plain_tree

    return dict(_leaves(plain_tree(load_varied(name), defaults=True), ""))


def _leaves(tree: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield what stands at each path as text, numbers without their sources."""
    text = _text(tree, path)
    if text is not None:
        yield path, text
        return
    for key, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from _leaves(child, f"{path}.{key}" if path else str(key))


def _text(tree: Any, path: str) -> str | None:
    """What stands at a path as text; None for a block or a list, whose entries have paths of their own."""
    from sim.files.scenario_writing import plain_scalar

    if isinstance(tree, list):
        return None
    if not isinstance(tree, dict):
        return plain_scalar(tree)
    if "distribution" in tree:
        return " ".join(f"{key} {value}" for key, value in tree.items() if key not in ABOUT)
    is_number = "value" in tree and not path.startswith("scheduled.")
    return plain_scalar(tree["value"]) if is_number else None

"""`climbdown diff`: what two scenarios have different, field by field."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer

from analysis.cli.diff_overview import ABSENT, Difference, in_words
from analysis.cli.options import AsJson, load_varied
from analysis.cli.printing import canvas, say, say_json, width
from sim.narrative.painted import Role, painted

FEW = 24
"""So many differences fit a screen and are all shown."""

ABOUT = ("source", "note", "confidence")
"""Keys of a number that say where it comes from; they are not compared."""


def diff(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="A file, or the name of a shipped scenario.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Another one.")],
    every: Annotated[bool, typer.Option("--all", help="Show every field that differs, however many they are.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare two scenarios field by field, defaults included; sources and notes are not compared.

    A few differences are all shown; of many the frame, the numbers furthest apart, and who or what only one of the
    two has. `--all` and `--json` give every field.
    """
    found = list(_differences(_flat(first), _flat(second)))
    if as_json:
        say_json([difference._asdict() for difference in found])
    elif not found:
        say(["The two scenarios are the same."])
    elif every or len(found) <= FEW:
        for difference in found:
            say(_lines(difference, width()))
    else:
        say(_overview(found, first, second))


def _overview(found: list[Difference], first: str, second: str) -> Iterator[str]:
    """What a person wants of many differences first, and how to see the rest."""
    from analysis.cli.diff_overview import overview
    from analysis.documents.terminal_writing import block_lines

    names = Path(first).stem, Path(second).stem
    yield from block_lines(overview(found, names if len(set(names)) == 2 else (first, second)), canvas())
    yield ""
    yield f"Every field: climbdown diff {first} {second} --all"


def _differences(first: dict[str, str], second: dict[str, str]) -> Iterator[Difference]:
    """The paths of the first scenario in its order, then those that only the second has."""
    for path in first | second:
        found = Difference(path, first.get(path, ABSENT), second.get(path, ABSENT))
        if found.first != found.second:
            yield found


def _lines(found: Difference, room: int) -> list[str]:
    """A difference on one line, or on as many as it needs."""
    one, other = in_words(found.first), in_words(found.second)
    line = painted((f"{found.path}:", Role.heading), f" {one} -> {other}")
    if len(line) <= room:
        return [line]
    sides = (
        textwrap.wrap(text, room, initial_indent=f"  {sign} ", subsequent_indent=" " * 4)
        for sign, text in (("-", one), ("+", other))
    )
    return [painted((f"{found.path}:", Role.heading)), *chain(*sides)]


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

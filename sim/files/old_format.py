"""A scenario file of an earlier format: refused with a message that names every change that concerns it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.files.format_changes import FILE_CHANGES, OLD, Change, Sort, fate, filled, told
from sim.files.problems import Problem, ScenarioError, Spot
from sim.files.yaml_nodes import Node
from sim.scenario.scenario import FORMAT

KEY = "climbdown"
"""The key that says in which format a file is."""

CONVERT_FIRST = f"which is in format {OLD}: convert that file first, then name the new one here"
"""What to do about a file of an earlier format that another one extends."""


def is_old(root: Node) -> bool:
    """Tell whether the top of a file says that it is in an earlier format."""
    node = root.value.get(KEY) if isinstance(root.value, dict) else None
    return node is not None and type(node.value) is int and node.value == OLD


def refuse_old(root: Node, changes: tuple[Change, ...] = FILE_CHANGES, named_at: Spot | None = None) -> None:
    """Refuse a file of an earlier format.

    Parameters
    ----------
    root : Node
        The top of the file, whatever it extends left out.
    changes : tuple of Change
        What changed since.
    named_at : Spot, optional
        Where the user's own file names this one as what it extends.

    Raises
    ------
    ScenarioError
        Says how the file is converted and, at its place, each change that concerns it.
    """
    if not is_old(root):
        return
    spot = root.value[KEY].spot
    via = [_at(named_at, f"this leads to {spot.file}, {CONVERT_FIRST}")] if named_at else []
    concern = concerning(root, changes)
    raise ScenarioError([*via, _at(spot, _how_to_convert(spot, bool(concern))), *concern])


def _at(spot: Spot, message: str) -> Problem:
    return Problem(spot.file, spot.line, spot.column, message)


def _how_to_convert(spot: Spot, concerned: bool) -> str:
    said = f"this file is in format {OLD}, and this climbdown reads format {FORMAT}; "
    what = "What changed and concerns it:" if concerned else "Of what changed, nothing stands in it."
    return f"{said}`climbdown new NAME --from {spot.file}` writes it anew as NAME.yaml. {what}"


def concerning(root: Node, changes: tuple[Change, ...] = FILE_CHANGES) -> list[Problem]:
    """Return the changes that concern a file of format 1, each at its place, in the order of the file."""
    found = [problem for change in changes for problem in _about(change, root)]
    return sorted(found + list(_settings(root, changes)), key=lambda problem: (problem.line, problem.column))


def _about(change: Change, root: Node) -> Iterator[Problem]:
    """What is to be said of one change, for each place of the file that it concerns."""
    if change.sort is Sort.added:
        return
    places = list(find(root, change.path.split(".")))
    if change.sort is Sort.default:
        if not places and "extends" not in root.value:  # a file that extends another takes what that one says
            yield _at(root.value[KEY].spot, told(change, change.path, ""))
        return
    for path, node in places:
        new = filled(change.new, _ids(change.path, path)) if change.new else ""
        yield _at(node.name_spot, told(change, ".".join(path), new))


def _ids(pattern: str, path: list[str]) -> list[str]:
    return [key for part, key in zip(pattern.split("."), path, strict=True) if part == "*"]


def find(root: Node, parts: list[str], above: tuple[str, ...] = ()) -> Iterator[tuple[list[str], Node]]:
    """Yield the path and the node of every entry that a pattern fits; ``*`` fits any key."""
    if not isinstance(root.value, dict):
        return
    for key, node in root.value.items():
        if parts[0] in ("*", key):
            if len(parts) == 1:
                yield [*above, key], node
            else:
                yield from find(node, parts[1:], (*above, key))


def _settings(root: Node, changes: tuple[Change, ...]) -> Iterator[Problem]:
    """What is to be said of paths that dated interventions set."""
    scheduled = root.value.get("scheduled")
    for item in scheduled.value if scheduled is not None and isinstance(scheduled.value, list) else ():
        node = item.value.get("path") if isinstance(item.value, dict) else None
        found = fate(str(node.value), changes) if node is not None else None
        if node is not None and found is not None:
            yield _at(node.spot, told(found[0], str(node.value), found[1]))

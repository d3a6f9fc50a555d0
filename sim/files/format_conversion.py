"""A scenario file of format 1 as one of format 2, word for word but for what changed: comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sim.files.extends import base_origin, read_block
from sim.files.format_changes import FILE_CHANGES, OLD, Change, Sort, fate, filled, matches
from sim.files.old_format import CONVERT_FIRST, KEY, is_old
from sim.files.problems import Findings, Spot, fail
from sim.files.scenario_writing import plain_scalar
from sim.files.shipped import FOLDER, Origin
from sim.files.source_text import read_text
from sim.files.yaml_edits import Entry, Tree, entry_at, with_entry, with_value, without_entry, without_item
from sim.files.yaml_nodes import Node, compose
from sim.scenario.scenario import FORMAT

LATER = (Sort.meaning, Sort.default)
"""What a conversion tells of and leaves as it is."""


class Converted(NamedTuple):
    """A converted file: its text, and what was changed in it, in a line each."""

    text: str
    told: tuple[str, ...]


def convert(text: str, file: str, name: str = "", changes: tuple[Change, ...] = FILE_CHANGES) -> Converted:
    """Convert the text of a scenario file of format 1.

    Parameters
    ----------
    text : str
        The file; one that does not say in which format it is, is taken for one of format 1.
    file : str
        What messages call it.
    name : str
        The name that the scenario gets; by default it keeps its own.
    changes : tuple of Change
        What changed since.

    Raises
    ------
    ScenarioError
        When it is not YAML, its top is no block of keys, or it is in another format; says where.
    """
    _refuse_others(text, file)
    told: list[str] = []
    if name:
        text = _put(text, "name", plain_scalar(name), told)
    text = _put(text, KEY, str(FORMAT), told)
    for change in changes:
        text = _changed(text, change, told)
    return Converted(_with_settings(text, changes, told), tuple(told))


def _refuse_others(text: str, file: str) -> None:
    """Refuse what is no scenario of format 1."""
    findings = Findings(own=[file])
    root = compose(text, file, findings)
    findings.stop()
    if root is None or not isinstance(root.value, dict):
        raise fail(Spot(file, 1, 1), "a scenario is a block of `key: value` lines")
    node = root.value.get(KEY)
    if node is not None and node.value != OLD:
        allowed = f"only files of format {OLD} are converted"
        raise fail(
            node.spot, f"{KEY} is {node.value}; {allowed}" + (" (nothing to do)" if node.value == FORMAT else "")
        )


def _put(text: str, key: str, value: str, told: list[str]) -> str:
    """Set a key at the top, as its first line where the file does not have it."""
    entry = entry_at(Tree(text), (key,))
    if entry is None:
        told.append(f"{key}: {value} (was not said)")
        return with_entry(text, (), key, value, first=True)
    if entry.source == value:
        return text
    told.append(f"{key}: {entry.source} became {value}")
    return with_value(text, entry, value)


def _changed(text: str, change: Change, told: list[str]) -> str:
    """Carry out one change wherever the file has what it is about."""
    if change.sort is Sort.added:
        return text
    entries = list(_entries(text, change.path))
    if change.sort in LATER:
        if change.sort is Sort.meaning:
            told += [f"{_name(entry)} is kept, but it means something else: {change.why}" for entry in entries]
        elif not entries and entry_at(Tree(text), ("extends",)) is None:
            told.append(f"{change.path} is still not set, and its default is another: {change.why}")
        return text
    told += [_fate_of(entry, change) for entry in entries]
    for entry in reversed(entries):  # from the end, so that what comes before stays where it is
        text = _carried_out(text, change, entry)
    return text


def _entries(text: str, pattern: str) -> Iterator[Entry]:
    return (entry for entry in Tree(text).entries() if matches(pattern, ".".join(entry.path)) is not None)


def _name(entry: Entry) -> str:
    return ".".join(entry.path)


def _fate_of(entry: Entry, change: Change) -> str:
    if change.sort is Sort.removed:
        return f"{_name(entry)} is left out: {change.why}"
    return f"{_name(entry)} is now {'.'.join(_new_path(entry, change))}"


def _new_path(entry: Entry, change: Change) -> tuple[str, ...]:
    return tuple(filled(change.new, matches(change.path, _name(entry)) or []).split("."))


def _carried_out(text: str, change: Change, entry: Entry) -> str:
    """Take one entry out, or put it where it belongs now."""
    if change.sort is Sort.removed:
        return without_entry(text, entry)
    new = _new_path(entry, change)
    if new[:-1] == entry.path[:-1]:
        return text[: entry.key_start] + new[-1] + text[entry.key_end :]
    return with_entry(without_entry(text, entry), new[:-1], new[-1], entry.in_one_line, after=entry.path[0])


def _with_settings(text: str, changes: tuple[Change, ...], told: list[str]) -> str:
    """Rename the paths that dated interventions set, and leave out those that set what is gone."""
    entries = [entry for entry in Tree(text).entries() if matches("scheduled.*.path", _name(entry)) is not None]
    for entry in reversed(entries):
        path = str(entry.value.value)
        found = fate(path, changes)
        if found is not None and found[1]:
            told.append(f"scheduled: {path} is now {found[1]}")
            text = with_value(text, entry, found[1])
        elif found is not None:
            told.append(f"scheduled: what sets {path} is left out: {found[0].why}")
            text = without_item(text, entry)
    return text


def convert_file(file: Path, name: str, folder: Path) -> Converted:
    """Convert a scenario file of format 1.

    Parameters
    ----------
    file : Path
        The old file; it stays as it is.
    name : str
        Name of the new scenario.
    folder : Path
        Where the new file is to lie.

    Raises
    ------
    ScenarioError
        As for :func:`convert`; when it extends a file that is in format 1 itself; or when it extends a file by a path
        that would not lead there from the new file.
    """
    origin = Origin(file, str(file), file.parent)
    findings = Findings(own=[origin.name])
    root = read_block(origin, findings)
    findings.stop()
    if "extends" in root.value:
        _refuse_bases(root.value["extends"], origin, folder)
    return convert(read_text(file, origin.name), origin.name, name)


def _refuse_bases(reference: Node, origin: Origin, folder: Path) -> None:
    """Refuse a file whose bases must be converted first, or would not be found from where the new file lies."""
    base = base_origin(reference, origin)
    if base.folder != FOLDER and folder.resolve() != origin.path.parent.resolve():
        where = f"its new file must lie beside it (--out {origin.path.parent})"
        raise fail(reference.spot, f"extends names {base.name} by a path from this file; {where}")
    spot, seen = reference.spot, {origin.path.resolve()}
    while base.path.resolve() not in seen:
        seen.add(base.path.resolve())
        root = read_block(base, Findings())
        if is_old(root):
            raise fail(spot, f"this leads to {base.name}, {CONVERT_FIRST}")
        if "extends" not in root.value:
            return
        base = base_origin(root.value["extends"], base)

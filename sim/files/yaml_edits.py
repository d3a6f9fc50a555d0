"""Small changes to the text of a YAML file that leave every other character as it is: comments, order and layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from sim.files.scenario_writing import plain_scalar
from sim.files.yaml_nodes import EVENT_LOADER

INDENT = 2


@dataclass(frozen=True)
class Entry:
    """An entry of a block: its path, where it stands in the text, and the entries around it.

    Attributes
    ----------
    path : tuple of str
        Keys, and places in lists as digits.
    place : int
        Which entry of its block it is, from 0.
    """

    text: str
    path: tuple[str, ...]
    holder: Any
    place: int
    above: Entry | None

    @property
    def key(self) -> Any:
        """The node of its key (of an item of a list, the item's own)."""
        item = self.holder.value[self.place]
        return item[0] if isinstance(item, tuple) else item

    @property
    def value(self) -> Any:
        """The node of its value."""
        item = self.holder.value[self.place]
        return item[1] if isinstance(item, tuple) else item

    @property
    def key_start(self) -> int:
        """Where its key begins."""
        return int(self.key.start_mark.index)

    @property
    def key_end(self) -> int:
        """Where its key ends."""
        return int(self.key.end_mark.index)

    @property
    def end(self) -> int:
        """Where its value ends, without the white space and comments behind it."""
        end = _end(self.value, self.text)
        return end if self.key is self.value else max(self.key_end, end)

    @property
    def line(self) -> int:
        """The line of its key, from 1."""
        return int(self.key.start_mark.line) + 1

    @property
    def source(self) -> str:
        """Its value as it is written."""
        return self.text[self.value.start_mark.index : self.end]

    @property
    def in_one_line(self) -> str:
        """Its value as it can be written on one line anywhere."""
        return _flow(self.value, self.text)


class Tree:
    """The nodes of a text, which must be YAML with a block of keys at its top."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Any = yaml.compose(text, Loader=EVENT_LOADER)

    def entries(self) -> Iterator[Entry]:
        """Every entry of every block and list, in the order of the text."""
        return self._below(self.root, (), None)

    def _below(self, holder: Any, path: tuple[str, ...], above: Entry | None) -> Iterator[Entry]:
        if not isinstance(holder, yaml.CollectionNode):
            return
        for place, item in enumerate(holder.value):
            key = str(item[0].value) if isinstance(item, tuple) else str(place)
            entry = Entry(self.text, (*path, key), holder, place, above)
            yield entry
            yield from self._below(entry.value, entry.path, entry)


def entry_at(tree: Tree, path: tuple[str, ...]) -> Entry | None:
    """Return the entry at a path, or None."""
    return next((entry for entry in tree.entries() if entry.path == path), None)


def with_value(text: str, entry: Entry, value: str) -> str:
    """Return the text with another single value in place of an entry's."""
    return text[: entry.value.start_mark.index] + value + text[entry.end :]


def without_entry(text: str, entry: Entry) -> str:
    """Return the text without an entry; a block that would be left empty goes with it, but never the whole file."""
    if len(entry.holder.value) == 1 and entry.above is not None:
        return without_entry(text, entry.above)
    if entry.holder.flow_style:
        return _without_flow(text, entry)
    start = _line_start(text, entry.key_start)
    before = text[start : entry.key_start]
    if before.strip(" -"):  # a key of something else stands on the line
        raise ValueError(f"{'.'.join(entry.path)} does not begin on a line of its own")
    if "-" in before and isinstance(entry.holder, yaml.MappingNode):  # the first key of an item: its dash stays
        return text[: entry.key_start] + text[entry.holder.value[entry.place + 1][0].start_mark.index :]
    return text[:start] + text[_line_end(text, entry.end) :]


def without_item(text: str, entry: Entry) -> str:
    """Return the text without the item of a list that an entry stands in."""
    assert entry.above is not None, "an entry at the top stands in no list"
    return without_entry(text, entry.above)


def with_entry(text: str, block: tuple[str, ...], key: str, value: str, *, first: bool = False, after: str = "") -> str:
    """Return the text with an entry added to a block, which is made where there is none.

    Parameters
    ----------
    text : str
        The file.
    block : tuple of str
        Path of the block; empty for the top.
    key, value : str
        The entry, the value on one line.
    first : bool
        Whether it goes before the entries that are there; only at the top.
    after : str
        The key at the top behind which a block goes that is made there; by default, and without that key, the last.
    """
    tree = Tree(text)
    holder, depth = _innermost(tree, block)
    names = [*block[depth:], key]
    if holder.flow_style:
        return _with_flow(text, holder, names, value, first)
    column = holder.start_mark.column
    lines = [f"{' ' * (column + INDENT * place)}{name}:" for place, name in enumerate(names)]
    added = "\n".join(lines) + f" {value}\n"
    if first:
        at = _line_start(text, holder.start_mark.index)
    else:
        before = None if depth else entry_at(tree, (after,))
        at = _line_end(text, _end(holder, text) if before is None else before.end)
    joint = "" if not at or text[at - 1] == "\n" else "\n"
    return text[:at] + joint + added + text[at:]


def _innermost(tree: Tree, block: tuple[str, ...]) -> tuple[Any, int]:
    """The innermost block on a path that is there and has keys, and how many keys of the path lead to it."""
    holder = tree.root
    for depth in range(len(block)):
        entry = entry_at(tree, block[: depth + 1])
        if entry is None or not _has_keys(entry.value):
            return holder, depth
        holder = entry.value
    return holder, len(block)


def _has_keys(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode) and bool(node.value)


def _with_flow(text: str, holder: Any, names: list[str], value: str, first: bool) -> str:
    inner = f"{names[-1]}: {value}"
    for name in reversed(names[:-1]):
        inner = f"{name}: {{{inner}}}"
    if first:
        at = holder.start_mark.index + 1
        return text[:at] + inner + (", " if holder.value else "") + text[at:]
    at = _end(holder.value[-1][1], text)
    return text[:at] + ", " + inner + text[at:]


def _without_flow(text: str, entry: Entry) -> str:
    """Take an entry out of `{...}` or `[...]`, with the comma that belongs to it."""
    items = entry.holder.value
    if entry.place + 1 < len(items):
        after = items[entry.place + 1]
        start = (after[0] if isinstance(after, tuple) else after).start_mark.index
        return text[: entry.key_start] + text[start:]
    if entry.place == 0:
        return text[: entry.key_start] + text[entry.end :]
    before = items[entry.place - 1]
    return text[: _end(before[1] if isinstance(before, tuple) else before, text)] + text[entry.end :]


def _end(node: Any, text: str) -> int:
    """Where a node ends: a block in the YAML sense goes on to the next entry, comments included."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(_end(part, text) for part in (last if isinstance(last, tuple) else (last,)))
    end = int(node.end_mark.index)
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    return end


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Where the line after the one of a place begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _flow(node: Any, text: str) -> str:
    """A node on one line, as it may stand inside of `{...}`."""
    if isinstance(node, yaml.MappingNode):
        return "{" + ", ".join(f"{_flow(key, text)}: {_flow(value, text)}" for key, value in node.value) + "}"
    if isinstance(node, yaml.SequenceNode):
        return "[" + ", ".join(_flow(item, text) for item in node.value) + "]"
    source = text[node.start_mark.index : _end(node, text)]
    if not node.style and not set(source) & set(",[]{}\n"):
        return source  # a number, date or word: as it is read, and as it was written
    return plain_scalar(node.value)

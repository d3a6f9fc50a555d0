"""A file as a tree in which every value knows its line and column; nothing in it can run or explode."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from sim.files.problems import Findings, Spot, fail
from sim.files.scalars import SWITCH_WORDS, Trap, read_bare
from sim.files.slots import MOST_VALUES, Form, Path
from sim.files.source_text import refused_character
from sim.files.suggestions import shown

DEEPEST = 40
LONGEST_KEY = 160
"""Characters; YAML reads a key of one line only up to 1,024 bytes, escapes included."""
ALIASES_SHOWN = 5

# libyaml is some ten times faster; both give the same events, positions included.
EVENT_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Unreadable:
    """Stands in the tree for a value that was already reported."""

    def __repr__(self) -> str:
        return "(unreadable)"


UNREADABLE = Unreadable()


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place; ``value`` is a scalar, a list of nodes, a dict of nodes by key, or UNREADABLE.

    ``empty`` marks a None that was not written out as ``null``: nothing stands there at all. ``partial`` marks a block
    of which some key was refused and left out, so that nothing can be said about what it lacks.
    """

    value: Any
    spot: Spot
    key_spot: Spot | None = None
    empty: bool = False
    partial: bool = False

    @property
    def name_spot(self) -> Spot:
        """Where the key of this value stands, or the value itself when it has none."""
        return self.key_spot or self.spot

    def under(self, key_spot: Spot) -> Node:
        """Return this value as the entry of a key at that place."""
        return replace(self, key_spot=key_spot)


def compose(
    text: str, file: str, findings: Findings, most: int = MOST_VALUES, form: Form[Any] | None = None, at: Path = ()
) -> Node | None:
    """Turn YAML text into a tree.

    Parameters
    ----------
    text : str
        The whole document.
    file : str
        Name of the file, for messages.
    findings : Findings
        Receives duplicate keys, tags, aliases and words read otherwise than they look.
    most : int
        Values that the document may hold.
    form : Form, optional
        What kind of file it is: where it offers the words on and off, these are words and no switches.
    at : tuple
        Where in such a file the document stands, for a single value.

    Returns
    -------
    Node or None
        None when the text holds no document.

    Raises
    ------
    ScenarioError
        When the text is not YAML, too deep, too large, or more than one document.
    """
    try:
        return _Composer(yaml.parse(text, Loader=EVENT_LOADER), file, findings, most, form).document(at)
    except yaml.MarkedYAMLError as error:
        words, from_start = _in_plain_words(error)
        raise fail(_spot_of_error(error, file, from_start), words) from None
    except yaml.YAMLError as error:
        raise fail(Spot(file, 1, 1), f"this is not YAML: {shown(str(error))}") from None


class _Composer:
    """Builds nodes from the parser's events, which come one by one, so that limits hold while reading."""

    def __init__(self, events: Iterator[Any], file: str, findings: Findings, most: int, form: Form[Any] | None) -> None:
        self._events = events
        self._form = form
        self._most = most
        self._file = file
        self._findings = findings
        self._count = 0
        self._aliases = 0

    def document(self, at: Path) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise fail(
                        self._spot(event), f"a second document starts here; allowed is one {self._findings.noun} a file"
                    )
                root = self._node(next(self._events), at, 0)
        return root

    def _spot(self, event: Any) -> Spot:
        return Spot(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, path: Path | None, depth: int) -> Node:
        spot = self._spot(event)
        self._count += 1
        if depth > DEEPEST:
            raise fail(spot, f"nested more than {DEEPEST} levels deep; a {self._findings.noun} needs fewer than ten")
        if self._count > self._most:
            advice = f"a {self._findings.noun} needs fewer"
            raise fail(spot, f"more than {self._most} values in one file; {advice}")
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, spot)
        node = self._content(event, spot, path, depth)
        if event.tag is None:
            return node
        self._findings.add(
            spot, f"a tag ({shown(event.tag)}); tags are not allowed: write the plain value, text in quotes"
        )
        return Node(UNREADABLE, spot)

    def _alias(self, event: Any, spot: Spot) -> Node:
        """Refuse an alias: nested ones can stand for billions of values. The first few are named."""
        self._aliases += 1
        if self._aliases <= ALIASES_SHOWN:
            advice = "write the value out, or share a whole scenario with `extends`"
            self._findings.add(spot, f"an alias (*{shown(event.anchor)[1:-1]}); aliases are not allowed: {advice}")
        return Node(UNREADABLE, spot)

    def _content(self, event: Any, spot: Spot, path: Path | None, depth: int) -> Node:
        if isinstance(event, yaml.MappingStartEvent):
            entries, partial = self._mapping(path, depth)
            return Node(entries, spot, partial=partial)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self._sequence(path, depth), spot)
        return Node(self._scalar(event, spot, path), spot, empty=not event.style and not event.value)

    def _scalar(self, event: Any, spot: Spot, path: Path | None) -> Any:
        if refused := refused_character(event.value):
            self._findings.add(spot, f"a text with {refused}; remove it")
            return UNREADABLE
        if event.style or event.tag is not None:
            return event.value
        value = read_bare(event.value)
        if not isinstance(value, Trap):
            return value
        if SWITCH_WORDS.fullmatch(event.value) and self._offers_switch_words(path):
            return event.value
        self._findings.add(spot, value.message)
        return UNREADABLE

    def _offers_switch_words(self, path: Path | None) -> bool:
        """Whether on and off are among the words of a place, so that whoever writes them bare means them."""
        if self._form is None or path is None:
            return False
        place = path[:-1] if path[-1:] == ("value",) else path
        holder = self._form.slot_at(place[:-1])
        slot = self._form.slot_at(place) or (holder.item if holder is not None else None)
        return slot is not None and "off" in slot.choices

    def _sequence(self, path: Path | None, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, _below(path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path | None, depth: int) -> tuple[dict[str, Node], bool]:
        """Return the entries of a block, and whether some were left out because their key was refused."""
        entries: dict[str, Node] = {}
        partial = False
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, key_spot = self._key(event, depth), self._spot(event)
            node = self._node(next(self._events), _below(path, key), depth + 1).under(key_spot)
            if key is None:
                partial = True
                continue
            if key in entries:
                first = entries[key].name_spot.line
                self._findings.add(key_spot, f"{shown(key)} is given twice (first on line {first}); keep one of them")
                continue
            entries[key] = node
        return entries, partial

    def _key(self, event: Any, depth: int) -> str | None:
        node = self._node(event, None, depth + 1)
        if node.value is UNREADABLE:
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._findings.add(node.spot, "a list or block as a key; a key is one word")
            return None
        if isinstance(node.value, bool):
            self._findings.add(node.spot, f"the key `{event.value}` is read by YAML as a switch; put it in quotes")
            return None
        if len(event.value) > LONGEST_KEY:
            self._findings.add(node.spot, f"a key of {len(event.value)} characters; allowed are at most {LONGEST_KEY}")
            return None
        return str(event.value)


def _below(path: Path | None, key: str | int | None) -> Path | None:
    """Where an entry of a block stands; None within a key, and below a key that was refused."""
    return None if path is None or key is None else (*path, key)


def _spot_of_error(error: yaml.MarkedYAMLError, file: str, from_start: bool) -> Spot:
    """Where the parser gave up, or for something unfinished where it starts."""
    marks = (error.context_mark, error.problem_mark)
    mark = next(filter(None, marks if from_start else reversed(marks)), None)
    return Spot(file, mark.line + 1, mark.column + 1) if mark else Spot(file, 1, 1)


_INDENTATION = "the indentation does not fit the lines above; entries of one block start in one column"
_COLON = "a colon too many, or an indentation that does not fit; put a text that contains ': ' in quotes"
_PLAIN_WORDS = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", "a line without a colon; write `key: value`"),
    ("did not find expected ':'", "a line without a colon; write `key: value`"),
    ("block end", _INDENTATION),
    ("did not find expected key", _INDENTATION),
    ("did not find expected '-'", _INDENTATION),
    ("nesting depth", f"nested more than {DEEPEST} levels deep; a scenario needs fewer than ten"),
    ("unexpected end of stream", "a quote that is never closed; add the closing quote"),
    ("',' or '}'", "an unfinished { ... }; separate the entries by commas and close it with }"),
    ("',' or ']'", "an unfinished [ ... ]; separate the items by commas and close it with ]"),
    ("cannot start any token", "a character that cannot start a value; put the text in quotes"),
    ("undefined alias", "an alias (*...) without an anchor; aliases are not allowed: write the value out"),
    ("unknown escape", "an unknown \\ escape in a double-quoted text; use single quotes, or write \\\\"),
)  # fmt: skip


_UNFINISHED = ("unexpected end of stream", "',' or '}'", "',' or ']'")


def _in_plain_words(error: yaml.MarkedYAMLError) -> tuple[str, bool]:
    """Return what is wrong, and whether it is something unfinished, best shown where it starts."""
    said = " ".join(part for part in (error.context, error.problem) if part)
    for phrase, words in _PLAIN_WORDS:
        if phrase in said:
            return words, phrase in _UNFINISHED
    return f"this is not YAML: {said[:120]}", False

"""A scenario as YAML again: text that a person can read and that reads back as the very same scenario."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from sim.files.lowered import dotted
from sim.files.scalars import DECIMAL, read_bare
from sim.files.slots import Path
from sim.files.source_text import printable
from sim.scenario.scenario import Scenario

INDENT = "  "
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9 _./()-]*")
_SHORT_FLOW = 100


def plain_tree(scenario: Scenario, *, defaults: bool = False) -> dict[str, Any]:
    """Return a scenario as nested plain values, with sources and distributions back at their numbers.

    Parameters
    ----------
    scenario : Scenario
    defaults : bool
        Whether to write out the fields on which the scenario was silent.
    """
    tree = _PlainTree(defaults, _quantities(scenario)).value(scenario, ())
    assert isinstance(tree, dict)
    return tree


def scenario_yaml(scenario: Scenario, *, defaults: bool = True) -> str:
    """Return the text of a scenario file that reads back equal.

    With `defaults` (the default) every field is written, so that a later version with other defaults still
    reads the same scenario.
    """
    return tree_yaml(plain_tree(scenario, defaults=defaults))


def tree_yaml(tree: Mapping[str, Any]) -> str:
    """Return nested plain values as the text of a scenario file."""
    return "\n".join(_lines(tree, 0)) + "\n"


def _quantities(scenario: Scenario) -> dict[str, dict[str, Any]]:
    written = {path: spread.as_mapping() for path, spread in scenario.distributions.items()}
    for path, provenance in scenario.provenance.items():
        written[path] = written.get(path, {}) | provenance.as_mapping()
    return written


@dataclass(frozen=True)
class _PlainTree:
    """The walk from a part of a scenario to plain values; `quantities` is what was said about numbers, by path."""

    defaults: bool
    quantities: Mapping[str, dict[str, Any]]

    def value(self, value: Any, path: Path) -> Any:
        if isinstance(value, BaseModel):
            value = self.fields(value)
        if isinstance(value, Mapping):
            return {key: self.value(child, (*path, key)) for key, child in value.items()}
        if isinstance(value, tuple | list):
            return [self.value(child, (*path, place)) for place, child in enumerate(value)]
        return self.leaf(value, path)

    def fields(self, part: BaseModel) -> dict[str, Any]:
        """What a part says: all of its fields, or those that were set, but never one that is None."""
        names = [name for name in type(part).model_fields if self.defaults or name in part.model_fields_set]
        return {name: child for name in names if (child := getattr(part, name)) is not None}

    def leaf(self, value: Any, path: Path) -> Any:
        plain = value.value if isinstance(value, Enum) else value
        about = self.quantities.get(dotted(path))
        if about is None:
            return plain
        return about if "distribution" in about else {"value": plain, **about}


def _lines(tree: Mapping[str, Any], depth: int) -> list[str]:
    return [line for key, value in tree.items() for line in _lines_of_entry(key, value, depth)]


def _lines_of_entry(key: str, value: Any, depth: int) -> list[str]:
    start = f"{INDENT * depth}{plain_scalar(key)}:"
    if isinstance(value, Mapping) and value and not _in_one_line(value):
        return [start, *_lines(value, depth + 1)]
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [start, *(f"{INDENT * (depth + 1)}- {_flow(item)}" for item in value)]
    return [f"{start} {_flow(value)}"]


def _in_one_line(block: Mapping[str, Any]) -> bool:
    """A number with its source, or a table of two short numbers, stands in one line."""
    if "value" in block or "distribution" in block:
        return True
    return all(isinstance(value, float) for value in block.values()) and len(block) == 2


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{plain_scalar(key)}: {_flow(child)}" for key, child in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(child) for child in value) + "]"
    return plain_scalar(value)


def plain_scalar(value: Any) -> str:
    """Return a single value as YAML that reads back as that value."""
    if value is None:
        return "null"
    if isinstance(value, Enum):
        return plain_scalar(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, int):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else _text(value)


def _decimal(value: float) -> str:
    text = repr(value)
    if DECIMAL.fullmatch(text):
        return text
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent}"


def _text(text: str) -> str:
    """Return a text bare where YAML reads it back as that text, else in double quotes."""
    return text if _reads_back_bare(text) else '"' + "".join(map(_escaped, text)) + '"'


def _reads_back_bare(text: str) -> bool:
    if not _SAFE.fullmatch(text) or text != text.strip() or len(text) >= _SHORT_FLOW:
        return False
    return read_bare(text) == text


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    if printable(letter) and letter not in "\x85\u2028\u2029\xa0":
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

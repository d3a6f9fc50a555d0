"""A scenario to start from: every field with its default, and beside it what it means and what it may be."""

from __future__ import annotations

import textwrap

from pydantic import BaseModel

from sim.files.scenario_writing import INDENT, plain_scalar
from sim.files.slots import Slot, slots
from sim.scenario.scenario import FORMAT, Scenario

WIDTH = 110
COLUMN = 30
EVEN = 0.5
SIDES = ("home", "away")
HEAD = """\
# {name}: a confrontation of two leaders.
#
# What is indented belongs to the line above it; a # starts a remark. Most numbers run from 0 to 1, and each
# may be left out: then it is what you see here. A number may also say where it comes from, or be uncertain:
#   ego: {{value: 0.7, source: "a biography", note: "never apologises", confidence: low}}
#   ego: {{distribution: normal, mean: 0.7, sd: 0.1}}
# Check the file with `climbdown check {name}.yaml`, run it with `climbdown run {name}.yaml`.
"""
EXTENDS = """\
# {name}: {base} with a few changes. Name here only what differs; `null` removes an entry.
extends: {base}
name: {scalar}
title: {title}
# leaders:
#   {side}:
#     ego: 0.9
"""

EXAMPLES = {
    "start": "2025-01-01", "title": '"A quarrel of two"', "office": '"Prime Minister"', "country": '"A country"',
    "date": "2020-01-01",
}  # fmt: skip
ENTRIES = {
    "leaders": SIDES, "advisers": ("hawk",), "envoys": ("veteran",), "precedents": ("earlier-visit",),
    "mediators": ("host",), "issues": ("tariffs",), "acceptability": SIDES, "weight": SIDES,
    "red_line": SIDES,
}  # fmt: skip
NONE_AT_FIRST = ("red_line",)
"""Tables by side that start at 0; others start with an even number for each."""
SILENT = ("climbdown", "name", "weights", "observed", "scheduled", "sources", "summary", "choice", "bias", "via")
"""Left out: calibration, answer keys and other things that a first file does not need."""

PURE_UNITS = ("share", "stance", "balance", "memory", "weight")
"""Units that say nothing beyond the meaning of the two ends."""


def skeleton(name: str) -> str:
    """Return a commented scenario file that passes ``climbdown check`` as it stands.

    Parameters
    ----------
    name : str
        A valid name, which the file will carry.
    """
    lines = [*HEAD.format(name=name).splitlines(), "", f"climbdown: {FORMAT}", f"name: {plain_scalar(name)}"]
    for key, slot in slots(Scenario).items():
        if key not in SILENT:
            lines += ["", *_entry(key, slot, 0, True)] if slot.part or slot.item else _entry(key, slot, 0, True)
    return "\n".join(lines) + "\n"


def extending_skeleton(name: str, base: str, side: str) -> str:
    """Return a file that changes nothing yet about a shipped scenario."""
    written = {key: plain_scalar(text) for key, text in (("scalar", name), ("base", base), ("side", side))}
    return EXTENDS.format(name=name, title=plain_scalar(f"{name}, a variant of {base}"), **written)


def _entry(key: str, slot: Slot, depth: int, explained: bool) -> list[str]:
    indent = INDENT * depth
    if nothing := _nothing(key, slot):  # as in most cases; the remark says what it would hold
        return _with_remark(f"{indent}{key}: {nothing}", slot.description, indent) if explained else []
    if slot.part is None and slot.item is None:
        line = f"{indent}{key}: {EXAMPLES.get(key) or _value(slot)}"
        return _with_remark(line, _meaning(slot), indent) if explained else [line]
    below = _below(key, slot, depth + 1, explained)
    return [*(_remark(slot.description, indent) if explained else []), f"{indent}{key}:", *below]


def _nothing(key: str, slot: Slot) -> str:
    """What stands where a block is absent unless the case has it, or nothing for what is written out."""
    if slot.part is not None:
        return "null" if slot.optional else ""
    return "{}" if slot.item is not None and key not in ENTRIES else ""


def _below(key: str, slot: Slot, depth: int, explained: bool) -> list[str]:
    if slot.part is not None:
        return _fields(slot.part, depth, explained)
    assert slot.item is not None, f"{key} is no block"
    return _roster(key, slot.item, depth, explained)


def _fields(part: type[BaseModel], depth: int, explained: bool) -> list[str]:
    return [
        line for key, slot in slots(part).items() if key not in SILENT for line in _entry(key, slot, depth, explained)
    ]


def _roster(key: str, item: Slot, depth: int, explained: bool) -> list[str]:
    """Write the example entries; what their fields mean is explained at the first of them only."""
    indent = INDENT * depth
    lines: list[str] = []
    for place, name in enumerate(ENTRIES[key]):
        if item.part is None:
            lines.append(f"{indent}{name}: {0 if key in NONE_AT_FIRST else EVEN}")
        else:
            title = name.replace("-", " ").capitalize()
            lines += [f"{indent}{name}:", f'{indent}{INDENT}name: "{title}"']
            lines += _fields(item.part, depth + 1, explained and place == 0)
    return lines


def _value(slot: Slot) -> str:
    return plain_scalar(slot.choices[0] if slot.required else slot.default)


def _meaning(slot: Slot) -> str:
    if slot.low is None or slot.high is None or not slot.at_low:
        return slot.description
    unit = "" if slot.unit in PURE_UNITS else f" ({slot.unit})"
    return f"{slot.description}{unit} {slot.low:g}: {slot.at_low}; {slot.high:g}: {slot.at_high}"


def _with_remark(line: str, remark: str, indent: str) -> list[str]:
    start = f"{line:<{COLUMN}}  # "
    return [start + remark] if len(start) + len(remark) <= WIDTH else [*_remark(remark, indent), line]


def _remark(words: str, indent: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")

"""What the type checker found, said in words: what is wrong, what is allowed, and what was probably meant."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from sim.files.format_changes import change_hint
from sim.files.lowered import Lowered, dotted
from sim.files.problems import Findings
from sim.files.slots import Kind, Path, Slot, slots
from sim.files.suggestions import did_you_mean, one_of, shown

NAME_RULE = "allowed: a lower-case letter, then up to 40 of a-z, 0-9, - and _"


def validated(lowered: Lowered, findings: Findings) -> BaseModel | None:
    """Return what the plain values make, as the form's declared type, or None with everything wrong noted."""
    part: type[BaseModel] = lowered.form.part
    try:
        return part.model_validate_json(json.dumps(lowered.tree))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _complain(detail, lowered, findings)
    return None


def _complain(detail: Any, lowered: Lowered, findings: Findings) -> None:
    path: Path = tuple(detail["loc"])
    about_key = bool(path) and path[-1] == "[key]"
    path = path[:-1] if about_key else path
    lowered.faulty.add(path)
    kind = detail["type"]
    if lowered.is_silenced(path) or _is_lacking_what_was_refused(kind, path, lowered):
        return
    if kind == "too_short" and _is_long_enough(path, detail["input"], lowered):
        return
    spot = lowered.spot(path, key=about_key or kind == "extra_forbidden")
    findings.add(spot, _bad_name(path, lowered) if about_key else _message(kind, path, detail, lowered))


def _is_lacking_what_was_refused(kind: str, path: Path, lowered: Lowered) -> bool:
    """Whether a block lacks something, but some key of it was refused, which may be the very one."""
    holder = {"missing": path[:-1], "too_short": path}.get(kind)
    return holder in lowered.nodes and lowered.nodes[holder].partial


def _is_long_enough(path: Path, given: Any, lowered: Lowered) -> bool:
    """Whether a list is found too short only because entries that were refused are not counted."""
    slot = lowered.form.slot_at(path)
    return slot is not None and hasattr(given, "__len__") and len(given) >= (slot.fewest or 0)


def _message(kind: str, path: Path, detail: Any, lowered: Lowered) -> str:
    if kind == "extra_forbidden":
        return _unknown_key(path, lowered)
    slot = lowered.form.slot_at(path)
    if slot is None:
        return f"{dotted(path)}: {detail['msg']}"
    return _message_at_slot(kind, path, detail["input"], slot, lowered)


def _message_at_slot(kind: str, path: Path, given: Any, slot: Slot, lowered: Lowered) -> str:
    if kind == "missing":
        return f"{dotted(path)} is missing; {_what(slot)}{_misspelt_entry(path, lowered)}"
    if kind in ("too_long", "too_short"):
        return _wrong_length(dotted(path), given, slot)
    if kind == "string_pattern_mismatch":
        return _bad_name(path, lowered, given)
    if kind in _NOT_AMONG_THE_ALLOWED or (kind == "enum" and isinstance(given, str)):
        return _not_allowed(path, given, slot)
    return _wrong_kind(path, given, slot, lowered)


_NOT_AMONG_THE_ALLOWED = ("greater_than_equal", "less_than_equal", "choice")
"""What the type checker finds when a value is of the right kind but too small, too large or none of those offered."""


def _not_allowed(path: Path, given: Any, slot: Slot) -> str:
    hint = did_you_mean(given, map(str, slot.choices)) if isinstance(given, str) else ""
    return f"{dotted(path)} is {shown(given)}; {slot.allowed}{hint}"


def _wrong_kind(path: Path, given: Any, slot: Slot, lowered: Lowered) -> str:
    where = dotted(path) or f"a {lowered.form.noun}"
    allowed = "" if slot.kind.value in slot.allowed else f"; {slot.allowed}"
    return f"{where} must be {slot.kind.value}, not {_described(given)}{allowed}{_advice(given, slot)}"


def _misspelt_entry(path: Path, lowered: Lowered) -> str:
    """Suggest the entry of an extended file that an unfinished new one beside it was meant to change."""
    if len(path) < 2 or path[:-1] not in lowered.nodes or not isinstance(path[-2], str):
        return ""
    own = lowered.nodes[path[:-1]].spot.file
    siblings = [
        str(known[-1])
        for known, node in lowered.nodes.items()
        if len(known) == len(path) - 1 and known[:-1] == path[:-2] and node.spot.file != own
    ]
    return did_you_mean(path[-2], siblings)


def _what(slot: Slot) -> str:
    return (
        slot.allowed
        if not slot.description
        else f"{slot.description.rstrip('.')} ({slot.allowed.removeprefix('allowed: ')})"
    )


def _described(given: Any) -> str:
    if isinstance(given, bool):
        return "a switch (" + ("true" if given else "false") + ")"
    if isinstance(given, str):
        return f"the text {shown(given)}"
    if given is None:
        return "empty"
    if isinstance(given, Mapping):
        return "a block"
    return "a list" if isinstance(given, list) else f"{shown(given)}"


def _advice(given: Any, slot: Slot) -> str:
    if slot.kind is Kind.text and not isinstance(given, list | Mapping):
        return "; put it in quotes"
    if slot.kind is Kind.scalar and slot.description:
        return f"; {slot.description}"
    if slot.kind is Kind.date:
        return "; write year-month-day, such as 2025-04-18"
    if slot.kind is Kind.number and isinstance(given, str):
        return _number_advice(given.strip()[:40], slot)
    return ""


_LIKE_A_NUMBER = re.compile(r"[-+]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)([eE][-+]?[0-9]+)?( ?%)?")


def _number_advice(text: str, slot: Slot) -> str:
    """Suggest the number that a text stands for, where the field takes that number."""
    if not _LIKE_A_NUMBER.fullmatch(text):
        return ""
    meant = f"{float(text.rstrip('% ').replace(',', '.')) * (0.01 if text.endswith('%') else 1.0):.6g}"
    low = -_LARGEST_SUGGESTED if slot.low is None else slot.low
    high = _LARGEST_SUGGESTED if slot.high is None else slot.high
    return f"; did you mean {meant}?" if low <= float(meant) <= high and _is_offered(float(meant), slot) else ""


_LARGEST_SUGGESTED = 1e9


def _is_offered(number: float, slot: Slot) -> bool:
    return not slot.choices or number in slot.choices


def sides_counted(count: int) -> str:
    """Say how many sides there are instead of two."""
    return f"leaders names {count} side{'' if count == 1 else 's'}; allowed: exactly two"


def _wrong_length(where: str, given: Any, slot: Slot) -> str:
    count = len(given) if hasattr(given, "__len__") else 0
    if where == "leaders":
        return sides_counted(count)
    return f"{where} has {count} entries; allowed: {slot.fewest or 0} to {slot.most}"


def _bad_name(path: Path, lowered: Lowered, given: Any = None) -> str:
    name = path[-1] if given is None else given
    holder = lowered.form.slot_at(path[:-1])
    if holder is not None and holder.names:
        hint = did_you_mean(str(name), holder.names)
        return f"unknown entry {shown(str(name))} in {_holder(path, lowered)}; allowed: {one_of(holder.names)}{hint}"
    return f"{shown(str(name))} cannot be a name in {_holder(path, lowered)}; {NAME_RULE}"


def _holder(path: Path, lowered: Lowered) -> str:
    return dotted(path[:-1]) or f"a {lowered.form.noun}"


def _unknown_key(path: Path, lowered: Lowered) -> str:
    parent = lowered.form.slot_at(path[:-1])
    holder = _holder(path, lowered)
    names = list(slots(parent.part)) if parent is not None and parent.part is not None else []
    key = str(path[-1])
    meant = change_hint(dotted(path)) or did_you_mean(key, names) or _elsewhere(key, parent)
    return f"unknown key {shown(key)} in {holder}; allowed: {one_of(names, 40)}{meant}"


def _elsewhere(key: str, parent: Slot | None) -> str:
    """Suggest the sub-block in which the key is at home."""
    if parent is None or parent.part is None:
        return ""
    for name, slot in slots(parent.part).items():
        if slot.part is not None and key in slots(slot.part):
            return f"; did you mean '{name}.{key}'?"
    return ""

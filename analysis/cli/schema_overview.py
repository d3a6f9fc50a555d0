"""What may stand in a scenario file, for a person: the blocks at a glance, and one block or field in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from analysis.cli.errors import UserError
from analysis.documents.document import Block, Commands, Note, Prose, Table
from sim.files.scenario_slots import root
from sim.files.slots import Kind, Slot, slots
from sim.files.suggestions import did_you_mean, one_of

ANY = "*"
"""Stands on a path for whatever name an entry has."""

NAMES_SHOWN = 5
"""Fields of a block that are named in the overview."""


def overview() -> Iterator[Block]:
    """Yield the fields at the top of a scenario, and how to see more of them."""
    yield Prose(("A scenario is a YAML file of these fields; * needs a value, all others have a default.",))
    rows = tuple((f"  {_marked(name, slot)}", _in_brief(slot)) for name, slot in _fields(root()).items())
    yield Table(("field", "what it is"), rows, layout=(-18, 0))
    yield Note("More of a field, of a block, and all of it for an editor:")
    yield Commands(
        ("climbdown schema leaders.us", "climbdown schema leaders.us.ego", "climbdown schema --out .   # or --json")
    )


def place(path: str) -> tuple[str, Slot]:
    """Return the path as a schema has it, with a star for the name of an entry, and what may stand there.

    Parameters
    ----------
    path : str
        As for ``--set``; names of entries may be left out, or be any name.

    Raises
    ------
    UserError
        When nothing may stand there; says from where on, and what would.
    """
    walked: list[str] = []
    slot: Slot = root()
    for key in filter(None, path.split(".")):
        if slot.kind is Kind.roster and slot.item is not None:
            walked, slot = [*walked, ANY], slot.item
            if key == ANY or key not in _fields(slot):
                continue
        known = _fields(slot)
        if key not in known:
            where = ".".join(walked) or "a scenario"
            raise UserError(f"{path}: no {key!r} in {where}; allowed: {one_of(known, 40)}{did_you_mean(key, known)}")
        walked, slot = [*walked, key], known[key]
    return ".".join(walked), slot


def described(path: str, slot: Slot) -> Iterator[Block]:
    """Yield a field in full: what it means, what it takes, and what is in it."""
    yield Prose((f"{path}: {slot.description}" if slot.description else path,))
    inner = slot.item if slot.kind in (Kind.roster, Kind.series) and slot.item is not None else slot
    yield Table((), tuple(_facts(slot, is_entry=path.endswith(ANY))), layout=(-12, 0))
    if _fields(inner):
        rows = tuple(
            (f"  {_marked(name, field)}", _takes(field), _meaning(field)) for name, field in _fields(inner).items()
        )
        yield Table(("field", "takes", "meaning"), rows, layout=(-21, -20, 0))
    if slot.takes_source:
        yield Note("Also {value, source, note, confidence}" + (", or a distribution." if slot.spreadable else "."))


def plain(path: str, slot: Slot) -> dict[str, Any]:
    """Return a field for a program: what it takes, and by name what is in it."""
    inner = slot.item if slot.item is not None else slot
    about = {
        "path": path, "kind": str(slot.kind), "description": slot.description, "required": slot.required,
        "low": slot.low, "high": slot.high, "at_low": slot.at_low, "at_high": slot.at_high, "unit": slot.unit,
        "choices": list(slot.choices), "default": _default(slot) or None,
    }  # fmt: skip
    return {**about, "fields": {name: plain(f"{path}.{name}", field) for name, field in _fields(inner).items()}}


def _fields(slot: Slot) -> dict[str, Slot]:
    return dict(slots(slot.part)) if slot.part is not None else {}


def _marked(name: str, slot: Slot) -> str:
    return f"{name} *" if slot.required else name


def _in_brief(slot: Slot) -> str:
    """What a field at the top is, and what is in it."""
    inner = list(_fields(slot.item if slot.item is not None else slot))
    rest = len(inner) - NAMES_SHOWN
    names = [*inner[:NAMES_SHOWN], *([f"{rest} more"] if rest > 0 else [])]
    return " ".join(filter(None, [slot.description, f"Holds {', '.join(names)}." if inner else ""]))


def _facts(slot: Slot, is_entry: bool) -> Iterator[tuple[str, str]]:
    """What a field takes, line by line; an entry under a name of its own has no default."""
    yield "  takes", _kind(slot)
    if slot.low is not None and slot.at_low:
        yield f"  {slot.low:g}", slot.at_low
        yield f"  {slot.high:g}", slot.at_high
    if slot.unit:
        yield "  unit", slot.unit
    if slot.required and not is_entry:
        yield "  default", "none: it must be given"
    elif _default(slot):
        yield "  default", _default(slot)


def _kind(slot: Slot) -> str:
    """The kind of value with its range or its words."""
    if slot.choices:
        return "one of " + ", ".join(str(choice) for choice in slot.choices)
    if slot.low is not None and slot.high is not None:
        return f"{slot.kind.value}, {slot.low:g} to {slot.high:g}"
    return f"{slot.kind.value}, {slot.within}" if slot.within else slot.kind.value


def _takes(slot: Slot) -> str:
    """What a field takes, in few characters."""
    if slot.choices:
        return "a word" if slot.kind in (Kind.word, Kind.text) else "a number"
    if slot.low is None or slot.high is None:
        return {Kind.part: "a block", Kind.roster: "named entries", Kind.switch: "true or false"}.get(
            slot.kind, slot.kind.value
        )
    return f"{slot.low:g} to {slot.high:g} {slot.unit}".strip()


def _meaning(slot: Slot) -> str:
    """What a field means, at both ends, and its default."""
    ends = (
        f"{slot.low:g}: {slot.at_low}; {slot.high:g}: {slot.at_high}." if slot.low is not None and slot.at_low else ""
    )
    default = f"Default {_default(slot)}." if _default(slot) else ""
    return " ".join(filter(None, [slot.description, ends, default]))


def _default(slot: Slot) -> str:
    """The default of a single value as it would be written; empty for blocks, lists and what has none."""
    if slot.required or slot.default is None or slot.kind in (Kind.part, Kind.roster, Kind.series):
        return ""
    if isinstance(slot.default, bool):
        return str(slot.default).lower()
    return f"{slot.default:g}" if isinstance(slot.default, int | float) else str(slot.default)

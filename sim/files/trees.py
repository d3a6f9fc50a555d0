"""Looking into plain values that may be half right: blocks, values and dates at a path, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.files.slots import Form, Path


class Fault(NamedTuple):
    """Something that does not fit: where, what, and whether the key rather than the value is at fault."""

    path: Path
    message: str
    key: bool = False


def value_at(form: Form[Any], tree: Any, path: Path) -> Any:
    """Return the value at a path, the default where a file of this form is silent, or None."""
    for step, key in enumerate(path):
        in_list = isinstance(tree, list) and isinstance(key, int) and key < len(tree)
        if in_list or (isinstance(tree, Mapping) and key in tree):
            tree = tree[key]
        elif isinstance(tree, Mapping):
            return _default(form, path, step)
        else:
            return None
    return tree


def _default(form: Form[Any], path: Path, step: int) -> Any:
    """Return the default of the innermost field; a default block holds the defaults of its fields."""
    slot = form.slot_at(path)
    above = [form.slot_at(path[:length]) for length in range(step + 1, len(path) + 1)]
    if slot is None or any(part is None or part.required for part in above):
        return None
    return slot.default


def block(form: Form[Any], tree: Any, *path: str | int) -> Mapping[str, Any]:
    """Return the block at a path, or an empty one when there is none (or something else)."""
    value = value_at(form, tree, path)
    return value if isinstance(value, Mapping) else {}


def calendar_date(value: Any) -> dt.date | None:
    """Return an ISO date in a plain tree as a date, or None."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None

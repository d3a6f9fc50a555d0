"""What an act says, read with care: every particular is of its kind and in its range, or the act is refused."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from analysis.classroom.session.facts import Refused

MALFORMED = 422
"""Status of an act that says what it may not."""

What = Mapping[str, Any]


def refuse(name: str, allowed: str) -> Refused:
    """Return the refusal of a particular that is not what it may be; the browser's page never sends one."""
    return Refused(MALFORMED, "refused.particular", name=name, allowed=allowed)


def only(what: What, *names: str) -> None:
    """Refuse particulars that the act does not have."""
    for name in what:
        if name not in names:
            raise refuse(str(name)[:40], ", ".join(names) or "-")


def truth(what: What, name: str) -> bool:
    """Return a yes or no."""
    value = what.get(name)
    if not isinstance(value, bool):
        raise refuse(name, "true, false")
    return value


def whole(what: What, name: str, low: int, high: int) -> int:
    """Return a whole number of a range, both ends included."""
    return _whole(what.get(name), name, low, high)


def _whole(value: object, name: str, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise refuse(name, f"{low} .. {high}")
    return value


def number(what: What, name: str, low: float, high: float) -> float:
    """Return a number of a range, both ends included; neither infinite nor not a number."""
    value = what.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not _inside(value, low, high):
        raise refuse(name, f"{low:g} .. {high:g}")
    return float(value)


def _inside(value: float, low: float, high: float) -> bool:
    return low <= value <= high and math.isfinite(value)


def word(what: What, name: str, allowed: Collection[str], default: str | None = None) -> str:
    """Return one of the allowed words."""
    value = what.get(name, default)
    if not isinstance(value, str) or value not in allowed:
        raise refuse(name, ", ".join(allowed))
    return value


def text(what: What, name: str, longest: int) -> str:
    """Return a text of at least one letter, on one line, without what no keyboard types."""
    value = what.get(name)
    if not isinstance(value, str) or len(value) > longest:
        raise refuse(name, f"1 .. {longest}")
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
    if not plain:
        raise refuse(name, f"1 .. {longest}")
    return plain


def counts(what: What, name: str, length: int, most: int) -> list[int]:
    """Return a list of so many whole numbers, from 0 on."""
    value = what.get(name)
    if not isinstance(value, list) or len(value) != length:
        raise refuse(name, f"{length} x 0 .. {most}")
    return [_whole(one, name, 0, most) for one in value]

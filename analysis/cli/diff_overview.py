"""Two scenarios that differ in much: the frame, the numbers furthest apart, who is only in one, how much is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.documents.document import Block, Prose, Table

ABSENT = "(absent)"

MOST = 10
"""Numbers that are shown: those furthest apart."""

CELL = 20
"""Columns of a value."""

LONG = 50
"""Letters of both values together from which on they are texts for readers."""

NAMES_SHOWN = 8
"""Entries that only one scenario has and that are named, by block."""

ROSTERS = ("advisers", "envoys", "precedents", "mediators", "issues", "sources")
"""Blocks whose keys are names of entries."""


class Difference(NamedTuple):
    """A path at which two scenarios differ, and what each has there, as text."""

    path: str
    first: str
    second: str


def overview(found: Sequence[Difference], names: tuple[str, str]) -> Iterator[Block]:
    """Yield what a person wants of many differences first.

    Parameters
    ----------
    found : sequence of Difference
        All of them.
    names : tuple of str
        What the two scenarios are called.
    """
    one_sided = [difference for difference in found if ABSENT in difference[1:]]
    both = [difference for difference in found if ABSENT not in difference[1:]]
    yield Prose((f"{names[0]} and {names[1]} differ in {len(found):,} fields. {_counts(both, one_sided, names)}",))
    yield _table("In the frame", list(filter(_is_frame, both)), names)
    yield _table("Numbers furthest apart, of their range", _furthest(both), names)
    for place, name in enumerate(names):
        yield from _only(one_sided, place, name)
    yield _blocks(found)


def _is_frame(found: Difference) -> bool:
    """Whether it is a short field at the top, such as the start."""
    return "." not in found.path and found.path != "name" and len(found.first) + len(found.second) < LONG


def _counts(both: Sequence[Difference], one_sided: Sequence[Difference], names: tuple[str, str]) -> str:
    only = Counter(names[difference.first == ABSENT] for difference in one_sided)
    parts = [f"{len(both):,} that both have", *(f"{count:,} that only {name} has" for name, count in only.items())]
    return f"{', '.join(parts)}."


def _table(heading: str, found: Sequence[Difference], names: tuple[str, str]) -> Table:
    rows = tuple((f"  {d.path}", _cell(d.first), _cell(d.second)) for d in found)
    return Table((heading, *names), rows, layout=(-40, CELL, CELL), empty="No number differs that both have.")


def _cell(text: str) -> str:
    """A value in few characters: numbers to four digits that count, a long text cut."""
    short = re.sub(r"\d+\.\d{3,}", lambda found: f"{float(found[0]):.4g}", in_words(text))
    return short if len(short) < CELL else f"{short[: CELL - 3]}.."


def in_words(text: str) -> str:
    """Return a value as a person says it: a distribution by its middle or its ends, and its name."""
    kind, _, rest = text.removeprefix("distribution ").partition(" ")
    if not text.startswith("distribution "):
        return text.removesuffix(".0") if text.removesuffix(".0").lstrip("-").isdecimal() else text
    words = rest.split()
    said = dict(zip(words[::2], words[1::2], strict=False))
    middle = said.get("mean") or said.get("mode")
    if middle is None:
        return f"{said.get('low', '?')} to {said.get('high', '?')}" if "low" in said else kind
    return f"{middle} (sd {said['sd']})" if "sd" in said else f"{middle} ({kind})"


def _furthest(both: Sequence[Difference]) -> list[Difference]:
    """Numbers that differ most as a part of what they may be, the most distant first."""
    apart = [(_distance(difference), difference) for difference in both]
    ranked = sorted((entry for entry in apart if entry[0] > 0), key=lambda entry: -entry[0])
    return [difference for _, difference in ranked[:MOST]]


def _distance(found: Difference) -> float:
    from sim.files.scenario_slots import slot_at

    slot = slot_at(tuple(found.path.split(".")))
    middles = [_middle(text) for text in (found.first, found.second)]
    if slot is None or slot.low is None or None in middles:
        return 0.0
    low, high = slot.range
    first, second = (middle for middle in middles if middle is not None)
    return abs(first - second) / (high - low) if high > low else 0.0


def _middle(text: str) -> float | None:
    """The number in a text, or the middle of its distribution where that is told."""
    try:
        return float(in_words(text).partition(" (")[0])
    except ValueError:
        return None


def _only(one_sided: Sequence[Difference], place: int, name: str) -> Iterator[Table]:
    """Yield which entries of rosters only one of the two has; nothing where it has none of its own."""
    entries: dict[str, dict[str, None]] = {}
    for difference in one_sided:
        roster, entry = _entry(difference.path)
        if difference[1 + place] != ABSENT and roster:
            entries.setdefault(roster, {})[entry] = None
    if entries:
        rows = tuple((f"  {roster}", _listed(list(found))) for roster, found in entries.items())
        yield Table((f"Only in {name}", "entries"), rows, layout=(-30, 0))


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - NAMES_SHOWN
    return ", ".join([*names[:NAMES_SHOWN], *([f"{rest} more"] if rest > 0 else [])])


def _entry(path: str) -> tuple[str, str]:
    """The innermost roster on a path and the entry's name; two empty texts where there is none."""
    keys = path.split(".")
    places = [place for place, key in enumerate(keys[:-1]) if key in ROSTERS]
    return (".".join(keys[: places[0] + 1]), keys[places[0] + 1]) if places else ("", "")


def _blocks(found: Sequence[Difference]) -> Prose:
    """How many fields differ in each block; those of leaders by side."""
    counts = Counter(".".join(d.path.split(".")[: 2 if d.path.startswith("leaders.") else 1]) for d in found)
    named = ", ".join(f"{block} {count}" for block, count in counts.items() if count > 1)
    return Prose((f"Fields by block: {named}.",))

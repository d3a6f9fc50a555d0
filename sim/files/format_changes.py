"""What changed between formats: one row for each change of scenario files, and one for each name in tables and records.

Everything that knows of an older format reads it here: the message about an old file, its conversion, the hint at a key
or path that has moved, the readers of old records and studies, and the table in ``CHANGELOG.md``. Whoever renames,
removes or redefines something adds a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from sim.scenario.scenario import FORMAT

OLD = 1
"""The only earlier format."""


class Sort(StrEnum):
    """What became of a key."""

    moved = "moved"
    """It stands elsewhere or is called otherwise; its value is kept."""
    removed = "removed"
    """It is gone."""
    meaning = "meaning"
    """It means something else; its value is kept."""
    default = "default"
    """Another value holds where a file is silent."""
    added = "added"
    """It is new; a file of format 1 cannot have it."""


class Change(NamedTuple):
    """One change of scenario files from format 1 to format 2.

    Attributes
    ----------
    sort : Sort
        What became of the key.
    path : str
        Where it stands, as for ``--set``; ``*`` stands for any id. That of format 1, or of format 2 for a new key.
    why : str
        What a user should know, as the end of a sentence.
    new : str
        For a key that moved: its path in format 2, with as many ``*`` as the old one.
    """

    sort: Sort
    path: str
    why: str
    new: str = ""


FILE_CHANGES: tuple[Change, ...] = (
    Change(
        Sort.moved,
        "summit.agreed_for",
        "what is so on the first day stands in one block",
        "at_start.meeting_on",
    ),
    Change(
        Sort.moved,
        "mediators.*.record",
        "a record is what a run leaves; this is the memory of talks hosted before",
        "mediators.*.hosting_memory",
    ),
    Change(
        Sort.meaning,
        "clock.rate_per_week",
        "it is how often a leader considers what to do; how much is then done is the tempo's matter (`clock.tempo`)",
    ),
    Change(
        Sort.meaning,
        "observed.outcome",
        "it is where things stand at the horizon: `blow_up` only where the last word between the leaders was a break "
        "and nothing holds, `no_deal` where nothing is agreed and nothing is broken off",
    ),
    Change(Sort.default, "weights.*", "the calibration is another; `docs/odd.md` lists every weight"),
    Change(Sort.added, "words", "what the case calls things and acts"),
    Change(Sort.added, "actions", "acts that neither side may do"),
    Change(Sort.added, "at_start.contact", "the last contact of the leaders before the start"),
    Change(Sort.added, "at_start.truce", "a truce in force on the first day, with its term"),
    Change(Sort.added, "mediators.*.failed_on", "when talks under this third party failed before the start"),
    Change(Sort.added, "clock.tempo", "acts a week at most, whatever the decision clock"),
    Change(Sort.added, "bargaining.exponent", "how fast a part of an issue loses worth; 1 was the rule of format 1"),
    Change(Sort.added, "issues.*.red_line.*", "the part of an issue without which a side signs nothing"),
    Change(Sort.added, "weights.*", "the loadings of the decision rules, and the sizes of the new mechanisms"),
)
"""Every change of scenario files, in the order in which they are told."""


class Renaming(NamedTuple):
    """One name of format 1 in a table or in a record.

    Attributes
    ----------
    table : str
        ``rows`` (of ensembles and studies), ``outcome``, ``steps``, ``events`` or ``decisions``.
    old, new : str
        The name before and now: of a column, or of a measure in ``outcome.csv``.
    why : str
        What a user should know.
    """

    table: str
    old: str
    new: str
    why: str


RENAMINGS: tuple[Renaming, ...] = (
    *(
        Renaming("rows", f"first_{what}_by", f"first_{what}_asked_by", "as the outcome of a run calls it")
        for what in ("contact", "voice", "in_person")
    ),
    Renaming("rows", "design_index", "row", "as `climbdown rerun --row` and the table of an ensemble call it"),
    Renaming("outcome", "outcome_class", "outcome", "as every other table calls it"),
    Renaming("rows", "ever_blow_up", "", "now ever_rupture, ever_breach and ever_withdrawal; old tables keep it"),
    Renaming("outcome", "ever.blow_up", "", "the same; old records are read anew from their events"),
)
"""Every column and measure that has another name since format 2, or (``new`` empty) is not made any more."""


def new_names(table: str) -> Mapping[str, str]:
    """Return what names of format 1 in a table are now; a name that is not among them has stayed."""
    return {row.old: row.new for row in RENAMINGS if row.table == table and row.new}


def matches(pattern: str, path: str) -> list[str] | None:
    """Return what the ``*`` of a pattern stand for when it fits a path, or None when it does not.

    Examples
    --------
    >>> matches("mediators.*.record", "mediators.oslo.record")
    ['oslo']
    """
    parts, keys = pattern.split("."), path.split(".")
    if len(parts) != len(keys) or any(part not in ("*", key) for part, key in zip(parts, keys, strict=True)):
        return None
    return [key for part, key in zip(parts, keys, strict=True) if part == "*"]


def filled(pattern: str, ids: list[str]) -> str:
    """Return a pattern with its ``*`` replaced, in order.

    Examples
    --------
    >>> filled("mediators.*.hosting_memory", ["oslo"])
    'mediators.oslo.hosting_memory'
    """
    given = iter(ids)
    return ".".join(next(given) if part == "*" else part for part in pattern.split("."))


def fate(path: str, changes: tuple[Change, ...] | None = None) -> tuple[Change, str] | None:
    """Return what became of a path of format 1 that is not one of format 2: the change, and its new path or nothing.

    None for a path of which nothing is known to have become anything.
    """
    for change in FILE_CHANGES if changes is None else changes:
        ids = matches(change.path, path)
        if ids is not None and change.sort in (Sort.moved, Sort.removed):
            return change, filled(change.new, ids) if change.new else ""
    return None


def renewed_path(path: str) -> str:
    """Return what a path of format 1 is in format 2: itself, where nothing is known of it or it is gone."""
    found = fate(path)
    return found[1] if found is not None and found[1] else path


def change_hint(path: str) -> str:
    """Return what to say of an unknown key that format 1 had, or nothing: ``; since format 2 it is ...``."""
    found = fate(path)
    if found is None:
        return ""
    change, new = found
    return f"; since format {FORMAT} it is '{new}'" if new else f"; it is gone since format {FORMAT}: {change.why}"


def told(change: Change, path: str, new: str) -> str:
    """Return a change as it concerns a file of format 1, in a sentence about the path that the file has."""
    return {
        Sort.moved: f"{path} is {new} in format {FORMAT}: {change.why}",
        Sort.removed: f"{path} is gone in format {FORMAT}: {change.why}",
        Sort.meaning: f"{path} means something else in format {FORMAT}: {change.why}",
        Sort.default: f"{path} is not set here, and its default is another in format {FORMAT}: {change.why}",
        Sort.added: f"{path} is new in format {FORMAT}: {change.why}",
    }[change.sort]


def changes_table() -> str:
    """Return all changes as the Markdown table that ``CHANGELOG.md`` has."""
    return "\n".join(["| where | format 1 | format 2 | |", "|---|---|---|---|", *_table_rows()])


def _table_rows() -> Iterator[str]:
    for change in FILE_CHANGES:
        old = "" if change.sort is Sort.added else f"`{change.path}`"
        new = {Sort.moved: f"`{change.new}`", Sort.removed: "", Sort.added: f"`{change.path}`"}
        yield f"| file | {old} | {new.get(change.sort, f'another {change.sort}')} | {change.why} |"
    for row in RENAMINGS:
        now = f"`{row.new}`" if row.new else ""
        yield f"| {row.table} | `{row.old}` | {now} | {row.why} |"

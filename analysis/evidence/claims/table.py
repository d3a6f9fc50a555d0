"""The table of claims: what is claimed, how the model has it, and what it must do to an outcome to count as working."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

import yaml

Of = TypeVar("Of")

SIGNS = {"+": 1, "-": -1, "±": 0}
"""Which way an effect goes from low to high; 0 where its meaning does not say."""


class Effect(NamedTuple):
    """What was declared of a mechanism's effect before it was measured.

    Attributes
    ----------
    outcome : str
        By what it is measured; one of :data:`analysis.evidence.claims.looked_at.LOOKED_AT`.
    sign : int
        1 when the outcome should rise from low to high, -1 when it should fall, 0 when the meaning does not say.
    least : float
        The smallest effect worth having, in the unit of the outcome; above 0.
    low, high : mapping
        Changes of a scenario, path to value, with ``*`` for any id; an empty one leaves the case as it is.
    both : mapping
        Changes made in either setting.
    cases : list of str
        Shipped cases in which it is measured, at least two.
    why : str
        Why this outcome and this sign.
    """

    outcome: str
    sign: int
    least: float
    low: Mapping[str, Any]
    high: Mapping[str, Any]
    both: Mapping[str, Any]
    cases: list[str]
    why: str


class Switch(NamedTuple):
    """What takes a mechanism away, in any case.

    Attributes
    ----------
    row : int
        Its row of the table.
    name : str
        The mechanism in a few words, with words of the case in braces.
    off : mapping
        Changes of a scenario, path to value, as :mod:`analysis.evidence.claims.switching_off` reads them.
    needs : list of str
        Paths all of which must lead to something for there to be something to switch off.
    absent : str
        What is so in a case where nothing can be switched off, with words of the case in braces.
    """

    row: int
    name: str
    off: Mapping[str, Any]
    needs: list[str]
    absent: str


class Claim(NamedTuple):
    """One row: what is claimed, how the model has it, what sets it, where it is seen, and what it must do.

    ``effect`` and ``switch`` are None for rows that are no mechanism (``kind`` other than ``M``).
    """

    row: int
    kind: str
    paragraphs: str
    claim: str
    mechanism: str
    rules: list[str]
    fields: list[str]
    seen: str
    effect: Effect | None = None
    switch: Switch | None = None

    @property
    def stem(self) -> str:
        """How the names of its tests begin."""
        return f"test_claim_{self.row:02d}_"


def claims() -> list[Claim]:
    """All rows in order."""
    text = files("analysis.evidence.claims").joinpath("claims.yaml").read_text(encoding="utf-8")
    return [_claim(entry) for entry in yaml.safe_load(text)]


def mechanisms() -> dict[int, Effect]:
    """The declared effect of every row that is a mechanism, by the number of its row."""
    return {claim.row: claim.effect for claim in claims() if claim.effect is not None}


def switches() -> dict[int, Switch]:
    """What takes each mechanism away, by the number of its row."""
    return {claim.row: claim.switch for claim in claims() if claim.switch is not None}


class RowError(ValueError):
    """A row that is no mechanism of the table; says which are."""


def of_rows(known: Mapping[int, Of], rows: Sequence[int] | None = None) -> dict[int, Of]:
    """What is known of some mechanisms, or of all, in the order of the table.

    Parameters
    ----------
    known : mapping of int to object
        By row: :func:`mechanisms`, or :func:`switches`.
    rows : sequence of int, optional
        Which rows; all by default.

    Raises
    ------
    RowError
        When a row is no mechanism.
    """
    unknown = [row for row in rows or () if row not in known]
    if unknown:
        raise RowError(f"row {unknown[0]} is no mechanism of the claims table; those are {', '.join(map(str, known))}")
    return {row: of for row, of in known.items() if rows is None or row in rows}


def _claim(entry: dict[str, Any]) -> Claim:
    declared = entry.pop("effect", None)
    switch = _switch(entry) if "switched_off" in entry else None
    return Claim(**entry, effect=None if declared is None else _effect(declared), switch=switch)


def _switch(entry: dict[str, Any]) -> Switch:
    """Take out of an entry what belongs to the switch."""
    name, off, absent = (entry.pop(key) for key in ("name", "switched_off", "absent"))
    return Switch(entry["row"], name, off, entry.pop("needs", []), absent)


def _effect(declared: dict[str, Any]) -> Effect:
    return Effect(**{"both": {}, **declared, "sign": SIGNS[declared["sign"]]})

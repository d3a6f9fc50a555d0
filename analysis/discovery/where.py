"""Which runs a question is about: a condition such as ``outcome == 'no_contact' and trough_us > 0.1``.

The condition is read, checked piece by piece and applied to whole columns; nothing in it is ever executed.
"""

from __future__ import annotations

import difflib
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.condition import (
    ALLOWED,
    Among,
    Column,
    Comparison,
    Condition,
    Joined,
    Not,
    Value,
    WhereError,
    parse,
)

Mask = NDArray[np.bool_]
NAMED = 8
"""Words of a column that a message names."""

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_KINDS = {"yes": "yes or no", "number": "numbers", "word": "words"}


def matches(table: pd.DataFrame, condition: str) -> Mask:
    """Which rows satisfy a condition.

    Parameters
    ----------
    table : pandas.DataFrame
        Its columns may be named in the condition as they are (``leaders.us.ego``), those whose names are no plain
        words in backticks, a backtick inside doubled.
    condition : str
        Comparisons joined by ``and``, ``or``, ``not``; ``column == none`` asks for blanks. A blank satisfies no other
        comparison. At most 2,000 characters.

    Raises
    ------
    WhereError
        When the condition is not of that form, compares words with numbers or with yes and no, or when it tells no
        rows apart and asks for a word that its column never says.
    """
    reader = _Reader(table)
    found = reader.truth(parse(condition))
    if reader.unsaid and len(found) and found.all() == found.any():
        raise WhereError(f"{'every' if found.all() else 'no'} run is a case: {reader.unsaid[0]}")
    return found


class _Reader:
    """Applies a condition to one table, noting the words that no row of their column says."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self.unsaid: list[str] = []

    def truth(self, condition: Condition) -> Mask:
        """Rows for which a whole condition, or a part of it, holds."""
        if isinstance(condition, Joined):
            joined = np.logical_and if condition.everything else np.logical_or
            return np.asarray(joined.reduce([self.truth(part) for part in condition.parts]), dtype=bool)
        if isinstance(condition, Not):
            return ~self.truth(condition.part)
        return self._compare(condition) if isinstance(condition, Comparison) else self._flag(condition)

    def _compare(self, asked: Comparison) -> Mask:
        sign, left, right = asked
        if isinstance(right, Among):
            return self._among(left, right, sign == "not in")
        if not isinstance(left, Column) and not isinstance(right, Column):
            raise _refuse(left.part, "compares no column")
        for column, blank in ((left, right), (right, left)):
            if isinstance(column, Column) and blank == Value(None, blank.part):
                return self._blank(sign, self._column(column), left.part)
        if sign not in _COMPARE:
            raise _refuse(left.part, "uses 'is'; write ==")
        self._check(left, right)
        return self._answers(sign, left, right)

    def _answers(self, sign: str, left: Column | Value, right: Column | Value) -> Mask:
        one, other = (self._column(side) if isinstance(side, Column) else side.value for side in (left, right))
        try:
            answer = _COMPARE[sign](one, other)
        except TypeError:
            raise _refuse(left.part, "compares words with numbers") from None
        known = np.ones(len(self.table), dtype=bool)
        for side in (one, other):
            if isinstance(side, pd.Series):
                known &= side.notna().to_numpy()
        return np.asarray(known & answer.fillna(False).to_numpy(dtype=bool), dtype=bool)

    def _check(self, left: Column | Value, right: Column | Value) -> None:
        """Refuse a comparison of different kinds of things, and note a word that is not there."""
        kinds = [self._kind(side) for side in (left, right)]
        if None in kinds:
            return
        if kinds.count("word") == 1:
            raise self._mixture(left, right, " with ".join(_KINDS[str(kind)] for kind in kinds))
        for column, word in ((left, right), (right, left)):
            if isinstance(column, Column) and isinstance(word, Value):
                self._note(column, word.value)

    def _mixture(self, left: Column | Value, right: Column | Value, kinds: str) -> WhereError:
        about = self._says(left if isinstance(left, Column) else right)
        return _refuse(left.part, f"compares words with numbers or yes and no ({kinds}); {about}")

    def _kind(self, side: Column | Value) -> str | None:
        """``yes``, ``number`` or ``word``; None for a column that holds nothing or a mixture."""
        values = self._column(side).dropna() if isinstance(side, Column) else pd.Series([side.value])
        if pd.api.types.is_bool_dtype(values) and len(values):
            return "yes"
        if pd.api.types.is_numeric_dtype(values):
            return "number"
        return "word" if len(values) and all(isinstance(value, str) for value in values.unique()) else None

    def _says(self, column: Column | Value) -> str:
        """What a column holds, with an example of how to ask for it."""
        kind = self._kind(column)
        if kind == "word":
            return f"{column.part} holds {self._words(self._column(column))}"
        return f"write {column.part} == true" if kind == "yes" else f"{column.part} holds numbers"

    def _words(self, values: pd.Series) -> str:
        words = sorted(map(str, values.dropna().unique()))
        more = f" and {len(words) - NAMED} more" if len(words) > NAMED else ""
        return ", ".join(f"'{word}'" for word in words[:NAMED]) + more

    def _note(self, column: Column, asked: object) -> None:
        said = self._column(column)
        if isinstance(asked, str) and not said.eq(asked).any():
            there = self._words(said) or "only blanks"
            self.unsaid.append(f"no row has '{asked}' in {column.part}; there are: {there}")

    def _blank(self, sign: str, column: pd.Series, part: str) -> Mask:
        if sign not in ("==", "!=", "is", "is not"):
            raise _refuse(part, "orders none; only == none and != none can be asked")
        blank: Mask = column.isna().to_numpy(dtype=bool)
        return blank if sign in ("==", "is") else np.logical_not(blank)

    def _among(self, left: Column | Value, right: Among, outside: bool) -> Mask:
        if not isinstance(left, Column):
            raise _refuse(right.part, "must be: column in ('a', 'b')")
        found = np.zeros(len(self.table), dtype=bool)
        for value in right.values:
            if isinstance(value, Column):
                raise _refuse(right.part, "lists a column; only words and numbers can be listed")
            found |= self._compare(Comparison("==", left, value))
        return np.asarray(~found & self._column(left).notna().to_numpy() if outside else found, dtype=bool)

    def _flag(self, asked: Column) -> Mask:
        column = self._column(asked)
        if self._kind(asked) != "yes":
            raise _refuse(asked.part, "is not a yes-or-no column; compare it with something")
        return np.asarray(column.fillna(False).to_numpy(dtype=bool))

    def _column(self, asked: Column | Value) -> pd.Series:
        name = str(getattr(asked, "name", ""))
        if name in self.table:
            return self.table[name]
        near = difflib.get_close_matches(name, [str(column) for column in self.table], n=3)
        near += [column for column in map(str, self.table) if column.startswith(name) and column not in near][:3]
        hint = f"did you mean {' or '.join(map(written, near))}?" if near else "put words in quotes"
        raise WhereError(f"there is no column '{name}'; {hint}")


def written(column: str) -> str:
    """A column's name as a condition takes it: as it is, or in backticks where it is no plain word."""
    try:
        plain = parse(column) == Column(column, column)
    except WhereError:
        plain = False
    return column if plain else f"`{column.replace('`', '``')}`"


def _refuse(part: str, why: str) -> WhereError:
    return WhereError(f"'{part}' {why}; allowed: {ALLOWED}")

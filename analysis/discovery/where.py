"""Which runs a question is about: a condition such as ``outcome == 'no_contact' and trough_us > 0.1``.

The condition is parsed, checked node by node and applied to whole columns; nothing in it is ever executed.
"""

from __future__ import annotations

import ast
import difflib
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
LONGEST = 2000

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_ALLOWED = "columns, numbers, 'words', true, false, none, == != < <= > >=, in (...), not, and, or, brackets"


class WhereError(ValueError):
    """A condition that cannot be understood or asks for a column that is not there; says where and what is allowed."""


def matches(table: pd.DataFrame, condition: str) -> Mask:
    """Which rows satisfy a condition.

    Parameters
    ----------
    table : pandas.DataFrame
        Its columns may be named in the condition as they are (``leaders.us.ego``).
    condition : str
        Comparisons joined by ``and``, ``or``, ``not``; ``column == none`` asks for blanks. A blank satisfies no other
        comparison. At most 2,000 characters.

    Raises
    ------
    WhereError
        When the condition is not of that form, or compares words with numbers.
    """
    if len(condition) > LONGEST:
        raise WhereError(f"the condition is {len(condition)} characters long; at most {LONGEST}")
    try:
        tree = ast.parse(condition.strip(), mode="eval")
    except (SyntaxError, ValueError) as problem:
        place = getattr(problem, "offset", None) or 1
        raise WhereError(
            f"the condition cannot be read at character {place}: {condition!r}; allowed: {_ALLOWED}"
        ) from None
    except (RecursionError, MemoryError):
        raise WhereError("the condition is nested too deeply") from None
    return _Reader(table, condition).truth(tree.body)


class _Reader:
    """Applies a parsed condition to one table."""

    def __init__(self, table: pd.DataFrame, condition: str) -> None:
        self.table = table
        self.condition = condition

    def truth(self, node: ast.expr) -> Mask:
        """Rows for which a whole condition, or a part of it, holds."""
        if isinstance(node, ast.BoolOp):
            joined = np.logical_and if isinstance(node.op, ast.And) else np.logical_or
            return np.asarray(joined.reduce([self.truth(part) for part in node.values]), dtype=bool)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return ~self.truth(node.operand)
        if isinstance(node, ast.Compare):
            return self._chain(node)
        if isinstance(node, ast.Name | ast.Attribute):
            return self._flag(node)
        raise self._refuse(node, "is not a condition")

    def _chain(self, node: ast.Compare) -> Mask:
        """A comparison, or a chain of them such as ``0.2 < caution < 0.6``."""
        parts = [node.left, *node.comparators]
        found = np.ones(len(self.table), dtype=bool)
        for sign, left, right in zip(node.ops, parts, parts[1:], strict=False):
            found &= self._compare(sign, left, right)
        return found

    def _compare(self, sign: ast.cmpop, left: ast.expr, right: ast.expr) -> Mask:
        if isinstance(sign, ast.In | ast.NotIn):
            return self._among(left, right, isinstance(sign, ast.NotIn))
        one, other = self._operand(left), self._operand(right)
        if not isinstance(one, pd.Series) and not isinstance(other, pd.Series):
            raise self._refuse(left, "compares no column")
        if one is None or other is None:
            return self._blank(sign, one if other is None else other, left)
        if type(sign) not in _COMPARE:
            raise self._refuse(left, "uses 'is'; write ==")
        try:
            answer = _COMPARE[type(sign)](one, other)
        except TypeError:
            raise self._refuse(left, "compares words with numbers") from None
        known = np.ones(len(self.table), dtype=bool)
        for side in (one, other):
            if isinstance(side, pd.Series):
                known &= side.notna().to_numpy()
        return np.asarray(known & answer.fillna(False).to_numpy(dtype=bool), dtype=bool)

    def _blank(self, sign: ast.cmpop, column: Any, node: ast.expr) -> Mask:
        if not isinstance(sign, ast.Eq | ast.NotEq | ast.Is | ast.IsNot):
            raise self._refuse(node, "orders none; only == none and != none can be asked")
        blank: Mask = column.isna().to_numpy(dtype=bool)
        return blank if isinstance(sign, ast.Eq | ast.Is) else np.logical_not(blank)

    def _among(self, left: ast.expr, right: ast.expr, outside: bool) -> Mask:
        column = self._operand(left)
        if not isinstance(column, pd.Series) or not isinstance(right, ast.Tuple | ast.List | ast.Set):
            raise self._refuse(right, "must be: column in ('a', 'b')")
        values = [self._operand(part) for part in right.elts]
        if any(isinstance(value, pd.Series) for value in values):
            raise self._refuse(right, "lists a column; only words and numbers can be listed")
        inside = column.isin(values).to_numpy(dtype=bool)
        return np.asarray(~inside & column.notna().to_numpy() if outside else inside, dtype=bool)

    def _operand(self, node: ast.expr) -> Any:
        """A column, a number, a word, a truth value or none."""
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float | str | None):
            return node.value
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            number = self._operand(node.operand)
            if isinstance(number, int | float):
                return -number
        if isinstance(node, ast.Name | ast.Attribute):
            name = _dotted(node)
            words = {"true": True, "false": False, "none": None}
            return words[name] if name in words else self._column(node)
        raise self._refuse(node, "is neither a column nor a value")

    def _flag(self, node: ast.expr) -> Mask:
        column = self._column(node)
        if not pd.api.types.is_bool_dtype(column):
            raise self._refuse(node, "is not a yes-or-no column; compare it with something")
        return np.asarray(column.fillna(False).to_numpy(dtype=bool))

    def _column(self, node: ast.expr) -> pd.Series:
        name = _dotted(node)
        if name in self.table:
            return self.table[name]
        near = difflib.get_close_matches(name, [str(column) for column in self.table], n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "put words in quotes"
        raise WhereError(f"there is no column '{name}'; {hint}")

    def _refuse(self, node: ast.expr, why: str) -> WhereError:
        part = ast.get_source_segment(self.condition.strip(), node) or self.condition
        return WhereError(f"'{part}' {why}; allowed: {_ALLOWED}")


def _dotted(node: ast.expr) -> str:
    """``leaders.us.ego`` from the nodes it was parsed into."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"

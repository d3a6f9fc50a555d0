"""The language of conditions: ``outcome == 'no_contact' and `us-face` > 0.1`` read into nodes.

It is a language of its own, so that no column is shut out by the words of another: a column whose name is no plain word
stands in backticks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

LONGEST = 2000
DEEPEST = 100
WORDS = {"and", "or", "not", "in", "is"}
VALUES = {"true": True, "false": False, "none": None, "True": True, "False": False, "None": None}
ALLOWED = (
    "columns, numbers, 'words', true, false, none, == != < <= > >=, in (...), not, and, or, brackets; "
    "a column whose name is no plain word stands in backticks, as in `us-face` > 0.1"
)

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.]))
    | (?P<name>[^\W\d]\w*(?:\.\w+)*)
    | (?P<quoted>`(?:[^`]|``)+`)
    | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<sign>==|!=|<=|>=|<|>)
    | (?P<mark>[()\[\]{},-])
    | (?P<end>$)
    )""",
    re.VERBOSE | re.DOTALL,
)


class WhereError(ValueError):
    """A condition that cannot be understood or asks for a column that is not there; says where and what is allowed."""


class Token(NamedTuple):
    """A piece of a condition: its kind, what it says, and where it begins and ends."""

    kind: str
    text: str
    begin: int
    end: int


class Column(NamedTuple):
    """A column by name, and the part of the condition that names it."""

    name: str
    part: str


class Value(NamedTuple):
    """A number, a word, a truth value or none."""

    value: float | int | str | bool | None
    part: str


class Among(NamedTuple):
    """What a column is compared with by ``in``."""

    values: tuple[Column | Value, ...]
    part: str


class Comparison(NamedTuple):
    """Two operands and the sign between them."""

    sign: str
    left: Column | Value
    right: Column | Value | Among


class Joined(NamedTuple):
    """Conditions joined by ``and`` (``everything``) or by ``or``."""

    everything: bool
    parts: tuple[Condition, ...]


class Not(NamedTuple):
    """The opposite of a condition."""

    part: Condition


Condition = Joined | Not | Comparison | Column
"""A column alone is a condition where it says yes or no."""


def parse(condition: str) -> Condition:
    """Read a condition.

    Parameters
    ----------
    condition : str
        At most 2,000 characters.

    Raises
    ------
    WhereError
        When it is not of the form that :data:`ALLOWED` names; says at which character.
    """
    if len(condition) > LONGEST:
        raise WhereError(f"the condition is {len(condition)} characters long; at most {LONGEST}")
    return _Parser(condition).whole()


class _Parser:
    """Goes through the pieces of a condition from left to right."""

    def __init__(self, condition: str) -> None:
        self.condition = condition
        self.tokens = list(_tokens(condition))
        self.place = 0
        self.depth = 0

    def whole(self) -> Condition:
        found = self._any()
        if self.next.kind != "end":
            raise self._unreadable()
        return found

    @property
    def next(self) -> Token:
        return self.tokens[self.place]

    def _any(self) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            raise WhereError("the condition is nested too deeply")
        parts = [self._all()]
        while self._takes("or"):
            parts.append(self._all())
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Joined(False, tuple(parts))

    def _all(self) -> Condition:
        parts = [self._denied()]
        while self._takes("and"):
            parts.append(self._denied())
        return parts[0] if len(parts) == 1 else Joined(True, tuple(parts))

    def _denied(self) -> Condition:
        denials = 0
        while self._takes("not"):
            denials += 1
        found = self._single()
        return Not(found) if denials % 2 else found

    def _single(self) -> Condition:
        if self._takes("("):
            found = self._any()
            self._expect(")")
            return self._compared(found) if isinstance(found, Column) else found
        return self._compared(self._operand())

    def _compared(self, first: Column | Value) -> Condition:
        """What follows an operand: a comparison, a chain of them, or nothing."""
        sides: list[Comparison] = []
        left: Column | Value = first
        while sign := self._sign():
            right = self._listed() if sign in ("in", "not in") else self._operand()
            sides.append(Comparison(sign, left, right))
            if isinstance(right, Among):
                break
            left = right
        if sides:
            return sides[0] if len(sides) == 1 else Joined(True, tuple(sides))
        if isinstance(first, Column):
            return first
        raise WhereError(f"'{first.part}' is not a condition; allowed: {ALLOWED}")

    def _sign(self) -> str | None:
        begin = self.next
        if begin.kind == "sign":
            self.place += 1
            return begin.text
        if self._takes("is"):
            return "is not" if self._takes("not") else "is"
        if self._takes("in"):
            return "in"
        if begin.text == "not" and begin.kind == "name" and self.tokens[self.place + 1].text == "in":
            self.place += 2
            return "not in"
        return None

    def _operand(self) -> Column | Value:
        token = self.next
        if token.text == "-" and self.tokens[self.place + 1].kind == "number":
            self.place += 2
            number = self.tokens[self.place - 1]
            return Value(-_number(number.text), self.condition[token.begin : number.end])
        read = _OPERANDS.get(token.kind)
        if read is None or (token.kind == "name" and token.text in WORDS):
            raise self._unreadable()
        self.place += 1
        return read(token.text)

    def _listed(self) -> Among:
        begin = self.next
        closing = {"(": ")", "[": "]", "{": "}"}.get(begin.text)
        if closing is None or begin.kind != "mark":
            raise WhereError(f"'{begin.text}' must be: column in ('a', 'b'); allowed: {ALLOWED}")
        self.place += 1
        values: list[Column | Value] = []
        while not self._takes(closing):
            values.append(self._operand())
            if self.next.text != closing:
                self._expect(",")
        return Among(tuple(values), self.condition[begin.begin : self.tokens[self.place - 1].end])

    def _takes(self, text: str) -> bool:
        if self.next.text != text or self.next.kind not in ("name", "mark"):
            return False
        self.place += 1
        return True

    def _expect(self, text: str) -> None:
        if not self._takes(text):
            raise self._unreadable()

    def _unreadable(self) -> WhereError:
        return _unreadable(self.condition, self.next.begin)


def _tokens(condition: str) -> Iterator[Token]:
    place = 0
    while True:
        found = _TOKEN.match(condition, place)
        if found is None:
            raise _unreadable(condition, place + len(condition[place:]) - len(condition[place:].lstrip()))
        kind = str(found.lastgroup)
        yield Token(kind, found[kind], found.start(kind), found.end(kind))
        if kind == "end":
            return
        place = found.end()


def _number(text: str) -> int | float:
    """A number; one too large for a column of whole numbers is infinite to it, as it is larger than all of them."""
    if text.isdecimal() and len(text) <= 18:
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else math.inf


def _number_value(text: str) -> Value:
    return Value(_number(text), text)


def _text_value(text: str) -> Value:
    return Value(re.sub(r"""\\(['"\\])""", r"\1", text[1:-1]), text)


def _quoted_column(text: str) -> Column:
    return Column(text[1:-1].replace("``", "`"), text)


def _named_value_or_column(text: str) -> Column | Value:
    return Value(VALUES[text], text) if text in VALUES else Column(text, text)


_OPERANDS: dict[str, Callable[[str], Column | Value]] = {
    "number": _number_value,
    "text": _text_value,
    "quoted": _quoted_column,
    "name": _named_value_or_column,
}
"""How an operand is read, by the kind of its token; the other kinds are no operands."""


def _unreadable(condition: str, place: int) -> WhereError:
    return WhereError(f"the condition cannot be read at character {place + 1}: {condition!r}; allowed: {ALLOWED}")

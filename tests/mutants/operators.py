"""What may be wrong with a rule: every small change that a mutation run makes, as a piece of text in a file.

A mutant is an edit: from one place to another the file says something else. Kinds follow the mistakes that this model
invites: a comparison off by its end, a sign, a number a million times too small or twice too large, the wrong side,
a statement left out, a condition turned round.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

COMPARISONS = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
ARITHMETIC = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "//",
    ast.BitAnd: "|", ast.BitOr: "&",
}  # fmt: skip
SIDES = {"side", "other", "by", "asker", "host"}
ONLY_ROW = {"weights", "dyad", "setting"}
SCALES = ("0.000001", "2")


class Mutant(NamedTuple):
    """One edit of one function (or of a number at the top of a file, where ``function`` is empty)."""

    file: str
    function: str
    kind: str
    line: int
    start: int
    end: int
    old: str
    new: str
    nth: int = 0

    @property
    def key(self) -> str:
        """A name that survives changes elsewhere in the file."""
        nth = f" #{self.nth}" if self.nth else ""
        return f"{self.file}::{self.function or 'constant'} [{self.kind}] {self.old} -> {self.new.strip()}{nth}"

    def text_of_old(self) -> str:
        """What stands in the file now, its line breaks included."""
        return (ROOT / self.file).read_text(encoding="utf-8")[self.start : self.end]

    def text(self, source: str) -> str:
        """The file with the edit made."""
        return source[: self.start] + self.new + source[self.end :]


class Place(NamedTuple):
    """A node and what stands around it, the nearest first."""

    node: ast.AST
    around: tuple[ast.AST, ...]


class _File:
    """A source file and where its lines begin."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.source = (ROOT / path).read_text(encoding="utf-8")
        self.starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.lines = self.source.splitlines(keepends=True)

    def offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.AST) -> tuple[int, int]:
        at = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
        return self.offset(*at[:2]), self.offset(*at[2:])


def mutants_of(path: str) -> list[Mutant]:
    """Every mutant of a file, by place."""
    file = _File(path)
    found: list[Mutant] = []
    for name, top in _tops(ast.parse(file.source)):
        edits = _edits_of_constant(file, top) if not name else _edits_of_function(file, top)
        for kind, node, old, new in edits:
            start, end = old if isinstance(old, tuple) else file.span(node)
            before = file.source[start:end]
            if before != new:
                line = file.source.count("\n", 0, start) + 1
                found.append(Mutant(path, name, kind, line, start, end, " ".join(before.split()), new))
    return _numbered(sorted(set(found), key=lambda mutant: (mutant.start, mutant.end, mutant.new)))


def _numbered(mutants: list[Mutant]) -> list[Mutant]:
    seen: Counter[str] = Counter()
    found = []
    for mutant in mutants:
        found.append(mutant._replace(nth=seen[mutant.key]))
        seen[mutant.key] += 1
    return found


def _tops(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Functions, methods and top-level assignments of numbers."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef):
            yield statement.name, statement
        elif isinstance(statement, ast.ClassDef):
            for inner in statement.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{statement.name}.{inner.name}", inner
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            yield "", statement


Edit = tuple[str, ast.AST, tuple[int, int] | None, str]


def _edits_of_constant(file: _File, top: ast.stmt) -> Iterator[Edit]:
    """A number at the top of a file, scaled."""
    value = getattr(top, "value", None)
    if isinstance(value, ast.Constant) and isinstance(value.value, float):
        written = ast.get_source_segment(file.source, value)
        for scale in SCALES:
            yield "scaled", value, None, f"{scale} * {written}"


def _edits_of_function(file: _File, top: ast.stmt) -> Iterator[Edit]:
    assert isinstance(top, ast.FunctionDef)
    for statement in top.body:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            continue  # the docstring
        for place in _walk(statement, ()):
            yield from _edits_at(file, place)


def _walk(node: ast.AST, around: tuple[ast.AST, ...]) -> Iterator[Place]:
    """A node and all below it; annotations, f-strings and the words of raised errors are left alone."""
    if isinstance(node, ast.JoinedStr):
        return
    yield Place(node, around)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "exc", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, (node, *around))


def _edits_at(file: _File, place: Place) -> Iterator[Edit]:
    for kind, edits in EDITS.items():
        if isinstance(place.node, kind):
            yield from edits(file, place)


def _turned(file: _File, place: Place) -> Iterator[Edit]:
    """A condition turned round."""
    test = place.node.test  # type: ignore[attr-defined]
    yield "turned", test, None, f"not ({_text(file, test)})"


def _text(file: _File, node: ast.AST) -> str:
    start, end = file.span(node)
    return file.source[start:end]


def _between(file: _File, left: ast.AST, right: ast.AST) -> tuple[int, int]:
    return file.span(left)[1], file.span(right)[0]


def _swapped(file: _File, left: ast.AST, right: ast.AST, new: str) -> tuple[tuple[int, int], str]:
    """What stands between two operands, with another operator (brackets around operands are kept)."""
    start, end = _between(file, left, right)
    gap = file.source[start:end]
    closing, opening = gap.count(")"), gap.count("(")
    return (start, end), ")" * closing + f" {new} " + "(" * opening


def _compared(file: _File, place: Place) -> Iterator[Edit]:
    node = place.node
    assert isinstance(node, ast.Compare)
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        span, text = _swapped(file, left, right, COMPARISONS[type(operator)])
        yield "comparison", node, span, text
        left = right


def _reckoned(file: _File, place: Place) -> Iterator[Edit]:
    node = place.node
    assert isinstance(node, ast.BinOp)
    one_less_side = isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Name) and node.right.id in SIDES
    if one_less_side and isinstance(node.op, ast.Sub):
        assert isinstance(node.right, ast.Name)
        yield "side", node, None, node.right.id
    elif type(node.op) in ARITHMETIC and not _is_text(node.left) and not _is_text(node.right):
        span, text = _swapped(file, node.left, node.right, ARITHMETIC[type(node.op)])
        yield "arithmetic", node, span, text
        holder = place.around[0] if place.around else None
        if isinstance(holder, ast.Return | ast.Assign | ast.keyword | ast.Call):
            yield "sign", node, None, f"-({_text(file, node)})"


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _joined(file: _File, place: Place) -> Iterator[Edit]:
    node = place.node
    assert isinstance(node, ast.BoolOp)
    new = "or" if isinstance(node.op, ast.And) else "and"
    for left, right in zip(node.values, node.values[1:], strict=False):
        span, text = _swapped(file, left, right, new)
        yield "boolean", node, span, text


def _unsigned(file: _File, place: Place) -> Iterator[Edit]:
    node = place.node
    assert isinstance(node, ast.UnaryOp)
    if isinstance(node.op, ast.USub):
        yield "sign", node, None, f"+{_text(file, node.operand)}"
    elif isinstance(node.op, ast.Not):
        yield "turned", node, None, f"bool({_text(file, node.operand)})"


def _numbers(_: _File, place: Place) -> Iterator[Edit]:
    node = place.node
    assert isinstance(node, ast.Constant)
    value, holder = node.value, place.around[0] if place.around else None
    if isinstance(value, bool):
        yield "boolean", node, None, str(not value)
    elif isinstance(value, float):
        for new in ("1.0",) if value == 0 else tuple(f"({scale} * {value!r})" for scale in SCALES):
            yield "scaled", node, None, new
    elif isinstance(value, int) and not _one_less_side(holder) and not _only_row(holder):
        yield "number", node, None, str(value + 1)


def _only_row(node: ast.AST | None) -> bool:
    """A collection of one record: another row is no mistake but a crash."""
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr in ONLY_ROW


def _one_less_side(node: ast.AST | None) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.right, ast.Name) and node.right.id in SIDES


def _weights(file: _File, place: Place) -> Iterator[Edit]:
    """A weight, a loading or a setting where it is read."""
    node = place.node
    assert isinstance(node, ast.Attribute)
    base = node.value
    named = isinstance(base, ast.Name) and base.id in ("weights", "by")
    direct = isinstance(base, ast.Subscript) and isinstance(base.value, ast.Attribute) and base.value.attr == "weights"
    if isinstance(node.ctx, ast.Load) and (named or direct):
        for scale in SCALES:
            yield "scaled", node, None, f"({scale} * {_text(file, node)})"


def _sides(_: _File, place: Place) -> Iterator[Edit]:
    """The other side: where a side is handed on or looked up."""
    node = place.node
    assert isinstance(node, ast.Name)
    holder = place.around[0] if place.around else None
    handed = isinstance(holder, ast.Call) and node in holder.args
    looked_up = isinstance(holder, ast.Subscript) and holder.slice is node
    if isinstance(node.ctx, ast.Load) and node.id in SIDES and (handed or looked_up):
        yield "side", node, None, f"1 - {node.id}"


def _statements(_: _File, place: Place) -> Iterator[Edit]:
    """A statement left out; a name that would be missing afterwards is no mutant but a crash."""
    node = place.node
    gone = isinstance(node, ast.Expr | ast.AugAssign | ast.Break | ast.Continue)
    if isinstance(node, ast.Assign):
        gone = all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets)
    if isinstance(node, ast.Return):
        gone = node.value is None
    if gone:
        yield "left out", node, None, "pass"


EDITS: dict[type[ast.AST] | tuple[type[ast.AST], ...], Callable[[_File, Place], Iterator[Edit]]] = {
    ast.Compare: _compared,
    ast.BinOp: _reckoned,
    ast.BoolOp: _joined,
    ast.UnaryOp: _unsigned,
    ast.Constant: _numbers,
    ast.Attribute: _weights,
    ast.Name: _sides,
    (ast.If, ast.IfExp, ast.While): _turned,
    ast.stmt: _statements,
}
"""What may be wrong with each kind of node."""

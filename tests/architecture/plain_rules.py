"""What a rule may consist of, so that plain Python and compiled code agree to the last bit: a checker for one file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from tests.architecture.source_tree import dotted

ALLOWED_IMPORTS = (
    "__future__",
    "collections.abc",
    "math",
    "typing",
    "sim.luck",
    "sim.rule",
    "sim.rules",
    "sim.state",
    "sim.vocabulary",
)
BANNED_CALLS = {
    "sum": "Python 3.12 compensates in sum(), numba does not; write a + b",
    "pow": "differs in the last bit; multiply",
    "round": "rounds differently when compiled",
    "print": "a rule prints nothing",
    "open": "a rule reads nothing",
    "math.hypot": "differs when compiled; use math.sqrt",
    "math.pow": "differs in the last bit; multiply",
    "math.fsum": "does not compile",
    "math.prod": "does not compile",
    "math.dist": "does not compile",
}
BANNED_NODES: dict[type[ast.AST], str] = {
    ast.Lambda: "a lambda",
    ast.Try: "a try",
    ast.TryStar: "a try",
    ast.JoinedStr: "an f-string",
    ast.GeneratorExp: "a generator expression",
    ast.ListComp: "a comprehension",
    ast.SetComp: "a comprehension",
    ast.DictComp: "a comprehension",
    ast.ClassDef: "a class",
    ast.With: "a with",
    ast.Yield: "a yield",
    ast.YieldFrom: "a yield",
    ast.Await: "an await",
    ast.Global: "a global",
    ast.Nonlocal: "a nonlocal",
    ast.AsyncFunctionDef: "an async function",
}
PLAIN_NUMBERS = (0, 1, 2)


class Fault(NamedTuple):
    """A place in a rule file and what is not plain there."""

    line: int
    what: str


def faults(module: ast.Module) -> list[Fault]:
    """List everything in a rule file that is not plain, in the order of lines."""
    found = [*_top_level(module)]
    for function in _functions(module):
        found += _in_function(function)
    found += [Fault(node.lineno, what) for node, what in _anywhere(module)]
    return sorted(set(found))


def _top_level(module: ast.Module) -> Iterator[Fault]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            if [dotted(decorator) for decorator in node.decorator_list] != ["rule"]:
                yield Fault(node.lineno, f"{node.name} is not marked @rule, and nothing else")
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            yield from _constant_names(node)
        elif not (isinstance(node, ast.Import | ast.ImportFrom) or _is_text(node)):
            yield Fault(node.lineno, f"{type(node).__name__} at the top level; only rules and constants stand there")


def _constant_names(node: ast.Assign | ast.AnnAssign) -> Iterator[Fault]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        name = dotted(target)
        if name != "__all__" and not name.isupper():
            yield Fault(node.lineno, f"{name or 'an assignment'} at the top level is not a constant in capitals")


def _functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _in_function(function: ast.FunctionDef) -> Iterator[Fault]:
    if not (ast.get_docstring(function) or "").strip():
        yield Fault(function.lineno, f"{function.name} has no docstring")
    for inner in ast.walk(function):
        if isinstance(inner, ast.FunctionDef) and inner is not function:
            yield Fault(inner.lineno, f"{inner.name} is a closure")
        elif _is_number(inner) and not _is_plain(inner):
            yield Fault(inner.lineno, f"the number {inner.value!r}; make it a field, a weight or a named constant")
        elif isinstance(inner, ast.UnaryOp) and isinstance(inner.op, ast.USub) and _is_two(inner.operand):
            yield Fault(inner.lineno, "the number -2; make it a field, a weight or a named constant")


def _anywhere(module: ast.Module) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    for node in ast.walk(module):
        if type(node) in BANNED_NODES and isinstance(node, ast.stmt | ast.expr):
            yield node, f"{BANNED_NODES[type(node)]}; a rule has none"
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Pow):
            yield node, "a power; multiply, or use math.sqrt or math.exp"
        elif isinstance(node, ast.Call) and dotted(node.func) in BANNED_CALLS:
            yield node, f"{dotted(node.func)}(): {BANNED_CALLS[dotted(node.func)]}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((node, f"imports {name}, which a rule may not know") for name in _foreign(node))


def _foreign(node: ast.Import | ast.ImportFrom) -> list[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return [name for name in names if not any(f"{name}.".startswith(f"{known}.") for known in ALLOWED_IMPORTS)]


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float, complex)


def _is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in PLAIN_NUMBERS


def _is_two(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and _is_number(node) and node.value == 2

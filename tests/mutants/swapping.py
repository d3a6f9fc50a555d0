"""How a mutant is put into a process that is already running: the code of one function takes the place of another.

Rules import one another by name, so that replacing a function in its module would reach few of its callers. The code
object inside the function is replaced instead: every caller holds that very function. Nothing is imported again.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from types import CodeType, FunctionType, ModuleType
from typing import Any

from tests.mutants.operators import ROOT, Mutant


class NoMutantError(Exception):
    """The edit makes no program: it does not compile, or there is no such function."""


def put_in(mutant: Mutant) -> None:
    """Make the edit in this process; there is no way back, so fork first.

    Raises
    ------
    NoMutantError
        When the edited file does not compile or the function cannot be found.
    """
    module = importlib.import_module(mutant.file.removesuffix(".py").replace("/", "."))
    source = mutant.text((ROOT / mutant.file).read_text(encoding="utf-8"))
    if mutant.function:
        function = function_at(module, mutant.function)
        function.__code__ = _code_at(source, str(ROOT / mutant.file), mutant.function)
    else:
        rebind(module, name_at(source, mutant.start), source)


def function_at(module: ModuleType, name: str) -> FunctionType:
    """The function or method of that name as it was written, whatever wraps it; caches are emptied."""
    found: Any = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    found = getattr(found, "__func__", found)
    if hasattr(found, "cache_clear"):
        found.cache_clear()
    found = inspect.unwrap(found)
    if not isinstance(found, FunctionType):
        raise NoMutantError(f"{module.__name__} has no function {name}")
    return found


def _code_at(source: str, file: str, name: str) -> CodeType:
    try:
        code = compile(source, file, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise NoMutantError(str(error)) from error
    for part in name.split("."):
        inner = [c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == part]
        code = inner[-1]
    return code


def name_at(source: str, place: int) -> str:
    """The constant that is assigned at a place of a file."""
    line = source.count("\n", 0, place) + 1
    for statement in ast.parse(source).body:
        target = _target(statement)
        if target and statement.lineno <= line <= (statement.end_lineno or 0):
            return target
    raise NoMutantError(f"no constant on line {line}")


def rebind(module: ModuleType, name: str, source: str) -> None:
    """Give a constant its new value, in its module and wherever it was imported by name."""
    for statement in ast.parse(source).body:
        if _target(statement) == name and isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            value = eval(compile(ast.Expression(statement.value), module.__file__ or "", "eval"), vars(module))
            set_everywhere(module, name, value)


def _target(statement: ast.stmt) -> str:
    """The one name that a statement binds, or none."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


def set_everywhere(module: ModuleType, name: str, value: object) -> None:
    """Bind a constant anew in its module and in all that imported it under its own name."""
    old = getattr(module, name)
    for other in list(sys.modules.values()):
        if getattr(other, "__name__", "").startswith(("sim", "analysis")) and vars(other).get(name) is old:
            setattr(other, name, value)

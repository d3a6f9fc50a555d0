"""How a rule is marked: plain Python for people and Mesa, and compilable for the ensemble when it asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F")  # unbound: a rule keeps its exact type, and nothing about it is Any to a checker

RULES: list[Any] = []
"""Every rule, in the order of definition."""

_compilable: set[Callable[..., Any]] = set()


def rule(function: F) -> F:
    """Mark a plain scalar function as a rule of the model.

    The function stays itself, so a debugger, coverage and Mesa see plain Python; a single run never imports numba,
    which would cost it a third of a second. The ensemble makes all rules compilable before it compiles its kernel.

    Parameters
    ----------
    function : callable
        Takes numbers and state records, returns numbers or nothing, and holds no luck of its own.

    Returns
    -------
    callable
        The same function object.
    """
    RULES.append(function)
    return function


def make_compilable() -> None:
    """Let compiled code call every rule defined so far (numba's ``register_jitable``).

    Repeated calls add only new ones.
    """
    from numba.extending import register_jitable

    for function in RULES:
        if function not in _compilable:
            register_jitable(function)
            _compilable.add(function)

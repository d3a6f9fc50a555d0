"""How a rule is marked: plain Python for people and Mesa, and compilable for the ensemble when numba is there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def rule(function: F) -> F:
    """Mark a plain scalar function as a rule of the model.

    The function stays itself, so a debugger, coverage and Mesa see plain Python. When numba has been
    imported already (the ensemble does so before it imports any rule) compiled code may call it too.
    Importing numba costs a third of a second, which a single run need not pay.

    Parameters
    ----------
    function : callable
        Takes numbers and state records, returns numbers or nothing, draws no luck by itself.

    Returns
    -------
    callable
        The same function object.
    """
    RULES.append(function)
    if "numba" in sys.modules and not os.environ.get("CLIMBDOWN_NO_NUMBA"):
        register(function)
    return function


RULES: list[Callable[..., Any]] = []
"""Every rule, in the order of definition; :func:`register` may be applied to all of them later."""

_registered: set[Callable[..., Any]] = set()


def register(function: Callable[..., Any]) -> None:
    """Let compiled code call a rule (once; later calls do nothing)."""
    if function in _registered:
        return
    from numba.extending import register_jitable

    register_jitable(function)
    _registered.add(function)


def register_all() -> None:
    """Let compiled code call every rule defined so far."""
    for function in RULES:
        register(function)

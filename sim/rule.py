"""How a rule is marked: plain Python for people and Mesa, and compilable for the ensemble when it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

F = TypeVar("F")  # unbound: a rule keeps its exact type, and nothing about it is Any to a checker

RULES: list[Any] = []
"""Every rule, in the order of definition."""

INLINED: set[Any] = set()
"""Rules whose code is put in the place of their call when they are compiled."""

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


def inlined_rule(function: F) -> F:
    """Mark a rule that is small and called in loops over many numbers, which inlining lets run several at a time.

    To plain Python it is a rule like any other.
    """
    INLINED.add(function)
    return rule(function)


def make_compilable() -> None:
    """Let compiled code call every rule defined so far (numba's ``register_jitable``).

    Repeated calls add only new ones. No rule gets the wrappers by which Python or C could call it: only compiled code
    does, and they take a tenth of the time of compiling.
    """
    from numba.extending import register_jitable

    for function in RULES:
        if function not in _compilable:
            wishes = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "forceinline": function in INLINED}
            options = known_options(wishes)
            (register_jitable(**options) if options else register_jitable)(function)
            _compilable.add(function)


def known_options(wishes: Mapping[str, bool]) -> dict[str, bool]:
    """The options that this version of numba knows; none of them changes what a rule does, only how fast.

    Parameters
    ----------
    wishes : mapping of str to bool
        Options by name; those that are False are left out.

    Returns
    -------
    dict
        Empty where numba no longer says which options it knows, so that rules compile with its own defaults.
    """
    try:
        from numba.core.options import DefaultOptions
    except ImportError:
        return {}
    return {name: wish for name, wish in wishes.items() if wish and hasattr(DefaultOptions, name)}

"""The verbs of the command line, in the order a newcomer meets them, and where each one lives."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

VERBS = {
    "run": "One run, told as a dated story with the reasons.",
    "explain": "One decision as a table, and what would have flipped it.",
    "compare": "The same luck under two settings, told from where they part.",
    "play": "Take a leader's seat in the terminal.",
    "serve": "A lesson for a class, on one projector, without a network.",
    "ensemble": "Many runs: how likely each outcome is, with intervals.",
    "mechanisms": "Each mechanism switched off: which of them matter here.",
    "backtest": "Past cases forecast from what was known, and scored.",
    "sweep": "A designed study over parameters; resumable.",
    "query": "Ask a study a question in SQL.",
    "rerun": "One run of a study again, with its story.",
    "sensitivity": "Which parameters matter in a study.",
    "discover": "Where in a study an outcome happens, in words.",
    "report": "A study or a run as one web page that needs no network.",
    "list": "The scenarios, studies and lessons that come with it.",
    "show": "A scenario, with the source of every number.",
    "diff": "What two scenarios have different.",
    "new": "A commented scenario file to start from.",
    "check": "A scenario's or lesson's errors, each with its line.",
    "schema": "A JSON Schema, with which editors complete and check.",
}
"""Verb and its one line of help."""

_SECTION = re.compile(r"^[A-Z][a-z ]+\n-{3,}$", re.MULTILINE)


def available() -> list[str]:
    """Name the verbs that this installation has."""
    return [verb for verb in VERBS if find_spec(_module(verb)) is not None]


def load(verb: str) -> Callable[..., Any]:
    """Import the function that carries out ``verb``.

    Raises
    ------
    ModuleNotFoundError
        When the verb needs an extra that is not installed.
    """
    module = import_module(_module(verb))
    name = verb if hasattr(module, verb) else f"{verb}_"  # `list` would hide the builtin
    found: Callable[..., Any] = getattr(module, name)
    return found


def rewritten(verb: str | None, words: list[str]) -> list[str]:
    """Let a verb put its words into the form that the parser knows, if its module has a function ``rewrite``."""
    if verb not in available():
        return words
    rewrite = getattr(import_module(_module(verb)), "rewrite", None)
    return list(rewrite(words)) if rewrite is not None else words


def long_help(verb: str, function: Callable[..., Any]) -> str:
    """Turn a verb's docstring into its help page: the prose, without the sections that document parameters."""
    text = inspect.getdoc(function) or VERBS[verb]
    return _SECTION.split(text)[0].rstrip()


def _module(verb: str) -> str:
    return f"analysis.cli.{verb}"

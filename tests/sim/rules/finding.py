"""Rules by the names that pages and tables use: ``face.cover`` is the rule ``cover`` of the file ``face.py``."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[3] / "sim" / "rules"
MODULES = {
    path.stem: ".".join(("sim.rules", *path.relative_to(FOLDER).with_suffix("").parts))
    for path in FOLDER.rglob("*.py")
    if path.name != "__init__.py"
}
"""The module of every rule file, by the file's name: no two share one."""


def rule_named(name: str) -> Callable[..., Any]:
    """The rule called ``file.function``."""
    file, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(MODULES[file]), function)
    return found

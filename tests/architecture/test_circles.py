"""Is there no circle of imports, those inside functions and those for the type checker alone included?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx

from tests.architecture.source_tree import SHIPPED, module_name, python_files, report, tree

FREE = ("sim.scenario", "sim.files", "sim.policies", "analysis.studies")
"""Packages without a circle."""


def imported(path: Path, known: set[str]) -> Iterator[str]:
    """The modules of ours that a file imports anywhere: a name imported from a package may be a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in known else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_there_are_no_circles() -> None:
    files = {module_name(path): path for path in python_files(*SHIPPED)}
    graph = networkx.DiGraph()
    for name, path in files.items():
        graph.add_edges_from((name, other) for other in imported(path, set(files)) if other in files and other != name)
    circles = [sorted(part) for part in networkx.strongly_connected_components(graph) if len(part) > 1]
    found = [", ".join(circle) for circle in circles if any(name.startswith(FREE) for name in circle)]
    assert not found, report(found)

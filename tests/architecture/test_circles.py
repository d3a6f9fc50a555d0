"""Is there no circle of imports, those inside functions and those for the type checker alone included?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx

from tests.architecture.source_tree import SHIPPED, module_name, python_files, report, tree


def imported(path: Path, known: set[str]) -> Iterator[str]:
    """The modules of ours that a file imports anywhere: a name imported from a package may be a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                below = f"{node.module}.{alias.name}"
                yield below if below in known else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def imports_between_modules() -> networkx.DiGraph:
    """Our modules, with an arrow from each to those that it imports."""
    files = {module_name(path): path for path in python_files(*SHIPPED)}
    graph = networkx.DiGraph()
    for name, path in files.items():
        graph.add_edges_from((name, other) for other in imported(path, set(files)) if other in files and other != name)
    return graph


def circles(graph: networkx.DiGraph) -> list[str]:
    """The modules of each knot of imports, a line a knot."""
    return [", ".join(sorted(part)) for part in networkx.strongly_connected_components(graph) if len(part) > 1]


def test_there_are_no_circles() -> None:
    graph = imports_between_modules()
    assert {*SHIPPED} <= {name.partition(".")[0] for name in graph}
    found = circles(graph)
    assert not found, report(found)


def test_late_imports_and_those_for_the_type_checker_count() -> None:
    graph = imports_between_modules()
    late = ("analysis.cli.show", "sim.files.inputs")
    for_the_type_checker = ("analysis.cli.show", "sim.scenario.leader")
    assert graph.has_edge(*late)
    assert graph.has_edge(*for_the_type_checker)
    graph.add_edge(*reversed(late))
    (knot,) = circles(graph)
    assert {*late} <= {*knot.split(", ")}

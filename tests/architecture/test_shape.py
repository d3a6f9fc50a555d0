"""Is the code laid out as promised: small files, telling names, a test beside every module, doors used as doors?"""

from __future__ import annotations

import ast

from tests.architecture.source_tree import ROOT, SHIPPED, imports, python_files, report, text, tree

MOST_LINES = 300
MOST_EXCEPTIONS = 20
WITHOUT_MIRROR = ROOT / "tests" / "architecture" / "without_mirror.txt"
EMPTY_NAMES = {"common", "core", "data2", "helper", "helpers", "manager", "misc", "util", "utils"}
DOORS = (
    "sim",
    "sim.files",
    "sim.luck",
    "sim.narrative",
    "sim.processors",
    "sim.results",
    "sim.run",
    "sim.scenario",
    "sim.version",
    "sim.vocabulary",
)


def exceptions() -> dict[str, str]:
    """The modules that need no test of their own, each with the reason."""
    lines = [line for line in WITHOUT_MIRROR.read_text().splitlines() if line and not line.startswith("#")]
    return {module.strip(): reason.strip() for module, _, reason in (line.partition(":") for line in lines)}


def test_files_are_short() -> None:
    lengths = {path: len(text(path).splitlines()) for path in python_files(*SHIPPED)}
    problems = [f"{path}: {lines} lines, over {MOST_LINES}" for path, lines in lengths.items() if lines > MOST_LINES]
    assert not problems, report(problems)


def test_names_say_something() -> None:
    problems = [
        f"{path}: says nothing about what it holds"
        for path in python_files(*SHIPPED, "tests", "benchmarks", ".ci")
        if EMPTY_NAMES & {*path.with_suffix("").parts}
    ]
    assert not problems, report(problems)


def test_every_module_says_what_it_is_for() -> None:
    problems = [f"{path}: no docstring" for path in python_files(*SHIPPED) if not ast.get_docstring(tree(path))]
    assert not problems, report(problems)


def test_every_module_has_a_test_at_the_mirrored_path() -> None:
    excused = exceptions()
    problems = []
    for path in python_files(*SHIPPED):
        mirror = ROOT / "tests" / path.parent / f"test_{path.name}"
        if path.name != "__init__.py" and not mirror.exists() and str(path) not in excused:
            problems.append(f"{path}: no {mirror.relative_to(ROOT)}")
    assert not problems, report(problems)


def test_exceptions_are_few_reasoned_and_alive() -> None:
    excused = exceptions()
    problems = [f"{path}: no reason given" for path, reason in excused.items() if not reason]
    for path in excused:
        folder, _, name = path.rpartition("/")
        if not (ROOT / path).exists():
            problems.append(f"{path}: is gone")
        if (ROOT / "tests" / folder / f"test_{name}").exists():
            problems.append(f"{path}: has a test now")
    if len(excused) > MOST_EXCEPTIONS:
        problems.append(f"{len(excused)} exceptions, over {MOST_EXCEPTIONS}")
    assert not problems, report(problems)


def test_analysis_enters_sim_by_its_doors() -> None:
    problems = [
        f"{path}:{line}: imports {name}; the doors are {', '.join(DOORS)}"
        for path in python_files("analysis")
        for line, name in imports(path)
        if name.partition(".")[0] == "sim" and ".".join(name.split(".")[:2]) not in DOORS
    ]
    assert not problems, report(problems)

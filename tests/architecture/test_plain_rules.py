"""Are the rules of the model plain scalar functions, and does the checker that says so see what it should?"""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.architecture.plain_rules import faults
from tests.architecture.source_tree import ROOT, python_files, report, tree

MAX_COMPLEXITY = 6
RULE_FILES = [path for path in python_files("sim") if path.parts[:2] == ("sim", "rules")]

PLAIN = '''
"""What is plain."""
from __future__ import annotations
import math
from sim.rule import rule
HALF = 0.5
"""Why a half."""

@rule
def grown(x: float) -> float:
    """Return what is grown."""
    return -1 + 2.0 * math.sqrt(x) * HALF if x > 0 else 1.0
'''

NOT_PLAIN = {
    "return x ** 2": "a power",
    "x **= 2": "a power",
    "return sum((x, x))": "sum()",
    "return math.hypot(x, x)": "math.hypot()",
    "return 0.3 * x": "the number 0.3",
    "return 3": "the number 3",
    "return -2": "the number -2",
    "return (lambda: x)()": "a lambda",
    "return [y for y in (x,)][0]": "a comprehension",
    "return f'{x}'": "an f-string",
    "import numpy": "imports numpy",
    "from sim.scenario import Scenario": "imports sim.scenario",
    "from sim.rulesets import x": "imports sim.rulesets",
    "try:\n        pass\n    except ValueError:\n        pass": "a try",
    "def inner() -> None:\n        'Do.'": "a closure",
}


def test_there_are_rules() -> None:
    assert RULE_FILES


def test_rules_are_plain() -> None:
    problems = [f"{path}:{fault.line}: {fault.what}" for path in RULE_FILES for fault in faults(tree(path))]
    assert not problems, report(problems)


def test_rules_are_simple() -> None:
    limits = ["--select", "C901", "--config", f"lint.mccabe.max-complexity={MAX_COMPLEXITY}"]
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--output-format", "concise", *limits]
    found = subprocess.run([*command, "sim/rules"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_checker_accepts_what_is_plain() -> None:
    assert faults(ast.parse(PLAIN)) == []


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_the_checker_sees(line: str) -> None:
    told = [fault.what for fault in faults(ast.parse(PLAIN + f"    {line}\n"))]
    assert any(NOT_PLAIN[line] in what for what in told), told


@pytest.mark.parametrize(
    "undocumented", ["@rule\ndef f() -> int:\n    return 1", "def f() -> int:\n    'Do.'\n    return 1"]
)
def test_the_checker_wants_marks_and_docstrings(undocumented: str) -> None:
    assert len(faults(ast.parse(undocumented))) == 1


@pytest.mark.parametrize("statement", ["half = 0.5", "if True:\n    A = 1", "class Rule:\n    'A rule.'"])
def test_the_checker_wants_only_rules_and_constants_at_the_top(statement: str) -> None:
    assert faults(ast.parse(statement))

"""Does the type checker know every field of the world, so that a misspelt one is refused before anything runs?"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, python_files, report, tree

RULE = """
from __future__ import annotations

from sim.rule import rule
from sim.state.world import World


@rule
def eased(world: World, side: int) -> float:
    \"\"\"How much the other has eased.\"\"\"
    return world.leaders[side].{field}
"""


def checked(folder: Path, field: str) -> str:
    """What the type checker says of a rule that reads a field of a leader."""
    (folder / "example_rule.py").write_text(RULE.format(field=field), encoding="utf-8")
    options = ["--strict", "--disallow-any-expr", "--cache-dir", str(ROOT / ".mypy_cache"), "--config-file", ""]
    options += ["--allow-untyped-decorators", "--ignore-missing-imports"]
    found = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(folder / "example_rule.py")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return found.stdout


@pytest.mark.slow
def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    assert "example_rule" not in checked(tmp_path, "easing")
    assert '"Leader" has no attribute "easng"; maybe "easing"?' in checked(tmp_path, "easng")


def test_no_rule_names_any() -> None:
    problems = [
        f"{path}:{node.lineno}: Any"
        for path in python_files("sim")
        if path.parts[1] == "rules"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "Any"
    ]
    assert not problems, report(problems)


def test_the_checker_is_told_to_refuse_any_in_rules() -> None:
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (section,) = [part for part in settings.split("[[tool.mypy.overrides]]") if 'module = ["sim.rules.*"]' in part]
    assert "disallow_any_expr = true" in section

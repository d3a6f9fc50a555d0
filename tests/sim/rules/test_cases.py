"""Does each rule give what its worked cases say? A case names its rule, what is given, what follows, and who says so.

``cases/*.yaml``: a list of ``name``, ``source``, ``rule`` (module.function), ``given`` (path of a world to number),
``arguments`` (after the world; a text is a path), then ``returns`` and/or ``after`` (path to number).
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sim.rules.finding import rule_named
from tests.sim.rules.worlds import look_up, put_all, world_of

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]
KEYS = {"name", "source", "rule", "given", "arguments", "returns", "after"}


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    assert case["source"], "a case says where its expectation comes from"
    assert {"returns", "after"} & set(case)
    rule = rule_named(case["rule"])
    world = put_all(world_of(), case.get("given", {}))
    arguments = [look_up(world, a) if isinstance(a, str) else a for a in case.get("arguments", [])]
    takes_world = next(iter(inspect.signature(rule).parameters)) == "world"
    answer = rule(world, *arguments) if takes_world else rule(*arguments)
    if "returns" in case:
        assert answer == pytest.approx(case["returns"], abs=1e-9)
    for path, expected in case.get("after", {}).items():
        assert look_up(world, path) == pytest.approx(expected, abs=1e-9), path

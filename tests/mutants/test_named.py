"""Is every wrong rule that has a name noticed by the test that it names, and by no accident?"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.mutants.named import FOLDER, edit, named
from tests.mutants.operators import ROOT


def test_each_wrong_rule_is_noticed_by_its_test() -> None:
    """One process collects the tests once; each rule made wrong costs a fork."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        [sys.executable, "-m", "tests.mutants.named"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
    )
    found = json.loads(told.stdout.splitlines()[-1])
    assert found == {entry.name: "killed" for entry in named()}, told.stderr[-2000:]


@pytest.mark.parametrize("entry", named(), ids=lambda entry: entry.name)
def test_each_edit_changes_a_text_that_stands_once(entry: object) -> None:
    mutant = entry.mutant()  # type: ignore[attr-defined]
    source = (ROOT / mutant.file).read_text(encoding="utf-8")
    compile(mutant.text(source), mutant.file, "exec")
    assert mutant.text(source) != source


def test_names_are_told_apart() -> None:
    assert FOLDER.name == "mutants"
    names = [entry.name for entry in named()]
    assert len(set(names)) == len(names) >= 30


def test_an_edit_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(AssertionError, match="stands 0 times"):
        edit("sim/rules/react/reactions.py", "snub", "no such text", "pass")
    with pytest.raises(AssertionError, match="no function"):
        edit("sim/rules/react/reactions.py", "no_such_rule", "pass", "pass")
    with pytest.raises(AssertionError, match="no function"):
        edit("sim/state/opening.py", "add", "pass", "pass")

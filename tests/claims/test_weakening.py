"""Does every mechanism that an article's claim names leave a test red when it is a hundredth of itself, or gone?"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from analysis.evidence.claims.table import claims
from tests.claims.weakening import weakened
from tests.mutants.operators import ROOT


def run(*options: str) -> dict[str, str]:
    """What a run of the changes told."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.claims.weakening", *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    found: dict[str, str] = json.loads(told.stdout.splitlines()[-1])
    return found


def test_every_mechanism_has_a_number_or_a_part() -> None:
    assert {entry.row for entry in weakened()} == {claim.row for claim in claims() if claim.kind == "M"}
    assert len({entry.name for entry in weakened()}) == len(weakened())


@pytest.mark.parametrize("entry", weakened(), ids=lambda entry: entry.name)
def test_each_change_is_one_of_its_rows_rules_or_of_what_they_call(entry: object) -> None:
    mutant = entry.mutant()  # type: ignore[attr-defined]
    source = (ROOT / mutant.file).read_text(encoding="utf-8")
    assert mutant.file.startswith("sim/rules/")
    compile(mutant.text(source), mutant.file, "exec")


def test_a_test_of_each_row_fails_when_its_mechanism_is_weakened() -> None:
    """The first change of each row; the others at night."""
    first = {entry.row: entry.name for entry in reversed(weakened())}
    assert run("--first") == dict.fromkeys(first.values(), "killed")


@pytest.mark.nightly
def test_so_it_does_for_every_number_and_part() -> None:
    assert run("--all") == {entry.name: "killed" for entry in weakened()}

"""Does a mutant live in a child process alone, reach every caller, and get the verdict that it has earned?"""

from __future__ import annotations

import os
from typing import Any

import pytest

from sim.rules import limits
from sim.rules.decide import acts
from sim.rules.limits import grown
from tests.mutants import running
from tests.mutants.named import edit
from tests.mutants.operators import ROOT, Mutant
from tests.mutants.running import KILLED, NO_PROGRAM, SLOW, SURVIVED, in_a_child
from tests.mutants.swapping import put_in


class Item:
    """A test that does what it is told."""

    nodeid = "a test"

    def __init__(self, does: Any) -> None:
        self.does = does


@pytest.fixture(autouse=True)
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "passes", lambda item: item.does())


def forever() -> bool:
    while True:
        pass


@pytest.mark.parametrize(
    ("does", "status"),
    [(lambda: True, SURVIVED), (lambda: False, KILLED), (lambda: os._exit(3), KILLED), (forever, SLOW)],
)
def test_verdicts(does: Any, status: str) -> None:
    assert in_a_child([Item(lambda: True), Item(does)], lambda: None, 1.0).status == status


def test_who_noticed_is_told() -> None:
    assert in_a_child([Item(lambda: False)], lambda: None, 5.0).test == "a test"


def test_a_change_that_cannot_be_made_is_no_kill() -> None:
    def change() -> None:
        raise SyntaxError("no program")

    assert in_a_child([Item(lambda: True)], change, 5.0) == (NO_PROGRAM, "SyntaxError: no program")


def test_a_mutant_reaches_those_who_imported_the_rule_by_name_and_stays_in_the_child() -> None:
    mutant = edit("sim/rules/limits.py", "grown", "x + (1 - x) * part", "x - (1 - x) * part")

    def turned() -> bool:
        return grown(0.5, 0.5) == acts.grown(0.5, 0.5) == 0.25

    assert in_a_child([Item(turned)], lambda: put_in(mutant), 5.0).status == SURVIVED
    assert grown(0.5, 0.5) == 0.75


def test_a_constant_reaches_those_who_read_it() -> None:
    path = "sim/rules/limits.py"
    place = (ROOT / path).read_text(encoding="utf-8").index("700.0")
    mutant = Mutant(path, "", "scaled", 0, place, place + 5, "700.0", "0.5 * 700.0")

    def halved() -> bool:
        return limits.LARGEST_EXPONENT == 350.0

    assert in_a_child([Item(halved)], lambda: put_in(mutant), 5.0).status == SURVIVED

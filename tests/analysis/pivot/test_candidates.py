"""Are all options that could well have been taken found, and no others?"""

from __future__ import annotations

import pytest

from analysis.pivot import candidates
from sim.files import vary
from sim.results.record_rows import decisions
from sim.run import run_one
from tests.sim.rules.worlds import PLAIN

RECORD = run_one(PLAIN, seed=3)


@pytest.mark.parametrize("least", [0.1, 0.3, 0.9])
def test_every_option_of_that_chance_but_the_one_taken_is_a_candidate(least: float) -> None:
    found = candidates(RECORD, least_chance=least)
    wanted = [
        (choice.decision, option.name)
        for choice in decisions(RECORD)
        for option in choice.options
        if option.probability >= least and option is not choice.chosen
    ]
    assert [(one.decision.decision, one.other.name) for one in found] == wanted


def test_a_side_that_a_script_moves_has_none() -> None:
    assert {one.decision.leader for one in candidates(RECORD, ("east",))} == {"west"}
    assert candidates(RECORD, ("east", "west")) == ()


def test_where_leaders_do_the_best_for_certain_there_are_none() -> None:
    assert candidates(run_one(vary(PLAIN, {"choice": "argmax"}))) == ()

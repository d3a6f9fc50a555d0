"""The shipped table is that of the present cases, rules and version, and its shares are what runs of them show."""

from __future__ import annotations

from collections import Counter
from math import sqrt

import pytest

from analysis.estimates import wilson
from analysis.evidence.standing.standing_counts import (
    LUCKS,
    PARAMETERS,
    SEED,
    cases_with_a_world,
    count_standings,
)
from analysis.evidence.standing.standing_table import Standing, scenario_hash, shipped_standings
from sim import load_scenario, run_many
from sim.files.shipped import list_scenarios
from sim.run import rules_digest
from sim.version import __version__
from sim.vocabulary.outcomes import WORDS

ANEW = "count it anew: python -m analysis.evidence standing"
SMALL = "us-ukraine-2025"
"""A case of twelve days."""
FEW = 120
FAR = 5.0
"""Standard errors: a share that is right lies further off once in two million looks."""


def test_the_shipped_table_holds_for_the_present_cases_rules_and_version() -> None:
    lines = shipped_standings()
    assert [(line.case, line.outcome) for line in lines] == [(c, word) for c in cases_with_a_world() for word in WORDS]
    for line in lines:
        assert line.scenario == scenario_hash(load_scenario(line.case)), f"{line.case}: {ANEW}"
        assert (line.rules, line.version) == (rules_digest(), __version__), ANEW
        assert (line.lucks, line.seed, line.parameters) == (LUCKS, SEED, PARAMETERS)


def test_the_shares_of_a_case_are_those_of_its_counts_and_sum_to_all() -> None:
    for case in cases_with_a_world():
        lines = [line for line in shipped_standings() if line.case == case]
        assert sum(line.stood for line in lines) == LUCKS
        for line in lines:
            assert (line.share, line.low, line.high) == pytest.approx(wilson(line.stood, LUCKS).numbers, abs=5.001e-5)


def test_other_luck_finds_the_same_shares() -> None:
    """A table that was counted for something else, or by something else, is seen without counting all of it."""
    found = Counter(map(str, run_many(SMALL, seed=77, runs=FEW, parameters=PARAMETERS).outcomes))
    for line in (line for line in shipped_standings() if line.case == SMALL):
        spread = sqrt(max(line.share * (1 - line.share), 1 / LUCKS) / FEW)
        assert abs(found[line.outcome] / FEW - line.share) < FAR * spread, (line.outcome, ANEW)


def test_invented_cases_have_no_world() -> None:
    assert set(list_scenarios()) - set(cases_with_a_world()) == {"two-leaders"}


def test_a_count_is_that_of_the_runs_it_names() -> None:
    lines = list(count_standings(SMALL, lucks=30, seed=4))
    runs = run_many(SMALL, seed=4, runs=30, parameters=PARAMETERS)
    assert {line.outcome: line.stood for line in lines} == {word: list(runs.outcomes).count(word) for word in WORDS}


@pytest.mark.nightly
@pytest.mark.parametrize("case", cases_with_a_world())
def test_the_numbers_are_those_of_this_model(case: str) -> None:
    def whole(lines: list[Standing]) -> list[tuple[str, int]]:
        return [(line.outcome, line.stood) for line in lines]

    shipped = [line for line in shipped_standings() if line.case == case]
    assert whole(list(count_standings(case))) == whole(shipped), ANEW

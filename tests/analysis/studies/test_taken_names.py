"""Is one name given to one column, whatever its case, and one number to one factor?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.catalogue import measures
from analysis.studies import read_study
from analysis.studies.designs import Factor
from analysis.studies.study_columns import RESERVED
from analysis.studies.taken_names import NamesTaken, PathsTaken
from sim.files import ScenarioError, load_scenario
from sim.results.runs import no_runs
from tests.analysis.studies.made import write

HEAD = "study: s\nscenario: two-leaders\nset: {horizon_days: 30}\ndesign: {kind: lhs, points: 4}\nfactors:\n"


@cache
def known() -> list[str]:
    """Every column and measure of runs."""
    table = pd.DataFrame(no_runs(load_scenario("two-leaders")).columns())
    return sorted({*table.columns, *measures(table), *RESERVED} - {"horizon_days"})


def cased(name: str) -> st.SearchStrategy[str]:
    return st.tuples(*[st.sampled_from([letter.lower(), letter.upper()]) for letter in name]).map("".join)


@cache
def taken_in_two_leaders() -> dict[str, str]:
    return dict(NamesTaken(load_scenario("two-leaders"), {})._taken)


def names_taken() -> NamesTaken:
    """Those of the scenario, worked out once."""
    made = NamesTaken(None, {})
    made._taken = dict(taken_in_two_leaders())
    return made


@given(st.sampled_from(known()).flatmap(cased))
def test_no_factor_takes_the_name_of_a_column_or_measure_in_any_case(name: str) -> None:
    taken = names_taken()
    assert "name the factor otherwise" in taken.take(Factor(("leaders.verenia.ego",), 0, 1, name=name))
    assert taken.take(Factor(("leaders.verenia.ego",), 0, 1, name=f"{name}_of_mine")) == ""


@given(st.from_regex(r"[a-zA-Zé]{1,6}", fullmatch=True).flatmap(lambda name: st.tuples(st.just(name), cased(name))))
def test_no_two_factors_share_a_name_in_any_case(names: tuple[str, str]) -> None:
    taken = NamesTaken(None, {})
    first, second = (Factor(("leaders.verenia.ego",), 0, 1, name=name) for name in names)
    if not taken.take(first):
        assert "is the name of another factor" in taken.take(second)


def test_mediators_and_issues_of_an_alternative_bring_measures_too() -> None:
    scenario = load_scenario("two-leaders")
    issue = next(iter(scenario.issues))
    choices = {"what": {"more": {"issues.more": {"name": "More", "weight": dict.fromkeys(scenario.leaders, 1)}}}}
    for name, changes in (("settlement_more", choices), (f"settlement_{issue}", {}), ("mediator_sorrel", {})):
        assert NamesTaken(scenario, changes).take(Factor(("dyad.rapport",), 0, 1, name=name))
    assert NamesTaken(scenario, {}).take(Factor(("dyad.rapport",), 0, 1, name="settlement_more")) == ""


def test_the_column_of_the_horizon_may_be_varied_under_its_own_name_only() -> None:
    assert NamesTaken(None, {}).take(Factor(("horizon_days",), 10, 20, whole=True)) == ""
    scenario = load_scenario("two-leaders")
    assert NamesTaken(scenario, {}).take(Factor(("horizon_days",), 10, 20, whole=True)) == ""
    assert NamesTaken(scenario, {}).take(Factor(("dyad.rapport",), 0, 1, name="horizon_days"))


PATHS = st.sampled_from(
    ["leaders.us.ego", "leaders.us", "leaders.us.pressure.points", "leaders.cn.ego", "mediators", "mediators.x.stake"]
)


@given(st.lists(PATHS, min_size=1, max_size=3, unique=True), st.lists(PATHS, min_size=1, max_size=3, unique=True))
def test_two_factors_clash_exactly_when_one_sets_the_others_place_or_a_block_around_it(
    first: list[str], second: list[str]
) -> None:
    def meet(one: str, other: str) -> bool:
        return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")

    for choices in (None, {"x": dict.fromkeys(second, 1), "y": {}}):
        paths = PathsTaken()
        assert paths.take(Factor(tuple(first), 0, 1, name="a")) is None
        clash = paths.take(Factor(tuple(second) if choices is None else ("b",), 0, 1, name="b"), choices)
        assert (clash is not None) is any(meet(one, other) for one in first for other in second)


@given(PATHS, PATHS, st.booleans())
def test_what_the_study_sets_for_every_row_no_factor_sets_again(held: str, varied: str, chosen: bool) -> None:
    meet = f"{varied}.".startswith(f"{held}.") or f"{held}.".startswith(f"{varied}.")
    choices = {"x": {varied: 1}, "y": {}} if chosen else None
    factor = Factor(("b",) if chosen else (varied,), 0, 1, name="b")
    clash = PathsTaken({held: 1}).take(factor, choices)
    assert (clash is not None) is meet
    if clash is not None:
        assert clash.path == varied
        assert "`set`" in clash.message and "'b'" in clash.message and varied in clash.message


@pytest.mark.parametrize(
    ("value", "clashes"),
    [
        ({"name": "Oslo"}, False),
        ({"name": "Oslo", "stake": 0.5}, True),
        ({"stake": {"value": 0.5, "source": "a book"}}, True),
        ({}, True),
        (None, True),
    ],
)
def test_of_a_block_set_for_every_row_a_factor_may_vary_what_it_does_not_write_out(value: Any, clashes: bool) -> None:
    factor = Factor(("mediators.oslo.stake",), 0, 1, name="stake")
    assert (PathsTaken({"mediators.oslo": value}).take(factor) is not None) is clashes


@pytest.mark.parametrize(
    ("factors", "place", "said"),
    [
        ("  peak_pressure_verenia: {path: leaders.verenia.ego, low: 0, high: 1}\n", "6:3", "is a measure of every run"),
        ("  ego: {path: leaders.verenia.ego, low: 0, high: 1}\n  Ego: {path: leaders.aldmark.ego, low: 0, high: 1}\n",
         "7:3", "'Ego' is the name of another factor ('ego')"),
        ("  a: {path: leaders.verenia.ego, low: 0, high: 1}\n  b: {choices: {x: {leaders.verenia.ego: 0.2}, y: {}}}\n",
         "7:21", "factors 'a' and 'b' both set leaders.verenia.ego"),
        ("  a: {path: leaders.verenia.ego, levels: [1, 1.0]}\n", "6:3", "levels must differ"),
        ("  horizon_days: {low: 20, high: 30}\n", "6:3", "`set` and factor 'horizon_days' both set horizon_days"),
        ("  a: {choices: {x: {horizon_days: 20}, y: {}}}\n", "6:21", "`set` and factor 'a' both set horizon_days"),
    ],
)  # fmt: skip
def test_a_study_is_refused_at_the_place(tmp_path: Path, factors: str, place: str, said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        read_study(write(tmp_path, HEAD + factors))
    (problem,) = raised.value.problems
    assert str(problem).startswith(f"{tmp_path}/study.yaml:{place}: ")
    assert said in problem.message

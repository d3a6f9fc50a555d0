"""What is planted is found, what is not is not told apart, and all intervals of a table hold at once."""

from __future__ import annotations

from itertools import count

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.claims.paired_luck import Plan, outcome_change
from analysis.evidence.claims.table import RowError, Switch, switches
from analysis.evidence.mechanisms import switched_cases as module
from analysis.evidence.mechanisms.switched_cases import (
    ENDINGS,
    OUTCOMES,
    MechanismEffects,
    State,
    SwitchedCase,
    chosen_switches,
    each_off,
    is_sure,
    measure_switches,
    runs_needed,
)
from sim import load_scenario, vary
from tests.analysis.evidence.mechanisms.made_up import World, planted

CASE = load_scenario("two-leaders")
STRONG = World(days=20.0, first=0.8, ends=(0.5, 0.2, 0.1, 0.1, 0.1))


def effects_of(without: dict[int, World], lucks: int, seed: int) -> MechanismEffects:
    with planted(World(), without, seed) as cases:
        return measure_switches(CASE, cases, Plan(lucks))


def test_what_is_planted_is_found_and_nothing_else() -> None:
    found = effects_of({1: STRONG, 2: World()}, 1000, 0).found
    assert {name for name in OUTCOMES if is_sure(found[0].of(name))} >= {"ask_days", "asks_before", "ends_deal"}
    assert found[0].of("ask_days").estimate.low > 0, "with it the first ask comes later than without"
    assert found[0].of("asks_before").estimate.high < 0
    assert not any(map(is_sure, found[1].changes))
    assert [one.state for one in found] == [State.measured] * 2


def missed(lucks: int, seed: int) -> bool:
    """Whether any interval of a table of three mechanisms, one of which does nothing, misses the truth."""
    worlds = {1: STRONG, 2: World(), 3: World(days=42.0, first=0.48, ends=(0.21, 0.2, 0.2, 0.2, 0.19))}
    whole = World().truth
    found = effects_of(worlds, lucks, seed).found
    return any(
        not change.estimate.low <= whole[name] - worlds[one.row].truth[name] <= change.estimate.high
        for one in found
        for name, change in zip(OUTCOMES, one.changes, strict=True)
    )


def test_all_intervals_of_a_table_hold_at_once() -> None:
    """One table in twenty may miss; of forty, more than six do once in a thousand times."""
    assert sum(missed(150, seed) for seed in range(40)) <= 6


@pytest.mark.nightly
@pytest.mark.parametrize("lucks", [30, 300, 1000])
def test_so_they_do_in_many_tables(lucks: int) -> None:
    assert np.mean([missed(lucks, seed) for seed in range(600)]) <= 0.08


def test_what_is_off_already_makes_no_difference_and_is_not_run() -> None:
    alone = vary(CASE, {"mediators": {}})
    cases = each_off(alone, [switches()[34]])
    assert cases[0].without is None
    assert runs_needed(cases, Plan(30)) == 30
    (found,) = measure_switches(alone, cases, Plan(30)).found
    assert found.state is State.off
    assert all(change.estimate.numbers == (0, 0, 0) and change.moved == 0 for change in found.changes)


def test_what_moves_no_run_is_told_with_its_bounds() -> None:
    """A market that nobody minds may as well not move."""
    calm = {f"leaders.{side}.pressure.points": 0 for side in CASE.leaders}
    quiet = vary(CASE, {**calm, "choice": "argmax", "horizon_days": 2, "clock.rate_per_week": 0.1})
    (found,) = measure_switches(quiet, each_off(quiet, [switches()[8]]), Plan(20)).found
    assert found.state is State.unmoved
    for change in found.changes:
        assert change.moved == 0
        assert change.estimate.low <= 0 <= change.estimate.high
        assert change.estimate.value == 0
    assert found.of("ask_days").estimate.high > 0, "twenty lucks do not prove that no luck is moved"


def test_the_case_as_it_is_is_run_once_and_rows_keep_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    real, ran = module.runs_of, []
    monkeypatch.setattr(module, "runs_of", lambda *given: ran.append(given[0]) or real(*given))
    cases = each_off(CASE, chosen_switches([34, 21, 28]))
    found = measure_switches(CASE, cases, Plan(20)).found
    assert [one.row for one in found] == [21, 28, 34]
    assert [one is CASE for one in ran] == [True, False, False]


def test_more_looks_make_every_interval_wider() -> None:
    one, two = (measure_switches(CASE, each_off(CASE, chosen_switches(rows)), Plan(40)) for rows in ([21], [21, 34]))
    assert (one.looks, two.looks) == (8, 16)
    assert one.level < two.level
    for alone, both in zip(one.found[0].changes, two.found[0].changes, strict=True):
        assert alone.estimate.value == both.estimate.value
        assert both.estimate.low <= alone.estimate.low and alone.estimate.high <= both.estimate.high


def test_stopped_it_keeps_what_is_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    real, left = module.runs_of, count(3, -1)

    def stopped(*given: object) -> object:
        if next(left) <= 0:
            raise KeyboardInterrupt
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "runs_of", stopped)
    effects = measure_switches(CASE, each_off(CASE, chosen_switches([14, 21, 34])), Plan(10))
    assert effects.is_partial
    assert [one.row for one in effects.found] == [14, 21]
    assert effects.looks == 24, "the correction is for what was asked for"


@pytest.mark.parametrize(("asked_at", "kept"), [(1, 0), (60, 1), (100, 2)])
def test_ctrl_c_is_heard_between_mechanisms(asked_at: int, kept: int) -> None:
    """However many runs the engine does in one go, it stops before the next mechanism."""
    done = 0

    def finished(more: int) -> None:
        nonlocal done
        done += more
        if done >= asked_at:
            raise KeyboardInterrupt

    cases = each_off(CASE, chosen_switches([14, 21, 34]))
    if not kept:
        with pytest.raises(KeyboardInterrupt):
            measure_switches(CASE, cases, Plan(40), finished)
        return
    effects = measure_switches(CASE, cases, Plan(40), finished)
    assert len(effects.found) == kept


@given(st.lists(st.tuples(*[st.sampled_from(["a", "b", "both", ""])] * 2), min_size=2, max_size=60))
def test_with_the_sides_exchanged_who_asks_is_mirrored(asked: list[tuple[str, str]]) -> None:
    other = {"a": "b", "b": "a"}
    usual, mirrored = (
        outcome_change(
            "asks_before",
            (table([swap.get(x, x) for x, _ in asked]), table([swap.get(y, y) for _, y in asked])),
            0.99,
            2.0,
        )
        for swap in ({}, other)
    )
    assert mirrored.estimate.value == pytest.approx(-usual.estimate.value)
    assert (mirrored.estimate.low, mirrored.estimate.high) == pytest.approx((-usual.estimate.high, -usual.estimate.low))
    assert usual.moved == mirrored.moved


def table(asked_by: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"first_ask_by": asked_by, "peak_pressure_a": 1.0, "peak_pressure_b": 1.0})


def test_a_row_that_is_no_mechanism_is_told() -> None:
    with pytest.raises(RowError, match="row 1 is no mechanism of the claims table; those are 2, 3,"):
        chosen_switches([2, 1])
    assert len(chosen_switches()) == 33


def test_what_the_five_endings_gain_and_lose_is_nothing_together() -> None:
    (found,) = measure_switches(CASE, each_off(CASE, chosen_switches([34])), Plan(60)).found
    assert sum(found.of(name).estimate.value for name in ENDINGS) == pytest.approx(0)
    assert found.of("ends_no_contact").first >= found.of("ends_no_contact").second


def test_a_planted_switch_of_the_model_is_found() -> None:
    """Without any wish to wait, leaders ask sooner."""
    hasty = Switch(0, "waiting", {"weights.inertia": 4.9}, [], "")
    without = vary(CASE, {"weights.inertia": 4.9})
    (found,) = measure_switches(CASE, [SwitchedCase(hasty, without, {})], Plan(150)).found
    assert is_sure(found.of("ask_days"))

"""Directions that the model must have on two named cases, over many runs with paired luck (design section 12).

A direction holds when the mean of the paired differences of ``RUNS`` drawn runs lies 4.9 standard errors on its side:
by chance alone less than once in a million. What the two egos do is reported, not asserted: the table is at the end
of ``docs/claims.md``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

from sim.files import load_scenario, vary
from sim.scenario import Scenario
from tests.claims.stage import SURE, Changes, count, first_hazards, ledgers, standard_errors

RUNS = 4000
MEETINGS = 1500
VISITS = 2400
AT_THE_DOOR = ("envoy_received", "envoy_blocked")

Table = dict[str, Any]


class Baseline(NamedTuple):
    """A named case with who began the quarrel and whom it is aimed at."""

    scenario: Scenario
    initiator: str
    target: str


BASELINES = [
    pytest.param(
        Baseline(load_scenario("us-china-2025"), "us", "china"), id="us-china-2025", marks=pytest.mark.nightly
    ),
    pytest.param(Baseline(load_scenario("two-leaders"), "verenia", "aldmark"), id="two-leaders"),
]
on_baselines = pytest.mark.parametrize("baseline", BASELINES)
HUMILIATION = {"guest": {"name": "A guest shouted at", "kind": "humiliation", "salience": 1.0, "weight": 1.0}}


def days(table: Table, column: str, scenario: Scenario) -> npt.NDArray[np.float64]:
    """Days until something came; what never came counts as the horizon."""
    return np.nan_to_num(table[column], nan=float(scenario.horizon_days))


def talks(table: Table) -> npt.NDArray[np.float64]:
    """1 where the two sides talked at any level: authorised envoys, a call, a summit."""
    return (table["ever_talks"] | table["ever_call"] | table["ever_summit"]).astype(float)


def apart(larger: npt.NDArray[np.float64], smaller: npt.NDArray[np.float64]) -> float:
    """Difference of the means of two samples of independent runs, in standard errors."""
    spread = larger.var(ddof=1) / len(larger) + smaller.var(ddof=1) / len(smaller)
    return float((larger.mean() - smaller.mean()) / spread**0.5)


@on_baselines
def test_an_acceptable_mediator_raises_the_chance_of_talks_and_more_so_at_high_face_need(baseline: Baseline) -> None:
    raised = {}
    for need in (0.1, 0.9):
        scenario = vary(baseline.scenario, {f"leaders.{baseline.target}.face_need": need})
        without, with_one = count(scenario, [{"mediators": {}}, {}], RUNS)
        raised[need] = talks(with_one) - talks(without)
        assert standard_errors(raised[need]) > SURE
    assert standard_errors(raised[0.9] - raised[0.1]) > SURE


@on_baselines
def test_without_a_need_for_face_unmediated_contact_comes_sooner(baseline: Baseline) -> None:
    scenario = vary(baseline.scenario, {"mediators": {}})
    proud, plain = count(scenario, [{f"leaders.{baseline.target}.face_need": need} for need in (0.9, 0)], RUNS)
    for column in ("first_contact_day", "first_voice_day"):
        assert standard_errors(days(proud, column, scenario) - days(plain, column, scenario)) > SURE


@on_baselines
def test_an_initiator_who_minds_markets_eases_or_comes_into_contact_sooner(baseline: Baseline) -> None:
    scenario = baseline.scenario
    path = f"leaders.{baseline.initiator}.market_sensitivity"
    deaf, keen = count(scenario, [{path: 0}, {path: 1}], RUNS)
    sooner = days(deaf, "first_voice_day", scenario) - days(keen, "first_voice_day", scenario)
    eased = keen[f"ease_count_{baseline.initiator}"] - deaf[f"ease_count_{baseline.initiator}"]
    assert standard_errors(sooner) > SURE or standard_errors(eased) > SURE


@on_baselines
def test_caution_lowers_the_rate_of_ruptures_at_summits_held(baseline: Baseline) -> None:
    """The hazard at the first summit of each run, from the state on its morning: less noisy than a count."""
    bold, careful = (
        np.array(
            [
                hazard
                for hazard in first_hazards(
                    vary(baseline.scenario, {f"leaders.{side}.caution": caution for side in baseline.scenario.leaders}),
                    MEETINGS,
                )
                if hazard is not None
            ]
        )
        for caution in (0, 1)
    )
    assert apart(bold, careful) > SURE


@on_baselines
def test_a_remembered_humiliation_delays_contact(baseline: Baseline) -> None:
    memories = f"leaders.{baseline.target}.precedents"
    fresh, burned = count(baseline.scenario, [{memories: {}}, {memories: HUMILIATION}], RUNS)
    for column in ("first_contact_day", "first_voice_day"):
        later = days(burned, column, baseline.scenario) - days(fresh, column, baseline.scenario)
        assert standard_errors(later) > SURE


@on_baselines
def test_a_gatekeeper_lowers_the_access_of_envoys(baseline: Baseline) -> None:
    """Share of the target's envoys that are received, with and without a gatekeeper among the initiator's aides."""
    host = sorted(baseline.scenario.leaders).index(baseline.initiator)
    aide = next(iter(baseline.scenario.leaders[baseline.initiator].advisers))
    shares = []
    for channel in ("any", "leader_only"):
        path = f"leaders.{baseline.initiator}.advisers.{aide}.channel"
        visits = (
            [event.kind == "envoy_received" for event in run if event.kind in AT_THE_DOOR and event.actor == host]
            for run in ledgers(vary(baseline.scenario, {path: channel}), VISITS)
        )
        shares.append(np.array([np.mean(visit) for visit in visits if visit]))
    assert apart(*shares) > SURE


@on_baselines
def test_hawks_around_the_initiator_raise_escalation(baseline: Baseline) -> None:
    def council(stance: float) -> Changes:
        advisers = baseline.scenario.leaders[baseline.initiator].advisers
        return {f"leaders.{baseline.initiator}.advisers.{aide}.stance": stance for aide in advisers}

    doves, hawks = count(baseline.scenario, [council(-1), council(1)], RUNS)
    column = f"escalate_count_{baseline.initiator}"
    per_day = hawks[column] / hawks["end_day"] - doves[column] / doves["end_day"]
    assert standard_errors(per_day) > SURE

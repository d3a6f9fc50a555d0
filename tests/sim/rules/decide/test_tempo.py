"""Does what a leader does a week follow a tempo and not the clock, and do inertia and news do what they say?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.decide.choice import action_chance, attends, attention, choose_action, nest_chance, value_nests
from sim.vocabulary import actions as acts
from sim.vocabulary import scenario_words as words
from tests.sim.rules.decide.test_choice import chances, chooser, masks, neutral, only, precisions, utilities
from tests.sim.rules.worlds import put, put_all, world_of

tempos = st.floats(0.05, 14)


@given(utilities, masks, precisions, tempos, tempos)
def test_thinning_scales_what_is_done_and_leaves_the_rest_to_holding(
    values: list[float], allowed: list[int], precision: float, tempo: float, rate: float
) -> None:
    """P(act) = min(1, tempo / rate) times the logit's, for every act; the odds of acts among themselves stay."""
    world = chooser(values, allowed, precision)
    put_all(world, {"setting.0.clock": words.POISSON, "setting.0.tempo": rate, "setting.0.rate_per_week": rate})
    whole = chances(world)
    put(world, "setting.0.tempo", tempo)
    part = min(tempo / rate, 1.0)
    thinned = chances(world)
    assert attention(world) == pytest.approx(part)
    assert thinned[acts.HOLD] == pytest.approx(1 - part + part * whole[acts.HOLD], abs=1e-9)
    assert thinned[1:] == pytest.approx([part * chance for chance in whole[1:]], abs=1e-9)
    assert math.fsum(thinned) == pytest.approx(1, abs=1e-9)


@given(utilities, masks, st.integers(0, 2**32 - 1), st.integers(0, 4000), st.floats(0.05, 1))
def test_with_the_same_luck_a_leader_without_time_holds_and_one_with_time_does_what_he_would_have_done(
    values: list[float], allowed: list[int], seed: int, tick: int, part: float
) -> None:
    world = chooser(values, allowed)
    put_all(world, {"setting.0.seed": seed, "dyad.0.tick": tick, "setting.0.clock": words.POISSON})
    put_all(world, {"setting.0.rate_per_week": 4.0, "setting.0.tempo": 4.0})
    always = choose_action(world, 0)
    put(world, "setting.0.tempo", 4.0 * part)
    assert choose_action(world, 0) == (always if attends(world, 0) else acts.HOLD)
    more = attends(world, 0)
    put(world, "setting.0.tempo", 4.0)
    assert attends(world, 0) >= more


@given(tempos, st.floats(0.25, 14))
def test_what_a_leader_does_a_week_does_not_depend_on_how_often_the_clock_asks(tempo: float, days: float) -> None:
    """Attention times the clock's rate is the tempo, where the clock is no slower than that, for both clocks."""
    world = put_all(world_of(), {"setting.0.tempo": tempo, "setting.0.every_days": days})
    put_all(world, {"setting.0.rate_per_week": 7.0 / days})
    for clock in (words.POISSON, words.FIXED):
        put(world, "setting.0.clock", clock)
        assert attention(world) * 7.0 / days == pytest.approx(min(tempo, 7.0 / days))


def test_a_leader_attends_as_often_as_the_tempo_says() -> None:
    n, part = 4000, 0.3
    world = put_all(world_of(), {"setting.0.clock": words.POISSON, "setting.0.rate_per_week": 10.0})
    put(world, "setting.0.tempo", 3.0)
    seen = 0
    for tick in range(n):
        world.dyad[0].tick = tick
        seen += attends(world, 0)
    assert abs(seen / n - part) <= 4 * math.sqrt(part * (1 - part) / n)


@given(utilities, masks, precisions, st.floats(-3, 3))
def test_inertia_changes_the_odds_of_waiting_alone(
    values: list[float], allowed: list[int], precision: float, inertia: float
) -> None:
    world = neutral(chooser(values, allowed, precision))
    before = [nest_chance(world, nest) for nest in range(acts.N_NESTS)]
    put(world, "weights.0.inertia", inertia)
    value_nests(world, 0)
    after = [nest_chance(world, nest) for nest in range(acts.N_NESTS)]
    scale = [math.exp(inertia) if nest == acts.WAIT else 1.0 for nest in range(acts.N_NESTS)]
    total = math.fsum(s * p for s, p in zip(scale, before, strict=True))
    assert after == pytest.approx([s * p / total for s, p in zip(scale, before, strict=True)], abs=1e-9)


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_backing_out_without_provocation_is_the_rarer_the_quieter_it_is_told_to_be(
    quiet: float, calm: float, angry: float
) -> None:
    calm, angry = sorted((calm, angry))
    world = neutral(chooser([0.0] * acts.COUNT, only(acts.HOLD, acts.WITHDRAW)))
    whole = action_chance(world, acts.WITHDRAW)
    found = []
    for provocation in (calm, angry, 1.0):
        put_all(world, {"weights.0.withdraw_quiet": quiet, "leaders.0.provocation": provocation})
        value_nests(world, 0)
        found.append(action_chance(world, acts.WITHDRAW))
    assert found[0] <= found[1] + 1e-12 <= found[2] + 2e-12
    assert found[2] == pytest.approx(whole)


@given(tempos, tempos, st.floats(0, 1), st.floats(0, 1))
def test_calling_off_is_a_hazard_per_day_whatever_the_tempo_and_the_clock(
    tempo: float, rate: float, quiet: float, provocation: float
) -> None:
    """The odds of backing out against holding times the acts a week come to the same for every tempo and rate."""
    world = chooser([0.0] * acts.COUNT, only(acts.HOLD, acts.WITHDRAW))
    put_all(world, {"weights.0.withdraw_quiet": quiet, "leaders.0.provocation": provocation})
    put_all(world, {"weights.0.inertia": 0.0, "setting.0.clock": words.POISSON})
    found = []
    for acts_a_week, asked in ((tempo, rate), (2.0, 14.0)):
        put_all(world, {"setting.0.tempo": acts_a_week, "setting.0.rate_per_week": asked})
        value_nests(world, 0)
        odds = nest_chance(world, acts.BACK_OUT) / nest_chance(world, acts.WAIT)
        found.append(odds * min(acts_a_week, asked))
    assert found[0] == pytest.approx(found[1], rel=1e-6, abs=1e-6)

"""Does the row kept of a counted run say the same as the full record of that run?"""

from __future__ import annotations

import math
from typing import Any

import pytest

from sim.engines.mesa import NegotiationModel
from sim.rules.record.summary import summarise
from sim.state.summary_columns import PER_SIDE, summary_columns
from sim.vocabulary import actions as a
from sim.vocabulary import events as e
from sim.vocabulary import levels, outcomes
from sim.vocabulary.milestones import EVER
from tests.sim.rules.worlds import PLAIN, put_all, unlike


@pytest.mark.parametrize("seed", range(8))
def test_a_summary_agrees_with_the_record(seed: int) -> None:
    model = NegotiationModel(PLAIN, seed=seed)
    model.run_model()
    columns = summary_columns(model.sides, list(PLAIN.issues))
    row = [math.nan] * len(columns)
    summarise(model.world, row)
    told = dict(zip(columns, row, strict=True))
    outcome = model.outcome
    assert outcomes.WORDS[int(told["outcome"])] == outcome.outcome_class
    assert told["outcome_day"] == outcome.day
    assert told["last_touch_day"] == (-1 if outcome.last_touch_day is None else outcome.last_touch_day)
    first = outcome.first_contact
    assert told["first_contact_day"] == (-1 if first is None else first.day)
    if first is not None:
        assert levels.WORDS[int(told["first_contact_level"])] == first.level
    for what, happened in outcome.ever.items():
        assert told[f"ever_{what}"] == happened
    for side in model.sides:
        assert told[f"trough_{side}"] == outcome.trough[side]
        assert told[f"peak_pressure_{side}"] == outcome.peak_pressure[side]
        assert [told[f"{action}_count_{side}"] for action in a.WORDS] == list(outcome.actions[side].values())
    for issue in PLAIN.issues:
        expected = -1.0 if outcome.settlement is None else outcome.settlement[issue]
        assert told[f"settlement_{issue}"] == expected
    last = model.trajectory().columns["steps"]
    assert (told["groundwork"], told["tension"], told["end_day"]) == (
        last["groundwork"][-1],
        last["tension"][-1],
        last["day"][-1],
    )


TALLIED: dict[str, Any] = {
    "first_ask": [3.25, 2.25], "yeses": 51, "noes": 52, "asks_to_yes": 53, "agreed_at": 54, "opening_held": 55,
    "ahead_announced": 56, "ahead_held": 57, "lead": -1.0, "rupture_day": 61.5, "ask_after_rupture": 62.5,
    "break_day": 63.5, "ask_after_break": 64.5,
}  # fmt: skip


def test_every_number_stands_in_the_column_that_names_it() -> None:
    """In a world in which no two numbers are alike, each of its last state is read from where the world has it."""
    world = put_all(
        unlike(0), {"dyad.0.stands": 0, "dyad.0.stands_since": 8.5, "dyad.0.deal_day": 9.5, "dyad.0.touch_day": 7.5}
    )
    dyad = world.dyad[0]
    dyad.first_day[:], dyad.first_level[:], dyad.first_asked[:] = [1.5, 2.5, 3.5], [1, 4, 5], [0, 1, -2]
    for number, flag in enumerate(EVER):
        setattr(dyad, f"ever_{flag}", 10 + number)
    put_all(world, {"dyad.0.mediator": 1, "dyad.0.truce_day": 4.5, "dyad.0.step": 30, "setting.0.step_days": 0.5})
    for side in range(2):
        world.leaders[side].counts[:] = range(20 * side, 20 * side + len(a.WORDS))
        world.markets[side].trough = 0.3 + 0.1 * side
        world.issues[side].settled[:] = [0.6 + 0.1 * side, 0.4 - 0.1 * side]
    put_all(world, {f"tally.0.{name}": value for name, value in TALLIED.items()})
    world.tally[0].happened[:] = range(e.COUNT)
    row = [math.nan] * len(summary_columns(("east", "west"), ["tolls", "fish"]))
    summarise(world, row)
    told = dict(zip(summary_columns(("east", "west"), ["tolls", "fish"]), row, strict=True))
    expected = {
        "outcome": 0, "outcome_day": 8.5, "last_touch_day": 7.5,
        "first_contact_day": 1.5, "first_contact_asked_by": 0, "first_contact_level": 1,
        "first_voice_day": 2.5, "first_voice_asked_by": 1, "first_in_person_day": 3.5, "first_in_person_asked_by": -2,
        "mediator": 1, "truce_day": 4.5, "deal_day": 9.5, "end_day": 15.0, "groundwork": dyad.groundwork,
        "rapport": dyad.rapport,
        "first_voice_level": 4, "first_ask_day": 2.25, "first_ask_by": 1, "asks": 13, "asks_accepted": 51,
        "calls_held": 26, "summits_held": 29, "rounds_held": 19, "asks_to_yes": 53, "first_rupture_day": 61.5,
        "agreed_at": 54, "asks_refused": 52, "ask_after_rupture": 62.5, "first_break_day": 63.5,
        "ask_after_break": 64.5, "opening_summit_held": 55, "ahead_decided": 56, "ahead_held": 57,
        **{f"events_{kind}": number for number, kind in enumerate(e.WORDS)},
        "tension": dyad.tension, "settlement_tolls": 0.6, "settlement_fish": 0.7,
        **{f"ever_{flag}": 10 + number for number, flag in enumerate(EVER)},
    }  # fmt: skip
    for side, name in enumerate(("east", "west")):
        leader, public = world.leaders[side], world.publics[side]
        numbers = (world.markets[side].trough, leader.peak_points, leader.points, public.hostility, public.approval)
        expected |= {f"{column}_{name}": number for column, number in zip(PER_SIDE, numbers, strict=False)}
        expected |= {f"coercion_works_{name}": leader.coercion_works, f"outside_option_{name}": leader.outside_option}
        expected[f"first_ask_day_{name}"] = TALLIED["first_ask"][side]
        expected |= {f"{action}_count_{name}": 20 * side + number for number, action in enumerate(a.WORDS)}
    assert told == pytest.approx(expected)


def test_without_a_deal_nothing_is_settled() -> None:
    world = put_all(unlike(0), {"dyad.0.deal_day": -1.0, "issues.0.settled": [0.5, 0.5]})
    row = [math.nan] * len(summary_columns(("east", "west"), ["tolls", "fish"]))
    summarise(world, row)
    assert row[-2:] == [-1.0, -1.0]

"""Are the loading tables of docs/odd.md what the rules do where no two numbers are alike, for either side?

The page's own test holds them against moments of real runs, in which much is zero or equal on both sides.
"""

from __future__ import annotations

import pytest

from sim.rules.answer import answering
from sim.rules.decide import appraisal, turn
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.docs.test_odd import expected, features
from tests.sim.rules.worlds import put_all, unlike

SEEDS = pytest.mark.parametrize("seed", range(3))
SIDES = pytest.mark.parametrize("side", range(2))


def started(seed: int, side: int) -> World:
    """A world in which a truce runs, a host is at hand and every component weighs one."""
    world = put_all(unlike(seed), {"dyad.0.truce": seed % 2, "dyad.0.truce_started": 2.0, "dyad.0.truce_until": 60.0})
    world.leaders[side].best_host = (seed + side) % 2
    world.dyad[0].host = seed % 2
    return put_all(world, {f"weights.0.{component}": 1.0 for component in c.WORDS})


@SEEDS
@SIDES
def test_actions(seed: int, side: int) -> None:
    world = started(seed, side)
    turn.fill_sheet(world, side)
    known = features(world, side)
    for number, action in enumerate(a.WORDS):
        wanted = expected("actions", action, known | {"repeat": appraisal.repetition(world, side, number)})
        assert list(world.sheet[number]) == pytest.approx(wanted), action


@SEEDS
@SIDES
@pytest.mark.parametrize("topic", range(len(answers.TOPICS)))
def test_answers(seed: int, side: int, topic: int) -> None:
    world = started(seed, side)
    host = world.leaders[side].best_host
    total = answering.fill_reply(world, world.leaders[side], side, topic, host)
    wanted = expected("answers", answers.TOPICS[topic], features(world, side))
    assert list(world.reply[answering.ACCEPT_ROW]) == pytest.approx(wanted)
    assert total == pytest.approx(sum(wanted))


@SEEDS
def test_letting_a_request_lapse(seed: int) -> None:
    world = started(seed, 0)
    answering.fill_lapse(world)
    assert list(world.reply[answering.LAPSE_ROW]) == pytest.approx(expected("answers", "lapse", features(world, 0)))


@SEEDS
@SIDES
def test_every_component_is_multiplied_by_its_own_weight(seed: int, side: int) -> None:
    """Before weights and after: what each row comes to, and the sum that the choice is made by."""
    world = unlike(seed)
    factors = [0.3 + 0.1 * number for number in range(len(c.WORDS))]
    put_all(world, {f"weights.0.{name}": factor for name, factor in zip(c.WORDS, factors, strict=True)})
    turn.fill_sheet(world, side)
    before = [list(row) for row in world.sheet]
    for number, row in enumerate(before):
        total = turn.finish(world, world.sheet[number])
        wanted = [factor * value for factor, value in zip(factors, row, strict=True)]
        assert list(world.sheet[number]) == pytest.approx(wanted)
        assert total == pytest.approx(sum(wanted))


@SIDES
def test_nothing_is_left_on_the_sheet_from_the_time_before(side: int) -> None:
    world = started(0, side)
    turn.fill_sheet(world, side)
    assert any(world.sheet[a.WORDS.index("invite_mediator")])
    world.leaders[side].best_host = NONE
    turn.fill_sheet(world, side)
    assert not any(world.sheet[a.WORDS.index("invite_mediator")])

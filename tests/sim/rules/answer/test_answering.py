"""Does a leader say yes for the reasons the design names, and is an image asked by the same rule?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.answer.answering import (
    ACCEPT_ROW,
    LAPSE_ROW,
    accept_chance,
    fill_lapse,
    fill_reply,
    inducement,
    refusal_value,
)
from sim.state.world import World
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, world_of, worlds

topics = st.sampled_from(range(len(answers.TOPICS)))


def mediator_of(topic: int) -> int:
    return 0 if topic == answers.MEDIATION else NONE


@few
@given(worlds(), topics, st.integers(0, 1), st.booleans())
def test_every_component_of_a_yes_stays_within_two_at_weights_one(
    world: World, topic: int, side: int, truce: bool
) -> None:
    put_all(world, {"dyad.0.truce": int(truce), "dyad.0.truce_until": 90.0, "dyad.0.now": 60.0})
    utility = fill_reply(world, world.leaders[side], side, topic, mediator_of(topic))
    row = world.reply[ACCEPT_ROW]
    assert all(-2 <= value <= 2 for value in row), dict(zip(c.WORDS, row, strict=True))
    assert utility == pytest.approx(sum(row))
    assert fill_lapse(world) == pytest.approx(sum(world.reply[LAPSE_ROW]))


@few
@given(worlds(), topics, ends(0, 2))
def test_a_yes_grows_with_what_speaks_for_it_and_shrinks_with_face_at_risk(
    world: World, topic: int, two: tuple[float, float]
) -> None:
    def yes() -> float:
        return accept_chance(world, world.leaders[0], 0, topic, mediator_of(topic))

    rises(world, "leaders.0.pain", two, yes)
    rises(world, "leaders.0.ripeness", two, yes)
    falls(world, "leaders.0.face_exposure", two, yes)
    falls(world, "leaders.0.stance", (two[0] - 1, two[1] - 1), yes)
    assert 0 <= yes() <= 1


@few
@given(worlds(), ends())
def test_caution_and_fear_keep_a_leader_from_unprepared_meetings_and_groundwork_helps(
    world: World, two: tuple[float, float]
) -> None:
    for topic in (answers.CALL, answers.SUMMIT):

        def yes(topic: int = topic) -> float:
            return accept_chance(world, world.leaders[0], 0, topic, NONE)

        falls(world, "leaders.0.caution", two, yes)
        falls(world, "leaders.0.fear", two, yes)
        rises(world, "leaders.0.summit_appetite", two, yes)
        put(world, "leaders.0.hope", 0.0)
        rises(world, "dyad.0.groundwork", two, yes)


@few
@given(worlds(), ends())
def test_a_mediator_is_let_in_the_more_it_is_accepted_and_the_better_its_formula(
    world: World, two: tuple[float, float]
) -> None:
    def yes() -> float:
        return accept_chance(world, world.leaders[0], 0, answers.MEDIATION, 0)

    rises(world, "mediators.0.acceptability.0", two, yes)
    rises(world, "mediators.0.face_formula", two, yes)


@few
@given(worlds(), ends())
def test_only_the_mediator_asked_about_matters(world: World, two: tuple[float, float]) -> None:
    before = accept_chance(world, world.leaders[0], 0, answers.MEDIATION, 0)
    put(world, "mediators.1.acceptability.0", two[0])
    assert accept_chance(world, world.leaders[0], 0, answers.MEDIATION, 0) == before


@few
@given(worlds())
def test_being_asked_flatters_where_asking_costs(world: World) -> None:
    from sim.rules.decide.overtures import weigh_call

    fill_reply(world, world.leaders[0], 0, answers.CALL, NONE)
    asked = world.reply[ACCEPT_ROW][c.WORDS.index("ego")]
    weigh_call(world, 0, world.sheet[0])
    assert asked >= 0 >= world.sheet[0][c.WORDS.index("ego")]


@few
@given(worlds(), ends())
def test_cutting_together_costs_no_more_face_than_yielding_alone(world: World, two: tuple[float, float]) -> None:
    from sim.rules.decide.appraisal import weigh_ease

    fill_reply(world, world.leaders[0], 0, answers.TRUCE, NONE)
    weigh_ease(world, 0, world.sheet[0])
    for name in ("face", "ego", "audience"):
        place = c.WORDS.index(name)
        if name != "ego":  # alone, ego is spared by cover; together, by being mutual
            assert world.reply[ACCEPT_ROW][place] >= world.sheet[0][place] - SLACK


def test_keeping_a_promise_counts_when_a_truce_is_to_be_renewed() -> None:
    world = world_of()
    new = fill_reply(world, world.leaders[0], 0, answers.TRUCE, NONE)
    put(world, "dyad.0.truce", 1)
    assert fill_reply(world, world.leaders[0], 0, answers.TRUCE, NONE) == pytest.approx(
        new + world.weights[0].commitment
    )


def test_what_suspending_pressure_costs_stays_within_two_however_much_leverage_counts() -> None:
    world = put_all(world_of(), {"weights.0.leverage": 3.0, "leaders.0.resolve": 1.0, "leaders.0.points": 100.0})
    fill_reply(world, world.leaders[0], 0, answers.TRUCE, NONE)
    assert world.reply[ACCEPT_ROW][c.WORDS.index("stakes")] == -2.0


def test_a_host_of_standing_adds_an_inducement_while_its_talks_go_on() -> None:
    world = put_all(world_of(), {"mediators.0.standing": 0.5, "weights.0.inducement": 0.3})
    assert inducement(world) == 0
    put(world, "dyad.0.host", 0)
    assert inducement(world) == pytest.approx(0.15)


@given(st.floats(1, 16), st.floats(-2, 0), st.floats(0.05, 1))
def test_refusing_is_worth_no_more_than_declining_and_no_less_than_half_of_it(
    precision: float, lapse: float, mu: float
) -> None:
    """Two acts of half the mass: between the value of declining alone, 0, and mu * log(1/2)."""
    world = put_all(world_of(), {"weights.0.dissimilarity": mu})
    value = refusal_value(world, precision, lapse)
    assert mu * math.log(0.5) - SLACK <= value <= SLACK
    assert refusal_value(world, precision, 0.0) == pytest.approx(0)


@few
@given(worlds())
def test_an_image_equal_to_the_leader_answers_like_the_leader(world: World) -> None:
    mind = world.leaders[1]
    image = world.images[0]
    vars(image).update({field: getattr(mind, field) for field in vars(image)})
    for topic in (answers.LETTER, answers.CALL, answers.SUMMIT, answers.TRUCE):
        assert accept_chance(world, image, 1, topic, NONE) == accept_chance(world, mind, 1, topic, NONE)


def test_with_nothing_at_stake_yes_and_no_are_even() -> None:
    """By hand: all weights off, accepting is worth 0 like declining and letting it lapse: 1/2."""
    world = world_of({f"weights.{name}": 0 for name in c.WORDS})
    assert accept_chance(world, world.leaders[0], 0, answers.CALL, NONE) == pytest.approx(0.5)

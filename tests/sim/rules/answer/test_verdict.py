"""Does an answer fall as likely as the rule says, by luck at its own address?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.open_decision import answer_options
from sim.luck import gumbel
from sim.policies.simple import always
from sim.rules.answer.answering import accept_chance
from sim.rules.answer.verdict import answer, answer_luck, draw_answer
from sim.state.world import World
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import few, model_of, put, put_all, world_of, worlds


@pytest.mark.slow
@pytest.mark.parametrize("topic", [answers.LETTER, answers.SUMMIT])
def test_answers_fall_as_often_as_their_chances(topic: int) -> None:
    """6,000 answers at as many ticks; each frequency within 4 standard errors."""
    n = 6000
    world = put_all(world_of(), {"dyad.0.rapport": 0.4})
    chances: list[float] = []
    seen = [0, 0, 0]
    for tick in range(n):
        put_all(world, {"dyad.0.tick": tick, "dyad.0.decision_count": 0})
        seen[answer(world, 0, topic, NONE)] += 1
    chances = [option.probability for option in answer_options(world, 0)]
    assert sum(chances) == pytest.approx(1)
    for given_, chance in enumerate(chances):
        assert abs(seen[given_] / n - chance) <= 4 * math.sqrt(chance * (1 - chance) / n)


@few
@given(worlds(), st.sampled_from([answers.LETTER, answers.CALL, answers.SUMMIT]))
def test_the_recorded_chance_of_a_yes_is_the_answering_rule(world: World, topic: int) -> None:
    answer(world, 0, topic, NONE)
    yes, decline, lapse = (option.probability for option in answer_options(world, 0))
    assert yes == pytest.approx(accept_chance(world, world.leaders[0], 0, topic, NONE), abs=1e-12)
    assert yes + decline + lapse == pytest.approx(1)
    assert decline >= lapse - 1e-12


@few
@given(worlds())
def test_a_host_never_acceptable_is_declined_without_a_decision(world: World) -> None:
    put(world, "mediators.0.acceptability.0", 0.0)
    before = world.dyad[0].decision_count
    assert answer(world, 0, answers.MEDIATION, 0) == answers.DECLINE
    assert world.dyad[0].decision_count == before


@few
@given(worlds())
def test_mediators_draw_apart_and_so_do_topics(world: World) -> None:
    draws = [answer_luck(world, 0, answers.MEDIATION, m) for m in range(2)]
    draws += [answer_luck(world, 0, topic, NONE) for topic in (answers.LETTER, answers.CALL, answers.SUMMIT)]
    draws += [answer_luck(world, 1, answers.MEDIATION, 0), answer_luck(world, 1, answers.LETTER, NONE)]
    assert len({number for four in draws for number in four}) == 4 * len(draws)


@given(st.floats(-3, 3), st.floats(-2, 0), st.tuples(*[st.floats(1e-6, 1 - 1e-6)] * 4))
def test_a_draw_is_the_larger_of_value_plus_gumbel(
    accept: float, lapse: float, luck: tuple[float, float, float, float]
) -> None:
    world = put_all(world_of(), {"weights.0.dissimilarity": 1.0, "leaders.0.precision": 1.0})
    no = math.log((1 + math.exp(lapse)) / 2)
    if accept + gumbel(luck[0]) > no + gumbel(luck[1]):
        expected = answers.ACCEPT
    else:
        expected = answers.DECLINE if gumbel(luck[2]) > lapse + gumbel(luck[3]) else answers.LAPSE
    assert draw_answer(world, 0, (accept, lapse), luck) == expected


@pytest.mark.parametrize(
    ("accept", "expected"), [(0.1, answers.ACCEPT), (0.0, answers.DECLINE), (-0.1, answers.DECLINE)]
)
def test_argmax_says_yes_exactly_when_it_pays(accept: float, expected: int) -> None:
    world = put_all(world_of(), {"setting.0.argmax": 1})
    assert draw_answer(world, 0, (accept, -0.2), (0.5, 0.5, 0.5, 0.5)) == expected


@pytest.mark.parametrize(
    ("accept", "lapse", "expected"),
    [
        (-0.1, 0.0, answers.DECLINE),
        (-0.1, 0.1, answers.LAPSE),
        (0.3, 0.3, answers.LAPSE),
        (0.3, 0.2, answers.ACCEPT),
        (0.2, 0.3, answers.LAPSE),
    ],
)
def test_argmax_takes_the_best_of_three_and_of_equals_the_quieter(accept: float, lapse: float, expected: int) -> None:
    world = put_all(world_of(), {"setting.0.argmax": 1})
    assert draw_answer(world, 0, (accept, lapse), (0.5, 0.5, 0.5, 0.5)) == expected


def test_somebody_in_the_seat_answers_instead() -> None:
    for wanted, code in (("accept", answers.ACCEPT), ("decline", answers.DECLINE), ("lapse", answers.LAPSE)):
        model = model_of(policies={"west": always("hold", answer=wanted)})
        assert answer(model.world, 1, answers.LETTER, NONE) == code

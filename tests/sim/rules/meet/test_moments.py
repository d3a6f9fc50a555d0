"""Do meetings use up what made them worth while, does it grow again, and does it weigh in asking and in answering?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from sim.rules.answer.answering import ACCEPT_ROW, fill_reply
from sim.rules.decide.overtures import weigh_call, weigh_envoy, weigh_invite, weigh_summit
from sim.rules.decide.reasons import clear
from sim.rules.meet.moments import spend, spend_call, spend_summit, spend_talks, spend_visit
from sim.rules.observe.fading import fade_dyad, work_out_fading
from sim.state.world import World
from sim.vocabulary import answers, levels
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.sim.rules.decide.test_appraisal import Weigher
from tests.sim.rules.worlds import SLACK, ends, falls, few, put_all, share, world_of, worlds

MEETINGS: dict[Callable[[World], None], tuple[str, set[int]]] = {
    spend_call: ("spend_call", {levels.CALL, levels.SUMMIT}),
    spend_talks: ("spend_talks", {levels.TALKS, levels.SUMMIT}),
    spend_visit: ("spend_envoy", {levels.ENVOY}),
    spend_summit: ("spend_summit", {levels.CALL, levels.SUMMIT}),
}
PULLS = ("markets", "ripeness", "glory")
ASKING = ((weigh_call, levels.CALL), (weigh_summit, levels.SUMMIT), (weigh_invite, levels.TALKS),
          (weigh_envoy, levels.ENVOY))  # fmt: skip
ANSWERING = ((answers.CALL, levels.CALL), (answers.SUMMIT, levels.SUMMIT), (answers.MEDIATION, levels.TALKS))


@few
@given(worlds(), share, ends())
def test_spending_never_gives_back_and_never_exceeds_the_whole(
    world: World, part: float, two: tuple[float, float]
) -> None:
    before = world.dyad[0].spent[levels.CALL]
    spend(world, levels.CALL, part)
    assert before - SLACK <= world.dyad[0].spent[levels.CALL] <= 1 + SLACK
    left = []
    for more in two:
        world.dyad[0].spent[levels.CALL] = before
        spend(world, levels.CALL, more)
        left.append(world.dyad[0].spent[levels.CALL])
    assert left[0] <= left[1] + SLACK


@pytest.mark.parametrize("meeting", MEETINGS)
def test_each_meeting_uses_up_its_own_moments_and_can_be_told_not_to(meeting: Callable[[World], None]) -> None:
    weight, used = MEETINGS[meeting]
    world = world_of()
    meeting(world)
    assert {level for level in range(levels.COUNT) if world.dyad[0].spent[level] > 0} == used
    world = put_all(world_of(), {f"weights.0.{weight}": 0.0, "weights.0.spend_ground": 0.0, "dyad.0.groundwork": 0.5})
    meeting(world)
    assert list(world.dyad[0].spent) == [0.0] * levels.COUNT
    assert world.dyad[0].groundwork == 0.5


def test_what_a_summit_settles_uses_up_part_of_its_ground() -> None:
    world = put_all(world_of(), {"dyad.0.groundwork": 0.8, "weights.0.spend_ground": 0.25})
    spend_summit(world)
    assert world.dyad[0].groundwork == pytest.approx(0.6)


def test_the_moment_grows_again_by_half_in_its_half_life() -> None:
    world = put_all(world_of(), {"weights.0.moment_half_life": 40.0, "dyad.0.spent.4": 0.8})
    work_out_fading(world)
    for _ in range(40):
        fade_dyad(world)
    assert world.dyad[0].spent[levels.CALL] == pytest.approx(0.4)


def pull(world: World, weigh: Weigher) -> float:
    """What pain, ripeness and glory say for an action of side 0."""
    row = [0.0] * c.COUNT
    clear(row)
    weigh(world, 0, row)
    return sum(row[c.WORDS.index(name)] for name in PULLS)


@few
@given(worlds(), ends())
def test_a_spent_moment_pulls_less_in_asking_and_in_answering(world: World, two: tuple[float, float]) -> None:
    for weigh, level in ASKING:
        falls(world, f"dyad.0.spent.{level}", two, lambda weigh=weigh: pull(world, weigh))
    for topic, level in ANSWERING:

        def wanted(topic: int = topic) -> float:
            fill_reply(world, world.leaders[0], 0, topic, 0 if topic == answers.MEDIATION else NONE)
            return sum(world.reply[ACCEPT_ROW][c.WORDS.index(name)] for name in PULLS)

        falls(world, f"dyad.0.spent.{level}", two, wanted)


@few
@given(worlds())
def test_a_moment_that_is_used_up_leaves_nothing_to_hope_for(world: World) -> None:
    put_all(world, {f"dyad.0.spent.{level}": 1.0 for level in range(levels.COUNT)})
    assert [pull(world, weigh) for weigh, _ in ASKING] == pytest.approx([0.0] * len(ASKING))

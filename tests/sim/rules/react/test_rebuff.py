"""Does what happens match what is feared: who asks shows need, who is refused loses face and asks less readily?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.decide.asking import asking_price
from sim.rules.observe.fading import fade_side, work_out_fading
from sim.rules.react.rebuff import chill, disappoint, openness_of, rebuff, show_need
from sim.state.world import World
from sim.vocabulary import levels
from tests.sim.rules.worlds import SLACK, ends, few, put, put_all, share, world_of, worlds

LEVELS = st.sampled_from([levels.LETTER, levels.CALL, levels.SUMMIT])
NO_LOSS = {"weights.0.refusal_face": 0.0, "weights.0.refusal_approval": 0.0, "weights.0.refusal_chill": 0.0}


def losses(world: World, level: int, snubbed: bool) -> tuple[float, float, float]:
    """What a rebuff of side 0 costs: face, approval, and how much more it shrinks from asking again."""
    leader, public = world.leaders[0], world.publics[0]
    before = (leader.face, public.approval, leader.chill)
    rebuff(world, 0, level, snubbed)
    after = (leader.face, public.approval, leader.chill)
    leader.face, public.approval, leader.chill = before
    return before[0] - after[0], before[1] - after[1], after[2] - before[2]


@few
@given(worlds(), LEVELS)
def test_a_refusal_costs_face_and_approval_and_a_snub_more(world: World, level: int) -> None:
    refused, snubbed = losses(world, level, False), losses(world, level, True)
    assert all(-SLACK <= less <= more + SLACK for less, more in zip(refused, snubbed, strict=True))
    put(world, "weights.0.snub_extra", 0.0)
    assert losses(world, level, True) == refused


@few
@given(worlds())
def test_a_refusal_in_public_costs_more_than_one_of_a_letter(world: World) -> None:
    letter, call, summit = (losses(world, level, False) for level in (levels.LETTER, levels.CALL, levels.SUMMIT))
    assert all(a <= b + SLACK <= s + 2 * SLACK for a, b, s in zip(letter, call, summit, strict=True))
    assert openness_of(world, levels.LETTER) <= openness_of(world, levels.CALL) <= openness_of(world, levels.SUMMIT)


@few
@given(worlds(), LEVELS, st.booleans())
def test_a_refusal_can_be_made_to_cost_nothing(world: World, level: int, snubbed: bool) -> None:
    assert losses(put_all(world, NO_LOSS), level, snubbed) == (0, 0, 0)


@few
@given(worlds(), LEVELS)
def test_who_asks_is_seen_to_need_it_and_who_is_asked_gains(world: World, level: int) -> None:
    asker, other = world.leaders
    put_all(world, {"leaders.0.learning_rate": 0.0, "leaders.1.lesson": 1.0, "leaders.1.learning_rate": 0.5})
    faces, works = (asker.face, other.face), other.coercion_works
    show_need(world, 0, level)
    assert asker.face <= faces[0] + SLACK
    assert other.face >= faces[1] - SLACK
    assert other.coercion_works == pytest.approx(works + 0.5 * (1 - works))


@few
@given(worlds(), LEVELS, ends())
def test_cover_hides_that_one_asks_and_without_its_weight_nobody_minds(
    world: World, level: int, covers: tuple[float, float]
) -> None:
    def shame(cover: float) -> float:
        put_all(world, {"leaders.0.cover": cover, "leaders.0.face": 0.2})
        show_need(world, 0, level)
        return 0.2 - world.leaders[0].face

    assert shame(covers[1]) <= shame(covers[0]) + SLACK
    assert shame(1.0) == 0
    put(world, "weights.0.asking_shame", 0.0)
    assert shame(0.0) == 0


@few
@given(worlds(), share)
def test_a_chill_makes_the_next_ask_dearer_and_wears_off_in_its_half_life(world: World, part: float) -> None:
    price = asking_price(world, 0)
    before = world.leaders[0].chill
    chill(world, 0, part)
    assert before - SLACK <= world.leaders[0].chill <= 1 + SLACK
    assert asking_price(world, 0) >= price - SLACK
    after = world.leaders[0].chill
    put(world, "weights.0.chill_half_life", 5.0)
    work_out_fading(world)
    for _ in range(5):
        fade_side(world, 0)
    assert world.leaders[0].chill == pytest.approx(after / 2)


@few
@given(worlds(), share)
def test_a_meeting_that_ends_with_nothing_costs_both_face_and_approval_and_chills(world: World, part: float) -> None:
    before = [(leader.face, public.approval, leader.chill)
              for leader, public in zip(world.leaders, world.publics, strict=True)]  # fmt: skip
    disappoint(world, part)
    for (face, approval, cold), leader, public in zip(before, world.leaders, world.publics, strict=True):
        assert -1 <= leader.face <= face + SLACK
        assert 0 <= public.approval <= approval + SLACK
        assert cold - SLACK <= leader.chill <= 1 + SLACK


def test_a_failure_chills_unless_that_is_turned_off() -> None:
    found = []
    for part in (0.0, 0.4):
        world = put_all(world_of(), {"weights.0.failure_chill": part})
        disappoint(world, 0.1)
        found.append([leader.chill for leader in world.leaders])
    assert found == [[0.0, 0.0], [0.4, 0.4]]


def test_a_snub_costs_more_by_its_extra_in_every_loss() -> None:
    world = put_all(world_of(), {"weights.0.snub_extra": 0.5, "weights.0.refusal_chill": 0.2})
    refused, snubbed = losses(world, levels.CALL, False), losses(world, levels.CALL, True)
    assert snubbed == pytest.approx([1.5 * loss for loss in refused])
    assert min(refused) > 0

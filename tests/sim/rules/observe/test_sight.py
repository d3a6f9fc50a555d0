"""Does a leader see pain, ripeness, the way out and the likely answer as the state has them?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.answer.answering import accept_chance
from sim.rules.observe.hosts import would_come
from sim.rules.observe.sight import expect, look, ripeness, way_out
from sim.state.world import World
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import SLACK, ends, few, put, put_all, rises, world_of, worlds


@few
@given(worlds(), ends(0, 2), ends())
def test_ripeness_needs_both_to_hurt_and_a_way_out(
    world: World, pains: tuple[float, float], two: tuple[float, float]
) -> None:
    """Zartman's mutually hurting stalemate: the smaller pain counts."""
    mind = world.leaders[0]
    low, high = pains
    mind.pain = low
    assert ripeness(world, mind, high) <= low + SLACK
    mind.pain = high
    assert ripeness(world, mind, low) <= low + SLACK
    rises(world, "leaders.0.pain", pains, lambda: ripeness(world, mind, 1.0))
    rises(world, "leaders.0.cover", two, lambda: ripeness(world, mind, 1.0))


@few
@given(worlds(), ends())
def test_a_way_out_widens_with_a_host_whom_both_accept(world: World, two: tuple[float, float]) -> None:
    def wide() -> float:
        return way_out(world, world.leaders[0])

    for path in ("mediators.0.face_formula", "mediators.0.acceptability.0", "mediators.0.acceptability.1"):
        rises(world, path, two, wide)
    assert world.weights[0].bare_way_out <= wide() + SLACK <= 1 + 2 * SLACK


@few
@given(worlds())
def test_an_unbiased_image_sees_the_other_s_pain_and_cover_but_for_private_memories(world: World) -> None:
    for trait in ("ego", "face_need", "market_sensitivity", "summit_appetite", "caution", "resolve", "patience"):
        put(world, f"leaders.0.bias_{trait}", 0.0)
    put_all(world, {"advisers.2.market_sensitivity": 0.0, "advisers.3.market_sensitivity": 0.0})
    from sim.rules.observe.advisers import hear_advisers

    hear_advisers(world, 1)
    look(world, 0)
    look(world, 1)
    image, other = world.images[0], world.leaders[1]
    assert image.cover == other.cover
    assert image.pain == pytest.approx(other.pain)
    assert image.face_exposure == pytest.approx(other.face_exposure)


@few
@given(worlds())
def test_the_expected_answer_is_the_answering_rule_seen_through_the_image(world: World) -> None:
    """Design section 5: Q is the answering rule itself called with the perceived traits, blended with Beta counts."""
    put_all(world, {"leaders.0.accepted": 0.5, "leaders.0.refused": 0.5, "weights.0.image_count": 50.0})
    expect(world, 0)
    leader = world.leaders[0]
    for belief, topic in ((leader.call_belief, answers.CALL), (leader.summit_belief, answers.SUMMIT)):
        modelled = accept_chance(world, world.images[0], 1, topic, NONE)
        assert belief == pytest.approx((50 * modelled + 0.5) / 51)
        assert 0 <= belief <= 1
    assert 0 <= leader.ask_belief <= 1


@pytest.mark.parametrize("side", range(2))
def test_a_look_recalls_what_has_just_happened(side: int) -> None:
    world = world_of()
    before = world.leaders[side].fear
    put_all(world, {f"leaders.{side}.burned": 0.9, f"leaders.{side}.warmed": 0.6})
    assert world.leaders[side].fear == before
    look(world, side)
    assert world.leaders[side].fear >= 0.9
    assert world.leaders[side].hope == pytest.approx(0.6)
    assert world.leaders[1 - side].hope == 0


@few
@given(worlds())
def test_a_host_is_had_as_far_as_it_would_come_and_the_other_would_let_it_in(world: World) -> None:
    expect(world, 0)
    host = world.leaders[0].best_host
    if host == NONE:
        assert world.leaders[0].host_belief == 0
    else:
        let_in = accept_chance(world, world.images[0], 1, answers.MEDIATION, host)
        come = would_come(world, world.mediators[host])
        assert world.leaders[0].host_belief == pytest.approx(let_in * come)
        assert world.leaders[0].host_belief <= min(let_in, come) + SLACK

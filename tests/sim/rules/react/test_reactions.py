"""Does a hostile act anger and a friendly one soothe, and does a snub sting?"""

from __future__ import annotations

from hypothesis import given

from sim.rules.react.coercion import open_lesson
from sim.rules.react.reactions import provoke, refuse, snub, soothe
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, few, share, worlds


@few
@given(worlds(), share)
def test_provocation_angers_the_other_and_wears_the_bond(world: World, strength: float) -> None:
    other, public, dyad = world.leaders[1], world.publics[1], world.dyad[0]
    before = (other.provocation, public.hostility, dyad.tension, -dyad.rapport)
    own = (world.leaders[0].provocation, world.publics[0].hostility)
    provoke(world, 0, strength)
    after = (other.provocation, public.hostility, dyad.tension, -dyad.rapport)
    assert all(b - SLACK <= a <= 1 for b, a in zip(before, after, strict=True))
    assert own == (world.leaders[0].provocation, world.publics[0].hostility)


@few
@given(worlds(), share)
def test_soothing_calms_the_other_and_eases_tension(world: World, strength: float) -> None:
    other, dyad = world.leaders[1], world.dyad[0]
    before = (-other.easing, other.provocation, dyad.tension)
    soothe(world, 0, strength)
    after = (-other.easing, other.provocation, dyad.tension)
    assert all(a <= b + SLACK for b, a in zip(before, after, strict=True))
    assert 0 <= other.easing <= 1


@few
@given(worlds())
def test_an_answer_in_anger_teaches_that_pressure_backfires_and_a_soft_one_that_it_works(world: World) -> None:
    for react, sign in ((provoke, -1), (soothe, 1)):
        open_lesson(world, 0)
        before = world.leaders[0].coercion_works
        react(world, 1, 0.5)
        assert (world.leaders[0].coercion_works - before) * sign >= -SLACK


@few
@given(worlds())
def test_a_refusal_is_remembered_and_a_snub_stings_besides(world: World) -> None:
    asker = world.leaders[0]
    refused, rapport, stung = asker.refused, world.dyad[0].rapport, asker.provocation
    refuse(world, 1)
    assert asker.refused >= refused
    assert world.dyad[0].rapport <= rapport + SLACK
    rapport = world.dyad[0].rapport
    snub(world, 1)
    assert world.dyad[0].rapport <= rapport + SLACK
    assert asker.provocation >= stung - SLACK

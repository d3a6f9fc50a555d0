"""Does a summit break down, settle or fail for the reasons the design names?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.summit import blow_up_chance, breaks_down, hold_summit, leave_empty_handed, negotiate, rupture
from sim.rules.record.decisive import where_it_stands
from sim.rules.record.ledger import set_context
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as event_words
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import BOTH, BY_DUE, NONE
from tests.sim.rules.worlds import SLACK, ends, falls, few, kinds, put_all, rises, world_of, worlds

SETTLED = {
    event_words.DEAL: outcomes.DEAL,
    event_words.TRUCE_AGREED: outcomes.TRUCE,
    event_words.NO_DEAL: outcomes.NO_DEAL,
    event_words.BLOW_UP: outcomes.BLOW_UP,
}


@few
@given(worlds(), ends())
def test_a_blow_up_is_less_likely_after_groundwork_and_likelier_between_egos(
    world: World, two: tuple[float, float]
) -> None:
    def chance() -> float:
        return blow_up_chance(world)

    for path in ("dyad.0.groundwork", "dyad.0.rapport"):
        falls(world, path, two, chance)
    for path in ("leaders.0.ego", "leaders.1.ego", "dyad.0.tension", "setting.0.open_press"):
        rises(world, path, two, chance)
    assert 0 < chance() < 1


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_a_summit_ends_in_exactly_one_way_and_is_contact_in_person(world: World, seed: int) -> None:
    put_all(world, {"setting.0.seed": seed, "dyad.0.truce": 0})
    world.agenda[slots.SUMMIT].due, world.agenda[slots.SUMMIT].event, world.agenda[slots.SUMMIT].asker = 3.0, NONE, 1
    hold_summit(world)
    found = kinds(world)
    assert found[0] == event_words.WORDS[event_words.SUMMIT_HELD]
    endings = {event_words.WORDS[kind] for kind in (*SETTLED, event_words.RATIFICATION_FAILED)}
    assert len(endings & set(found)) == 1
    dyad = world.dyad[0]
    assert (dyad.ever_summit, dyad.met, dyad.spoken, dyad.first_asked[2]) == (1, 1, 1, 1)
    assert dyad.host == NONE


def test_the_frequency_of_ruptures_is_their_chance() -> None:
    n = 4000
    world = put_all(world_of(), {"leaders.0.ego": 1.0, "leaders.1.ego": 1.0, "dyad.0.groundwork": 0.0})
    chance = blow_up_chance(world)
    seen = 0
    for tick in range(n):
        world.dyad[0].tick = tick
        seen += breaks_down(world)
    assert abs(seen / n - chance) <= 4 * math.sqrt(chance * (1 - chance) / n)


def test_an_announced_signing_makes_no_agreement_dearer() -> None:
    left = []
    for signing in (0, 1):
        world = put_all(world_of(), {"setting.0.signing": signing})
        leave_empty_handed(world)
        left.append((world.publics[0].approval, world.leaders[0].face, world.dyad[0].rapport, -world.leaders[0].burned))
    assert all(after < before for before, after in zip(left[0], left[1], strict=True))


def test_a_summit_without_a_single_asker_was_both_s() -> None:
    world = world_of()
    world.agenda[slots.SUMMIT].due, world.agenda[slots.SUMMIT].event, world.agenda[slots.SUMMIT].asker = 3.0, NONE, BOTH
    hold_summit(world)
    assert world.dyad[0].first_asked[2] == BOTH


@few
@given(worlds())
def test_a_rupture_is_a_break_that_both_feel_and_that_makes_asking_again_dearer(world: World) -> None:
    before = [(leader.burned, leader.chill, leader.provocation) for leader in world.leaders]
    ground, rapport = world.dyad[0].groundwork, world.dyad[0].rapport
    set_context(world, BY_DUE, NONE, NONE)
    rupture(world)
    for old, leader in zip(before, world.leaders, strict=True):
        assert all(a >= b - SLACK for a, b in zip((leader.burned, leader.chill, leader.provocation), old, strict=True))
    assert world.dyad[0].groundwork <= ground
    assert world.dyad[0].rapport <= rapport
    assert (world.dyad[0].broken, world.dyad[0].ever_rupture) == (1, 1)


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_a_summit_uses_up_the_moment_unless_that_is_turned_off(world: World, seed: int) -> None:
    put_all(world, {"setting.0.seed": seed, "weights.0.spend_summit": 0.0, "weights.0.spend_ground": 0.0})
    world.agenda[slots.SUMMIT].due, world.agenda[slots.SUMMIT].event, world.agenda[slots.SUMMIT].asker = 3.0, NONE, 0
    before = list(world.dyad[0].spent)
    hold_summit(world)
    assert list(world.dyad[0].spent) == before
    put_all(world, {"weights.0.spend_summit": 0.5})
    world.agenda[slots.SUMMIT].due = 3.0
    hold_summit(world)
    for level in (levels.CALL, levels.SUMMIT):
        assert world.dyad[0].spent[level] == pytest.approx(before[level] + (1 - before[level]) * 0.5)


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_negotiations_end_in_a_deal_a_truce_a_failure_at_home_or_nothing(world: World, seed: int) -> None:
    put_all(world, {"setting.0.seed": seed, "dyad.0.truce": 0})
    set_context(world, BY_DUE, NONE, NONE)
    negotiate(world)
    found = set(kinds(world)) & {"deal", "truce_agreed", "ratification_failed", "no_deal"}
    assert len(found) == 1
    stands = {"deal": outcomes.DEAL, "truce_agreed": outcomes.TRUCE, "ratification_failed": outcomes.NO_DEAL}
    assert where_it_stands(world) == stands.get(found.pop(), where_it_stands(world))

"""Does an offer say what both would have, and that it can be had?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import NOTHING, make_offer, other_best
from sim.state.offer import Offer
from sim.state.world import World
from tests.sim.rules.meet.pies import LINEAR, table, tables


def test_an_offer_reads_claim_left_way_and_tilt() -> None:
    assert Offer(0.6, 0.4, 0, 0.0) == Offer(claim=0.6, left=0.4, way=0, tilt=0.0)
    assert make_offer(table([(1, 1)], exponent=LINEAR), 0, (0.2, 0.2), 0.5)[:2] == (0.5, 0.5)


@given(world=tables(), side=st.sampled_from([0, 1]))
def test_what_an_offer_says_is_left_is_the_most_the_other_can_have_beside_it(world: World, side: int) -> None:
    offer = make_offer(world, side, (0.1, 0.1), 0.5)
    assert offer.left == NOTHING or abs(other_best(world, side, offer.claim) - offer.left) < 1e-6

"""Do choice and the hearing of advisers reach the textbook rows (theory B20: softmax, DeGroot)?"""

from __future__ import annotations

import math

import pytest

from sim.rules.observe.advisers import hear_advisers
from sim.vocabulary import actions as a
from tests.known.expected import EXPECTED, number
from tests.known.payoffs import chance, table_world
from tests.sim.rules.worlds import put_all, world_of


def test_softmax_of_two_one_zero() -> None:
    case = EXPECTED["softmax"]
    menu = dict(zip((a.SIGNAL, a.SEND_LETTER, a.SEND_ENVOY), map(float, case["utilities"]), strict=True))
    found = [chance(table_world(), 0, menu, action) for action in menu]
    assert found == pytest.approx(case["chances"], abs=1e-9)


def test_degroot_s_consensus_by_hearing_again_and_again() -> None:
    """Three people with fixed ears; each round every one takes what the hearing rule makes of the three opinions.

    DeGroot's theorem: all end at one opinion, the first opinions weighted 3/14, 4/14 and 7/14.
    """
    case = EXPECTED["degroot"]
    advisers = {name: {"name": name, "stance": 0.0, "influence": 0.1} for name in "abc"}
    world = put_all(world_of({"leaders.east.advisers": advisers}), {"weights.0.hawk_voice": 0.0})
    first = [0.9, -0.3, 0.2]
    opinions = list(first)
    for _ in range(200):
        heard = []
        for ears in case["trust"]:
            for adviser, trust, opinion in zip(world.advisers, ears, opinions, strict=False):
                adviser.influence, adviser.stance = trust, opinion
            hear_advisers(world, 0)
            heard.append(world.leaders[0].stance)
        opinions = heard
    agreed = math.fsum(number(w) * opinion for w, opinion in zip(case["weights"], first, strict=True))
    assert opinions == pytest.approx([agreed] * 3, abs=1e-9)

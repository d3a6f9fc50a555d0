"""Do orders and fresh luck stand in an opened scenario as the rules read them?"""

from __future__ import annotations

import pytest

from sim.engines.forking import order_records, put_fork
from sim.policies.forks import ANY_REQUEST, OWN_WAY, Fork, Order
from sim.state.opening import open_scenario
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import ANY_TOPIC, NONE
from tests.sim.rules.worlds import PLAIN

ORDERS = (
    Order("west", "ease", 3),
    Order("east", "lapse", about="call", number=4),
    Order("east", "accept", about=ANY_REQUEST, standing=True),
)


def test_orders_are_records() -> None:
    ease, lapse, accept = order_records(Fork(ORDERS), ("east", "west"))
    assert ease == {"day": 3.0, "number": NONE, "side": 1, "topic": NONE, "option": a.EASE, "standing": 0}
    assert (lapse["topic"], lapse["option"], lapse["number"]) == (answers.TOPICS.index("call"), answers.LAPSE, 4)
    assert (accept["topic"], accept["option"], accept["standing"]) == (ANY_TOPIC, answers.ACCEPT, 1)


def test_a_fork_is_put_into_the_opening_and_taken_out_again() -> None:
    opening = open_scenario(PLAIN)
    put_fork(opening, Fork(ORDERS, 9, 3))
    setting = opening.records["setting"][0]
    assert (len(opening.records["orders"]), setting["fresh_at"], setting["which"]) == (3, 9, 3)
    put_fork(opening, OWN_WAY)
    assert (opening.records["orders"], opening.records["setting"][0]["fresh_at"]) == ([], NONE)


def test_orders_to_nobody_are_refused() -> None:
    with pytest.raises(ValueError, match="is not a side"):
        put_fork(open_scenario(PLAIN), Fork((Order("south", "hold"),)))

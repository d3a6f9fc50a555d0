"""Are orders that mean nothing refused, and is a script the same as its orders?"""

from __future__ import annotations

import pytest

from sim.policies.forks import OWN_WAY, Order, check_orders_of
from sim.run import run_one
from tests.sim.rules.worlds import PLAIN


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order("south", "hold"), "'south' is not a side of this scenario; allowed: east, west"),
        (Order("east", "surrender"), "'surrender' is not a move"),
        (Order("east", "accept"), "an answer needs `about`"),
        (Order("east", "hold", about="call"), "'hold' is not an answer; allowed: accept, decline, lapse"),
        (Order("east", "accept", about="lunch"), "'lunch' is no kind of request; allowed: any, letter"),
    ],
)
def test_orders_to_nobody_or_for_nothing_are_refused(order: Order, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_orders_of([order], ("east", "west"))
    with pytest.raises(ValueError, match=said):
        run_one(PLAIN, orders=[order])


def test_a_run_goes_its_own_way_without_orders() -> None:
    check_orders_of(OWN_WAY.orders, ())
    assert run_one(PLAIN, seed=4, orders=()).equals(run_one(PLAIN, seed=4))

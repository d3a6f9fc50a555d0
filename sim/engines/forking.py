"""How orders and fresh luck are put into an opened scenario, the same way for both engines."""

from __future__ import annotations

from typing import Any

from sim.policies.orders import ANY_REQUEST, Fork, Order, check_orders_of
from sim.state.opening import Opening
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import ANY_TOPIC, NONE


def put_fork(opening: Opening, fork: Fork) -> None:
    """Put into an opened scenario what a run is told to do otherwise.

    Raises
    ------
    ValueError
        For an order that :func:`sim.policies.orders.check_orders_of` refuses.
    """
    check_orders_of(fork.orders, opening.sides)
    opening.records["orders"][:] = [_record(order, opening.sides.index(order.side)) for order in fork.orders]
    opening.records["setting"][0] |= {"fresh_at": int(fork.fresh_at), "which": int(fork.which)}


def _record(order: Order, side: int) -> dict[str, Any]:
    """An order as the rules read it."""
    words = answers.WORDS if order.about else a.WORDS
    return {
        "day": float(order.day),
        "number": int(order.number),
        "side": side,
        "topic": _topic(order.about),
        "option": words.index(order.option),
        "standing": int(order.standing),
    }


def _topic(about: str) -> int:
    if not about:
        return NONE
    return ANY_TOPIC if about == ANY_REQUEST else answers.TOPICS.index(about)

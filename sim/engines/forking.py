"""How orders and fresh luck are put into an opened scenario, the same way for both engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sim.policies.forks import ANY_REQUEST, Fork, Order, check_orders_of
from sim.state.opening import Opening
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import ANY_TOPIC, NONE


def put_fork(opening: Opening, fork: Fork) -> None:
    """Put into an opened scenario what a run is told to do otherwise.

    Raises
    ------
    ValueError
        For an order that :func:`sim.policies.forks.check_orders_of` refuses.
    """
    opening.records["orders"][:] = order_records(fork, opening.sides)
    opening.records["setting"][0] |= {"fresh_at": int(fork.fresh_at), "which": int(fork.which)}


def order_records(fork: Fork, sides: Sequence[str]) -> list[dict[str, Any]]:
    """The orders of a fork as the rules read them, in the order in which they are given.

    Raises
    ------
    ValueError
        As for :func:`put_fork`.
    """
    check_orders_of(fork.orders, sides)
    return [_record(order, sides.index(order.side)) for order in fork.orders]


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

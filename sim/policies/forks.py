"""What a run is told to do otherwise than by its own choice and luck: orders to a side, and luck drawn afresh.

Both engines take them, so that ten thousand runs that keep somebody's moves cost no more than others do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE

ANY_REQUEST = "any"
"""What an order is about that answers whatever request comes first."""


class Order(NamedTuple):
    """An option that a side takes in the model's place, once, at the first decision where it can.

    Attributes
    ----------
    side : str
        Who is told.
    option : str
        An action for a turn; ``accept``, ``decline`` or ``lapse`` for an answer.
    day : float
        From when on, in days since the start: at the side's first turn at which the action is possible, or the first
        request that it answers.
    about : str
        The kind of request that an answer waits for, or ``any``; empty for an action.
    number : int
        The one decision that the order is for, by its number in the decisions table; -1 for any.
    standing : bool
        Whether the order stays in force when it has been carried out.
    """

    side: str
    option: str
    day: float = 0.0
    about: str = ""
    number: int = NONE
    standing: bool = False


class Fork(NamedTuple):
    """Where a run leaves the way it would have gone by itself.

    Attributes
    ----------
    orders : sequence of Order
        Of two that fit a decision, the one listed first is carried out.
    fresh_at : int
        The number of the decision after which luck is drawn afresh; -1 for never.
    which : int
        Which of many fresh lucks, 0 to 2**32 - 1.
    """

    orders: Sequence[Order] = ()
    fresh_at: int = NONE
    which: int = 0


OWN_WAY = Fork()
"""A run as it goes by itself."""


def check_orders_of(orders: Sequence[Order], sides: Sequence[str]) -> None:
    """Refuse orders to nobody, and orders to do what there is not.

    Raises
    ------
    ValueError
        For an unknown side, an option that is no action (or, with ``about``, no answer), or an unknown request.
    """
    for order in orders:
        if order.side not in sides:
            raise ValueError(f"{order.side!r} is not a side of this scenario; allowed: {', '.join(sides)}")
        words = answers.WORDS if order.about else a.WORDS
        if order.option not in words:
            what = "an answer" if order.about else "a move (an answer needs `about`)"
            raise ValueError(f"{order.option!r} is not {what}; allowed: {', '.join(words)}")
        if order.about not in ("", ANY_REQUEST, *answers.TOPICS):
            known = ", ".join((ANY_REQUEST, *answers.TOPICS))
            raise ValueError(f"{order.about!r} is no kind of request; allowed: {known}")

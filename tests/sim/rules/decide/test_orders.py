"""Is an order carried out at the first decision that it fits and can be done, once or always, and a seat before it?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.engines.forking import order_records
from sim.policies.forks import ANY_REQUEST, Fork, Order
from sim.rules.decide.orders import fits, look_up, taken, unless
from sim.state.plain_records import plain
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import put_all, world_of

SIDES = ("east", "west")
LETTER = answers.TOPICS.index("letter")
CALL = answers.TOPICS.index("call")


def told(*orders: Order, topic: int = NONE, day: float = 10.0, number: int = 7) -> World:
    """A world at a decision, with orders."""
    world = world_of()
    world.orders.extend(plain("orders", record) for record in order_records(Fork(orders), SIDES))  # type: ignore[attr-defined]
    world.allowed[:] = [1] * a.COUNT
    return put_all(world, {"dyad.0.topic": topic, "dyad.0.now": day, "dyad.0.decision": number, "dyad.0.choice": 0})


@given(st.floats(0, 30), st.floats(0, 30))
def test_an_order_waits_for_its_day(from_day: float, day: float) -> None:
    world = told(Order("east", "ease", from_day), day=day)
    assert look_up(world, 0) == (a.EASE if day >= from_day else NONE)


def test_an_order_is_for_its_side_and_done_once() -> None:
    world = told(Order("east", "ease"))
    assert [look_up(world, side) for side in (1, 0, 0)] == [NONE, a.EASE, NONE]


def test_a_standing_order_stays_and_comes_after_those_before_it() -> None:
    world = told(Order("east", "escalate"), Order("east", "hold", standing=True))
    assert [look_up(world, 0) for _ in range(3)] == [a.ESCALATE, a.HOLD, a.HOLD]


def test_what_is_not_possible_waits_until_it_is() -> None:
    world = told(Order("east", "withdraw"))
    world.allowed[a.WITHDRAW] = 0
    assert look_up(world, 0) == NONE
    world.allowed[a.WITHDRAW] = 1
    assert look_up(world, 0) == a.WITHDRAW


def test_an_answer_goes_to_the_request_it_is_about_and_a_move_to_none() -> None:
    about_call, about_any = Order("east", "accept", about="call"), Order("east", "lapse", about=ANY_REQUEST)
    assert look_up(told(about_call, topic=CALL), 0) == answers.ACCEPT
    assert look_up(told(about_call, topic=LETTER), 0) == NONE
    assert look_up(told(about_any, topic=LETTER), 0) == answers.LAPSE
    assert look_up(told(about_any), 0) == NONE
    assert look_up(told(Order("east", "hold"), topic=CALL), 0) == NONE


def test_an_order_for_one_decision_is_for_no_other() -> None:
    order = Order("east", "ease", number=8)
    for number in (7, 8, 9):
        world = told(order, number=number)
        assert fits(world, world.orders[0], 0) == (number == 8)


def test_the_seat_goes_before_an_order_and_an_order_before_the_choice() -> None:
    assert [unless(told, 5) for told in (NONE, 0, 3)] == [5, 0, 3]
    for seat, wanted in ((NONE, a.EASE), (a.RALLY, a.RALLY)):
        world = told(Order("east", "ease"))._replace(seats=[seat, NONE])
        assert taken(world, 0) == wanted
        assert (world.dyad[0].choice, world.dyad[0].ordered) == (a.HOLD, a.EASE)
    world = told()._replace(seats=[NONE, NONE])
    assert (taken(world, 0), world.dyad[0].ordered) == (a.HOLD, NONE)


def test_luck_is_drawn_afresh_after_its_decision_and_no_other() -> None:
    for number in (6, 7, 8):
        world = told(number=number)._replace(seats=[NONE, NONE])
        put_all(world, {"setting.0.fresh_at": 7, "setting.0.seed": 5, "setting.0.run": 2})
        taken(world, 0)
        assert ((world.setting[0].seed, world.setting[0].run) == (5, 2)) == (number != 7)

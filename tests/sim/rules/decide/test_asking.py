"""Is asking a gamble with a certain price, dearer for who hurts, before an ego, after a rebuff, cheaper under cover?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.decide.appraisal import weigh_hold
from sim.rules.decide.asking import asking_price, charge_quiet, counted_part, fill_ask, honour_price, weakness
from sim.rules.decide.overtures import weigh_call, weigh_summit
from sim.rules.decide.reasons import clear
from sim.state.world import World
from sim.vocabulary import components as c
from tests.sim.rules.decide.test_appraisal import reason
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, share, world_of, worlds

PRICED = ("markets", "ripeness", "stakes")
"""What contact brings, which counts only as far as a yes is believed in."""


def asked(world: World, yes: float, moment: float = 1.0) -> dict[str, float]:
    """The common reasons of side 0 for asking, by component."""
    row = [0.0] * c.COUNT
    clear(row)
    fill_ask(world, 0, row, yes, moment)
    return dict(zip(c.WORDS, row, strict=True))


@few
@given(worlds(), ends(), ends(0, 2))
def test_the_price_rises_with_own_pain_their_ego_and_chill_and_falls_with_cover_and_their_pain(
    world: World, two: tuple[float, float], pains: tuple[float, float]
) -> None:
    def price() -> float:
        return asking_price(world, 0)

    rises(world, "leaders.0.pain", pains, price)
    falls(world, "images.0.pain", pains, price)
    rises(world, "images.0.ego", two, price)
    rises(world, "leaders.0.chill", two, price)
    falls(world, "leaders.0.cover", two, price)
    assert price() >= 0


@few
@given(worlds(), ends())
def test_pride_and_honour_pay_the_price(world: World, two: tuple[float, float]) -> None:
    for weigh in (weigh_call, weigh_summit):
        falls(world, "leaders.0.ego", two, reason(world, weigh, "ego"))
        falls(world, "leaders.0.face_need", two, reason(world, weigh, "face"))
    rises(world, "leaders.0.face_need", two, lambda: honour_price(world, 0, asking_price(world, 0)))
    assert 0 <= honour_price(world, 0, asking_price(world, 0)) <= 2


@few
@given(worlds())
def test_the_price_can_be_turned_off_and_with_it_what_being_asked_spares(world: World) -> None:
    put_all(world, {"weights.0.asking": 0.0, "weights.0.refusal_fear": 0.0})
    assert asking_price(world, 0) == 0
    assert asked(world, 0.2)["ego"] == 0
    pride = reason(world, weigh_hold, "ego")()
    put_all(world, {"weights.0.asking": 1.0, "leaders.0.cover": 0.0, "leaders.0.ego": 1.0, "images.0.ego": 1.0})
    put_all(world, {"leaders.0.pain": 1.0, "images.0.pain": 1.0})
    assert asked(world, 0.2)["ego"] < 0
    assert reason(world, weigh_hold, "ego")() >= pride


@few
@given(worlds(), ends())
def test_a_rebuff_makes_the_next_ask_dearer_unless_that_is_turned_off(world: World, two: tuple[float, float]) -> None:
    put(world, "weights.0.chill_price", 0.0)
    prices = set()
    for chill in two:
        put(world, "leaders.0.chill", chill)
        prices.add(asking_price(world, 0))
    assert len(prices) == 1
    put_all(world, {"weights.0.chill_price": 2.0, "leaders.0.chill": 0.5})
    assert asking_price(world, 0) == pytest.approx(2 * prices.pop())


@few
@given(worlds(), ends())
def test_weakness_is_a_share_and_one_half_between_equals(world: World, two: tuple[float, float]) -> None:
    assert 0 <= weakness(world, 0) <= 1
    put_all(world, {"leaders.0.pain": two[0], "images.0.pain": two[0]})
    assert weakness(world, 0) == 0.5
    put_all(world, {"weights.0.weakness_gap": 0.0, "images.0.pain": two[1]})
    assert weakness(world, 0) == 0.5


@few
@given(worlds(), ends(), share)
def test_benefits_count_as_far_as_a_yes_is_believed_in_unless_the_gamble_is_turned_off(
    world: World, two: tuple[float, float], moment: float
) -> None:
    low, high = (asked(world, yes, moment) for yes in two)
    assert counted_part(world, two[0]) <= counted_part(world, two[1]) + SLACK
    assert 0 <= counted_part(world, two[0]) <= 1
    for name in PRICED:
        assert low[name] <= high[name] + SLACK
    put_all(world, {"weights.0.gamble": 0.0, "weights.0.refusal_fear": 0.0})
    assert counted_part(world, two[0]) == 1
    assert asked(world, two[0], moment) == asked(world, two[1], moment)


@few
@given(worlds(), ends())
def test_a_refusal_is_feared_the_more_the_less_a_yes_is_believed_in(world: World, two: tuple[float, float]) -> None:
    put(world, "weights.0.refusal_fear", 1.0)
    for name in ("face", "ego"):
        assert asked(world, two[0])[name] <= asked(world, two[1])[name] + SLACK
    sure = asked(world, 1.0)
    put(world, "weights.0.refusal_fear", 0.0)
    assert asked(world, 1.0) == sure


@few
@given(worlds(), ends())
def test_a_deniable_way_pays_its_share_of_the_price_and_none_where_it_is_free(
    world: World, two: tuple[float, float]
) -> None:
    rows = []
    for part in (0.0, *two):
        row = [0.0] * c.COUNT
        charge_quiet(world, 0, row, part)
        rows.append((row[c.EGO], row[c.FACE]))
    assert rows[0] == (0, 0)
    assert all(before >= after - SLACK for before, after in zip(rows[1], rows[2], strict=True))


@few
@given(worlds(), share)
def test_nothing_is_counted_that_no_moment_is_left_for(world: World, yes: float) -> None:
    found = asked(world, yes, moment=0.0)
    assert (found["markets"], found["ripeness"]) == (0, 0)


def test_asking_is_symmetric_by_default() -> None:
    world = world_of()
    assert asking_price(world, 0) == asking_price(world, 1)

"""Does the bargaining rule reach the published solutions (theory B4, and the linear and three-issue rows of B5)?"""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from sim.rules.meet.bargaining import count_ways, nash_claim, other_best, settle_at, settled_value, sort_issues
from sim.state.world import World
from tests.known.expected import EXPECTED
from tests.sim.rules.worlds import world_of

NASH = EXPECTED["nash_1950"]
GOODS: dict[str, dict[str, Any]] = NASH["goods"]
THREE = EXPECTED["three_issues"]


def world_with(weights: dict[str, tuple[float, float]], divisible: bool) -> World:
    issues = {
        key: {"weight": {"east": first, "west": second}, "divisible": divisible}
        for key, (first, second) in weights.items()
    }
    world = world_of({"issues": issues})
    sort_issues(world)
    return world


def bill_and_jack() -> tuple[World, tuple[float, float], tuple[float, float]]:
    """The nine goods as indivisible issues; Bill is side 0. Returns world, totals and floors.

    The rule scales each side's weights to sum to 1, so that Bill's utility of 24 is a share of 24/34 and Jack's 11 one
    of 11/16; what each brought, 12 and 6, is the floor. Nash's solution does not depend on such scaling.
    """
    world = world_with({key: (good["bill"], good["jack"]) for key, good in GOODS.items()}, divisible=False)
    totals = (sum(g["bill"] for g in GOODS.values()), sum(g["jack"] for g in GOODS.values()))
    return world, totals, (NASH["start"][0] / totals[0], NASH["start"][1] / totals[1])


def test_b4_bill_and_jack_swap_as_nash_says() -> None:
    world, totals, floors = bill_and_jack()
    assert (totals, count_ways(world)) == ((34, 16), 512)
    claim = nash_claim(world, 0, floors, 0.5)
    assert claim * totals[0] == pytest.approx(NASH["final"][0])
    assert other_best(world, 0, claim) * totals[1] == pytest.approx(NASH["final"][1])
    settle_at(world, 0, claim)
    got = {key for key, issue in zip(GOODS, world.issues, strict=True) if issue.settled[0] == 1.0}
    assert got == set(NASH["to_bill"])
    assert set(GOODS) - got == set(NASH["to_jack"])
    gains = [settled_value(world, side) * totals[side] - NASH["start"][side] for side in range(2)]
    assert gains == pytest.approx(NASH["gains"])
    assert gains[0] * gains[1] == pytest.approx(NASH["product"])


def test_b4_jack_s_own_calculation_ends_at_the_same_swap() -> None:
    world, totals, floors = bill_and_jack()
    claim = nash_claim(world, 1, (floors[1], floors[0]), 0.5)
    assert claim * totals[1] == pytest.approx(NASH["final"][1])


def test_b4_the_catalogue_itself_by_brute_force() -> None:
    """The expected numbers follow from the table of utilities, without any rule of the model."""
    products = []
    for owners in product((0, 1), repeat=len(GOODS)):
        gains = [
            sum(good[name] for good, owner in zip(GOODS.values(), owners, strict=True) if owner == side)
            - NASH["start"][side]
            for side, name in enumerate(("bill", "jack"))
        ]
        if min(gains) >= 0:
            products.append(gains[0] * gains[1])
    assert sorted(products)[-2:] == [NASH["runner_up"], NASH["product"]]
    assert len(products) == NASH["individually_rational"]


@pytest.mark.parametrize("row", EXPECTED["asymmetric_linear"]["rows"], ids=lambda row: f"power {row['power']}")
def test_b5_one_divisible_issue_under_unequal_power(row: dict[str, Any]) -> None:
    world = world_with({"pie": (1, 1)}, divisible=True)
    first, second = row["floors"]
    assert nash_claim(world, 0, (first, second), row["power"]) == pytest.approx(row["shares"][0], abs=1e-6)
    assert nash_claim(world, 1, (second, first), 1 - row["power"]) == pytest.approx(row["shares"][1], abs=1e-6)


def test_b5_three_issues_are_logrolled() -> None:
    weights = {f"issue{k}": pair for k, pair in enumerate(zip(THREE["first"], THREE["second"], strict=True))}
    world = world_with(weights, divisible=True)
    claim = nash_claim(world, 0, tuple(THREE["floors"]), 0.5)
    settle_at(world, 0, claim)
    assert [issue.settled[0] for issue in world.issues] == pytest.approx(THREE["parts"], abs=1e-6)
    assert [settled_value(world, side) for side in range(2)] == pytest.approx(THREE["utilities"], abs=1e-6)
    assert claim > THREE["equal_split"]

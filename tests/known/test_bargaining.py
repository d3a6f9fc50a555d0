"""Does the bargaining rule reach the published solutions (theory B4, B5), and where value diminishes what scipy finds?

B5 has linear rows, three issues, and a frontier that is a quarter of a circle: one issue of exponent 1/2.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy.optimize import minimize, minimize_scalar

from sim.rules.meet.bargaining import make_offer, nash_claim, other_best
from sim.rules.meet.settlement import settle_at, settled_value
from sim.rules.meet.stakes import count_ways, sort_issues
from sim.state.world import World
from tests.known.expected import EXPECTED
from tests.sim.rules.worlds import world_of

NASH = EXPECTED["nash_1950"]
GOODS: dict[str, dict[str, Any]] = NASH["goods"]
THREE = EXPECTED["three_issues"]
CIRCLE = EXPECTED["asymmetric_circle"]

Lines = dict[str, dict[str, float]]


def world_with(
    weights: dict[str, tuple[float, float]], divisible: bool, exponent: float = 1.0, lines: Lines | None = None
) -> World:
    issues = {
        key: {"weight": {"east": first, "west": second}, "divisible": divisible, "red_line": (lines or {}).get(key, {})}
        for key, (first, second) in weights.items()
    }
    world = world_of({"issues": issues, "bargaining.exponent": exponent})
    sort_issues(world)
    return world


def bill_and_jack(exponent: float = 1.0) -> tuple[World, tuple[float, float], tuple[float, float]]:
    """The nine goods as indivisible issues; Bill is side 0. Returns world, totals and floors.

    The rule scales each side's weights to sum to 1, so that Bill's utility of 24 is a share of 24/34 and Jack's 11 one
    of 11/16; what each brought, 12 and 6, is the floor. Nash's solution does not depend on such scaling.
    """
    world = world_with({key: (good["bill"], good["jack"]) for key, good in GOODS.items()}, False, exponent)
    totals = (sum(g["bill"] for g in GOODS.values()), sum(g["jack"] for g in GOODS.values()))
    return world, totals, (NASH["start"][0] / totals[0], NASH["start"][1] / totals[1])


@pytest.mark.parametrize("exponent", [1.0, 0.7])
def test_b4_bill_and_jack_swap_as_nash_says(exponent: float) -> None:
    """Goods that cannot be divided are worth all or nothing, whatever a part of something else is worth."""
    world, totals, floors = bill_and_jack(exponent)
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


@pytest.mark.parametrize("row", EXPECTED["asymmetric_linear"]["rows"], ids=lambda row: f"power {row['power']}")
def test_b5_is_what_is_offered_where_fairness_weighs_nothing(row: dict[str, Any]) -> None:
    """At fairness 1 it is the even split instead, as far as neither is offered less than it would refuse."""
    world = world_with({"pie": (1, 1)}, divisible=True)
    first, second = row["floors"]
    world.weights[0].fairness = 0.0
    offer = make_offer(world, 0, (first, second), row["power"])
    assert (offer.claim, offer.left) == pytest.approx(tuple(row["shares"]), abs=1e-6)
    world.weights[0].fairness = 1.0
    even = min(max(0.5, first), 1 - second)
    assert make_offer(world, 0, (first, second), row["power"]).claim == pytest.approx(even, abs=1e-6)


def test_b5_three_issues_are_logrolled() -> None:
    weights = {f"issue{k}": pair for k, pair in enumerate(zip(THREE["first"], THREE["second"], strict=True))}
    world = world_with(weights, divisible=True)
    claim = nash_claim(world, 0, tuple(THREE["floors"]), 0.5)
    settle_at(world, 0, claim)
    assert [issue.settled[0] for issue in world.issues] == pytest.approx(THREE["parts"], abs=1e-6)
    assert [settled_value(world, side) for side in range(2)] == pytest.approx(THREE["utilities"], abs=1e-6)
    assert claim > THREE["equal_split"]


def test_b5_unequal_power_on_a_circle() -> None:
    """With exponent 1/2 the squares of the two utilities of one issue sum to 1."""
    world = world_with({"pie": (1, 1)}, True, CIRCLE["exponent"])
    claim = nash_claim(world, 0, (0.0, 0.0), CIRCLE["power"])
    assert (claim, other_best(world, 0, claim)) == pytest.approx(CIRCLE["utilities"], abs=1e-6)


PIES = [(0.3, 0.5, (0.0, 0.0)), (0.5, 0.7, (0.2, 0.4)), (0.7, 0.5, (0.1, 0.5)), (0.9, 0.3, (0.4, 0.2))]


@pytest.mark.parametrize(("exponent", "power", "floors"), PIES)
def test_one_issue_of_diminishing_value_is_shared_as_scipy_finds(
    exponent: float, power: float, floors: tuple[float, float]
) -> None:
    def loss(part: float) -> float:
        gains = np.maximum([part**exponent - floors[0], (1 - part) ** exponent - floors[1]], 1e-12)
        return -float(power * np.log(gains[0]) + (1 - power) * np.log(gains[1]))

    best = minimize_scalar(loss, bounds=(1e-9, 1 - 1e-9), method="bounded", options={"xatol": 1e-12}).x
    world = world_with({"pie": (3, 2)}, True, exponent)
    settle_at(world, 0, nash_claim(world, 0, floors, power))
    assert world.issues[0].settled[0] == pytest.approx(best, abs=1e-5)


@pytest.mark.parametrize("lines", [{}, {"c": {"east": 0.4}, "a": {"west": 0.3}}], ids=["free", "with red lines"])
@pytest.mark.parametrize(("exponent", "power", "floors"), PIES)
def test_several_issues_of_diminishing_value_are_shared_as_scipy_finds(
    exponent: float, power: float, floors: tuple[float, float], lines: Lines
) -> None:
    weights = {"a": (4, 2), "b": (3, 3), "c": (1, 5)}
    world = world_with(weights, True, exponent, lines)
    shares = np.array([issue.share for issue in world.issues]).T
    bounds = [(issue.red_line[0] + 1e-9, 1 - issue.red_line[1] - 1e-9) for issue in world.issues]

    def loss(parts: Any) -> float:
        gains = np.array([shares[0] @ parts**exponent, shares[1] @ (1 - parts) ** exponent]) - floors
        return -float(np.array([power, 1 - power]) @ np.log(np.maximum(gains, 1e-12)))

    found = minimize(loss, np.full(3, 0.5), bounds=bounds, method="L-BFGS-B", options={"ftol": 1e-15, "gtol": 1e-10})
    settle_at(world, 0, nash_claim(world, 0, floors, power))
    assert [issue.settled[0] for issue in world.issues] == pytest.approx(found.x, abs=2e-4)

"""Which conclusions hang on a free parameter: each weight at the low and at the high end of its range, one at a time.

At every point the main case runs four times under the same luck: as it is, without hosts, with leaders without ego, and
with leaders whom markets leave cold. What each of the three adds to the chance that the leaders speak, and to that of
an agreement, is an effect; it flips when it is surely positive at one point and surely negative at another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import kaplan_meier, share_difference
from sim.scenario.weights import WEIGHTS, Weight
from sim.vocabulary.outcomes import AGREED

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

LEVEL = 0.99
"""Confidence at which the sign of an effect counts as sure."""
BATCH = 10
"""Weights moved in one call of the compiled engine."""
EFFECTS = ("mediators", "ego", "markets")
CHANCES = ("voice", "agreement")
SURE = {1: "+", -1: "−", 0: "0"}

Truths = NDArray[np.bool_]


class Point(NamedTuple):
    """The main case at one setting of one weight: chances, median days to first contact, signs of the effects."""

    voice: float
    agreement: float
    contact_days: float
    signs: dict[str, int]


class Swing(NamedTuple):
    """A weight at both ends of its range, and at its default."""

    weight: Weight
    low: Point
    default: Point
    high: Point

    @property
    def changes(self) -> list[str]:
        """Effects whose sign is not the same at all three points, as ``ego on voice 0 0 +`` (low, default, high)."""
        return [
            f"{name} {' '.join(SURE[sign] for sign in signs)}" for name, signs in self._signs() if len({*signs}) > 1
        ]

    @property
    def flips(self) -> list[str]:
        """Effects that are surely positive at one of the three points and surely negative at another."""
        return [name for name, signs in self._signs() if {1, -1} <= {*signs}]

    def _signs(self) -> Iterator[tuple[str, list[int]]]:
        for name in self.default.signs:
            yield name, [point.signs[name] for point in (self.low, self.default, self.high)]


def without(scenario: Scenario) -> dict[str, Scenario]:
    """The variants of a scenario in which each of the three has no effect."""
    from sim.files import vary

    sides = list(scenario.leaders)
    return {
        "mediators": vary(scenario, {"mediators": {}}),
        "ego": vary(scenario, {f"leaders.{side}.ego": 0.0 for side in sides}),
        "markets": vary(scenario, {f"leaders.{side}.market_sensitivity": 0.0 for side in sides}),
    }


def swings(scenario: Scenario, runs: int, seed: int = 0, weights: Sequence[Weight] = WEIGHTS) -> Iterator[Swing]:
    """Move every weight from low to high, one at a time.

    Parameters
    ----------
    scenario : Scenario
        What is run; uncertain numbers are drawn.
    runs : int
        Runs at each point, under the same luck at all points.
    seed : int
        Of the luck.
    weights : sequence of Weight
        Which to move; all by default.

    Yields
    ------
    Swing
        In the order of ``weights``.
    """
    default = next(points(scenario, {weights[0].name: [weights[0].default]}, runs, seed))
    for start in range(0, len(weights), BATCH):
        batch = weights[start : start + BATCH]
        found = list(points(scenario, settings_of(batch), runs, seed))
        for place, weight in enumerate(batch):
            yield Swing(weight, found[2 * place], default, found[2 * place + 1])


def settings_of(batch: Sequence[Weight]) -> dict[str, list[float]]:
    """A table of settings with two rows a weight: it at its low and at its high end, all others at their defaults."""
    table = {weight.name: [weight.default] * (2 * len(batch)) for weight in batch}
    for place, weight in enumerate(batch):
        table[weight.name][2 * place : 2 * place + 2] = [weight.low, weight.high]
    return table


def points(scenario: Scenario, settings: dict[str, list[float]], runs: int, seed: int) -> Iterator[Point]:
    """Run the scenario and its three reduced variants at each row of settings."""
    from sim import run_many

    table = {f"weights.{name}": values for name, values in settings.items()}
    whole = run_many(scenario, seed=seed, runs=runs, settings=table)
    bare = {
        name: run_many(variant, seed=seed, runs=runs, settings=table) for name, variant in without(scenario).items()
    }
    for row in range(len(next(iter(table.values())))):
        yield point(whole, bare, row, float(scenario.horizon_days))


def point(whole: Runs, bare: dict[str, Runs], row: int, horizon: float) -> Point:
    """What one row of settings comes to."""
    chances = chances_of(whole, row)
    signs: dict[str, int] = {}
    for name, runs in bare.items():
        reduced = chances_of(runs, row)
        signs |= {f"{name} on {what}": sign(chances[what], reduced[what]) for what in CHANCES}
    days = whole.measures["first_contact_day"][whole.row == row]
    median = kaplan_meier(np.where(days < 0, np.nan, days), horizon).median.value
    return Point(float(chances["voice"].mean()), float(chances["agreement"].mean()), median, signs)


def chances_of(runs: Runs, row: int) -> dict[str, Truths]:
    """By run of a row, in order, whether the leaders spoke or met, and whether an agreement stands."""
    chosen = np.flatnonzero(runs.row == row)
    chosen = chosen[np.argsort(runs.run[chosen], kind="stable")]
    agreed = np.isin(runs.outcomes[chosen], AGREED)
    return {"voice": runs.measures["first_voice_day"][chosen] >= 0, "agreement": agreed}


def sign(whole: Truths, bare: Truths) -> int:
    """The sign of what is added (1 or -1), or 0 when its interval holds zero."""
    added = share_difference(bare, whole, LEVEL)
    if added.low > 0:
        return 1
    return -1 if added.high < 0 else 0

"""What those at home say to an agreement: one filter for a truce and for a deal, in proportion to what is given up.

Two-level games (Putnam 1988; Iida 1996): advisers and the public object to what is given up, more the more hawkish and
hostile they are, and an agreement outside the win-set can fail at home.
"""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.limits import larger, logistic
from sim.rules.react.audience import hostility_felt
from sim.state.world import World
from sim.vocabulary.purposes import RATIFICATION


@rule
def objection(world: World, side: int, given_up: float) -> float:
    """How strongly advisers and public object to giving ``given_up`` (0..1), in units of utility; never below 0."""
    weights = world.weights[0]
    voices = weights.home_advisers * world.leaders[side].stance
    return given_up * larger(voices + weights.home_audience * hostility_felt(world, side), 0.0)


@rule
def passes_at_home(world: World, side: int, got: float, needed: float, given_up: float) -> bool:
    """Whether an agreement passes at home, by the side's own luck of this quarter-day.

    A logistic in the distance of what is got from what the win-set needs (both 0..1), lowered by objections.
    """
    setting = world.setting[0]
    weights = world.weights[0]
    odds = weights.ratification_base + weights.ratification_slope * (got - needed)
    odds = odds - weights.ratification_objection * objection(world, side, given_up)
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, world.leaders[side].key, RATIFICATION)
    return bool(u < logistic(odds))

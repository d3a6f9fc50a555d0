"""Confrontations between leaders of any temper: a shipped case with its traits spread over their whole ranges."""

from __future__ import annotations

from collections.abc import Iterator

from sim.files import list_scenarios, load_scenario, vary
from sim.luck import generator
from sim.scenario import Scenario

TRAITS = (
    "ego", "face_need", "market_sensitivity", "summit_appetite", "caution", "resolve", "patience", "decisiveness",
    "outside_option", "beliefs.coercion_works", "public.hostility", "public.defiance_pays", "public.approval",
    "market.exposure", "market.lobby",
)  # fmt: skip
RELATION = ("dyad.groundwork", "dyad.rapport", "dyad.tension")
MEDIATOR = ("stake", "face_formula", "standing", "reluctance")


def wide_scenarios(number: int, seed: int = 0) -> Iterator[Scenario]:
    """Variants of the shipped cases in turn, every trait drawn evenly from 0 to 1.

    Parameters
    ----------
    number : int
        How many.
    seed : int
        Of the draws; the n-th scenario of a seed is always the same.

    Yields
    ------
    Scenario
        Named after its case, with ``wide`` before it.
    """
    cases = list_scenarios()
    for place in range(number):
        base = load_scenario(cases[place % len(cases)])
        luck = generator(seed, f"first look, wide scenario {place}")
        paths = spread_paths(base)
        drawn = dict(zip(paths, luck.random(len(paths)).tolist(), strict=True))
        yield vary(base, {**drawn, "name": f"wide-{place}"})


def spread_paths(scenario: Scenario) -> list[str]:
    """The paths of a scenario that are spread: traits of leaders, of publics and markets, the relation, mediators."""
    sides = [f"leaders.{side}.{trait}" for side in scenario.leaders for trait in TRAITS]
    third = [f"mediators.{key}.{trait}" for key in scenario.mediators for trait in MEDIATOR]
    liked = [f"mediators.{key}.acceptability.{side}" for key in scenario.mediators for side in scenario.leaders]
    return [*sides, *RELATION, *third, *liked]

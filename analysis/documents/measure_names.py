"""What readers call the measures of a scenario, on a line of a terminal or in a table."""

from __future__ import annotations

from analysis.estimates.catalogue import measures_of
from sim.narrative.cast import Cast
from sim.scenario import Scenario


def actor_names(scenario: Scenario) -> dict[str, str]:
    """What readers call sides and third parties, by id."""
    cast = Cast(scenario)
    sides = {side: cast.country(side) for side in cast.sides}
    return sides | {name: cast.mediator(name) for name in scenario.mediators} | {"both": "both at once"}


def measure_labels(scenario: Scenario) -> dict[str, str]:
    """The short name of every measure of a scenario, with the names of its actors."""
    names = actor_names(scenario)
    return {name: found.label(names) for name, found in measures_of(scenario).items()}

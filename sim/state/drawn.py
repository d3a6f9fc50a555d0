"""Which numbers of a scenario are drawn, from what, and under which key."""

from __future__ import annotations

from typing import Any, NamedTuple

from sim.luck import actor_key
from sim.scenario.distributions import Choice
from sim.scenario.scenario import Scenario
from sim.state.opening import Opening, Place


class Drawn(NamedTuple):
    """One uncertain number: where it goes, its key, its distribution's kind and numbers, and values of a choice."""

    place: Place
    key: int
    kind: int
    numbers: tuple[float, float, float, float]
    choices: tuple[float, ...]


def drawn_numbers(scenario: Scenario, opening: Opening) -> list[Drawn]:
    """List the uncertain numbers of a scenario in the order of their paths.

    Those that a run never reads are left out.
    """
    listed = []
    for path in sorted(scenario.distributions):
        if path in opening.places:
            spread: Any = scenario.distributions[path]
            kind, *numbers = spread.as_row()
            choices = (*spread.values, *spread.cumulative) if isinstance(spread, Choice) else (0.0, 1.0)
            a, b, c, d = numbers
            listed.append(Drawn(opening.places[path], actor_key(path), kind, (a, b, c, d), choices))
    return listed

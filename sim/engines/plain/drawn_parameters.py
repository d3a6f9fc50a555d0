"""How the uncertain numbers of one run are drawn before it begins."""

from __future__ import annotations

from sim.rules.parameters import draw
from sim.scenario.scenario import Scenario
from sim.state.drawn import drawn_numbers
from sim.state.opening import Opening


def draw_into(opening: Opening, scenario: Scenario, seed: int, run: int) -> None:
    """Replace the central value of every uncertain number of an opening by a draw for this run."""
    for drawn in drawn_numbers(scenario, opening):
        value = draw((seed, run, drawn.key), drawn.kind, drawn.numbers, drawn.choices)
        record = opening.records[drawn.place.collection][drawn.place.row]
        if isinstance(record[drawn.place.field], list):
            record[drawn.place.field][drawn.place.position] = value
        else:
            record[drawn.place.field] = value

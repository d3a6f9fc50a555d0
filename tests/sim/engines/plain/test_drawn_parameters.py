"""Do drawn numbers land in their places, and in no others?"""

from __future__ import annotations

from sim.engines.plain.drawn_parameters import draw_into
from sim.files import vary
from sim.state.opening import open_scenario
from tests.sim.rules.worlds import PLAIN

SPREAD = {"distribution": "uniform", "low": 0.2, "high": 0.4}
UNCERTAIN = vary(PLAIN, {"leaders.east.ego": SPREAD, "mediators.oslo.acceptability.west": SPREAD})


def test_only_the_uncertain_numbers_change() -> None:
    central, drawn = open_scenario(UNCERTAIN), open_scenario(UNCERTAIN)
    draw_into(drawn, UNCERTAIN, seed=1, run=2)
    east = drawn.records["leaders"][0].pop("ego")
    west = drawn.records["mediators"][1]["acceptability"].pop(1)
    central.records["leaders"][0].pop("ego")
    central.records["mediators"][1]["acceptability"].pop(1)
    assert drawn == central
    assert 0.2 <= east <= 0.4
    assert 0.2 <= west <= 0.4
    assert east != west


def test_one_uncertain_number_more_shifts_no_other() -> None:
    more = vary(UNCERTAIN, {"leaders.east.caution": SPREAD})
    found = []
    for scenario in (UNCERTAIN, more):
        opening = open_scenario(scenario)
        draw_into(opening, scenario, seed=1, run=2)
        found.append((opening.records["leaders"][0]["ego"], opening.records["mediators"][1]["acceptability"][1]))
    assert found[0] == found[1]

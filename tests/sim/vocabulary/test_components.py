"""Has every component a weight of its name, and words for both directions?"""

from __future__ import annotations

from sim.scenario.weights import WEIGHTS
from sim.vocabulary import components as c


def test_every_component_has_a_weight() -> None:
    assert tuple(weight.name for weight in WEIGHTS)[: c.COUNT] == c.WORDS


def test_every_component_speaks_for_and_against_an_act() -> None:
    assert all("{act}" in row.pro and "{act}" in row.con and row.pro != row.con for row in c.ROWS)

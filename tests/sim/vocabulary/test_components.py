"""Has every component a weight of its name, and words for both directions?"""

from __future__ import annotations

from sim.scenario.weights import WEIGHTS
from sim.vocabulary import components as c


def test_every_component_has_a_weight() -> None:
    assert tuple(weight.name for weight in WEIGHTS)[: c.COUNT] == c.WORDS


def test_every_component_speaks_for_and_against_an_act() -> None:
    assert all("{act}" in row.pro and "{act}" in row.con and row.pro != row.con for row in c.ROWS)


def test_comparisons_name_both_and_nothing_else_names_the_rival() -> None:
    for row in c.ROWS:
        assert all("{rival}" not in text for text in (row.pro, row.con))
        assert all("{act}" in text and "{rival}" in text for text in (row.more, row.less))

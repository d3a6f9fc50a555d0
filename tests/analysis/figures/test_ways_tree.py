"""Each branch has its line, name and numbers; what grows from it stands further to the right."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.estimates.ways import paths_of, ways
from analysis.figures.style import NARROW, WIDE, Room
from analysis.figures.ways_tree import ways_tree
from sim.files import load_scenario
from sim.run import run_many
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import WAYS


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_every_branch_of_at_least_one_in_a_hundred_is_there(room: Room) -> None:
    found = ways(Counter(paths_of(run_many(load_scenario("us-china-2025"), runs=150).table())))
    chart = ways_tree(found, "Which way?", room)
    text = words(chart)
    shown = found[found["hundred"] > 0]
    for title in shown["title"]:
        assert title in text
    assert text.count(" of 100 (") == len(shown)
    assert len(next(table for table in values(chart) if "share" in table[0])) == len(shown)


def test_depth_moves_a_name_to_the_right() -> None:
    chart = ways_tree(pd.DataFrame(WAYS), "Which way?")
    names = next(table for table in values(chart) if "name" in table[0])
    assert [name["name"] for name in names] == WAYS["title"]
    first, second, third, last = (name["x"] for name in names)
    assert first == last < second < third
    assert [name["y"] for name in names] == sorted(name["y"] for name in names)

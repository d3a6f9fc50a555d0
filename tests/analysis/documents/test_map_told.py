"""A map in words: extremes only where they were put in, each with how far it lies from all runs together."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from analysis.documents.map_cells import map_cells
from analysis.documents.map_told import Told, map_told
from analysis.documents.readers_names import THEMSELVES
from analysis.estimates import measure
from sim.luck import generator
from tests.analysis.documents.test_map_cells import grid

ROWS = grid(4, 4)
LUCK = generator(2, "test/map told").normal(size=len(ROWS))


def told(values: np.ndarray) -> Told:
    """What is said of a map of such values."""
    made = ROWS.assign(trough_us=values)
    found = measure(made, "trough_us")
    return map_told(map_cells(made, ["a", "b"], found), found, ["a", "b"], THEMSELVES)


def test_where_nothing_was_put_in_no_cell_is_named() -> None:
    found = told(LUCK)
    assert found.title.startswith("No cell of 16 differs from all runs together: the market of us fell by ")
    assert "None of 16 cells differs from that, as far as these runs can tell." in found.words
    assert "lowest" not in found.words
    assert "a at" not in found.words


def test_both_extremes_are_named_where_both_were_put_in() -> None:
    corner = (ROWS["a"] == 3) & (ROWS["b"] == 0)
    other = (ROWS["a"] == 0) & (ROWS["b"] == 3)
    found = told(LUCK + 5.0 * corner - 5.0 * other)
    assert "2 of 16 cells differ from that" in found.words
    assert re.search(r"the lowest is [\d.]+% .* less, the highest is [\d.]+% .* more\.", found.words)
    assert found.title.index("(a at 0, b at 3) up to ") < found.title.index("(a at 3, b at 0)")


def test_one_extreme_stands_beside_all_runs() -> None:
    found = told(LUCK + 4.0 * ((ROWS["a"] == 3) & (ROWS["b"] == 0)))
    assert found.title.endswith("in all runs")
    assert "(a at 3, b at 0)" in found.title
    assert "lowest" not in found.words


def test_a_factor_is_named_where_no_cell_is() -> None:
    wide = grid(6, 6)
    gentle = wide.assign(trough_us=0.11 * wide["a"] + generator(1, "test/map slope").normal(size=len(wide)))
    found = measure(gentle, "trough_us")
    made = map_cells(gentle, ["a", "b"], found)
    made = made._replace(cells=pd.DataFrame(made.cells).assign(differs=False))
    said = map_told(made, found, ["a", "b"], THEMSELVES)
    assert "Over all other settings it differs by a: lowest" in said.words
    assert said.title.endswith("; no single cell differs")

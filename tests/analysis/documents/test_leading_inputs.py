"""The inputs that are said to matter are those told apart from none, the surest first, each at its clearest."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("SALib")

from analysis.documents.leading_inputs import NAME, SHOWN, leading_inputs, shortened
from analysis.documents.terminal_writing import block_lines
from analysis.sensitivity import MorrisResult, Noise, SobolResult
from analysis.sensitivity.needed import Needed

NO_NOISE = Noise(**dict.fromkeys(Noise._fields, 0))

SHARE = st.tuples(st.floats(-0.2, 0.9), st.floats(0.01, 0.3)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def sobol(measure: str, ends: dict[str, tuple[float, float]]) -> SobolResult:
    """Inputs are told apart here where their interval begins above 0.1."""
    rows = [
        {"input": name, "total": (low + high) / 2, "total_low": low, "total_high": high, "told_apart": low > 0.1}
        for name, (low, high) in ends.items()
    ]
    empty: dict[str, Any] = dict.fromkeys(SobolResult._fields)
    return SobolResult(**{**empty, "measure": measure, "indices": pd.DataFrame(rows), "messages": ()})


@given(st.lists(st.dictionaries(st.sampled_from("abcdefghijkl"), SHARE, min_size=12), min_size=1, max_size=3))
def test_who_is_named(drawn: list[dict[str, tuple[float, float]]]) -> None:
    found = {f"m{place}": sobol(f"m{place}", ends) for place, ends in enumerate(drawn)}
    table, note = leading_inputs(found, {"m0": "The first measure"})
    best = {name: max(ends[name][0] for ends in drawn) for name in drawn[0]}
    clear = sorted((name for name in best if best[name] > 0.1), key=lambda name: -best[name])
    assert [row[0].strip() for row in table.rows] == clear[:SHOWN]
    for name, label, _ in table.rows:
        measure = "m0" if label == "The first measure" else label
        assert drawn[int(measure[1:])][name.strip()][0] == best[name.strip()]
    words = note.text.replace(",", " ").replace(".", " ").replace(":", " ").split()
    silent = set(best) - set(clear)
    assert set(clear[SHOWN:]) <= set(words)
    assert not clear or silent <= set(words)
    assert ("Not told apart" in note.text) == bool(silent and clear)
    assert f"{12 * len(drawn)} pairs" in note.text
    assert len([*block_lines([table]), *block_lines([note])]) <= 14


def test_effects_within_luck_do_not_matter() -> None:
    effects = pd.DataFrame(
        {
            "input": ["ego", "caution"],
            "mu_star": [2.0, 1.0],
            "mu_star_low": [1.5, 0.4],
            "mu_star_high": [2.5, 1.6],
            "luck_floor": [0.9, 0.9],
            "told_apart": [True, False],
        }
    )
    result = MorrisResult("contact", effects, NO_NOISE, 8, (), Needed(1))
    table, note = leading_inputs({"contact": result}, {})
    assert table.rows == (("  ego", "contact", "2.0 (1.5 to 2.5)"),)
    assert "Not told apart from nothing on this measure: caution." in note.text


def test_a_measure_of_which_nothing_is_said_is_not_counted() -> None:
    one, other = sobol("m0", {"ego": (0.4, 0.6)}), sobol("m1", {"ego": (math.nan, math.nan)})
    _, note = leading_inputs({"m0": one, "m1": other}, {})
    assert "Corrected for 1 pairs" in note.text


def test_a_long_name_keeps_whose_it_is() -> None:
    assert shortened("sensitivity to the market, Xi Jinping", NAME) == "sensitivity.., Xi Jinping"
    assert shortened("ego, Xi Jinping", NAME) == "ego, Xi Jinping"
    assert shortened("a" * 40, NAME) == "a" * (NAME - 2) + ".."


@given(st.text("abc, ", min_size=1, max_size=60), st.integers(10, 30))
def test_no_name_is_longer_than_its_room(name: str, width: int) -> None:
    assert len(shortened(name, width)) <= width

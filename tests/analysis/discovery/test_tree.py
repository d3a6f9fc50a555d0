"""A tree asks the questions that we planted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.discovery import DiscoveryError, grow_tree
from tests.analysis.discovery import planted


def test_asks_the_planted_questions() -> None:
    table = grow_tree(planted.inputs(planted.runs()), depth=2).table
    first = table.iloc[0]
    assert "caution >= 0." in first["condition"]
    assert "groundwork < 0." in first["condition"]
    assert first["density"] > 0.95
    assert first["coverage"] > 0.95


def test_groups_names_by_one_cut() -> None:
    runs = planted.runs(900)
    runs["case"] = runs["clock"] == "fixed"
    table = grow_tree(planted.inputs(runs)).table
    assert table["condition"].tolist() == ["clock: fixed", "clock: any but fixed"]
    assert table["density"].tolist() == [1, 0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3), st.floats(0.02, 0.3))
def test_leaves_part_all_runs(seed: int, depth: int, smallest: float) -> None:
    inputs = planted.inputs(planted.runs(250, seed, 0.9, 0.2))
    tree = grow_tree(inputs, depth, smallest)
    counted = sum(leaf.box.holds(inputs.table).astype(int) for leaf in tree.leaves)
    assert (counted == 1).all()
    assert sum(leaf.runs for leaf in tree.leaves) == 250
    assert tree.table["coverage"].sum() == pytest.approx(1)
    assert len(tree.leaves) <= 2**depth


def test_against_scikit_learn_when_it_is_there() -> None:
    peer = pytest.importorskip("sklearn.tree")
    inputs = planted.inputs(planted.runs(800, 1, 0.9, 0.1))
    numbers = inputs.table[list(inputs.numeric)]
    theirs = peer.DecisionTreeClassifier(max_depth=1).fit(numbers, inputs.cases)
    ours = grow_tree(inputs, depth=1).leaves[0].box
    assert ours.span(inputs.numeric[theirs.tree_.feature[0]]).high == pytest.approx(theirs.tree_.threshold[0], abs=0.01)


def test_out_of_range_is_refused() -> None:
    inputs = planted.inputs(planted.runs(50))
    with pytest.raises(DiscoveryError, match="1 to 3 questions"):
        grow_tree(inputs, 4)
    with pytest.raises(DiscoveryError, match=r"below 0\.5"):
        grow_tree(inputs, 2, 0.5)

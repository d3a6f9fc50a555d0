"""A box among held-out runs: by hand, and with intervals that cover what is true."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.discovery import Box, Span, grow_tree, prim
from analysis.discovery.case_table import Trials
from analysis.discovery.judging import judged, judged_tree, trajectory
from analysis.estimates import share
from tests.analysis.discovery import planted

INSIDE = np.array([True, True, False, False])
EVERYTHING = np.ones(4, dtype=bool)


def by_hand() -> Trials:
    """Four settings under three lucks; inside 5 of 6 are cases, outside 1 of 6."""
    setting, luck = np.tile(np.arange(4), 3), np.repeat(np.arange(3), 4)
    case = np.array([1, 1, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0], dtype=bool)
    return Trials(setting, luck, case)


def test_counts_by_hand() -> None:
    found = judged(by_hand(), INSIDE, EVERYTHING)
    assert (found.runs, found.cases) == (6, 5)
    assert found.density.value == pytest.approx(5 / 6)
    assert found.coverage.value == pytest.approx(5 / 6)
    assert found.usual.value == pytest.approx(0.5)
    assert found.gain.value == pytest.approx(1 / 3)
    assert (found.density.lucks, found.gain.lucks) == (3, 3)


def test_a_gain_is_compared_luck_by_luck() -> None:
    """By hand: the gains of the three lucks are 1/2, 0 and 1/2; their standard error is 1/6, Student's t is 4.303."""
    gain = judged(by_hand(), INSIDE, EVERYTHING).gain
    assert gain.high - gain.value == pytest.approx(4.302653 / 6, rel=1e-5)


def test_only_what_was_left_is_judged_but_all_cases_are_covered() -> None:
    found = judged(by_hand(), INSIDE, np.array([False, True, True, True]))
    assert (found.runs, found.cases) == (3, 2)
    assert found.coverage.value == pytest.approx(2 / 6)
    assert found.usual.value == pytest.approx(3 / 9)


def test_a_box_without_runs_has_no_gain() -> None:
    found = judged(by_hand(), ~EVERYTHING, EVERYTHING)
    assert found.runs == 0
    assert np.isnan(found.gain.low)


def test_intervals_cover_the_truth_though_lucks_differ() -> None:
    """A box fixed beforehand: of 60 studies the interval of its gain misses the truth in about 3."""
    box, missed = Box({"caution": Span(0.6), "groundwork": Span(high=0.3)}), 0
    for seed in range(60):
        inputs, runs = planted.trials(planted.crossed(40, 10, seed, 0.6, 0.3, 0.1))
        inside = inputs.inside(box)
        if inside.any():
            gain = judged(runs, inside, np.ones(len(inside), dtype=bool)).gain
            missed += not gain.low <= 0.3 * (1 - inside.mean()) <= gain.high
    assert missed <= 8


def test_leaves_are_counted_among_the_held_out_runs() -> None:
    inputs, runs = planted.trials(planted.crossed(60, 12, 3, 0.9, 0.1))
    first, second = (runs.among(runs.luck % 2 == half) for half in (0, 1))
    found = judged_tree(grow_tree(first.counted(inputs)), inputs, second)
    assert sum(leaf.runs for leaf in found.leaves) == len(second.case)
    assert sum(leaf.cases for leaf in found.leaves) == second.case.sum()
    densest = found.ranked[0]
    alone = share(second.case[inputs.inside(densest.box)[second.setting]].astype(float)).value
    assert densest.told_apart
    assert densest.density.value == pytest.approx(alone)
    assert found.table["told_apart"].any()


def test_leaves_of_nothing_are_not_told_apart() -> None:
    """The intervals of a tree hold together: of 20 trees of nothing few have any leaf told apart."""
    found = 0
    for seed in range(20):
        inputs, runs = planted.trials(planted.crossed(40, 12, seed, 0.4, 0.4, 0.1))
        first, second = (runs.among(runs.luck % 2 == half) for half in (0, 1))
        found += any(leaf.told_apart for leaf in judged_tree(grow_tree(first.counted(inputs)), inputs, second).leaves)
    assert found <= 4


def test_a_trajectory_has_both_halves() -> None:
    inputs, runs = planted.trials(planted.crossed(60, 12, 3, 0.9, 0.1))
    first, second = (runs.among(runs.luck % 2 == half) for half in (0, 1))
    path = prim(first.counted(inputs))
    table = trajectory(path, inputs, second, np.ones(len(inputs.runs), dtype=bool))
    assert table["density"].tolist() == path.density.tolist()
    assert table.loc[0, ["coverage", "held_coverage"]].tolist() == [1, 1]
    assert table.loc[0, "held_density"] == pytest.approx(second.case.mean())
    assert (table["held_low"] <= table["held_density"]).all()

"""Signs: the luck is shared by all points, effects are told apart from nothing, and flips are seen."""

from __future__ import annotations

import numpy as np

from analysis.evidence.signs import Point, Swing, settings_of, sign, swings
from sim import load_scenario
from sim.scenario.weights import WEIGHTS

BY_NAME = {weight.name: weight for weight in WEIGHTS}
YES, NO = np.ones(200, dtype=bool), np.zeros(200, dtype=bool)


def test_a_sure_sign_and_none() -> None:
    mixed = np.arange(200) % 2 == 0
    assert (sign(YES, NO), sign(NO, YES), sign(mixed, mixed), sign(mixed, ~mixed)) == (1, -1, 0, 0)


def test_only_opposite_sure_signs_are_a_flip() -> None:
    def at(sign: int) -> Point:
        return Point(0.5, 0.5, 10, {"ego on voice": sign})

    flipped, gone, same = (Swing(WEIGHTS[0], at(1), at(0), at(high)) for high in (-1, 1, 0))
    assert (flipped.flips, flipped.changes) == (["ego on voice"], ["ego on voice + 0 −"])
    assert (gone.flips, gone.changes) == ([], ["ego on voice + 0 +"])
    assert same.changes == ["ego on voice + 0 0"]
    assert Swing(WEIGHTS[0], at(1), at(1), at(1)).changes == []


def test_each_weight_moves_alone() -> None:
    batch = [BY_NAME["ego"], BY_NAME["asking"]]
    table = settings_of(batch)
    ego, asking = batch
    assert table["ego"] == [ego.low, ego.high, ego.default, ego.default]
    assert table["asking"] == [asking.default, asking.default, asking.low, asking.high]


def test_the_main_case_hangs_on_its_stakes() -> None:
    found = list(swings(load_scenario("us-china-2025"), 150, weights=[BY_NAME["stakes"], BY_NAME["rally_echo"]]))
    assert [swing.weight.name for swing in found] == ["stakes", "rally_echo"]
    assert found[0].low.voice > found[0].high.voice
    assert found[0].default == found[1].default
    assert found[0].default.signs["mediators on agreement"] == 1

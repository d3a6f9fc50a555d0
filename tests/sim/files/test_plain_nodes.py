"""Are Python values taken as a file would say them, and other objects refused?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from sim.files.plain_nodes import node_of
from sim.files.problems import Findings, Spot
from sim.scenario import Uniform
from sim.scenario.dyad import Dyad
from sim.vocabulary.scenario_words import ClockKind
from tests.sim.files.test_yaml_nodes import plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ClockKind.fixed, "fixed"),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),
        (Uniform(0.0, 1.0), {"distribution": "uniform", "low": 0.0, "high": 1.0}),
        (Dyad(rapport=0.5), {"rapport": 0.5}),
        ((1, 2), [1, 2]),
        ({"a": None, "b": 1}, {"b": 1}),
        (dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
    ],
)
def test_values(value: Any, expected: Any) -> None:
    findings = Findings()
    assert plain(node_of(value, Spot("x"), findings)) == expected
    assert not findings


def test_the_fields_of_a_part_keep_the_order_in_which_they_are_declared() -> None:
    node = node_of(Dyad(tension=0.1, groundwork=0.2, rapport=0.3), Spot("x"), Findings())
    assert list(node.value) == [name for name in Dyad.model_fields if name in node.value]


def test_what_no_file_can_say_is_refused() -> None:
    loop: dict[str, Any] = {}
    loop["again"] = loop
    for value in (object(), b"x", float("nan"), 1j, "\x00", loop, {1, 2}, np.array([1.0, 2.0]), np.array([])):
        findings = Findings()
        node_of(value, Spot("x"), findings)
        assert findings

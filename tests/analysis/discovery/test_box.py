"""What a box holds and how it reads."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.discovery import Box, Members, Span

TABLE = pd.DataFrame({"a": [0.1, 0.2, 0.3], "clock": ["fixed", "poisson", "other"]})
EVERY = ("fixed", "other", "poisson")


def test_limits_hold_together_and_can_be_lifted() -> None:
    box = Box({"a": Span(0.2), "clock": Members(("fixed", "poisson"), EVERY)})
    assert box.holds(TABLE).tolist() == [False, True, False]
    assert box.without("a").holds(TABLE).tolist() == [True, True, False]
    assert Box().holds(TABLE).all()


def test_words() -> None:
    assert Box({"a": Span(0.2), "b": Span(high=3.0)}).words() == "a >= 0.2 and b < 3"
    assert Box({"a": Span(0.1, 0.25)}).words() == "0.1 <= a < 0.25"
    assert Box({"clock": Members(("fixed",), EVERY)}).words() == "clock: fixed"
    assert Box({"clock": Members(("fixed", "poisson"), EVERY)}).words() == "clock: any but other"
    assert Box().words() == "always"


def test_two_sides_of_a_limit_part_every_value() -> None:
    values = pd.Series(np.array([0.0, 0.5, 1.0]))
    assert (Span(high=0.5).holds(values) ^ Span(0.5).holds(values)).all()

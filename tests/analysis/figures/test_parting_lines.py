"""Two worlds, a panel a series, and the day they part."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import parting_of_the_ways
from tests.analysis.figures.drawn import words

PAIR = pd.DataFrame(
    [(one, panel, day, day * (1 + (one == "b"))) for one in "ab" for panel in ("x", "y") for day in range(9)],
    columns=["setting", "panel", "day", "value"],
)


def test_says_when_they_part_or_that_they_do_not() -> None:
    assert "until day 4.5" in words(parting_of_the_ways(PAIR, 4.5, "Where?"))
    assert "same things happen in both" in words(parting_of_the_ways(PAIR, None, "Where?"))

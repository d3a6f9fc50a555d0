"""What is explained is one decision, of any kind and without its table unless somebody asks."""

from __future__ import annotations

import datetime as dt

from analysis.cli.explained import Explained
from sim.results.record_rows import decisions
from tests.sim.sample import sample_trajectory


def test_nothing_more_is_asked_for_by_default() -> None:
    record = sample_trajectory()
    asked = Explained(record, decisions(record)[0], dt.date(2025, 4, 19))
    assert (asked.kind, asked.everything) == ("", False)

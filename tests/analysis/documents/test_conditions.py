"""Conditions are sought for an outcome that is neither rare nor usual, and told with their numbers."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from analysis.documents.conditions import conditions, small, thinned
from analysis.documents.document import Table
from tests.analysis.documents.made import made_study


def test_the_box_that_was_put_in_is_found() -> None:
    found = conditions(made_study("lhs", points=300).table_of_rows, ["ego", "caution"])
    assert found.section is not None
    assert found.section.heading == "When runs end with no contact"
    assert "ego >=" in found.answer[0]
    box, *_, tree = (block for block in found.section.blocks if isinstance(block, Table))
    assert any("ego" in limit for limit in box.column("limit"))
    assert tree.heads == ("when", "runs", "share of cases", "part of all cases")


def test_nothing_to_ask_gives_no_section() -> None:
    rows = made_study("grid").table_of_rows
    assert conditions(rows.assign(outcome="deal"), ["ego"]) == (None, ())
    assert conditions(rows.assign(ego=0.5), ["ego"]) == (None, ())


def test_large_studies_are_thinned_by_whole_replications() -> None:
    rows = made_study("grid", replications=8).table_of_rows
    few = thinned(rows, 80)
    assert len(few) == 75
    assert few["replication"].max() == 2
    assert thinned(rows, 10_000) is rows


def test_small_chances() -> None:
    assert (small(0.0), small(0.0123)) == ("below 0.0001", "0.0123")

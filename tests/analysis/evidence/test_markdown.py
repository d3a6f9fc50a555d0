"""Markdown: tables, numbers with intervals, and blocks between markers."""

from __future__ import annotations

import math

import pytest

from analysis.estimates import Estimate
from analysis.evidence.markdown import MarkerError, between, days, percent, percents, points, prose, table


def test_tables_and_numbers() -> None:
    assert table(("a", "b"), [("1", "2")]) == ["| a | b |", "| --- | --- |", "| 1 | 2 |"]
    assert percents(Estimate(0.5, 0.41, 0.59)) == "50% [41%, 59%]"
    assert points(Estimate(-0.05, -0.1, 0.02)) == "-5 [-10, +2]"
    assert (days(12.4), days(math.inf), percent(math.nan)) == ("12", "never", "never")
    assert max(map(len, prose("word " * 100))) <= 118


def test_a_block_goes_between_its_markers_and_nothing_else_moves() -> None:
    page = "before\n<!-- x:start -->\nold\n<!-- x:end -->\nafter\n"
    written = between(page, "x", ["new", "lines"])
    assert written == "before\n<!-- x:start -->\nnew\nlines\n<!-- x:end -->\nafter\n"
    assert between(written, "x", ["new", "lines"]) == written


def test_missing_markers_are_an_error() -> None:
    with pytest.raises(MarkerError, match="x:start"):
        between("nothing here", "x", [])

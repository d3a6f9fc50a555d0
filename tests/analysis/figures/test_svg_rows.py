"""Rows of a page without scripts show the table: bars as long as shares, differences around one zero."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from analysis.figures.figures_of_runs import Forest, WaysTree
from analysis.figures.svg_rows import AT_DESK, forest_svg, ways_tree_svg
from tests.analysis.figures.examples import DIFFERENCES, WAYS
from tests.analysis.figures.test_svg_worlds import texts


def test_bars_are_as_long_as_their_share_and_empty_branches_are_left_out() -> None:
    table = {name: [*values, values[-1]] for name, values in WAYS.items()} | {"hundred": [90, 90, 90, 10, 0]}
    drawn = ways_tree_svg(WaysTree(table, "Which way?"))
    widths = [float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', drawn)]
    assert widths == pytest.approx([AT_DESK.field * share for share in WAYS["share"]], abs=0.1)
    assert texts(drawn).count("of 100 (") == 4
    assert "contact & <more>" in texts(drawn)


def test_marks_stand_on_their_side_of_zero() -> None:
    drawn = forest_svg(Forest(DIFFERENCES, "What differs?"))
    marks = [float(node.get("cx", "")) for node in ElementTree.fromstring(drawn).iter() if node.tag.endswith("circle")]
    zero = AT_DESK.names + AT_DESK.field / 2
    assert [mark > zero for mark in marks] == [True, False, True]
    assert (marks[0] - zero) / (zero - marks[1]) == pytest.approx(5, abs=0.2), "10 and -2 on one scale"
    for word in ("percentage points", "days", "+10 (5 to 15)"):
        assert word in texts(drawn)
    assert "nan" not in drawn

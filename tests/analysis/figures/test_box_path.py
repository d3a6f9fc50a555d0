"""A search is drawn with both halves, the box reported, and where searches in nothing lie; in either room."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.figures.figure import BoxPath
from analysis.figures.style import NARROW, WIDE, Room
from analysis.figures.vega import vega_chart
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import VEGA_ONLY

(FIGURE,) = (figure for figure in VEGA_ONLY if isinstance(figure, BoxPath))


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_everything_is_named_and_shares_go_from_0_to_100(room: Room) -> None:
    text = words(vega_chart(FIGURE, room))
    for said in ("where it was sought", "held out", "95% of searches in shuffled outcomes", "the box reported"):
        assert said in text
    assert "0%" in text
    assert "100%" in text


def test_every_point_is_a_row_and_the_box_has_its_interval() -> None:
    tables = values(vega_chart(FIGURE))
    assert sorted(len(table) for table in tables) == [1, 2, 4]
    (chosen,) = next(table for table in tables if len(table) == 1)
    assert (chosen["low"], chosen["density"], chosen["high"]) == (0.3, 0.4, 0.5)


def test_a_search_that_was_not_repeated_has_no_band() -> None:
    tables = values(vega_chart(FIGURE._replace(band={"coverage": [], "low": [], "high": []})))
    assert sorted(len(table) for table in tables) == [1, 4]

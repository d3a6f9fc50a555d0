"""Figures of one run are plain data: a table first, then a title, and figures like any other."""

from __future__ import annotations

from typing import get_args

import pytest

from analysis.figures import figure, run_figure
from analysis.figures.run_figure import FaceToFace, PartingOfTheWays, Reach, Waterfall, WhoCallsWhom


@pytest.mark.parametrize("kind", [FaceToFace, PartingOfTheWays, Waterfall, WhoCallsWhom])
def test_a_table_comes_first_and_there_is_a_title(kind: type) -> None:
    assert "title" in kind._fields[1:]
    assert kind in get_args(figure.Figure)
    assert getattr(figure, kind.__name__) is getattr(run_figure, kind.__name__)


def test_what_an_event_is_called_tells_it_from_every_other() -> None:
    assert len({str(form) for form in Reach}) == len(Reach)
    assert str(Reach.met) == "in touch"

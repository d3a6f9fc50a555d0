"""Inline drawings are well-formed, named for those who hear them, and fetch nothing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from analysis.figures.figure import Figure, FigureError
from analysis.figures.svg import svg
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN, VEGA_ONLY


@pytest.mark.parametrize("figure", [*PLAIN, *NO_TERMINAL], ids=lambda figure: type(figure).__name__)
def test_it_is_one_named_picture(figure: Figure) -> None:
    drawn = svg(figure)
    root = ElementTree.fromstring(drawn)
    assert root.get("role") == "img"
    assert figure.title in root.get("aria-label", "")
    assert "nan" not in drawn
    assert "http" not in drawn


@pytest.mark.parametrize("figure", VEGA_ONLY, ids=lambda figure: type(figure).__name__)
def test_others_are_refused(figure: Figure) -> None:
    with pytest.raises(FigureError, match=f"{type(figure).__name__} is not drawn in this way"):
        svg(figure)

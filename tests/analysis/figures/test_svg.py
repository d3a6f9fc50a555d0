"""Inline drawings are well-formed, named for those who hear them, and fetch nothing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from analysis.figures.figure import Figure, FigureError
from analysis.figures.svg import narrow_svg, svg
from analysis.figures.svg_title import NARROW
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN, VEGA_ONLY

LETTER = 5.4
"""Pixels that a letter of 13 pixels takes at least, on the average."""


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


@pytest.mark.parametrize("figure", [*PLAIN, *NO_TERMINAL], ids=lambda figure: type(figure).__name__)
def test_on_a_telephone_every_figure_has_a_layout_of_its_own_within_its_width(figure: Figure) -> None:
    root = ElementTree.fromstring(narrow_svg(figure))
    assert root.get("viewBox", "").split()[2] == str(NARROW)
    places = [(float(text.get("x", 0)), text) for text in root.iter() if text.tag.endswith("text")]
    for x, text in places:
        across = LETTER * len(text.text or "")
        left = x - {"middle": across / 2, "end": across}.get(text.get("text-anchor", "start"), 0.0)
        assert left >= -1, text.text
        assert left + across <= NARROW, text.text

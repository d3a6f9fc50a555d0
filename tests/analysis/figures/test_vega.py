"""Vega draws every figure, from a table of any form."""

from __future__ import annotations

import re

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures.figure import BoxPath, Course, Figure, FigureError, HeatMap, PartingOfTheWays, SidesApart
from analysis.figures.style import NARROW, WIDE
from analysis.figures.vega import vega_chart
from tests.analysis.figures.drawn import values, vl_convert, words
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN, VEGA_ONLY

HATCHED = HeatMap(
    {"a": [0, 1], "b": [0, 0], "share": [0.1, 0.2], "differs": [True, False]}, "a", "b", ("share", "share", ".0%"), "?"
)


@pytest.mark.parametrize("figure", [*PLAIN, *NO_TERMINAL, *VEGA_ONLY], ids=lambda figure: type(figure).__name__)
def test_every_figure_is_drawn(figure: Figure) -> None:
    chart = vega_chart(figure)
    assert values(chart)
    assert figure.title in words(chart)
    framed = vega_chart(figure._replace(**{figure._fields[0]: pd.DataFrame(figure[0])}))
    assert values(framed) == values(chart)


@pytest.mark.parametrize(
    "figure", [*PLAIN, *NO_TERMINAL, *VEGA_ONLY, HATCHED], ids=lambda figure: type(figure).__name__
)
def test_vega_lite_warns_of_nothing(figure: Figure, capfd: pytest.CaptureFixture[str]) -> None:
    """A browser would write it to its console."""
    for room in (WIDE, NARROW):
        vl_convert.vegalite_to_vega(vega_chart(figure, room).to_dict(validate=False), show_warnings=True)
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("kind", [Course, PartingOfTheWays, SidesApart, BoxPath])
def test_on_a_phone_panels_with_nothing_beside_them_take_its_width(kind: type) -> None:
    figure = next(one for one in (*PLAIN, *VEGA_ONLY) if isinstance(one, kind))
    drawn = vl_convert.vegalite_to_svg(vega_chart(figure, NARROW).to_dict(validate=False))
    width = float(re.findall(r'width="([\d.]+)"', drawn)[0])
    assert NARROW.whole - 30 <= width <= NARROW.whole + 15


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(FigureError, match="no figure of the kind int"):
        vega_chart(3)

"""Vega draws every figure, from a table of any form."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")
vl_convert = pytest.importorskip("vl_convert")

from analysis.figures.figure import Figure, FigureError
from analysis.figures.style import NARROW, WIDE
from analysis.figures.vega import vega_chart
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN, VEGA_ONLY


@pytest.mark.parametrize("figure", [*PLAIN, *NO_TERMINAL, *VEGA_ONLY], ids=lambda figure: type(figure).__name__)
def test_every_figure_is_drawn(figure: Figure) -> None:
    chart = vega_chart(figure)
    assert values(chart)
    assert figure.title in words(chart)
    framed = vega_chart(figure._replace(**{figure._fields[0]: pd.DataFrame(figure[0])}))
    assert values(framed) == values(chart)


@pytest.mark.parametrize("figure", [*PLAIN, *NO_TERMINAL, *VEGA_ONLY], ids=lambda figure: type(figure).__name__)
def test_vega_lite_warns_of_nothing(figure: Figure, capfd: pytest.CaptureFixture[str]) -> None:
    """A browser would write it to its console."""
    for room in (WIDE, NARROW):
        vl_convert.vegalite_to_vega(vega_chart(figure, room).to_dict(validate=False), show_warnings=True)
    assert "".join(capfd.readouterr()) == ""


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(FigureError, match="no figure of the kind int"):
        vega_chart(3)

"""Vega draws every figure, from a table of any form."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures.figure import Figure, FigureError
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


def test_what_is_no_figure_is_refused() -> None:
    with pytest.raises(FigureError, match="no figure of the kind int"):
        vega_chart(3)

"""A figure is plain data: made without any extra, and each kind by itself."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

from analysis.figures.figure import Figure, distinct, selected
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN, SERIES, VEGA_ONLY


def test_there_is_an_example_of_every_kind() -> None:
    assert {type(figure) for figure in (*PLAIN, *NO_TERMINAL, *VEGA_ONLY)} == set(get_args(Figure))


def test_values_are_found_by_the_rows_they_stand_in() -> None:
    assert distinct(SERIES["side"]) == ["China", "Utopia"]
    assert selected(SERIES, "value", {"panel": "Falls", "side": "Utopia"}) == [0.2, 0.05]


def test_figures_and_their_plain_renderers_need_no_extra() -> None:
    code = (
        "import sys, analysis.figures.svg, analysis.figures.characters;"
        "print(*sorted({*sys.modules} & {'altair', 'pandas', 'numpy', 'vl_convert'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""

"""Figures of many runs are plain data, and a figure like any other."""

from __future__ import annotations

from typing import get_args

from analysis.figures import figures_of_runs
from analysis.figures.figure import Figure
from tests.analysis.figures.examples import NO_TERMINAL, PLAIN


def test_each_is_a_figure_whose_first_field_is_its_table() -> None:
    kinds = {figures_of_runs.Standings, figures_of_runs.HundredDots, figures_of_runs.WaysTree, figures_of_runs.Forest}
    assert kinds <= set(get_args(Figure))
    for figure in (*PLAIN, *NO_TERMINAL):
        if type(figure) in kinds:
            assert isinstance(figure[0], dict)
            assert figure[1] == figure.title

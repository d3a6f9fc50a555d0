"""Areas and dots of a terminal fit it and show the table, in plain ASCII where that is asked for."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from analysis.estimates.standings import BANDS
from analysis.figures.character_worlds import BANDS as MARKS
from analysis.figures.character_worlds import ENDINGS, LETTERS, hundred_dots_rows, standings_rows
from analysis.figures.figures_of_runs import HundredDots, Standings
from sim.vocabulary import outcomes
from tests.analysis.figures.examples import DOTS, STANDINGS


def test_marks_are_told_apart() -> None:
    assert set(MARKS) == set(BANDS)
    assert set(ENDINGS) == set(outcomes.WORDS)
    for known in (MARKS, ENDINGS):
        assert len(set(known.values())) == len(known)
        assert len({LETTERS[name] for name in known}) == len(known)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_areas_show_the_stack_of_each_day(ascii_only: bool) -> None:
    lines = [str(line) for line in standings_rows(Standings(STANDINGS, "Where?", "2025-04-18"), 80, ascii_only)]
    field = [line.split("|", 1)[1] for line in lines[1:11]]
    mark = "#" if ascii_only else "█"
    last = "".join(row.ljust(10)[9] for row in field)
    assert last == "xx" + "   " + mark * 5
    assert field[9][0] == " "
    assert any("deal & <done>" in line and "50% (40% to 60%)" in line for line in lines)
    assert "18 Apr" in lines[11]
    assert all(cell_len(line) <= 80 for line in lines)


def test_a_hundred_marks() -> None:
    lines = [str(line) for line in hundred_dots_rows(HundredDots(DOTS, "How?"), 80, ascii_only=False)]
    field = "".join(line[2:42] for line in lines[1:])
    assert (field.count("●"), field.count("■"), field.count("·")) == (50, 45, 5)
    assert "deal & <done>  50 (40% to 60%)" in lines[1]

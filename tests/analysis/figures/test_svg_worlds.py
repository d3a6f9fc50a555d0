"""Areas and dots of a page without scripts show the table: edges, numbers of marks, names and intervals."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from analysis.estimates.standings import BANDS
from analysis.figures.figures_of_runs import HundredDots, Standings
from analysis.figures.svg_worlds import ENDINGS, FILLS, HEIGHT, SHAPES, TOP, hundred_dots_svg, standings_svg
from sim.vocabulary import outcomes
from tests.analysis.figures.examples import DOTS, STANDINGS


def texts(drawn: str) -> str:
    return " ".join(node.text or "" for node in ElementTree.fromstring(drawn).iter())


def test_areas_fill_the_field_from_the_floor_to_the_ceiling() -> None:
    drawn = standings_svg(Standings(STANDINGS, "Where?", "2025-04-18"))
    areas = re.findall(r'<path d="M([^"]*)Z" style="fill', drawn)
    assert len(areas) == 3
    heights = [float(point.split()[1]) for area in areas for point in area.split("L")]
    assert (min(heights), max(heights)) == (TOP, TOP + HEIGHT)
    lowest = [float(point.split()[1]) for point in areas[0].split("L")]
    assert lowest[2] == pytest.approx(TOP + HEIGHT / 2), "a deal in half of the runs on the last day"
    for word in ("deal & <done>", "50% (40% to 60%)", "18 Apr", "27 Apr", "100%"):
        assert word in texts(drawn)
    assert tuple(FILLS) == BANDS


def test_a_hundred_marks_and_their_names() -> None:
    drawn = hundred_dots_svg(HundredDots(DOTS, "How?"))
    assert drawn.count('style="fill:') == 100
    assert all(word in texts(drawn) for word in ("50 deal & <done>", "45 truce", "40% to 60%"))
    assert set(SHAPES) == set(ENDINGS) == set(outcomes.WORDS)
    assert len(set(SHAPES.values())) == len(SHAPES)

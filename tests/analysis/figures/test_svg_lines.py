"""Inline lines stay in their frames, whatever the numbers and names; truces are shaded once each."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.figures.figure import Course, TimeToContact
from analysis.figures.svg_lines import HEIGHT, course_svg, time_to_contact_svg
from analysis.figures.svg_title import NARROW, WIDTH
from tests.analysis.figures.examples import CURVES, SERIES


def stays_inside(drawn: str, height: float, width: float = WIDTH) -> ElementTree.Element:
    root = ElementTree.fromstring(drawn)
    for path in root.iter("path"):
        for x, y in re.findall(r"([\d.-]+) ([\d.-]+)", path.get("d") or ""):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height
    return root


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 1)), min_size=1, max_size=900), st.text())
@settings(max_examples=60, deadline=None)
def test_any_course_stays_in_its_frames(steps: list[tuple[float, float]], name: str) -> None:
    side = "".join(letter for letter in name if letter.isprintable())
    days = [float(day) for day in range(len(steps))]
    series = {
        "side": [side] * 2 * len(steps),
        "panel": ["Points"] * len(steps) + ["Falls"] * len(steps),
        "day": days * 2,
        "value": [points for points, _ in steps] + [fall for _, fall in steps],
    }
    figure = Course(series, {"start": [0.0], "end": [days[-1]]}, "", "2025-04-18", ("Falls",))
    for width in (WIDTH, NARROW):
        root = stays_inside(course_svg(figure, width), 2 * HEIGHT, width)
        assert len(list(root.iter("rect"))) == 2


def test_each_truce_is_shaded_in_every_panel() -> None:
    figure = Course(SERIES, {"start": [0.0, 3.0], "end": [1.0, 4.0]}, "", falls=("Falls",))
    assert course_svg(figure).count("<rect") == 4
    assert "20%" in course_svg(figure)
    assert "day 4" in course_svg(figure)


def test_curves_have_bands_and_names() -> None:
    root = stays_inside(time_to_contact_svg(TimeToContact(CURVES, "Contact", horizon=10.0)), HEIGHT)
    assert len([path for path in root.iter("path") if path.get("fill-opacity")]) == 2
    words = [text.text or "" for text in root.iter("text")]
    assert "day 10" in words
    assert words[0] == "Contact", "the finding stands above the curve"
    assert [word.partition(",")[0] for word in words][-2:] == ["low", "high"]
    dated = time_to_contact_svg(TimeToContact(CURVES, "Contact", start="2025-04-18", horizon=10.0))
    assert "28 Apr" in dated
    assert "day" not in dated
    second = {**CURVES, "place": [1] * len(CURVES["group"])}
    assert "var(--one)" not in time_to_contact_svg(TimeToContact(second, "Contact")), "a side keeps its colour"
    dashed = [path for path in root.iter("path") if path.get("stroke-dasharray")]
    assert len(dashed) == 2, "the second line and its sample"
    assert {text.get("fill") for text in root.iter("text")} == {"currentColor"}


def test_on_a_telephone_names_stand_one_below_the_other() -> None:
    figure = TimeToContact(CURVES, "Contact", horizon=10.0)
    for width, places in ((WIDTH, 1), (NARROW, 2)):
        root = stays_inside(time_to_contact_svg(figure, width), HEIGHT, width)
        named = [text.get("y") for text in root.iter("text") if (text.text or "").startswith(("low", "high"))]
        assert len(set(named)) == places


def test_a_curve_that_never_rises() -> None:
    flat = {"group": [""], "day": [0.0], "reached": [0.0], "low": [0.0], "high": [0.0]}
    stays_inside(time_to_contact_svg(TimeToContact(flat, "Contact")), HEIGHT)

"""Asks and meetings stand in the lanes of those they are of, on their days, told apart by shape."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.figure import Course
from analysis.figures.svg_lines import course_svg
from analysis.figures.svg_marks import HEADING, marks_height, marks_svg
from analysis.figures.svg_title import NARROW, WIDTH
from tests.analysis.figures.examples import SERIES

SIDES = ["China", "Utopia"]
FORMS = ("ask", "ask in vain", "talks", "call", "summit")
MARKS = st.lists(st.tuples(st.floats(0, 4), st.sampled_from([*SIDES, "together"]), st.sampled_from(FORMS)), min_size=1)


def course(marks: list[tuple[float, str, str]]) -> Course:
    """A course with these marks."""
    columns = {name: [mark[place] for mark in marks] for place, name in enumerate(("day", "lane", "form"))}
    return Course(SERIES, {"start": [], "end": []}, "How?", marks=columns)


@given(marks=MARKS, width=st.sampled_from([300.0, 600.0]))
def test_each_mark_is_drawn_in_its_lane_within_the_days(marks: list[tuple[float, str, str]], width: float) -> None:
    root = ElementTree.fromstring(f"<svg>{''.join(marks_svg(course(marks), SIDES, (40, width), 4.0))}</svg>")
    shapes = [path for path in root.iter("path") if path.get("style")]
    assert len(shapes) == len(marks)
    names = [text.text for text in root.iter("text") if text.get("font-weight") is None]
    between = ["together"] if any(lane == "together" for _, lane, _ in marks) else []
    assert names == [SIDES[0], *between, SIDES[1]]
    heading = " ".join(text.text or "" for text in root.iter("text") if text.get("font-weight"))
    assert heading == HEADING
    hollow = [path for path in shapes if "fill:var(--paper)" in (path.get("style") or "")]
    assert len(hollow) == sum(form == "ask in vain" for _, _, form in marks)
    assert marks_height(course(marks), SIDES, width) > 30 * len(names)


def test_forms_differ_in_shape_and_a_course_makes_room_for_them() -> None:
    marks = [(2.0, "China", form) for form in FORMS]
    root = ElementTree.fromstring(f"<svg>{''.join(marks_svg(course(marks), SIDES, (40, 300), 4.0))}</svg>")
    looks = {(path.get("d"), path.get("style")) for path in root.iter("path") if path.get("style")}
    assert len(looks) == len(FORMS)
    for width in (WIDTH, NARROW):
        tall, low = (
            float(ElementTree.fromstring(course_svg(figure, width)).get("viewBox", "").split()[3])
            for figure in (course(marks), Course(SERIES, {"start": [], "end": []}, "How?"))
        )
        assert tall - low == round(marks_height(course(marks), SIDES, width - 52))


def test_a_run_without_any_has_no_lanes() -> None:
    assert marks_height(course([]), SIDES, 300) == 0
    assert list(marks_svg(course([]), SIDES, (40, 300), 4.0)) == []

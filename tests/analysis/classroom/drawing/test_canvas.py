"""Tests for analysis.classroom.drawing.canvas: any words are safe in it, and a cut name says that it is cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import ELLIPSIS, SHAPES, SIDES, Size, drawn, fitted, line, mark, side_mark, words
from analysis.figures.lettering import width_of
from tests.analysis.classroom.drawing.boxes import SVG, parsed

SIZE = Size(300, 100, 22)


@given(text=st.text(), told=st.text())
def test_any_text_whatever_is_text(text: str, told: str) -> None:
    root = parsed(drawn(SIZE, [words((0, 20), text)], told, ["one"], [["1"]]))
    (element,) = root.iter(f"{SVG}text")
    assert len(element) == 0
    assert set(element.text or "") <= set(text) | {"\n"}


@given(text=st.text(max_size=60), room=st.floats(0, 300))
def test_what_is_fitted_fits_and_begins_like_the_text(text: str, room: float) -> None:
    found = fitted(text, 22, room)
    assert found in ("", text) or found.endswith(ELLIPSIS)
    assert not found or width_of(found, 22) <= room
    assert text.startswith(found.removesuffix(ELLIPSIS)) or found == text


def test_sides_differ_in_dash_and_mark_and_not_in_colour_alone() -> None:
    lines = [line("M0 0H9", f"{side}-line", SIZE) for side in SIDES]
    assert ["dasharray" in found for found in lines] == [False, True]
    marks = [side_mark(side, (10, 10), SIZE).split('d="')[1] for side in SIDES]
    assert marks[0] != marks[1]


def test_marks_stay_within_their_boxes() -> None:
    for shape in SHAPES:
        root = parsed(drawn(SIZE, [mark(shape, (50, 50), 10, "met")], "a mark", ["one"], []))
        assert root.find(f"{SVG}path") is not None


@given(half=st.floats(0.3, 30))
def test_a_dot_is_a_circle(half: float) -> None:
    numbers = (
        mark("dot", (50, 50), half, "met").split('d="')[1].split('"')[0].replace("a", " ").replace("Z", "").split()
    )
    radius, across = float(numbers[2]), float(numbers[7])
    assert across == 2 * radius
    assert abs(radius - half) <= 0.051


def test_labels_are_24_pixels_apart_and_lines_4_wide_where_letters_are_22() -> None:
    assert SIZE.line == 24
    assert SIZE.stroke == 4

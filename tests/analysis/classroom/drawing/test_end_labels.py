"""Tests for analysis.classroom.drawing.end_labels: no label on another, numbers before names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import Drawing, Size, drawn
from analysis.classroom.drawing.end_labels import Label, end_labels, label_room
from tests.analysis.classroom.drawing.boxes import assert_readable, word_boxes

SIZE = Size(300, 150, 22)
HEIGHTS = st.floats(20, 130)
LABELS = st.tuples(
    st.builds(Label, st.just("a"), HEIGHTS, st.text("Wabc \u4e60", max_size=30), st.just("118")),
    st.builds(Label, st.just("b"), HEIGHTS, st.text("Wabc \u4e60", max_size=30), st.just("\u22120.38")),
)


def _drawn(labels: tuple[Label, ...]) -> Drawing:
    return drawn(
        SIZE,
        end_labels(labels, 20, label_room([label.name for label in labels], "+0.88", SIZE, 200), (10, 140), SIZE),
        "labels",
        ["one"],
        [],
    )


@given(labels=LABELS)
def test_labels_never_lie_on_one_another_and_keep_their_numbers(labels: tuple[Label, ...]) -> None:
    found = _drawn(labels)
    assert_readable(found)
    for label, box in zip(labels, word_boxes(found), strict=True):
        assert box.text.endswith(label.number)


def test_a_label_that_stands_alone_stands_at_its_line() -> None:
    (box,) = word_boxes(_drawn((Label("a", 80, "Aldmark", "118"),)))
    assert box.top < 80 < box.bottom
    assert box.text == "Aldmark 118"


def test_a_name_for_which_the_room_was_made_is_whole() -> None:
    labels = [Label("b", 80, "United States", "195")]
    room = label_room(["China", "United States"], "888", SIZE, 290)
    assert (
        word_boxes(drawn(SIZE, end_labels(labels, 0, room, (0, 150), SIZE), "x", ["one"], []))[0].text
        == "United States 195"
    )


def test_a_long_name_is_cut_and_a_stump_left_out() -> None:
    def told(room: float) -> str:
        label = Label("a", 80, "The United Provinces", "118")
        return word_boxes(drawn(SIZE, end_labels([label], 0, room, (0, 150), SIZE), "x", ["one"], []))[0].text

    assert told(300) == "The United Provinces 118"
    assert told(185) == "The Unite\u2026 118"
    assert told(80) == "118"

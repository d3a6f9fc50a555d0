"""Tests for analysis.classroom.paper.pages: text is only ever text, and nothing empty is written."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import Size, drawn
from analysis.classroom.paper.pages import code, figure, heading, lines_to_write, paragraph, points, section, table

TEXTS = st.text(min_size=1)


@given(text=TEXTS)
@example("<b>&amp;</b>")
def test_no_text_becomes_an_element(text: str) -> None:
    for made in (heading(text), paragraph(text, "note"), points([text]), code(text), table([text], [[text, text]])):
        inside = made.replace("<h2>", "").replace("</h2>", "")
        for tag in ("p", 'p class="note"', "ul", "li", "pre", "table", "thead", "tbody", "tr", "td",
                    'th scope="col"', 'th scope="row"', "th"):  # fmt: skip
            inside = inside.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
        assert "<" not in inside


def test_what_is_empty_leaves_nothing() -> None:
    assert section("Notes", points([]), paragraph("")) == ""
    assert figure(None) == ""
    assert section("Notes", points(["one"])) == "<section><h2>Notes</h2><ul><li>one</li></ul></section>"


def test_a_figure_has_its_numbers_in_a_table() -> None:
    drawing = drawn(Size(10, 10, 12), [], "a drawing", ["week", "us"], [["1", "40"]])
    assert '<th scope="row">1</th><td>40</td>' in figure(drawing)
    assert "<details>" not in figure(drawn(Size(10, 10, 12), [], "a drawing", ["week"], []))


def test_lines_to_write_on_are_not_read_out() -> None:
    assert lines_to_write(3).count("<p>") == 3
    assert 'aria-hidden="true"' in lines_to_write(3)

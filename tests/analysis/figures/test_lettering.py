"""Lines fit their room and nothing of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.lettering import width_of, wrapped


@given(text=st.text(max_size=120), size=st.integers(8, 30), room=st.integers(40, 800))
def test_lines_fit_and_lose_no_letter(text: str, size: int, room: int) -> None:
    lines = wrapped(text, size, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, size) <= room or len(line) == 1 for line in lines)


def test_it_breaks_between_words_and_keeps_breaks_that_are_there() -> None:
    assert wrapped("They meet in person.\nOften.", 16, 100) == ["They meet in", "person.", "Often."]
    assert wrapped("They meet", 16, 1000) == ["They meet"]
    assert wrapped("", 16, 100) == [""]
    assert len(wrapped("a" * 100, 16, 100)) > 5


@pytest.mark.parametrize("text", ["With all hosts the leaders meet in 95% of runs", "WILL HE CALL?"])
def test_a_width_is_close_to_what_is_drawn_and_not_below(text: str) -> None:
    vl_convert = pytest.importorskip("vl_convert")
    specification = {
        "data": {"values": [{"a": 1}]}, "mark": "point", "width": 10, "height": 10,
        "title": {"text": text, "anchor": "start", "fontSize": 20, "font": "Liberation Sans"},
    }  # fmt: skip
    svg = vl_convert.vegalite_to_svg(specification)
    drawn = float(svg.split('width="')[1].split('"')[0]) - 10
    assert 0.93 * drawn - 5 <= width_of(text, 20) <= 1.25 * drawn + 10

"""A painted line is the text it is made of, and its parts stay where they were put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.painted import Painted, Role, in_role, painted

PARTS = st.lists(st.text(max_size=8) | st.tuples(st.text(max_size=8), st.sampled_from(Role)), max_size=6)


def text_of(part: str | tuple[str, Role]) -> str:
    return part[0] if isinstance(part, tuple) else part


@given(PARTS, PARTS)
def test_a_line_is_its_text_and_knows_its_parts(first: list[str | tuple[str, Role]], second: list[str]) -> None:
    line = painted(*first)
    assert line == "".join(map(text_of, first))
    assert [(line[s.start : s.end], s.role) for s in line.spans] == [p for p in first if isinstance(p, tuple) and p[0]]
    joined = painted(line, "|", painted(*second))
    assert joined == f"{line}|{painted(*second)}"
    wanted = [p for p in [*first, *second] if isinstance(p, tuple) and p[0]]
    assert [(joined[s.start : s.end], s.role) for s in joined.spans] == wanted


@given(PARTS)
def test_blanks_at_the_end_go_and_parts_are_cut_with_them(parts: list[str | tuple[str, Role]]) -> None:
    line = painted(*parts)
    kept = line.rstrip()
    assert isinstance(kept, Painted)
    assert kept == str(line).rstrip()
    assert all(0 <= span.start < span.end <= len(kept) for span in kept.spans)


def test_a_line_in_one_role_keeps_its_indent_plain() -> None:
    (line,) = in_role(["  a b"], Role.heading)
    assert (line, line.spans) == ("  a b", painted("  ", ("a b", Role.heading)).spans)


def test_what_is_made_of_a_painted_line_is_plain() -> None:
    assert not isinstance(painted(("a", Role.bar)).upper(), Painted)

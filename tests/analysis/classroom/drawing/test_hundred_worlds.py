"""Tests for analysis.classroom.drawing.hundred_worlds: what is shown, in order, and not one world more."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.hundred_worlds import hundred_worlds
from analysis.classroom.session.state import Counted
from sim.narrative.cast import Cast
from sim.vocabulary.outcomes import WORDS
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed
from tests.analysis.classroom.drawing.worlds import world

CAST = Cast(world().scenario)
WORLDS = st.lists(st.tuples(st.booleans(), st.sampled_from(WORDS)), min_size=100, max_size=100)


def counted(worlds: list[tuple[bool, str]]) -> Counted:
    firsts, endings = zip(*worlds, strict=True)
    happened = 10 * sum(firsts)
    return Counted(1000, happened, max(0.0, happened / 1000 - 0.03), min(1.0, happened / 1000 + 0.03), firsts, endings)


def _looks(found: Counted, shown: int) -> list[str]:
    dots = parsed(hundred_worlds(found, shown, CAST)).iter(f"{SVG}path")
    return [dot.attrib["class"].removeprefix("mark ") for dot in dots][:100]


@given(worlds=WORLDS, shown=st.integers(0, 10) | st.just(100))
def test_it_can_be_read_and_is_told(worlds: list[tuple[bool, str]], shown: int) -> None:
    found = hundred_worlds(counted(worlds), shown, CAST)
    assert_readable(found)
    assert_told(found)
    assert len(found["rows"]) == shown
    assert f"in {sum(one for one, _ in worlds[:shown])} of {shown} worlds" in found["text"]


@given(worlds=WORLDS, other=WORLDS, shown=st.integers(0, 10))
def test_worlds_that_are_not_shown_yet_leave_no_trace(
    worlds: list[tuple[bool, str]], other: list[tuple[bool, str]], shown: int
) -> None:
    found = hundred_worlds(counted(worlds), shown, CAST)
    assert found == hundred_worlds(counted([*worlds[:shown], *other[shown:]]), shown, CAST)


@given(worlds=WORLDS, shown=st.integers(0, 10))
def test_the_first_ten_stand_in_the_order_of_their_lucks(worlds: list[tuple[bool, str]], shown: int) -> None:
    expected = ["met" if one else "vain" for one, _ in worlds[:shown]] + ["empty"] * (100 - shown)
    assert _looks(counted(worlds), shown) == expected


@given(worlds=WORLDS)
def test_a_hundred_are_sorted_so_that_they_can_be_counted(worlds: list[tuple[bool, str]]) -> None:
    looks = _looks(counted(worlds), 100)
    yes = sum(one for one, _ in worlds)
    assert looks == ["met"] * yes + ["vain"] * (100 - yes)


def test_fewer_worlds_than_a_hundred_are_no_more_places() -> None:
    few = replace(counted([(True, "deal")] * 100), firsts=(True,) * 40, endings=("deal",) * 40)
    assert len(hundred_worlds(few, 100, CAST)["rows"]) == 40

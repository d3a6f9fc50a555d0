"""Yardsticks: each has a name that can stand in a cell, and a cell that names none is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.yardsticks import YARDSTICKS, YardstickError, yardsticks_named


def test_every_yardstick_has_a_name_without_a_space_a_meaning_and_a_place() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", name) for name in YARDSTICKS)
    assert all(one.name == name and one.meaning and one.where for name, one in YARDSTICKS.items())
    assert {f"D{number}" for number in range(1, 20)} <= set(YARDSTICKS)


@given(st.lists(st.sampled_from(list(YARDSTICKS)), unique=True), st.sampled_from([" ", "  ", "\t"]))
def test_a_cell_names_what_stands_in_it(names: list[str], gap: str) -> None:
    assert list(yardsticks_named(gap.join(names), "here")) == names


@given(st.text(st.characters(categories=["Ll", "Nd"]), min_size=1).filter(lambda text: text not in YARDSTICKS))
def test_what_is_no_yardstick_is_told_with_its_place_and_what_may_stand_there(name: str) -> None:
    with pytest.raises(YardstickError, match=rf"^here: '{name}' is no yardstick; allowed, .* mediation-occurs, "):
        yardsticks_named(f"D1 {name}", "here")


def test_none_stands_twice() -> None:
    with pytest.raises(YardstickError, match="twice"):
        yardsticks_named("D1 D2 D1", "here")

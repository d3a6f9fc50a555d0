"""Is a file of any form read as far as it is right, with what it says wrong left at its default?"""

from __future__ import annotations

from typing import ClassVar

import pytest
from pydantic import Field

from sim.files.declaring import Entry
from sim.files.problems import Findings, ScenarioError
from sim.files.reading import Reading, compose_form, read_form
from sim.files.slots import Form


class Inner(Entry):
    size: int = Field(default=3, ge=0, le=9)


class Outer(Entry):
    short: ClassVar[str] = "names"
    names: tuple[str, ...] = ()
    parts: dict[str, Inner] = Field(default={})
    size: int = Field(default=5, ge=0, le=9)


OUTER = Form("list of things", Outer)


def read(text: str) -> Reading[Outer]:
    findings = Findings(["f"], OUTER.noun)
    return read_form(compose_form(text, "f", OUTER, findings, "a block"), OUTER, findings)


def test_a_right_file_is_made_whole() -> None:
    reading = read("parts: {a: {size: 1}, b: {}}")
    assert reading.made == Outer(parts={"a": Inner(size=1), "b": Inner()})
    assert (reading.value("parts", "a", "size"), reading.value("parts", "b", "size"), reading.value("size")) == (
        1,
        3,
        5,
    )
    assert read("[x, y]").value("names") == ["x", "y"]


def test_what_is_wrong_falls_back_to_its_default_and_the_rest_is_kept() -> None:
    reading = read("size: 77\nparts: {a: {size: 1}, b: {size: x, sise: 2}}")
    assert reading.made is None
    assert len(reading.findings) == 3
    assert reading.value("size") == 5
    assert reading.value("parts", "a", "size") == 1
    assert reading.is_sound("parts", "a")
    assert not reading.is_sound("parts", "b")
    assert reading.names("parts") == ["a", "b"]
    assert (reading.says("size"), reading.says("names")) == (True, False)
    assert reading.spot("parts", "b", "size") == ("f", 2, 33)


def test_what_was_reported_is_not_told_again() -> None:
    reading = read("size:\nparts: {a: {}}")
    before = len(reading.findings)
    reading.add(("size",), "again")
    assert len(reading.findings) == before == 1
    reading.add(("parts", "a"), "something new", key=True)
    assert len(reading.findings) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "f:1:1: an empty list of things; a block"),
        ("null", "f:1:1: an empty list of things"),
        ("word", "f:1:1: a list of things is a block"),
        ("!!map {}", "f:1:1: a tag"),
    ],
)
def test_what_is_no_block_is_refused(text: str, said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        read(text)
    assert str(raised.value).startswith(said)


def test_a_form_says_how_much_a_file_may_hold() -> None:
    text = "size: 1\nnames: [a]"  # the block, two keys, a number, a list, a name
    six, five = (Form("list of things", Outer, most) for most in (6, 5))
    assert compose_form(text, "f", six, Findings(["f"], six.noun), "a block").value["size"].value == 1
    with pytest.raises(ScenarioError, match="more than 5 values in one file; a list of things needs fewer"):
        compose_form(text, "f", five, Findings(["f"], five.noun), "a block")

"""Do other kinds of files declare words, values of any sort and short forms, and are mistakes told as for scenarios?"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import pytest
from pydantic import AfterValidator, Field

from sim.files.declaring import Entry, Scalar
from sim.files.problems import Findings, ScenarioError
from sim.files.reading import compose_form, read_form
from sim.files.slots import Form, Kind
from sim.scenario.bounds import OneOf

Colour = Annotated[str, AfterValidator(OneOf(("red", "green")))]


class Lesson(Entry):
    """A kind of file that the reader has never seen."""

    short: ClassVar[str] = "marks"

    colour: Colour | None = Field(default=None, description="A colour.")
    marks: tuple[Annotated[Scalar, Field(description="one by one")], ...] = Field(default=(), max_length=2)
    extra: dict[str, Any] = Field(default={})
    count: int = Field(default=1, ge=1, le=10**9)


LESSON = Form("lesson", Lesson)


def told(text: str) -> str:
    findings = Findings(["f"], LESSON.noun)
    reading = read_form(compose_form(text, "f", LESSON, findings, "a block"), LESSON, findings)
    assert reading.form is LESSON
    with pytest.raises(ScenarioError) as raised:
        findings.stop()
    return str(raised.value)


def test_slots_of_declared_words_and_values() -> None:
    slots = {name: LESSON.slot_at((name,)) for name in Lesson.model_fields}
    colour, marks, extra, count = (slots[name] for name in ("colour", "marks", "extra", "count"))
    assert colour is not None and (colour.choices, colour.optional) == (("red", "green"), True)
    assert marks is not None and marks.item is not None and marks.item.kind is Kind.scalar
    assert extra is not None and extra.child("x") is not None and extra.child("x") is extra.item
    assert extra.item is not None and extra.item.child("deeper") is extra.item
    assert count is not None and not count.takes_source and not count.spreadable


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour: gren", "f:1:9: colour is 'gren'; allowed: red, green; did you mean 'green'?"),
        ("colour: 3", "f:1:9: colour must be a text, not 3"),
        ("marks: [1, [2]]", "f:1:12: marks.1 must be a number, a word or a switch, not a list; one by one"),
        ("[1, 2, 3]", "f:1:1: marks has 3 entries; allowed: 0 to 2"),
        ("count: 0", "f:1:8: count is 0; allowed: whole numbers 1 to 1000000000"),
        ("count: {value: 3}", "f:1:8: count must be a whole number, not a block"),
        (
            "cuont: 3",
            "f:1:1: unknown key 'cuont' in a lesson; allowed: colour, marks, extra, count; did you mean 'count'?",
        ),
        ("extra: {a: }", "f:1:12: extra.a is empty; write a value, or null to take the entry away"),
    ],
)
def test_mistakes_are_told_at_their_place(text: str, message: str) -> None:
    assert told(text).startswith(message)

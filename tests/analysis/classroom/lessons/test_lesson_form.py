"""Does every key of a lesson file say what it means, and has every text a length?"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.lesson_form import LESSON, LessonFile
from analysis.classroom.lessons.text_checks import LONGEST
from sim.files.slots import Kind, Slot, slots

IDS = {"id", "scenario", "screen", "measure", "path", "paths"}
"""Keys whose texts nobody reads aloud or off a wall."""


def fields(part: type[BaseModel]) -> Iterator[tuple[str, Slot]]:
    for key, slot in slots(part).items():
        yield key, slot
        item = slot.item if slot.item is not None else slot
        if item.part is not None:
            yield from fields(item.part)


def test_every_key_has_a_meaning() -> None:
    assert all(slot.description for _, slot in fields(LessonFile))


def test_every_text_has_a_length() -> None:
    texts = {key for key, slot in fields(LessonFile) if (slot.item or slot).kind is Kind.text}
    assert texts - IDS == set(LONGEST)
    assert texts >= IDS


def test_a_file_says_everything_that_a_lesson_has() -> None:
    assert set(slots(LessonFile)) == set(Lesson.__dataclass_fields__)
    assert LESSON.noun == "lesson"

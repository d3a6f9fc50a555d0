"""Does every key of a lesson file say what it means, and has every text a length?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from pydantic import BaseModel

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.lesson_form import LESSON, LessonFile
from analysis.classroom.lessons.reading import LESSONS, list_lessons
from analysis.classroom.lessons.text_checks import LONGEST
from sim.files.json_schema import form_schema
from sim.files.slots import Kind, Slot, slots
from tests.analysis.classroom.lessons.made import tree
from tests.generate import few
from tests.generate_lessons import lesson_dicts

VALIDATOR = jsonschema.Draft202012Validator(form_schema(LESSON))

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


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(form_schema(LESSON))


@pytest.mark.parametrize("name", list_lessons())
def test_an_editor_passes_shipped_lessons(name: str) -> None:
    content = yaml.safe_load((LESSONS / f"{name}.yaml").read_text(encoding="utf-8"))
    assert list(VALIDATOR.iter_errors(content)) == []


@few
@given(lesson_dicts())
def test_an_editor_passes_whatever_the_checker_passes(content: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(content)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"title": None}, {"title": 3}, {"id": "No Id"}, {"steps": [{"screen": "wach", "minutes": 3}]}, {"odd": 1},
        {"steps": [{"screen": "watch", "minutes": 0}]}, {"sliders": {"a": {}}}, {"sliders": {"A b": {"label": "x"}}},
        {"steps": [{"screen": "predict", "minutes": 3, "question": {"measure": "x"}}]}, {"claims": [{"text": "x"}]},
        {"steps": [{"screen": "watch", "minutes": 3, "settings": {"pride": [1]}}]}, {"seed": -1}, {"goals": "x"},
    ],
)  # fmt: skip
def test_an_editor_marks_what_is_wrong(change: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(tree())) == []
    assert list(VALIDATOR.iter_errors(tree() | change))

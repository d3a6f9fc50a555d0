"""Is the lesson that the page on writing lessons shows a right one, and does it name every key, limit and rule?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.classroom.lessons.claims import LEVEL
from analysis.classroom.lessons.first_luck import LUCKS, VOICED, first_luck
from analysis.classroom.lessons.lesson import FENCED_MINUTES, SCREENS
from analysis.classroom.lessons.lesson_form import MOST_SLIDERS, ClaimEntry, LessonFile, SliderEntry, StepEntry
from analysis.classroom.lessons.reading import read_lesson
from analysis.cli.main import main
from sim.files import load_scenario
from tests.architecture.source_tree import ROOT
from tests.docs.shell_lines import blocks

NAME = "docs/how-to/write-a-lesson.md"
PAGE = (ROOT / NAME).read_text(encoding="utf-8")


@pytest.fixture
def lesson_file(tmp_path: Path) -> Path:
    lesson, world = blocks(NAME, "yaml")
    (tmp_path / "later.yaml").write_text(world, encoding="utf-8")
    (tmp_path / "harbour-talk.yaml").write_text(lesson, encoding="utf-8")
    return tmp_path / "harbour-talk.yaml"


def test_the_lesson_keeps_what_it_promises(lesson_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(lesson_file), "--count"]) == 0, capsys.readouterr().err
    assert first_luck(read_lesson(lesson_file)) == read_lesson(lesson_file).first_luck
    assert "note" not in capsys.readouterr().err


def test_the_world_beside_it_is_right(lesson_file: Path) -> None:
    assert load_scenario(lesson_file.with_name("later.yaml")).horizon_days == 84
    assert read_lesson(lesson_file).scenario.name == "later"


def test_every_key_has_its_row() -> None:
    table = PAGE.partition("## Keys")[2].partition("\n\n**")[0]
    named = set(re.findall(r"`(\w+)`", table))
    for part in (LessonFile, StepEntry, SliderEntry, ClaimEntry):
        assert set(part.model_fields) <= named


def test_rules_are_those_of_the_program() -> None:
    low, high = VOICED
    assert f"in {low:.0%} to {high:.0%} of worlds" in PAGE
    assert f"{LEVEL:.1%} interval" in PAGE
    assert "Of the first thousand lucks" in PAGE
    assert LUCKS == 1000
    assert (FENCED_MINUTES, MOST_SLIDERS, ClaimEntry.model_fields["runs"].default) == (15, 4, 4000)
    assert all(f"`{screen}`" in PAGE for screen in SCREENS)

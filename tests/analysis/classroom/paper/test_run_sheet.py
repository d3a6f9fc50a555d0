"""Does the run sheet say at which minute to press and say what, what may be left out, and what nothing may touch?"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import FENCED_MINUTES, SCREENS, Lesson, Step
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.messages import message
from analysis.classroom.paper.run_sheet import BUTTONS, LARGEST, SMALLEST, TO_THE_END, letter_size, rows, run_sheet
from tests.analysis.classroom.lessons.made import small

ALONE = {"br", "meta"}
HOSTILE = "<script>alert('x')</script> & \"quoted\" {braces}"

steps = st.lists(
    st.builds(
        Step,
        screen=st.sampled_from(SCREENS),
        minutes=st.integers(1, 60).map(lambda halves: halves / 2),
        droppable=st.booleans(),
    ),
    min_size=1,
    max_size=12,
).map(tuple)


class Nesting(HTMLParser):
    """Follows which elements are open; a page that closes what is not open fails."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        self.seen.append(tag)
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note what ends; it must be what began last."""
        assert self.open.pop() == tag


def words(page: str) -> str:
    """What is read on the page, in one line."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)).split())


@given(steps)
def test_every_minute_belongs_to_one_step_and_the_fence_stands_once(given_steps: tuple[Step, ...]) -> None:
    lesson = replace(small(), steps=given_steps)
    found = rows(lesson)
    assert [row.step for row in found] == list(given_steps)
    assert found[0].begins == 0
    assert found[-1].ends == lesson.minutes
    assert all(one.ends == other.begins for one, other in pairwise(found))
    assert all(row.ends - row.begins == row.step.minutes for row in found)
    fenced = [row.is_fenced for row in found]
    assert fenced == sorted(fenced), "nothing comes after the fence that is not behind it"
    assert run_sheet(lesson).count('<tr class="fence">') == any(fenced)


@given(steps)
def test_nothing_of_the_debrief_is_before_the_fence(given_steps: tuple[Step, ...]) -> None:
    found = rows(replace(small(), steps=given_steps))
    assert not [row for row in found if row.step.screen in TO_THE_END and not row.is_fenced]


def test_without_a_debrief_the_last_minutes_are_fenced() -> None:
    lesson = replace(small(), steps=(Step("brief", 30), Step("watch", 10), Step("compare", 10)))
    assert [(row.begins, row.is_fenced) for row in rows(lesson)] == [(0, False), (30, False), (40, True)]
    assert lesson.minutes - FENCED_MINUTES == 35


@pytest.mark.parametrize("name", list_lessons())
def test_a_shipped_lessons_sheet_has_every_minute_question_and_sentence(name: str) -> None:
    lesson = read_lesson(name)
    page = run_sheet(lesson)
    said = words(page)
    for row in rows(lesson):
        assert f"{row.begins:g}–{row.ends:g}" in said
        assert row.step.question.text in said
        assert row.step.say
        assert row.step.say in said
        assert message("paper.sheet.may_go", n=int(row.step.minutes)) in said or not row.step.droppable
    assert lesson.no_phone.split()[0] in said
    assert f"climbdown serve --lesson {name}" in said
    assert page.index('<tr class="fence">') > page.index("<tbody>")


def test_a_lesson_of_ones_own_is_started_by_its_file() -> None:
    lesson = small()
    assert f"climbdown serve --lesson {lesson.id}.yaml" in words(run_sheet(lesson))


@pytest.mark.parametrize("name", list_lessons())
def test_buttons_are_called_what_is_written_on_them(name: str) -> None:
    said = words(run_sheet(read_lesson(name)))
    for label in BUTTONS.values():
        assert f"“{message(label)}”" in said, label


def test_where_sliders_stand_is_told_by_their_labels() -> None:
    said = words(run_sheet(with_settings({"pride": 1.0, "host": "none"})))
    assert "How vain Vask is: 1; A host: none" in said
    assert "second world" in said


def with_settings(settings: dict[str, float | str]) -> Lesson:
    """The small lesson, comparing its world with one whose sliders stand so."""
    return replace(small(), steps=(Step("compare", 8, settings=settings),))


def test_a_step_that_may_go_says_what_that_saves_and_the_others_do_not() -> None:
    lesson = replace(small(), steps=(Step("watch", 7.5, droppable=True), Step("debrief", 15, droppable=True)))
    said = words(run_sheet(lesson))
    assert "saves 7.5 minutes" in said
    assert "saves 15" not in said, "what is fenced is never offered"


def test_texts_are_texts() -> None:
    lesson = replace(
        small(),
        title=HOSTILE,
        goals=(HOSTILE,),
        no_phone=HOSTILE,
        steps=(Step("watch", 5, say=HOSTILE, question=replace(small().steps[0].question, text=HOSTILE)),),
    )
    page = run_sheet(lesson)
    assert "<script" not in page
    assert words(page).count(HOSTILE) == 6, "title twice, goal, question, sentence, and how it goes without telephones"


@pytest.mark.parametrize("name", list_lessons())
def test_it_is_sound_and_asks_for_nothing(name: str) -> None:
    page = run_sheet(read_lesson(name))
    nesting = Nesting()
    nesting.feed(page)
    assert not nesting.open
    assert not {"script", "link", "img", "iframe"} & set(nesting.seen)
    assert not re.search(r"\b(?:src|href|style|on\w+)=|url\(|@import", page)


def test_letters_grow_smaller_with_what_there_is_to_read() -> None:
    sizes = [letter_size("<p>" + "a" * many + "</p>", 6) for many in range(100, 20_000, 500)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (LARGEST, SMALLEST)
    assert letter_size("<q>" * 5000, 6) == LARGEST, "only what is read takes room"

"""Are texts that are blank, too long or hold typed numbers told at their place?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.text_checks import LONGEST, one_line, wrong_claim
from sim.files import ScenarioError
from sim.files.problems import Problem
from tests.analysis.classroom.lessons.made import read, tree


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They speak {value} more often.", ""),
        ("They speak {value} more often, {value} in all.", ""),
        ("They speak more often.", "has no {value}"),
        ("They speak {value} more often, by 3 points.", "has the number 3 typed in"),
        ("They speak {value} more often, 12.5 of them.", "has the number 12.5 typed in"),
        ("They speak {valeu} more often.", "has no {value}"),
        ("They speak {value} of {who}.", "has more than {value} in braces"),
        ("They speak {value:.1f} more.", "has more than {value} in braces"),
        ("They speak {value more often.", "has a brace without its other half"),
    ],
)
def test_a_claim_has_its_number_by_name_and_no_other(text: str, wrong: str) -> None:
    said = wrong_claim(text)
    assert said.startswith(wrong) if wrong else said == ""


PLACES: list[tuple[Any, ...]] = [
    ("title",), ("theory",), ("no_phone",), ("goals", 0), ("facts", 0), ("leaves_out", 0), ("sources", 0),
    ("steps", 0, "question"), ("steps", 0, "say"), ("steps", 1, "question", "text"), ("sliders", "pride", "label"),
    ("sliders", "pride", "at_low"), ("ticket", 0, "question"), ("ticket", 0, "key"), ("ticket", 0, "rubric"),
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_every_text_is_held_to_its_length_and_may_not_be_blank(place: tuple[Any, ...]) -> None:
    key = next(part for part in reversed(place) if isinstance(part, str))
    dotted = ".".join(map(str, place))
    for text, said in (
        ("x" * 1000, "has 1000 characters; allowed: at most"),
        (" ", "is blank; allowed: a text"),
        ("\u200b\u2060", "is blank; allowed"),
    ):
        if text == " " and key in ("at_low", "say"):
            continue
        content = tree()
        holder: Any = content
        for part in place[:-1]:
            holder = holder[part]
        holder[place[-1]] = text
        with pytest.raises(ScenarioError) as caught:
            read(content)
        assert any(dotted in str(problem) and said in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "noted"),
    [("In 1962 a line was laid.", ""), ("They speak in 42% of worlds.", "says 42; "), ("Look at week 6.", "says 6; ")],
)
def test_numbers_in_what_is_said_of_the_model_are_noted(text: str, noted: str) -> None:
    for place in ("theory", "say", "fact"):
        content, notes = tree(), list[Problem]()
        if place == "theory":
            content["theory"] = text
        elif place == "say":
            content["steps"][2]["say"] = text
        else:
            content["facts"] = [text]
        read(content, notes)
        expected = noted if place != "fact" else ""
        assert len(notes) == bool(expected)
        assert all(expected in note.message and note.line > 1 for note in notes)


def test_ids_are_no_texts() -> None:
    content = tree()
    pride = content["sliders"]["pride"]
    content["sliders"] = {"title": pride | {"path": "leaders.verenia.caution"}, "label": pride}
    content["steps"][3]["settings"] = {"title": 0.5, "label": 0.5}
    content["claims"][0] |= {"against": {"label": 0.1}}
    assert read(content).steps[3].settings == {"title": 0.5, "label": 0.5}


@given(st.text(max_size=60))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert line.split() == text.split()
    assert one_line(line) == line


def test_limits_leave_room_for_a_wall() -> None:
    assert all(length <= 900 for length in LONGEST.values())

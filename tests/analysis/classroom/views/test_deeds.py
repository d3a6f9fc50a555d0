"""Is a deed told as far as there is room, with its reason, and without saying anything twice?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.views.deeds import choice_deed, deed, fitting, reason_texts, said, table_deed
from analysis.classroom.views.shown import told
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from tests.analysis.classroom.views.watched import forks


def run_of(number: int) -> ToldRun:
    """A run of two-leaders, whole."""
    return told(forks(number)[0].one)


def first(run: ToldRun, kind: str) -> Event:
    """The first event of a kind."""
    return next(event for event in run.log if event.kind == kind)


@given(st.lists(st.text("ab .", min_size=1), min_size=1), st.integers(2, 40))
def test_the_first_that_fits_is_taken_and_else_the_last_is_cut(texts: list[str], longest: int) -> None:
    found = fitting(texts, longest)
    assert len(found) <= longest
    fits = [flat for text in texts if len(flat := " ".join(text.split())) <= longest]
    assert found == fits[0] if fits else found.endswith("…")


def test_a_cut_text_ends_with_a_whole_word() -> None:
    assert fitting(["one two three"], 10) == "one two…"
    assert fitting(["x" * 30], 10) == "x" * 9 + "…"


def test_an_answer_says_what_it_answers_and_its_reason_does_not_say_it_again() -> None:
    run = run_of(2)
    event = first(run, "request_declined")
    assert said(event, run) == "Marta Oslin turned the summit down"
    scene = next(scene for scene in run.scenes if event in scene.events)
    texts = deed(run, scene, [event]).texts
    assert texts[0].count("Marta Oslin turned the summit down") == 1
    assert texts[0].startswith("Marta Oslin turned the summit down rather than agree: ")
    assert texts[-1] == "Marta Oslin turned the summit down."


def test_what_goes_without_saying_is_left_out() -> None:
    run = run_of(2)
    event = first(run, "call_scheduled")
    scene = next(scene for scene in run.scenes if event in scene.events)
    moment = [one for one in scene.events if one.day == event.day]
    assert [one.kind for one in moment] == ["request_accepted", "call_scheduled"]
    assert all("fixed" not in text and "date" not in text for text in deed(run, scene, moment).texts)


@pytest.mark.parametrize("number", range(3))
def test_the_main_thing_is_in_every_text(number: int) -> None:
    run = run_of(number)
    event = first(run, "truce_agreed")
    scene = next(scene for scene in run.scenes if event in scene.events)
    moment = [one for one in scene.events if one.day == event.day]
    found = deed(run, scene, moment)
    assert all("agreed on a truce" in text for text in found.texts)
    assert found.decision is not None
    assert run.choices[found.decision].about == "truce"


def test_a_decision_is_a_deed_of_its_own() -> None:
    run = run_of(0)
    choice = next(one for one in run.choices.values() if one.chosen.name == "hold")
    found = choice_deed(run, choice)
    name = run.cast.leader(choice.leader)
    assert found.texts[-1] == f"{name} waited."
    assert found.texts[0].startswith(f"{name} waited rather than ")
    assert (found.decision, found.date) == (choice.decision, choice.date)


def test_every_decision_has_a_reason_or_at_least_its_deed() -> None:
    run = run_of(1)
    for choice in run.choices.values():
        texts = list(reason_texts(run, choice))
        assert all(text.startswith(run.cast.leader(choice.leader)) and text.endswith(".") for text in texts)


def test_who_was_against_is_explained_at_a_table() -> None:
    run = run_of(2)
    choices = [one for one in run.choices.values() if one.about == "truce"][:2]
    assert [one.chosen.name for one in choices] == ["accept", "decline"]
    found = table_deed(run, choices)
    assert found.decision == choices[1].decision
    assert all(text.startswith("Teodor Vask agreed to a truce. Marta Oslin refused a truce") for text in found.texts)

"""A forecast on a surface: the first count waits for the second, and nothing of the worlds comes before its phase."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import Question
from analysis.classroom.messages import message
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.state import PHASES, Counted
from analysis.classroom.views.snapshot import snapshot
from tests.analysis.classroom.lessons.made import small
from tests.analysis.classroom.views.watched import PREDICT, WORLDS, Watched

FIRST, SECOND = [11, 12, 13, 14, 15], [21, 22, 23, 24, 25]
CANARY = Counted(98765, 43210, 0.31234, 0.56789, (True, False) * 50, ("truce", "deal") * 50)


def predicting(counted: Counted | None = CANARY, surface: str = "mirrored") -> Watched:
    """A class that is asked for a forecast, of which the worlds are counted."""
    watched = Watched(surface=surface).act("go", step=PREDICT)
    return watched if counted is None else with_counted(watched, counted)


def with_counted(watched: Watched, counted: Counted) -> Watched:
    """The same class with the worker's answer."""
    what = {**{name: getattr(counted, name) for name in Counted.__dataclass_fields__}, "step": PREDICT}
    watched.session = fold(watched.session, Fact(99, 0.0, "counted", what))
    return watched


def walk(watched: Watched, until: str, second: bool = True) -> Watched:
    """Go through a forecast up to a phase."""
    if until == "first":
        return watched
    watched.act("hands", round="first", counts=FIRST)
    if until in ("talk", "second"):
        return watched.act("phase", to=until)
    if second:
        watched.act("hands", round="second", counts=SECOND)
    for phase in ("ten", "hundred", "scores"):
        watched.act("phase", to=phase)
        if phase == until:
            break
    return watched


@pytest.mark.parametrize("phase", ["first", "talk", "second"])
@pytest.mark.parametrize("surface", ["wall", "desk"])
def test_nothing_of_the_worlds_is_in_a_snapshot_before_they_are_shown(phase: str, surface: str) -> None:
    one = walk(predicting(), phase).snapshot(surface)
    turned = replace(CANARY, happened=1, low=0.1, high=0.2, firsts=(False,) * 100, endings=("no_deal",) * 100)
    assert walk(predicting(turned), phase).snapshot(surface) == one
    said = json.dumps(one)
    assert not any(secret in said for secret in ("98765", "98,765", "43210", "31234", "56789"))


@given(shown=st.integers(0, 10), later=st.lists(st.booleans(), min_size=90, max_size=90))
def test_of_the_ten_worlds_only_those_shown_are_sent(shown: int, later: list[bool]) -> None:
    other = replace(CANARY, happened=7, firsts=(*CANARY.firsts[:shown], *later, *[True] * (10 - shown)))
    pictures = []
    for counted in (CANARY, other):
        watched = walk(predicting(counted), "ten")
        for _ in range(shown):
            watched.act("reveal")
        pictures.append(watched.snapshot())
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("phase", ["talk", "second"])
@pytest.mark.parametrize("surface", ["wall", "desk"])
@pytest.mark.parametrize("mode", ["mirrored", "second"])
def test_the_first_count_waits_for_the_second_but_at_a_desk_of_its_own(phase: str, surface: str, mode: str) -> None:
    view = walk(predicting(surface=mode), phase).view(surface)
    if (surface, mode) == ("desk", "second"):
        assert view["first"] == FIRST
        assert view["plot"] is not None
        return
    assert view["first"] is None
    assert view["plot"] is None
    assert not any(f">{count}<" in json.dumps(view) for count in FIRST)
    assert {"id": "predict.hands_so_far", "n": sum(FIRST)} in view["told"]


def test_both_counts_are_seen_once_the_second_is_counted() -> None:
    watched = walk(predicting(), "talk").act("hands", round="second", counts=SECOND)
    view = watched.view()
    assert (view["first"], view["second"], view["asking"]) == (FIRST, SECOND, "")
    assert "11, 12, 13, 14, 15" in view["plot"]["text"]


@pytest.mark.parametrize(("phase", "asking"), [("first", "first"), ("talk", ""), ("second", "second"), ("ten", "")])
def test_hands_are_typed_where_things_are_pressed(phase: str, asking: str) -> None:
    assert walk(predicting(), phase).view()["asking"] == asking
    apart = walk(predicting(surface="second"), phase)
    assert apart.view("wall")["asking"] == ""
    assert apart.view("desk")["asking"] == asking


def test_a_first_count_is_put_right_with_what_was_typed() -> None:
    watched = walk(predicting(), "talk").act("phase", to="first")
    assert watched.view()["typed"] == FIRST
    assert walk(predicting(), "second").view()["typed"] == []


def test_all_of_the_hundred_worlds_and_their_share_come_at_once() -> None:
    view = walk(predicting(), "hundred").view()
    assert view["share"] == {
        "id": "predict.share", "runs": "98,765", "share": "44", "low": "31", "high": "57",
    }  # fmt: skip
    assert "50 of 100 worlds" in view["worlds"]["text"]
    assert "44" in said(view["answer"])


def test_scores_come_last_and_apart() -> None:
    for phase in PHASES:
        view = walk(predicting(), phase).view()
        kinds = [score["kind"] for score in view["scores"]]
        assert kinds == (["worlds", "crowd"] if phase == "scores" else [])


def test_without_a_second_count_the_first_is_scored() -> None:
    view = walk(predicting(), "scores", second=False).view()
    assert view["first"] == FIRST
    assert "predict.score_before" not in [one["id"] for score in view["scores"] for one in score["told"]]


@pytest.mark.parametrize(
    ("worker", "sentence"),
    [
        ({"state": "counting", "done": 1200, "of": 5000}, "Worlds so far: 1,200 of 5,000"),
        ({"state": "failed"}, "Counting the worlds failed. Hands are kept."),
        ({"state": "warming"}, "The worlds are about to be counted."),
    ],
)
def test_how_far_counting_is(worker: dict[str, Any], sentence: str) -> None:
    watched = walk(predicting(None), "talk")
    view = snapshot(watched.showing()._replace(worker=worker), WORLDS)["view"]
    assert said(view["worker"]["told"]) == sentence
    offered = [one["act"] for one in (*view["controls"], *view["more"])]
    assert ("count" in offered) == (worker["state"] == "failed")
    show = next(one for one in view["controls"] if one["what"] == {"to": "ten"})
    assert not show["enabled"]


def test_counting_that_was_called_off_may_be_begun_again_smaller() -> None:
    view = walk(predicting(None), "talk").act("cancel").view()
    assert "count" in [one["act"] for one in view["controls"]]
    assert "cancel" not in [one["act"] for one in view["more"]]


def test_a_count_that_was_stopped_says_how_many_worlds_it_has() -> None:
    view = walk(predicting(replace(CANARY, runs=300, happened=120, whole=False)), "ten").view()
    assert {"id": "predict.not_whole", "runs": "300"} in view["told"]


def test_a_question_for_talking_has_no_worlds() -> None:
    lesson = small()
    step = replace(lesson.steps[PREDICT], question=Question("And then?"))
    lesson = replace(lesson, steps=(*lesson.steps[:PREDICT], step, *lesson.steps[PREDICT + 1 :]))
    view = walk(Watched(lesson).act("go", step=PREDICT), "talk").view()
    assert view["worker"]["told"] is None
    assert [one["act"] for one in view["controls"]] == ["phase", "go"]


def said(text: dict[str, Any]) -> str:
    """A message as it is read."""
    return message(text["id"], **{key: value for key, value in text.items() if key != "id"})

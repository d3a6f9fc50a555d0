"""Each shipped lesson from its first step to its last, taught to a real server as a browser would."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from analysis.classroom.lessons.lesson import Lesson, Setting
from analysis.classroom.lessons.measure_names import happened
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.messages import message
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.state import DEBRIEF, SINGLE_WORLDS, WORLDS, Session, WorldChoice
from analysis.classroom.views.showing import Showing
from analysis.classroom.views.snapshot import snapshot
from analysis.classroom.worlds.world_runs import WorldRuns
from sim.results.record_rows import decisions
from tests.analysis.classroom.running import Server, running, wait_for
from tests.analysis.classroom.teacher import Teacher

RUNS = WorldRuns()
STOPS_SEEN = {"waiting": 4}
"""How many stops of a lesson are come to week by week; one where it is not said."""

SCORES = ["worlds", "crowd"]
"""Scores that are never mixed; a third one where what happened is documented."""

HANDS, HANDS_AFTER_THE_TALK = [2, 6, 11, 8, 3], [1, 4, 14, 9, 2]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server on which lesson after lesson is taught."""
    with running(tmp_path_factory.mktemp("classroom")) as found:
        yield found


@pytest.mark.parametrize("name", list_lessons())
def test_a_lesson_is_taught_from_its_beginning_to_its_end(server: Server, name: str) -> None:
    server.post("end")  # what a test before this one may have left open
    lesson, teacher = read_lesson(name), Teacher(server)
    teacher.do("open", lesson=lesson.id, surface="mirrored")
    for place, step in enumerate(lesson.steps):
        assert (teacher.picture["lesson"]["step"], teacher.picture["screen"]) == (place, step.screen)
        TAUGHT[step.screen](teacher, lesson)
        if place + 1 < len(lesson.steps):
            teacher.press("lesson.to_next")
    data = teacher.server.browser.get("/paper/session").json()
    teacher.press("ticket.end")
    assert teacher.picture["screen"] == "start"
    assert_replays(data, teacher.album, lesson)
    assert server.post("play").status_code == 409


def assert_replays(data: dict[str, Any], album: list[dict[str, Any]], lesson: Lesson) -> None:
    """From the facts that the session exports, every picture that the class saw is made again, to the letter."""
    session, moments, name = Session(), {}, album[-1]["session"]
    for fact in (Fact(**row) for row in data["facts"]):
        session = fold(session, fact)
        moments[fact.number] = Showing(session, lesson, "wall", fact.at, fact.number, {}, None, name)
    taught = [picture for picture in album if picture["session"] == name and picture["screen"] != "start"]
    seen = [picture for picture in taught if picture["number"] in moments]
    assert len(seen) > len(lesson.steps)
    for picture in seen:
        again = snapshot(moments[picture["number"]], RUNS)
        assert lasting(json.loads(json.dumps(again))) == lasting(picture)


def lasting(picture: dict[str, Any]) -> dict[str, Any]:
    """What a picture shows whenever it is made: without the lesson's minutes and how far counting is."""
    view = {name: part for name, part in picture["view"].items() if name != "worker"}
    if picture["screen"] == "predict":
        view = {name: part for name, part in view.items() if name not in ("controls", "more")}
    bar = {name: part for name, part in picture["lesson"].items() if name not in ("minute", "left", "until_debrief")}
    return {**picture, "view": view, "lesson": bar}


def brief(teacher: Teacher, lesson: Lesson) -> None:
    """The question and the facts as the lesson has them; the goals would tell what is to be found."""
    assert teacher.view["question"] == lesson.steps[0].question.text
    assert teacher.view["facts"] == list(lesson.facts)
    assert not [goal for goal in lesson.goals if goal in str(teacher.view)]


def watch(teacher: Teacher, lesson: Lesson) -> None:
    """Week by week, stopping where the rule says; at each stop the class is asked, then shown what was decided."""
    choice = WorldChoice(lesson.first_luck, _settings(teacher))
    record, halts = RUNS.trajectory(lesson, choice), RUNS.halts(lesson, choice)
    options = {one.decision: [option.name for option in one.options] for one in decisions(record)}
    stops, days = [], [0.0]
    while not teacher.view["ending"] and len(stops) < STOPS_SEEN.get(lesson.id, 1):
        stop = teacher.view["stop"]
        if stop is not None:
            stops.append(stop["decision"])
            assert stop["question"].endswith("?")
            assert 2 <= len(stop["options"]) <= len(options[stop["decision"]])
        teacher.press("watch.reveal" if stop else "watch.step")
        days.append(teacher.view["day"])
    assert stops == [halt.decision for halt in halts][: len(stops)]
    assert days == sorted(days)
    teacher.do("jump", day=lesson.scenario.horizon_days)
    assert teacher.view["day"] == record.columns["steps"]["day"][-1]
    assert teacher.view["ending"]
    _ask_why(teacher, lesson, choice, max(options))


def _ask_why(teacher: Teacher, lesson: Lesson, choice: WorldChoice, decision: int) -> None:
    """Why, what would have turned it, and the file's values and another luck, by the buttons that are there."""
    why = teacher.do("why", decision=decision)["why"]
    assert why["told"]
    assert why["bars"]["rows"]
    flip = teacher.do("flip")["why"]["flip"]
    assert flip
    assert set(flip) <= set(RUNS.flip(lesson, choice, True, decision))
    teacher.do("why", decision=None)
    before = teacher.view["ladder"]["rows"]
    assert teacher.press("watch.again")["day"] == 0
    teacher.press("watch.other_luck")
    assert teacher.do("jump", day=lesson.scenario.horizon_days)["ladder"]["rows"] != before


def predict(teacher: Teacher, lesson: Lesson) -> None:
    """Hands, talk, hands again, ten worlds one by one, all of them, scores; nothing of it before its time."""
    question = lesson.steps[teacher.picture["lesson"]["step"]].question
    assert teacher.view["question"] == question.text
    _secret(teacher)
    teacher.do("hands", round="first", counts=HANDS)
    _secret(teacher)
    teacher.press("predict.count_again")
    teacher.do("hands", round="second", counts=HANDS_AFTER_THE_TALK)
    _secret(teacher)
    wait_for(lambda: teacher.look() and teacher.offers("predict.show_worlds"))
    _secret(teacher)
    teacher.press("predict.show_worlds")
    for _ in range(SINGLE_WORLDS - 1):
        teacher.server.act("reveal")
    assert teacher.press("predict.next_world")["shown"] == SINGLE_WORLDS
    assert (teacher.offers("predict.next_world"), teacher.view["share"]) == (None, None)
    told = [row[1] == message("drawing.yes") for row in teacher.view["worlds"]["rows"]]
    assert told == _as_happened(lesson, question.measure, _settings(teacher))
    assert len(set(told)) == 2, "ten worlds that all end alike show a class nothing"
    assert teacher.press("predict.all_worlds")["share"]["runs"] == f"{WORLDS:,}"
    kinds = [score["kind"] for score in teacher.press("predict.to_scores")["scores"]]
    assert kinds == ([*SCORES, "happened"] if question.observed else SCORES)


def _as_happened(lesson: Lesson, measure: str, settings: Mapping[str, Setting]) -> list[bool]:
    """Whether it happened in each of the worlds that are shown one by one: those of the first lucks."""
    worlds = (RUNS.trajectory(lesson, WorldChoice(luck, settings)) for luck in range(SINGLE_WORLDS))
    return [happened(world.outcome, measure) for world in worlds]


def _secret(teacher: Teacher) -> None:
    """Before the first world is shown, nothing of any is here."""
    assert teacher.view["worlds"] is None
    assert teacher.view["share"] is None
    assert teacher.view["scores"] == []
    assert teacher.view["shown"] == 0


def compare(teacher: Teacher, lesson: Lesson) -> None:
    """Two worlds under one luck to their end: where they part, and ten small worlds of each."""
    step = lesson.steps[teacher.picture["lesson"]["step"]]
    assert teacher.view["difference"]
    assert len(teacher.view["columns"]) == 2
    for _ in range(3):
        teacher.press("watch.step")
    teacher.do("jump", day=lesson.scenario.horizon_days)
    assert all(column["ending"] for column in teacher.view["columns"])
    assert teacher.view["parting"], "the first luck was chosen because they part"
    assert not teacher.view["identical"]
    assert all(column["reason"] for column in teacher.view["columns"])
    assert step.settings is not None
    small = teacher.press("compare.lucks")
    assert len(small["lucks"]) == 2
    assert small["lucks_told"]
    for name in ("markets", "face", "groundwork"):
        teacher.do("chart", name=name)
        assert [chart["name"] for chart in teacher.view["charts"] if chart["chosen"]] == [name]


def debrief(teacher: Teacher, lesson: Lesson) -> None:
    """Four steps; the theory and what the model leaves out come in theirs, and a note is kept."""
    steps, cards = [teacher.view["step"]], []
    while "debrief" in {control["act"] for control in teacher.view["controls"]}:
        if teacher.view["card"]:
            cards.append(teacher.view["card"]["kind"])
            assert teacher.view["card"]["told"]
        assert teacher.view["theory"] == (lesson.theory if steps[-1] == "why" else "")
        assert teacher.view["leaves_out"] == []
        onward = teacher.view["controls"][0]
        if onward["act"] == "go":
            break
        steps.append(teacher.do(onward["act"], **onward["what"])["step"])
    assert list(dict.fromkeys(steps)) == list(DEBRIEF)
    assert cards == ["surprise", "margin", "parting"]
    assert teacher.view["leaves_out"] == list(lesson.leaves_out)
    note = "Somebody asked: “so will it happen?” <b>No.</b>"
    assert note in teacher.do("note", text=note)["notes"]


def ticket(teacher: Teacher, lesson: Lesson) -> None:
    """Questions without their keys, and papers that can be had."""
    assert teacher.view["questions"] == [item.question for item in lesson.ticket]
    assert all(item.key not in str(teacher.picture) for item in lesson.ticket)
    papers = [teacher.server.browser.get(paper["address"]) for paper in teacher.view["papers"]]
    assert [paper.status_code for paper in papers] == [200] * len(papers)
    assert len(papers) >= 4
    keys = [all(html.escape(item.key) in paper.text for item in lesson.ticket) for paper in papers]
    assert 0 < sum(keys) < len(papers), "one paper has the key, and the one for students has not"


def _settings(teacher: Teacher) -> dict[str, float | str]:
    """Where the sliders of the step stand, by the lesson's file."""
    lesson = read_lesson(teacher.picture["lesson"]["id"])
    return dict(lesson.steps[teacher.picture["lesson"]["step"]].settings or {})


TAUGHT = {
    "brief": brief,
    "watch": watch,
    "predict": predict,
    "compare": compare,
    "debrief": debrief,
    "ticket": ticket,
}

"""Do steps and claims go with the lesson's sliders, measures and minutes, and is every mistake told at its place?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.classroom.lessons.lesson import Question
from analysis.classroom.lessons.reading import read_lesson
from sim.files import ScenarioError
from tests.analysis.classroom.lessons.made import SMALL, read, small, write


def refused(old: str, new: str) -> list[str]:
    assert old in SMALL
    with pytest.raises(ScenarioError) as caught:
        read(SMALL.replace(old, new, 1))
    return [str(problem).partition("small.yaml:")[2] for problem in caught.value.problems]


def test_steps_and_claims_are_read() -> None:
    brief, predict, watch, compare, debrief, _ = small().steps
    assert (brief.question, brief.say) == (Question("Who will call first?"), "Read the question aloud.")
    assert predict.question == Question("Will the two speak?", "first_voice_days")
    assert (watch.settings, watch.question, compare.settings) == ({}, Question(""), {"host": "none"})
    assert (compare.droppable, debrief.droppable, debrief.minutes) == (True, False, 12)
    claim = small().claims[0]
    assert (claim.of, claim.against, claim.runs, claim.at_least) == ({}, {"host": "none"}, 1000, -0.2)


def test_whole_numbers_are_numbers() -> None:
    assert read(SMALL.replace("{host: none}, droppable", "{pride: 1}, droppable")).steps[3].settings == {"pride": 1.0}


MAY = """
extends: two-leaders
name: may
observed: {first_contact: {date: 2024-02-20, level: call}}
"""
HOST = "settings: {host: none}, droppable"
PREDICT = '{text: "Will the two speak?", measure: first_voice_days}'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("screen: watch", "screen: wach", "did you mean 'watch'?"),
        ("minutes: 8", "minutes: 0", "steps.3.minutes is 0; allowed: 0.5 to 60"),
        (HOST, "settings: {hots: none}, droppable", "14:46: no slider 'hots'; allowed: pride, host"),
        (HOST, "settings: {host: nine}, droppable", "14:52: host has no choice 'nine'; allowed: as it is, none"),
        (HOST, "settings: {pride: 0.83}, droppable", "14:53: pride is 0.83; allowed: 0 to 1 in steps of 0.05"),
        (HOST, "settings: {pride: much}, droppable", "pride is 'much', not a number; allowed: 0 to 1"),
        (HOST, "settings: {host: as it is}, droppable", "14:5: steps.3 compares a world with itself"),
        (HOST, "droppable", "14:5: steps.3 compares a world with itself; say as `settings`"),
        ("say: One word each.", "settings: {pride: 1}", "debrief shows no world; settings go with watch"),
        (', question: "Who will call first?"', "", "steps.0 has no question, and brief is for one"),
        (f"    question: {PREDICT}\n", "", "steps.1 has no question, and predict is for one"),
        (PREDICT, '"Will the two speak?"', "steps.1.question has no measure, which answers a forecast"),
        ("first_voice_days}", "first_voice_days, observed: true}", "`observed` of scenario 'two-leaders' does not say"),
        (PREDICT, PREDICT[:-1] + ", observed: yes please}", "observed"),
        ('question: "Who will call first?"', "question: {text: Who?, observed: true}", "brief scores nothing"),
        ("measure: first_voice_days", "measure: first_voise_days", "did you mean 'first_voice_days'?"),
        ("measure: first_voice_days", "measure: trough_aldmark", "no measure 'trough_aldmark' of what happened"),
        ("minutes: 12", "minutes: 11", "15:32: from the debrief on there are 14 minutes; allowed: 15 or more"),
        ("say: One word each.", "droppable: true", "the last 15 minutes are not left out"),
        ("screen: ticket", "screen: watch", "watch comes after the debrief has begun; allowed there: debrief, ticket"),
        ("screen: debrief", "screen: ticket", "no step is a debrief, which the last minutes of a lesson are for"),
        ("against: {host: none}", "against: {host: as it is}", "of and against are the same worlds"),
        ("against: {host: none}", "against: {pride: 2}", "pride is 2; allowed: 0 to 1"),
        ("measure: contact", "measure: contakt", "no measure 'contakt' of runs; allowed: outcome_deal"),
        ("runs: 1000", "runs: 10", "claims.0.runs is 10; allowed: whole numbers 1000 to 20000"),
        ("    at_least: -0.2\n", "", "claims.0.at_least is missing"),
    ],
)  # fmt: skip
def test_mistakes_are_told_at_their_place(old: str, new: str, message: str) -> None:
    assert any(message in problem for problem in refused(old, new))


def test_one_mistake_is_told_once() -> None:
    assert len(refused(HOST, "settings: {hots: none}, droppable")) == 1
    assert len(refused("path: leaders.verenia.ego", "path: leaders.verenia.egg")) == 1
    assert len(refused("      none: {mediators: {}}", "      none: {mediater: {}}")) == 1


def test_settings_that_do_not_go_together_are_told() -> None:
    pair = """
  points: {label: Tolls, path: leaders.verenia.pressure.points, low: 20, high: 80, step: 20}
  top: {label: Ceiling, path: leaders.verenia.pressure.ceiling, low: 40, high: 100, step: 20}
  host:
"""
    text = SMALL.replace("\n  host:\n", pair, 1)
    assert read(text).steps[3].settings == {"host": "none"}
    with pytest.raises(ScenarioError) as caught:
        read(text.replace("settings: {host: none}", "settings: {points: 80, top: 40}", 1))
    assert "14:35: together: " in str(caught.value)


def test_what_happened_answers_no_world_whose_sliders_moved(tmp_path: Path) -> None:
    (tmp_path / "may.yaml").write_text(MAY, encoding="utf-8")
    text = SMALL.replace("scenario: two-leaders", "scenario: may.yaml").replace(
        PREDICT, PREDICT[:-1] + ", observed: true}"
    )
    assert read_lesson(write(tmp_path, text)).steps[1].question.observed
    moved = text.replace("minutes: 10\n", "minutes: 10\n    settings: {pride: 1}\n", 1)
    with pytest.raises(ScenarioError, match="what happened is no answer where a slider stands elsewhere"):
        read_lesson(write(tmp_path, moved))


def test_a_claim_may_stand_alone() -> None:
    assert read(SMALL.replace("    against: {host: none}\n", "")).claims[0].against is None

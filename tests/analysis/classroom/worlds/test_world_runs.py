"""The worlds of a lesson: those of the engine, each run once, with what the class asks about them."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import Step
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.worlds.stops import MINUTES_EACH, halts_of, stops_in
from analysis.classroom.worlds.world_runs import WorldRuns, chosen_scenario
from sim.files import ScenarioError, vary
from sim.narrative.cast import Cast
from sim.narrative.choosing import Choosing
from sim.narrative.flip_sentences import flip_sentences
from sim.results.record_rows import decisions
from sim.run import run_one
from tests.analysis.classroom.worlds.small_lessons import SEED, small_lesson

LESSON = small_lesson()
RUNS = WorldRuns()


@given(st.integers(0, 5), st.sampled_from([0.1, 0.9]), st.sampled_from(["as it was", "nobody"]), st.booleans())
@settings(max_examples=10, deadline=None)
def test_a_world_is_the_engines_run_of_that_address(luck: int, face: float, hosts: str, names: bool) -> None:
    choice = WorldChoice(luck, {"face": face, "hosts": hosts})
    changes = {LESSON.slider("face").paths[0]: face} | ({"mediators": {}} if hosts == "nobody" else {})
    expected = run_one(vary(LESSON.scenario, changes), SEED, luck, "central")
    found = RUNS.trajectory(LESSON, choice, names)
    assert found.outcome == expected.outcome
    assert repr(found.columns) == repr(expected.columns)
    assert found.equals(expected) is names
    assert RUNS.halts(LESSON, choice, names) == halts_of(expected)
    assert RUNS.trajectory(LESSON, choice, names) is found
    assert WorldRuns().trajectory(LESSON, choice, names).equals(found)


def test_a_lesson_stops_no_more_often_than_its_minutes_of_watching_allow() -> None:
    all_of_them = halts_of(RUNS.trajectory(LESSON, WorldChoice()))
    for minutes in (1, 3, 10):
        short = replace(LESSON, steps=(Step("watch", minutes),))
        found = RUNS.halts(short, WorldChoice())
        assert found == all_of_them[: stops_in(minutes)]
        assert len(found) * MINUTES_EACH <= minutes


def test_a_slider_put_back_is_the_files_world() -> None:
    back = WorldChoice(0, {slider.id: slider.file_value for slider in LESSON.sliders})
    assert RUNS.trajectory(LESSON, back) is RUNS.trajectory(LESSON, WorldChoice())
    assert RUNS.scenario(LESSON, back) is LESSON.scenario


def test_what_would_have_turned_a_decision_is_what_the_story_says() -> None:
    record = RUNS.trajectory(LESSON, WorldChoice())
    taken = next(one for one in decisions(record) if len(one.options) > 1)
    expected = tuple(flip_sentences(taken, Choosing.of(record, taken), Cast(record.scenario)))
    assert expected
    assert RUNS.flip(LESSON, WorldChoice(), True, taken.decision) == expected
    neutral = RUNS.flip(LESSON, WorldChoice(), False, taken.decision)
    assert len(neutral) == len(expected)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(KeyError):
        RUNS.flip(LESSON, WorldChoice(), True, 10_000)
    with pytest.raises(KeyError):
        RUNS.trajectory(LESSON, WorldChoice(0, {"nose": 0.5}))
    with pytest.raises(ScenarioError, match="face_need"):
        RUNS.trajectory(LESSON, WorldChoice(0, {"face": 7.0}))


def test_another_lesson_of_the_same_name_has_worlds_of_its_own() -> None:
    other = small_lesson(vary(LESSON.scenario, {"leaders.aldmark.ego": 0.99}))
    found = RUNS.trajectory(other, WorldChoice())
    assert found.equals(run_one(other.scenario, SEED, 0, "central"))
    assert not found.equals(RUNS.trajectory(LESSON, WorldChoice()))


def test_many_threads_get_one_and_the_same_record() -> None:
    runs = WorldRuns()
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda luck: runs.trajectory(LESSON, WorldChoice(luck % 2)), range(12)))
    assert {id(one) for one in found[::2]} == {id(found[0])}
    assert {id(one) for one in found[1::2]} == {id(found[1])}


def test_names_change_nothing_but_names() -> None:
    with_names, without = (chosen_scenario(LESSON, {"face": 0.9}, names) for names in (True, False))
    assert with_names.leaders["aldmark"].face_need == without.leaders["aldmark"].face_need == 0.9
    assert with_names.leaders["aldmark"].name != without.leaders["aldmark"].name


def test_watching_needs_no_heavy_module() -> None:
    """The process that serves pages runs worlds, tells stops and flips, and starts the one that counts."""
    code = (
        "import sys\n"
        "import analysis.classroom.worlds.ensembles\n"
        "from analysis.classroom.session.state import WorldChoice\n"
        "from analysis.classroom.worlds.world_runs import WorldRuns\n"
        "from tests.analysis.classroom.worlds.small_lessons import small_lesson\n"
        "runs, lesson = WorldRuns(), small_lesson()\n"
        "runs.halts(lesson, WorldChoice()), runs.flip(lesson, WorldChoice(), True, 0)\n"
        "print([name for name in ('mesa', 'numba', 'numpy', 'pandas', 'scipy') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert found.stdout.strip() == "[]"

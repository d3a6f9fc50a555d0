"""What acts come to: any sequence of them folds and replays to the same, and refusals change nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from analysis.classroom.session.counting import wanted
from analysis.classroom.session.facts import Fact, Refused
from analysis.classroom.session.folding import HANDLERS, KEPT, replayed
from analysis.classroom.session.requests import ACTS, interruption, next_week
from analysis.classroom.session.screens import screen_of
from analysis.classroom.session.state import BINS, CHARTS, DEBRIEF, PHASES, Session
from tests.analysis.classroom.session.teaching import (
    COMPARE,
    PREDICT,
    WATCH,
    Class,
    last_day,
    lesson,
)

WORLD = st.sampled_from(["this", "other"])
SLIDERS = st.one_of(
    st.fixed_dictionaries({"slider": st.just("ego"), "value": st.floats(0, 1)}, optional={"world": WORLD}),
    st.fixed_dictionaries(
        {"slider": st.just("host"), "value": st.sampled_from(["island", "nobody"])}, optional={"world": WORLD}
    ),
)
HANDS = st.lists(st.integers(0, 40), min_size=BINS, max_size=BINS)
PARTICULARS: dict[str, Any] = {
    "open": st.fixed_dictionaries({"lesson": st.just("made"), "surface": st.sampled_from(["mirrored", "second"])}),
    "names": st.fixed_dictionaries({"real": st.booleans()}),
    "go": st.fixed_dictionaries({"step": st.integers(0, 6)}),
    "drop": st.fixed_dictionaries({"step": st.integers(0, 6)}),
    "clock": st.fixed_dictionaries({"do": st.sampled_from(["pause", "resume", "minute"])}),
    "debrief": st.fixed_dictionaries({"to": st.sampled_from(DEBRIEF)}),
    "note": st.fixed_dictionaries({"text": st.text(max_size=20)}),
    "event": st.fixed_dictionaries({"to": st.sampled_from(["next", "previous"])}),
    "jump": st.fixed_dictionaries({"day": st.floats(0, 100)}),
    "speed": st.fixed_dictionaries({"weeks": st.sampled_from([0.5, 1, 2])}),
    "stops": st.fixed_dictionaries({"on": st.booleans()}),
    "why": st.fixed_dictionaries({"decision": st.none() | st.integers(0, 30)}),
    "numbers": st.fixed_dictionaries({"on": st.booleans()}),
    "set": SLIDERS,
    "file": st.fixed_dictionaries({}, optional={"world": WORLD}),
    "chart": st.fixed_dictionaries({"name": st.sampled_from(CHARTS)}),
    "lucks": st.fixed_dictionaries({"on": st.booleans()}),
    "hands": st.fixed_dictionaries({"round": st.sampled_from(["first", "second"]), "counts": HANDS}),
    "phase": st.fixed_dictionaries({"to": st.sampled_from(PHASES)}),
}


def _acts(words: Iterable[str]) -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    return st.one_of([st.tuples(st.just(word), PARTICULARS.get(word, st.just({}))) for word in words])


ACTIONS, FORECASTING = _acts(ACTS), _acts(("hands", "phase", "reveal", "undo"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


class AnyLesson(RuleBasedStateMachine):
    """A teacher who presses anything at any time, a ticker, a worker, and a computer that sleeps."""

    def __init__(self) -> None:
        super().__init__()
        self.classroom = Class()

    @rule(action=ACTIONS, pause=st.sampled_from([0.0, 0.1, 5.0]))
    def act(self, action: tuple[str, dict[str, Any]], pause: float) -> None:
        """Press something."""
        self.classroom.wait(pause).tried(action[0], **action[1])

    @rule(step=st.sampled_from([WATCH, COMPARE, PREDICT]))
    def go(self, step: int) -> None:
        """Go to a step; by itself, so that lessons get somewhere."""
        self.act(("go", {"step": step}), 1.0)

    @rule(action=FORECASTING)
    def forecast(self, action: tuple[str, dict[str, Any]]) -> None:
        """Press something of a forecast, so that forecasts get somewhere."""
        self.act(action, 0.1)

    @rule()
    def tick(self) -> None:
        """The ticker ticks, whatever is shown."""
        playing = self.classroom.session.watching.playing
        assert playing or not self.classroom.tick().watching.playing

    @rule()
    def count(self) -> None:
        """The worker has counted."""
        found = wanted(self.classroom.session, lesson())
        self.classroom.count()
        assert found is None or wanted(self.classroom.session, lesson()) != found

    @rule(seconds=st.floats(0, 60))
    def sleep(self, seconds: float) -> None:
        """The computer sleeps."""
        since = self.classroom.at
        self.classroom.at += seconds
        session = self.classroom.take(interruption(self.classroom.session, since))
        assert not session.watching.playing
        assert session.clock.started is None or session.ended or session.clock.paused_at is not None

    @invariant()
    def replays(self) -> None:
        """The log as JSON comes to the same session."""
        kept = [Fact(*row) for row in json.loads(json.dumps(self.classroom.facts))]
        assert replayed(kept) == self.classroom.session

    @invariant()
    def stands(self) -> None:
        """What is shown is consistent."""
        session = self.classroom.session
        watching = session.watching
        assert not (watching.playing and watching.over)
        assert not watching.playing or screen_of(session, lesson()) in ("watch", "compare")
        assert watching.stop is None or not watching.beside
        assert session.world.luck == session.other.luck
        assert len(session.past) <= KEPT
        assert all(not past.session.past for past in session.past)
        assert session.step not in session.dropped
        assert 0 <= watching.day <= max(last_day(session.world), last_day(session.other))

    @invariant()
    def forecasts_are_honest(self) -> None:
        """No phase that shows worlds before hands and worlds are counted; none shown before its phase."""
        for forecast in self.classroom.session.forecasts.values():
            assert forecast.phase in PHASES
            if forecast.phase in ("ten", "hundred", "scores"):
                assert forecast.first is not None
                assert forecast.counted is not None
            else:
                assert forecast.shown == 0


TestAnyLesson = AnyLesson.TestCase
TestAnyLesson.settings = settings(stateful_step_count=80)


@given(word=st.sampled_from(sorted(ACTS)), what=st.dictionaries(st.sampled_from(
    ["lesson", "surface", "real", "step", "do", "to", "day", "weeks", "on", "decision", "slider", "value", "world",
     "name", "round", "counts", "text"]) | st.text(max_size=6), JSON, max_size=4), place=st.integers(0, 6))  # fmt: skip
def test_whatever_an_act_says_it_is_done_or_refused(word: str, what: dict[str, Any], place: int) -> None:
    classroom = Class()
    classroom.act("go", step=place)
    classroom.tried(word, **what)
    kept = json.loads(json.dumps(classroom.facts, allow_nan=False))
    assert all(kind in HANDLERS for _, _, kind, _, _ in kept)
    assert replayed(Fact(*row) for row in kept) == classroom.session


@pytest.mark.parametrize("word", sorted(set(ACTS) - {"open", "names"}))
def test_without_a_lesson_nothing_can_be_done(word: str) -> None:
    with pytest.raises(Refused, match="no_lesson_open"):
        Class(opened=False).act(word)


def test_after_the_end_only_undo_and_notes_are_left() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("end")
    with pytest.raises(Refused, match=r"refused\.ended"):
        classroom.act("step")
    classroom.act("note", text="A late thought.")
    assert not classroom.act("undo").ended
    assert classroom.session.notes == ("A late thought.",)
    assert classroom.act("step").watching.day > 0


def test_an_act_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        Class().act("vote")
    assert (refused.value.status, refused.value.message) == (422, "refused.act")


def test_the_ticker_does_nothing_unless_a_world_plays() -> None:
    classroom = Class()
    assert next_week(classroom.session, lesson(), classroom.runs) == []
    classroom.act("go", step=COMPARE)
    classroom.act("play")
    classroom.tick()
    assert classroom.session.watching.day == 7
    classroom.act("go", step=PREDICT)
    assert not classroom.session.watching.playing
    assert next_week(classroom.session, lesson(), classroom.runs) == []


def test_a_world_that_plays_stands_when_its_lesson_shows_something_else_by_now() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("play")
    other = replace(lesson(), steps=lesson().steps[PREDICT - WATCH :])
    assert next_week(classroom.session, other, classroom.runs) == [("halted", {})]


def test_a_world_that_plays_comes_to_its_end_and_stands() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("stops", on=False)
    classroom.act("play")
    weeks = -int(-last_day(classroom.session.world) // 7)
    for _ in range(weeks):
        assert classroom.session.watching.playing
        classroom.tick()
    assert classroom.session.watching.over
    assert classroom.session.watching.day == last_day(classroom.session.world)
    assert not classroom.session.watching.playing


def test_sleep_stops_the_clock_when_it_began_and_a_playing_world() -> None:
    classroom = Class()
    assert interruption(classroom.session, 0.0) == []
    classroom.act("go", step=WATCH)
    classroom.act("play")
    classroom.at = 500.0
    session = classroom.take(interruption(classroom.session, 40.0))
    assert session.clock.paused_at == 40.0
    assert not session.watching.playing
    assert interruption(session, 60.0) == []
    assert interruption(Session(), 1.0) == []

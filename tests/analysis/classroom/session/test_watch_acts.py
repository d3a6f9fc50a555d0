"""Acts of watching, and when they come too soon or too late."""

from __future__ import annotations

import pytest

from tests.analysis.classroom.session.teaching import BRIEF, COMPARE, PREDICT, WATCH, Class, last_day


def watching(step: int = WATCH) -> Class:
    """A class that watches."""
    classroom = Class()
    classroom.act("go", step=step)
    return classroom


@pytest.mark.parametrize("word", ["play", "step", "back", "jump", "event", "speed", "stops", "numbers", "why", "flip"])
@pytest.mark.parametrize("step", [BRIEF, PREDICT])
def test_nothing_is_watched_on_other_screens(word: str, step: int) -> None:
    what = {"jump": {"day": 1}, "event": {"to": "next"}, "speed": {"weeks": 1}, "why": {"decision": 0}}
    on = {"on": True} if word in ("stops", "numbers") else {}
    assert watching(step).refused(word, **what.get(word, on)).message == "refused.other_screen"


def test_a_pause_is_heard_wherever_the_page_is() -> None:
    assert Class().tried("pause") is None


def test_a_step_halts_before_a_decision_and_shows_no_more() -> None:
    classroom = watching()
    watched = classroom.act("step").watching
    assert (watched.day, watched.stop) == (4.0, 2)
    watched = classroom.act("step").watching
    assert (watched.day, watched.stop, watched.passed) == (4.0, None, 2)


def test_playing_stands_before_a_decision_until_it_is_let_go() -> None:
    classroom = watching()
    classroom.act("play")
    assert classroom.tick().watching.stop == 2
    assert not classroom.session.watching.playing
    classroom.act("play")
    classroom.tick()
    assert classroom.session.watching.stop is None
    assert classroom.session.watching.playing


def test_a_comparison_halts_nowhere_and_goes_on_until_both_are_over() -> None:
    classroom = watching(COMPARE)
    assert classroom.act("step").watching.day == 7.0
    watched = classroom.act("jump", day=400).watching
    assert watched.over
    assert watched.day == last_day(classroom.session.other) > last_day(classroom.session.world)


def test_a_world_at_its_end_does_not_go_on() -> None:
    classroom = watching()
    classroom.act("jump", day=1000)
    for word, what in (("step", {}), ("play", {}), ("event", {"to": "next"})):
        assert classroom.refused(word, **what).message == "refused.over"
    assert not classroom.act("back").watching.over
    assert classroom.act("again").watching.day == 0


def test_the_first_day_has_none_before_it() -> None:
    classroom = watching()
    assert classroom.refused("back").status == 409
    assert classroom.refused("event", to="previous").message == "refused.first_day"


def test_events_one_by_one() -> None:
    classroom = watching()
    classroom.act("stops", on=False)
    assert [classroom.act("event", to="next").watching.day for _ in range(3)] == [3.0, 6.0, 9.0]
    assert classroom.act("event", to="previous").watching.day == 6.0


def test_reasons_are_only_for_what_is_shown() -> None:
    classroom = watching()
    classroom.act("step")
    assert classroom.session.watching.stop == 2
    assert classroom.act("why", decision=1).watching.why == 1
    assert classroom.refused("why", decision=2).message == "refused.not_shown"
    assert classroom.refused("why", decision=5).message == "refused.not_shown"
    assert classroom.refused("why", decision=1000).status == 422
    assert classroom.act("why", decision=None).watching.why is None


def test_a_decision_of_a_later_day_has_no_reasons_yet() -> None:
    classroom = watching()
    classroom.act("stops", on=False)
    classroom.act("step")
    assert classroom.act("why", decision=3).watching.why == 3
    assert classroom.refused("why", decision=4).message == "refused.not_shown"


def test_what_would_have_turned_a_decision_belongs_to_its_reasons() -> None:
    classroom = watching()
    assert classroom.refused("flip").message == "refused.no_reasons_shown"
    classroom.act("why", decision=0)
    assert classroom.act("flip").watching.flip
    classroom.act("step")
    assert classroom.session.watching.why is None
    assert not classroom.session.watching.flip


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("jump", {"day": -1}), ("jump", {"day": True}), ("jump", {"day": float("nan")}), ("jump", {"day": "7"}),
        ("speed", {"weeks": 3}), ("speed", {"weeks": 0.7}), ("stops", {"on": 1}), ("event", {"to": "last"}),
        ("why", {}), ("why", {"decision": 1.0}), ("step", {"weeks": 3}), ("why", {"decision": -1}),
    ],
)  # fmt: skip
def test_what_no_page_says_is_refused(word: str, what: dict[str, object]) -> None:
    refused = watching().refused(word, **what)
    assert (refused.status, refused.message) == (422, "refused.particular")


def test_asking_for_what_is_so_already_comes_to_nothing() -> None:
    classroom = watching()
    classroom.act("play")
    count = len(classroom.facts)
    for word, what in (("play", {}), ("speed", {"weeks": 1}), ("stops", {"on": True}), ("numbers", {"on": False})):
        classroom.act(word, **what)
    assert len(classroom.facts) == count

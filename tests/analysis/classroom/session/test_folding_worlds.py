"""Facts about worlds that are watched: replayed without a run, whatever was changed."""

from __future__ import annotations

from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import replayed
from analysis.classroom.session.state import Session, WorldChoice
from tests.analysis.classroom.session.test_watch_acts import watching


def test_a_log_alone_says_how_far_a_world_is_shown() -> None:
    facts = [
        Fact(1, 0.0, "opened", {"lesson": "x", "surface": "mirrored", "luck": 7, "screen": "watch", "settings": {}}),
        Fact(2, 1.0, "played", {}),
        Fact(3, 2.0, "shown", {"day": 3.5, "stop": 4, "passed": 2, "over": False}),
    ]
    session = replayed(facts)
    assert session.world == WorldChoice(7, {})
    assert (session.watching.day, session.watching.stop, session.watching.passed) == (3.5, 4, 2)
    assert not session.watching.playing


def test_opening_reasons_lets_the_world_stand() -> None:
    classroom = watching()
    classroom.act("stops", on=False)
    classroom.act("play")
    classroom.tick()
    assert not classroom.act("why", decision=0).watching.playing


def test_nothing_is_changed_in_a_session_that_somebody_still_holds() -> None:
    classroom = watching()
    held: Session = classroom.session
    copy = (dict(held.world.settings), dict(held.left), held.watching)
    classroom.act("set", slider="ego", value=0.1)
    classroom.act("go", step=0)
    assert (held.world.settings, held.left, held.watching) == copy

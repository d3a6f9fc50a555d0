"""Does a server begin with what there is: a new session, the one of before, one's own lesson, or a plain refusal?"""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from analysis.classroom.session.facts import Fact, Refused
from analysis.classroom.web import assembly
from analysis.classroom.web.event_log import EventLog
from analysis.classroom.web.kept_sessions import KeptSessions
from analysis.classroom.web.opening import CannotResume, Opening, opened
from tests.analysis.classroom.running import ROOT
from tests.analysis.classroom.web.made_class import pressed

SHIPPED = ROOT / "scenarios" / "lessons"


@pytest.fixture(autouse=True)
def one_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    """One lesson on the shelf: reading all of them takes a second."""
    monkeypatch.setattr(assembly, "list_lessons", lambda: ["waiting"])


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A lesson of one's own, in a folder of one's own."""
    text = (SHIPPED / "waiting.yaml").read_text(encoding="utf-8")
    text = text.replace("scenario: worlds/", f"scenario: {SHIPPED}/worlds/").replace("id: waiting", "id: mine")
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def begin(opening: Opening, lesson: str = "waiting") -> None:
    """Open a lesson in a classroom, and let go of it."""
    live = opening.live

    async def acts() -> None:
        await live.act(pressed("open", lesson=lesson, surface="mirrored"))
        await live.act(pressed("go", step=1))
        live.close()

    asyncio.run(acts())


def test_a_new_session_begins_where_none_is_to_go_on(tmp_path: Path) -> None:
    for resume in (False, True):
        opening = opened(tmp_path / "data", None, resume)
        assert (opening.resumed, opening.deleted, opening.faults, opening.live.course.number) == (False, 0, "", 0)
        assert opening.live.shelf.start()["resume"] is None
        opening.live.close()
    assert KeptSessions(tmp_path / "data").files() == []


def test_the_last_session_goes_on_or_is_offered(tmp_path: Path) -> None:
    first = opened(tmp_path, None, False)
    begin(first)
    again = opened(tmp_path, None, True)
    assert (again.resumed, again.live.course.name, again.live.course.key) == (
        True, first.live.course.name, first.live.course.key,
    )  # fmt: skip
    assert again.live.course.session == first.live.course.session
    again.live.close()
    other = opened(tmp_path, None, False)
    assert other.live.course.name != first.live.course.name
    offered = other.live.shelf.start()["resume"]
    assert offered is not None
    assert offered["minute"] >= 0
    other.live.close()


def test_what_has_ended_is_not_offered_and_can_be_had_again_for_its_papers(tmp_path: Path) -> None:
    first = opened(tmp_path, None, False)
    live = first.live

    async def acts() -> None:
        await live.act(pressed("open", lesson="waiting", surface="mirrored"))
        await live.act(pressed("end"))
        live.close()

    asyncio.run(acts())
    other = opened(tmp_path, None, False)
    assert other.live.shelf.start()["resume"] is None
    other.live.close()
    again = opened(tmp_path, None, True)
    assert (again.resumed, again.live.course.session.ended) == (True, True)
    again.live.close()


def test_a_lesson_of_ones_own_goes_on_without_being_named_again(tmp_path: Path, mine: Path) -> None:
    begin(opened(tmp_path / "data", str(mine), False), "mine")
    again = opened(tmp_path / "data", None, True)
    assert again.live.course.session.lesson == "mine"
    assert again.live.shelf.lesson("mine") is not None
    again.live.close()
    mine.unlink()
    with pytest.raises(CannotResume, match="mine"):
        opened(tmp_path / "data", None, True)
    other = opened(tmp_path / "data", None, False)
    assert other.live.shelf.start()["resume"] is None, "what cannot be gone on with is not offered"
    other.live.close()


def test_a_lesson_that_does_not_check_is_told_and_the_others_offered(tmp_path: Path, mine: Path) -> None:
    mine.write_text(mine.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    opening = opened(tmp_path / "data", str(mine), False)
    assert opening.faults.startswith(f"{mine}:")
    assert "titel" in opening.faults
    view = opening.live.shelf.start()
    assert ([one["id"] for one in view["lessons"]], view["first"]) == (["waiting"], "waiting")
    opening.live.close()


def test_a_session_in_other_hands_is_not_taken(tmp_path: Path) -> None:
    log = KeptSessions(tmp_path).new()
    log.append([Fact(1, 0.0, "noted", {})])
    with closing(log), pytest.raises(CannotResume, match="another climbdown serve"):
        opened(tmp_path, None, True)


def test_a_session_of_another_version_is_said_and_left_alone(tmp_path: Path) -> None:
    with closing(KeptSessions(tmp_path).new()) as log:
        log.append([Fact(1, 0.0, "invented", {})])
    with pytest.raises(CannotResume, match="another version"):
        opened(tmp_path, None, True)
    other = opened(tmp_path, None, False)
    assert other.live.shelf.start()["resume"] is None
    other.live.close()
    with closing(EventLog(log.file)) as same:
        assert [fact.kind for fact in same.facts()] == ["invented"]


def test_a_session_that_is_damaged_stops_no_lesson_and_is_named(tmp_path: Path) -> None:
    begin(opened(tmp_path, None, False))
    (file,) = KeptSessions(tmp_path).files()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE facts SET what = '{' WHERE number = 2")
    for resume in (False, True):
        opening = opened(tmp_path, None, resume)
        assert (opening.resumed, opening.damaged, opening.live.shelf.resume) == (False, (file,), None)
        opening.live.close()
    assert file.exists()


def test_a_session_whose_lesson_was_changed_since_is_not_gone_on_with(tmp_path: Path, mine: Path) -> None:
    opening = opened(tmp_path / "data", str(mine), False)
    live = opening.live

    async def acts() -> None:
        await live.act(pressed("open", lesson="mine", surface="mirrored"))
        await live.act(pressed("go", step=5))
        live.close()

    asyncio.run(acts())
    text = mine.read_text(encoding="utf-8")
    shorter = re.sub(r"^  - screen: compare\n(    .*\n)+", "", text, count=1, flags=re.MULTILINE)
    assert shorter != text
    mine.write_text(shorter, encoding="utf-8")
    with pytest.raises(CannotResume, match="was changed since that session: it has 5 steps"):
        opened(tmp_path / "data", None, True)
    other = opened(tmp_path / "data", None, False)
    assert other.live.shelf.lesson("mine") is not None
    assert other.live.shelf.resume is None
    with pytest.raises(Refused, match="nothing_kept"):
        asyncio.run(other.live.act(pressed("resume")))
    other.live.close()


def test_what_was_deleted_for_its_age_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KeptSessions, "delete_old", lambda *_: 2)
    opening = opened(tmp_path, None, False)
    assert opening.deleted == 2
    opening.live.close()

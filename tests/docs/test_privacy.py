"""The privacy statement says what the code does: what is kept, under which names, and for how long."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from analysis.classroom.session.facts import Act, Fact, Refused
from analysis.classroom.session.requests import facts_of
from analysis.classroom.session.scores import FEWEST_HANDS
from analysis.classroom.web.event_log import EventLog
from analysis.classroom.web.kept_sessions import DAYS_KEPT, SUFFIX, KeptSessions, default_folder
from tests.analysis.classroom.session.teaching import Class, lesson

ROOT = Path(__file__).resolve().parents[2]
PAGE = " ".join((ROOT / "docs" / "privacy.md").read_text(encoding="utf-8").split())
STATIC = ROOT / "analysis" / "classroom" / "static"


def test_it_says_for_how_long_and_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert f"for {DAYS_KEPT} days" in PAGE
    assert f"`DATE-TIME-XXXXXX{SUFFIX}`" in PAGE
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert f"`~/{default_folder().relative_to(tmp_path).as_posix()}`" in PAGE
    log = KeptSessions(tmp_path / "data").new()
    assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d-\d{{6}}-[0-9a-f]{{6}}{re.escape(SUFFIX)}", log.file.name)
    assert log.file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    log.close()


def test_a_file_holds_facts_and_what_is_beside_them_and_no_more(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "one")
    log.append([Fact(1, 0.5, "noted", {"text": "a"}, "abcdefgh")])
    log.close()
    database = sqlite3.connect(tmp_path / "one")
    columns = {
        table: [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    database.close()
    assert columns == {"facts": ["number", "at", "kind", "what", "key"], "about": ["name", "value"]}


def test_notes_are_as_long_as_it_says() -> None:
    found = Class()
    facts_of(found.session, Act("note", {"text": "x" * 500}, ""), lesson(), found.runs)
    with pytest.raises(Refused):
        facts_of(found.session, Act("note", {"text": "x" * 501}, ""), lesson(), found.runs)
    assert "500 characters each at most" in PAGE
    assert FEWEST_HANDS == 3
    assert "fewer than three hands" in PAGE


def test_a_browser_keeps_what_it_says_and_no_more() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.rglob("*.js"))
    assert set(re.findall(r'"(climbdown\.\w+)"', scripts)) == {"climbdown.acts", "climbdown.hands", "climbdown.keys"}
    assert "counts of hands that were typed and not sent yet" in PAGE
    assert not re.search(r"indexedDB|document\.cookie|caches\.|sendBeacon", scripts)
    guards = (ROOT / "analysis" / "classroom" / "web" / "guards.py").read_text(encoding="utf-8")
    assert guards.count("set_cookie(") == guards.count('httponly=True, samesite="strict")') == 2
    assert "max_age" not in guards
    assert "two cookies" in PAGE


def test_no_log_of_visits_is_written() -> None:
    serving = (ROOT / "analysis" / "classroom" / "web" / "serving.py").read_text(encoding="utf-8")
    assert "access_log=False" in serving
    assert "writes no log of visits" in PAGE

"""Are sessions found again, the last first, those in use left alone, and old ones deleted?"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from analysis.classroom.session.facts import Fact
from analysis.classroom.web.event_log import EventLog, read
from analysis.classroom.web.kept_sessions import DAYS_KEPT, SECONDS_A_DAY, SUFFIX, KeptSessions, default_folder

NOW = 1_700_000_000.0


def keep(kept: KeptSessions, kind: str = "noted", age_days: float = 0.0) -> Path:
    """Keep a session with one fact, last written in so many days ago."""
    log = kept.new()
    if kind:
        log.append([Fact(1, 0.0, kind, {})])
    log.close()
    os.utime(log.file, (NOW - age_days * SECONDS_A_DAY,) * 2)
    return log.file


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    KeptSessions(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_folder_is_where_the_system_keeps_what_is_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "climbdown" / "classroom"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local" / "share" / "climbdown" / "classroom"


def test_the_last_session_is_the_one_last_written_in_that_has_begun(tmp_path: Path) -> None:
    kept = KeptSessions(tmp_path)
    assert kept.latest() is None
    keep(kept, age_days=3)
    wanted = keep(kept, age_days=2)
    keep(kept, "", age_days=0.5)
    (tmp_path / f"broken{SUFFIX}").write_bytes(b"x" * 2000)
    found = kept.latest()
    assert found is not None
    assert (found.file, found.facts, found.about) == (wanted, [Fact(1, 0.0, "noted", {})], {})


def test_what_is_damaged_is_passed_over_and_named_where_it_is_the_last(tmp_path: Path) -> None:
    kept = KeptSessions(tmp_path)
    older = keep(kept, age_days=3)
    broken = [tmp_path / f"{name}{SUFFIX}" for name in ("bytes", "folder", "rows", "nowhere")]
    broken[0].write_bytes(b"x" * 2000)
    broken[1].mkdir()
    keep(kept).rename(broken[2])
    with closing(sqlite3.connect(broken[2])) as other, other:
        other.execute("UPDATE facts SET what = 'no json'")
    broken[3].symlink_to(tmp_path / "gone" / "file")
    for file in broken[:3]:
        os.utime(file, (NOW - SECONDS_A_DAY,) * 2)
    found = kept.latest()
    assert found is not None
    assert found.file == older
    assert set(kept.damaged) == set(broken[:3])
    assert not kept.is_any_open()
    newer = keep(kept)
    found = kept.latest()
    assert found is not None
    assert (found.file, kept.damaged) == (newer, [])


def test_a_session_that_is_open_is_left_to_whoever_has_it(tmp_path: Path) -> None:
    kept = KeptSessions(tmp_path)
    other, open_one = keep(kept, age_days=2), keep(kept, age_days=1)
    assert not kept.is_any_open()
    with closing(EventLog(open_one)):
        assert kept.is_any_open()
        found = kept.latest()
        assert found is not None
        assert found.file == other
    found = kept.latest()
    assert found is not None
    assert found.file == open_one


def test_old_sessions_are_deleted_and_nothing_else(tmp_path: Path) -> None:
    kept = KeptSessions(tmp_path)
    young = keep(kept, age_days=DAYS_KEPT - 1)
    old = [keep(kept, age_days=DAYS_KEPT + days) for days in (1, 100)]
    open_one = keep(kept, age_days=DAYS_KEPT + 1)
    foreign = tmp_path / "thesis.docx"
    foreign.touch()
    os.utime(foreign, (0, 0))
    with closing(EventLog(open_one)):
        assert kept.delete_old(NOW) == 2
    assert {*tmp_path.iterdir()} == {young, open_one, foreign}
    assert not {*old} & {*tmp_path.iterdir()}
    assert kept.delete_old(NOW) == 1
    assert read(young)[0]

"""Is what was written still there, in order, after anything: all of an act or nothing of it?"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.classroom.session.facts import Fact
from analysis.classroom.web.event_log import EventLog, LogInUse, NoLog, NotWritten, read, remove

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
particulars = st.dictionaries(texts, values, max_size=3)
acts = st.lists(st.lists(st.tuples(st.floats(0, 1e5), texts, particulars, texts), max_size=3), max_size=5)


@given(acts=acts)
@settings(max_examples=25, deadline=None)
def test_facts_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, acts: list) -> None:
    file = tmp_path_factory.mktemp("log") / "a"
    wanted: list[Fact] = []
    with closing(EventLog(file)) as log:
        for act in acts:
            facts = [Fact(number, *rest) for number, rest in enumerate(act, len(wanted) + 1)]
            log.append(facts)
            wanted += facts
        assert log.facts() == wanted
    assert read(file) == (wanted, {})


def test_what_is_beside_the_facts_is_replaced(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path / "a")) as log:
        log.keep({"key": "k", "alive": "1"})
        log.keep({"alive": "2"})
        assert log.about() == {"key": "k", "alive": "2"}


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path / "a")) as log:
        log.append([Fact(1, 0.0, "noted", {})])
        modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}


def test_an_act_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path / "a")) as log:
        log.append([Fact(1, 0.0, "noted", {})])
        with pytest.raises(NotWritten):
            log.append([Fact(2, 0.0, "noted", {}), Fact(1, 0.0, "noted", {})])  # the second number is taken
        assert [fact.number for fact in log.facts()] == [1]
        log.append([Fact(2, 0.0, "noted", {})])
        assert [fact.number for fact in log.facts()] == [1, 2]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file of this process may grow beyond a size, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("spare", [0, 100, 4096])
def test_a_full_disk_takes_nothing_and_loses_nothing(tmp_path: Path, spare: int) -> None:
    file = tmp_path / "a"
    with closing(EventLog(file)) as log:
        log.append([Fact(1, 0.0, "noted", {"text": "kept"})])
        size = file.with_name("a-wal").stat().st_size
        with largest_file(size + spare), pytest.raises(NotWritten):
            log.append([Fact(2, 0.0, "noted", {"text": "x" * 20_000})])
        assert [fact.number for fact in log.facts()] == [1]
        log.append([Fact(2, 0.0, "noted", {"text": "there is room again"})])
    assert [fact.number for fact in read(file)[0]] == [1, 2]


def test_no_room_for_a_new_session_leaves_no_file(tmp_path: Path) -> None:
    with largest_file(0), pytest.raises(NotWritten):
        EventLog(tmp_path / "a")
    assert not list(tmp_path.iterdir())


def test_there_is_one_writer(tmp_path: Path) -> None:
    with closing(EventLog(tmp_path / "a")), pytest.raises(LogInUse):
        EventLog(tmp_path / "a")
    EventLog(tmp_path / "a").close()


@pytest.mark.parametrize("content", [b"not a database, and longer than any head of a file " * 40, b"\0" * 5000])
def test_what_is_no_session_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    with pytest.raises(NoLog):
        EventLog(file)
    assert file.read_bytes() == content


def damaged(file: Path, statement: str) -> None:
    """A session of two facts, and something done to it behind its back."""
    with closing(EventLog(file)) as log:
        log.append([Fact(1, 0.0, "noted", {"text": "a"}, "k1"), Fact(2, 1.0, "noted", {"text": "b"}, "k2")])
        log.keep({"alive": "1.0"})
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE facts", "DROP TABLE about", "UPDATE facts SET what = '{'", "UPDATE facts SET what = '[]'",
        "UPDATE facts SET what = '5'", "UPDATE facts SET what = x'ff00'",
        "UPDATE facts SET what = CAST(x'fffe' AS TEXT)",
        "UPDATE facts SET at = 'soon'", "UPDATE facts SET at = 9e999", "UPDATE facts SET kind = x'00'",
        "UPDATE facts SET key = x'00' WHERE number = 2", "PRAGMA user_version = 2", "PRAGMA application_id = 7",
    ],
)  # fmt: skip
def test_rows_that_are_no_facts_make_a_damaged_session(tmp_path: Path, statement: str) -> None:
    damaged(tmp_path / "a", statement)
    with pytest.raises(NoLog):
        read(tmp_path / "a")


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_with_any_damage_is_read_or_called_damaged(tmp_path: Path, data: st.DataObject) -> None:
    file = tmp_path / "a"
    if not file.exists():
        damaged(file, "SELECT 1")
        (tmp_path / "whole").write_bytes(file.read_bytes())
    whole = bytearray((tmp_path / "whole").read_bytes())
    for place, byte in data.draw(
        st.dictionaries(st.integers(0, len(whole) - 1), st.integers(0, 255), max_size=9)
    ).items():
        whole[place] = byte
    file.write_bytes(whole[: data.draw(st.just(len(whole)) | st.integers(1, len(whole)))])
    try:
        facts, about = read(file)
    except (NoLog, NotWritten):
        return
    assert all(isinstance(fact.what, dict) for fact in facts)
    assert all(isinstance(value, str) for value in about.values())


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_no_session(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "a")
    with pytest.raises(NoLog):
        EventLog(tmp_path / "a")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a")) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(NoLog):
        EventLog(tmp_path / "a")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        EventLog(tmp_path / "nowhere" / "a")


def _write_for_ever(file: str, told: multiprocessing.Queue) -> None:
    log = EventLog(Path(file))
    for number in range(1, 1_000_000, 2):
        log.append([Fact(number, 0.0, "noted", {}, f"k{number}"), Fact(number + 1, 0.0, "noted", {}, f"k{number}")])
        told.put(number + 1)


@pytest.mark.parametrize("after", [1, 40, 300])
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, after: int) -> None:
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    writer = context.Process(target=_write_for_ever, args=(str(tmp_path / "a"), told))
    writer.start()
    acknowledged = 0
    while acknowledged < after:
        acknowledged = told.get(timeout=60)
    writer.kill()
    writer.join()
    assert writer.exitcode == -signal.SIGKILL
    while not told.empty():
        acknowledged = told.get()
    numbers = [fact.number for fact in read(tmp_path / "a")[0]]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert len(numbers) % 2 == 0, "all of an act, or nothing"
    assert len(numbers) >= acknowledged


def test_a_session_without_facts_leaves_no_file(tmp_path: Path) -> None:
    EventLog(tmp_path / "a").leave()
    assert not list(tmp_path.iterdir())
    log = EventLog(tmp_path / "b")
    log.append([Fact(1, 0.0, "noted", {})])
    log.leave()
    assert [file.name for file in tmp_path.iterdir()] == ["b"]


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    for name in ("a", "a-wal", "a-journal", "b"):
        (tmp_path / name).touch()
    remove(tmp_path / "a")
    assert [file.name for file in tmp_path.iterdir()] == ["b"]

"""The log of a session: its facts in one ordered list, in one file, of which an acknowledged one is never lost.

A file is SQLite's. Whoever has it open keeps everybody else out (``locking_mode=EXCLUSIVE``), so that there is one
writer; the lock ends with its process, however that ends. What belongs to one act is written in one transaction and
is on the disk (``synchronous=FULL``) before anybody is told of it: all of it is there, or nothing.
"""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from analysis.classroom.session.facts import Fact

APPLICATION_ID = 0x636C6D62
"""Marks a file as a session of ours, for whoever finds it: SQLite keeps it in the file's head."""

VERSION = 1
"""Of the tables. A file of another version is left alone."""

TABLES = f"""
CREATE TABLE facts (number INTEGER PRIMARY KEY, at REAL NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, key TEXT NOT NULL);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
"""  # noqa: E501 - a table a line

BUSY_SECONDS = 0.5
"""How long to wait for another to let go of a file: one that is being closed is free at once, one in use is not."""


class LogInUse(Exception):
    """Another process has this session open."""


class NoLog(Exception):
    """The file is no session of ours, or a damaged one."""


class NotWritten(Exception):
    """The disk took nothing; what was to be written did not happen. The message is that of the system."""


class EventLog:
    """The log of one session.

    Parameters
    ----------
    file : Path
        Where it is kept; made, for its owner's eyes only, if there is none.

    Raises
    ------
    LogInUse, NoLog, NotWritten
        When it cannot be had.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._one_at_a_time = threading.Lock()
        is_new = not file.exists()
        if is_new:
            file.touch(mode=0o600)
        elif not file.is_file():
            raise NoLog(f"{file}: is no file")
        try:
            self._database = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise _as_said(error) from error
        try:
            self._open()
        except (sqlite3.Error, NoLog) as error:
            self._database.close()
            if is_new:
                remove(file)
            raise _as_said(error) from error

    def _open(self) -> None:
        run = self._database.execute
        run("PRAGMA locking_mode = EXCLUSIVE")
        run("PRAGMA synchronous = FULL")
        run("BEGIN EXCLUSIVE")  # takes the lock, which is kept from here on
        (empty,) = run("SELECT count(*) = 0 FROM sqlite_master").fetchone()
        run("COMMIT")
        if empty:
            run("PRAGMA journal_mode = WAL")
            self._database.executescript(f"BEGIN;{TABLES}COMMIT;")
        (mark,), (version,) = run("PRAGMA application_id").fetchone(), run("PRAGMA user_version").fetchone()
        if (mark, version) != (APPLICATION_ID, VERSION):
            raise NoLog(f"{self.file}: is no session of this version of climbdown")

    def facts(self) -> list[Fact]:
        """Return every fact, in order; NoLog where the file is damaged or holds what is no fact."""
        return [_fact(*row) for row in self._all("SELECT number, at, kind, what, key FROM facts ORDER BY number")]

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query).fetchall()
        except sqlite3.Error as error:
            raise NoLog(f"{self.file}: is damaged ({error})") from error

    def append(self, facts: Sequence[Fact]) -> None:
        """Write the facts of one act, all or none; they are on the disk when this returns.

        Raises
        ------
        NotWritten
            When the disk takes nothing: the log is as it was.
        """
        rows = [(f.number, f.at, f.kind, json.dumps(dict(f.what), ensure_ascii=False), f.key) for f in facts]
        self._write([("INSERT INTO facts VALUES (?, ?, ?, ?, ?)", row) for row in rows])

    def about(self) -> dict[str, str]:
        """Return what is kept beside the facts: the key of the host, when the session began and was last alive."""
        return {str(name): str(value) for name, value in self._all("SELECT name, value FROM about")}

    def keep(self, values: Mapping[str, str]) -> None:
        """Keep values beside the facts, over those of the same names; errors as for :meth:`append`."""
        self._write([("INSERT OR REPLACE INTO about VALUES (?, ?)", pair) for pair in values.items()])

    def _write(self, statements: Sequence[tuple[str, tuple[Any, ...]]]) -> None:
        run = self._database.execute
        with self._one_at_a_time:
            try:
                run("BEGIN IMMEDIATE")
                for statement, values in statements:
                    run(statement, values)
                run("COMMIT")
            except sqlite3.Error as error:
                if self._database.in_transaction:
                    run("ROLLBACK")
                raise NotWritten(str(error)) from error

    def close(self) -> None:
        """Let go of the file, once what is being written is there."""
        with self._one_at_a_time:
            self._database.close()

    def leave(self) -> None:
        """Let go of the file, and remove it if it holds no fact: there is nothing in it to go on from."""
        found = self._all("SELECT 1 FROM facts LIMIT 1")
        self.close()
        if not found:
            remove(self.file)


def _fact(number: Any, at: Any, kind: Any, what: Any, key: Any) -> Fact:
    """A row as a fact; SQLite puts any value into any column, and a damaged disk too."""
    try:
        particulars = json.loads(what)
    except (ValueError, TypeError, RecursionError) as error:
        raise NoLog(f"fact {number} cannot be read ({error})") from error
    fits = isinstance(kind, str) and isinstance(key, str) and isinstance(particulars, dict)
    if not (fits and isinstance(at, float) and math.isfinite(at)):
        raise NoLog(f"fact {number} is no fact")
    return Fact(number, at, kind, particulars, key)


def remove(file: Path) -> None:
    """Remove a session's file, and what SQLite may have beside it."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm", f"{file.name}-journal"):
        file.with_name(name).unlink(missing_ok=True)


def read(file: Path) -> tuple[list[Fact], dict[str, str]]:
    """Return a session's facts and what is kept beside them, leaving the file as it is; errors as for the log."""
    with closing(EventLog(file)) as log:
        return log.facts(), log.about()


def _as_said(error: sqlite3.Error | NoLog) -> Exception:
    """The error of the database as one of ours."""
    if isinstance(error, sqlite3.OperationalError):
        return LogInUse(str(error)) if "locked" in str(error) else NotWritten(str(error))
    return NoLog(str(error))

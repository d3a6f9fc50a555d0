"""Where sessions are kept: a folder with a file for each, the last one to go on with, old ones deleted."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from analysis.classroom.session.facts import Fact
from analysis.classroom.web.event_log import EventLog, LogInUse, NoLog, NotWritten, read, remove

DAYS_KEPT = 30
"""How long a session is kept after anything was last written in it."""

SUFFIX = ".climbdown-session"
SECONDS_A_DAY = 86_400


class Kept(NamedTuple):
    """A session that is kept and that nobody has open: its file, facts, and what is kept beside them."""

    file: Path
    facts: list[Fact]
    about: dict[str, str]


def default_folder() -> Path:
    """Return the folder for sessions of this user, as the system has it; RuntimeError for a user without a home."""
    named = os.environ.get("XDG_DATA_HOME")
    return Path(named or Path.home() / ".local" / "share") / "climbdown" / "classroom"


class KeptSessions:
    """The sessions in a folder.

    Attributes
    ----------
    damaged : list of Path
        Files that cannot be read, or only by another version, and that were written in after :meth:`latest`'s last.

    Parameters
    ----------
    folder : Path
        Made if need be, for its owner's eyes only; OSError where that cannot be.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged: list[Path] = []
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def new(self) -> EventLog:
        """Open the log of a new session; its name tells when it began, and nothing of what is in it."""
        began = time.strftime("%Y-%m-%d-%H%M%S")
        return EventLog(self.folder / f"{began}-{secrets.token_hex(3)}{SUFFIX}")

    def files(self) -> list[Path]:
        """Return the files of the sessions that are kept, the one last written in first."""
        return sorted(self.folder.glob(f"*{SUFFIX}"), key=_last_written, reverse=True)

    def latest(self) -> Kept | None:
        """Return the session last written in that has begun and that nobody has open; None where there is none."""
        self.damaged = []
        for file in self.files():
            try:
                facts, about = read(file)
            except NoLog:
                self.damaged.append(file)
            except (LogInUse, NotWritten, OSError):
                continue
            else:
                if facts:
                    return Kept(file, facts, about)
        return None

    def is_any_open(self) -> bool:
        """Whether another server has one of the sessions open."""
        for file in self.files():
            try:
                read(file)
            except LogInUse:
                return True
            except (NoLog, NotWritten, OSError):
                continue
        return False

    def delete_old(self, now: float) -> int:
        """Delete sessions in which nothing was written for :data:`DAYS_KEPT` days; return how many.

        Parameters
        ----------
        now : float
            The time, in seconds since 1970.
        """
        old = [file for file in self.files() if now - _last_written(file) > DAYS_KEPT * SECONDS_A_DAY]
        count = 0
        for file in old:
            with suppress(LogInUse, NoLog, NotWritten, OSError):
                read(file)  # refuses one that another server has open
                remove(file)
                count += 1
        return count


def _last_written(file: Path) -> float:
    times = [0.0]
    for name in (file, file.with_name(f"{file.name}-wal")):
        with suppress(OSError):
            times.append(name.stat().st_mtime)
    return max(times)

"""`climbdown serve`: a lesson for a class on one projector, from this computer and without a network."""

from __future__ import annotations

import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.errors import UserError
from analysis.cli.printing import finish, say, width

if TYPE_CHECKING:
    from analysis.classroom.web.opening import Opening
    from analysis.classroom.web.serving import Door

LARGEST_PORT = 65_535

Lesson = Annotated[
    str | None,
    typer.Option("--lesson", metavar="NAME", help="The lesson to offer first: a shipped one, or a lesson file."),
]
Port = Annotated[
    int | None,
    typer.Option(
        "--port", min=1, max=LARGEST_PORT, metavar="N", help="Where to listen, 8765 by default; the next one if taken."
    ),
]
Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Where lessons are kept; by default in your home.")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the last lesson where it stood.")]
Share = Annotated[
    bool, typer.Option("--share", help="Let others in this network see the wall. Only with a network you trust.")
]


def serve(
    lesson: Lesson = None, port: Port = None, data: Data = None, resume: Resume = False, share: Share = False
) -> None:
    """Teach a lesson: open the link in a browser, put it on the projector, and follow the steps.

    It runs on this computer alone and needs no network. What happens in class is kept in a folder of yours, so that a
    lesson goes on where it stood after whatever happens to this computer (see --resume), and is deleted after 30 days.
    """
    from analysis.classroom.web.classroom_app import classroom_app
    from analysis.classroom.web.serving import PORT
    from analysis.classroom.web.serving import serve as run_server

    folder, door = _folder(data), _door(port or PORT, share)
    opening = _opening(folder, lesson, resume)
    live = opening.live
    try:
        say(_beginnings(opening, resume))
        _announce(
            live.course.key, door, share, port or PORT, folder
        )  # it listens; whoever comes at once waits a moment
    except BaseException:
        live.close()
        raise
    run_server(classroom_app(live, door.port, door.hosts, share), door, live.readers.end)
    again = f"{_called()} serve --resume" + (f" --data {data}" if data else "")
    begun = live.course.number
    say(["", f"Stopped. To go on with the lesson: {again}" if begun else "Stopped. No lesson had begun."])


def _called() -> str:
    """How climbdown is called from here: by its name, or by its path where it was started from an environment."""
    return "climbdown" if shutil.which("climbdown") else sys.argv[0]


def _door(port: int, share: bool) -> Door:
    from analysis.classroom.web.serving import NoPort, opened_door

    try:
        return opened_door(port, share)
    except NoPort as error:
        raise UserError(str(error)) from error


def _folder(data: Path | None) -> Path:
    from analysis.classroom.web.kept_sessions import default_folder

    try:
        return data or default_folder()
    except RuntimeError:
        raise UserError("there is no home in which lessons could be kept; name a folder with --data") from None


def _opening(folder: Path, lesson: str | None, resume: bool) -> Opening:
    """The classroom, or what stands in its way."""
    from analysis.classroom.lessons.reading import find_lesson
    from analysis.classroom.web.event_log import LogInUse, NoLog, NotWritten
    from analysis.classroom.web.opening import CannotResume, opened

    if lesson is not None:
        find_lesson(lesson)  # a name that is none is no reason to start without it
    try:
        return opened(folder, lesson, resume)
    except CannotResume as error:
        raise UserError(f"{error}; without --resume a new lesson begins") from error
    except (LogInUse, NoLog, NotWritten, FileExistsError, NotADirectoryError) as error:
        raise UserError(f"{folder}: lessons cannot be kept there ({error}); name another folder with --data") from error


def _beginnings(opening: Opening, resume: bool) -> list[str]:
    """What there is to say before the server answers."""
    from analysis.classroom.web.kept_sessions import DAYS_KEPT

    lines = []
    if opening.faults:
        lines += ["This lesson cannot be used; the others can:", textwrap.indent(opening.faults, "  "), ""]
    lines += _resuming(opening) if resume else []
    if opening.deleted:
        several = "lesson was" if opening.deleted == 1 else "lessons were"
        lines += [f"{opening.deleted} {several} deleted, after more than {DAYS_KEPT} days.", ""]
    return lines


def _resuming(opening: Opening) -> list[str]:
    """Which lesson goes on, and which could not."""
    lines = []
    if opening.damaged:
        lines += ["The last lesson cannot be read: its file is damaged or of another version, and is left as it is:"]
        lines += [*(f"    {file}" for file in opening.damaged), ""]
    if not opening.resumed:
        return [*lines, "There is no lesson to go on with; a new one begins.", ""]
    lines += ["The one before it goes on.", ""] if opening.damaged else []
    going = opening.live.lesson()
    return lines if going is None else [*lines, f"Going on with: {going.title}", ""]


def _announce(key: str, door: Door, share: bool, wanted: int, folder: Path) -> None:
    """Say where the classroom is, what to do, how to stop, and where it is kept."""
    from analysis.classroom.web.kept_sessions import DAYS_KEPT
    from analysis.classroom.web.serving import HERE

    taken = [f"(Port {wanted} is taken by another program, so this is {door.port}.)"] if door.port != wanted else []
    say(
        [
            "The classroom is open. In a browser on this computer, open",
            "",
            f"    http://{HERE}:{door.port}/?key={key}",
            "",
            *taken,
            *_wrapped(
                "and put its window on the projector. Whoever has this link leads the lesson: it is for you, not for "
                "the class. It works without a network, and nobody else can reach it."
                if not share
                else "and put its window on the projector. Whoever has this link leads the lesson: it is for you, not "
                "for the class."
            ),
            *(_shared(door.port) if share else []),
            "",
            f"Kept in {folder}",
            f"and deleted after {DAYS_KEPT} days, at the next start.",
            "To stop: Ctrl-C.",
        ]
    )
    finish()


def _shared(port: int) -> list[str]:
    """What --share means, and under which addresses."""
    from analysis.classroom.web.serving import address

    found = address()
    lines = _wrapped(
        "Shared (--share): everybody in this network can watch the wall, and only watch, at the address below. It is "
        "not encrypted: whoever can listen in on the network can read along, and could take the link above if you "
        "opened it on another device. Use it in a network that you trust."
    )
    return ["", *lines, "", f"    http://{found}:{port}/wall" if found else "    (this computer is in no network now)"]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, width())

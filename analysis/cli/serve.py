"""`climbdown serve`: a lesson for a class on one projector, from this computer and without a network."""

from __future__ import annotations

import os
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.printing import say, tell, width

if TYPE_CHECKING:
    from analysis.classroom.web.course import Course
    from analysis.classroom.web.lesson_shelf import Shelf
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

    It runs on this computer alone and needs no network. What happens in class is kept in a folder of yours for 30
    days, so that a lesson goes on where it stood after whatever happens to this computer: see --resume.
    """
    from analysis.classroom.web import kept_sessions
    from analysis.classroom.web.assembly import classroom_parts, lesson_shelf
    from analysis.classroom.web.classroom_app import classroom_app
    from analysis.classroom.web.live import Live
    from analysis.classroom.web.serving import PORT, NoPort, opened_door
    from analysis.classroom.web.serving import serve as run_server

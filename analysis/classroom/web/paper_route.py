"""Papers over the wire: a student's handout to look at, everything else as a file to keep, so that no wall shows it."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.paper.papers import SORTS, style_policy
from analysis.classroom.session.facts import Refused
from analysis.classroom.views.ticket import FOR_STUDENTS
from analysis.classroom.web.guards import Keys
from analysis.classroom.web.live import Live
from analysis.classroom.web.turns import in_thread

LIMIT = 30.0
"""Seconds that a paper may take: it may have to run worlds again."""

BEFORE_A_LESSON = "run_sheet"
"""The paper that can be had of any lesson before it is opened: ``/paper/run_sheet?lesson=NAME``."""


class PaperRoute:
    """Answers ``/paper/NAME``.

    Parameters
    ----------
    live : Live
        The classroom.
    keys : Keys
        How the host is known.
    shared : bool
        Whether others may have what is for students, once the lesson is at its ticket or has ended.
    """

    def __init__(self, live: Live, keys: Keys, shared: bool) -> None:
        self._live, self._keys, self._shared = live, keys, shared

    async def answer(self, request: Request) -> Response:
        """Return a paper."""
        name = request.path_params["name"]
        if name not in SORTS:
            raise Refused(404, "refused.address", path=request.url.path)
        if not (self._keys.is_host(request) or self._is_for_guests(name)):
            raise Refused(403, "refused.not_host")
        lesson = self._lesson(name, request)
        text = await self._made(name, lesson)
        sort = SORTS[name]
        headers = {"Content-Security-Policy": style_policy(text)}
        if not sort.is_for_all:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{lesson.id}-{sort.ending}')}"
        return Response(text, media_type=sort.media_type, headers=headers)

    def _is_for_guests(self, name: str) -> bool:
        session, lesson = self._live.course.session, self._live.lesson()
        late = lesson is not None and (session.ended or lesson.steps[session.step].screen == "ticket")
        return self._shared and late and name in FOR_STUDENTS

    def _lesson(self, name: str, request: Request) -> Lesson:
        named = request.query_params.get("lesson") if name == BEFORE_A_LESSON else None
        lesson = self._live.shelf.lesson(named) if named else self._live.lesson()
        if lesson is None:
            raise Refused(404, "refused.no_lesson", name=named) if named else Refused(409, "refused.no_lesson_open")
        return lesson

    async def _made(self, name: str, lesson: Lesson) -> str:
        course = self._live.course
        making = in_thread(self._live.parts.paper, name, course.session, lesson, tuple(course.facts))
        try:
            return await asyncio.wait_for(making, LIMIT)
        except TimeoutError:
            raise Refused(503, "refused.slow") from None

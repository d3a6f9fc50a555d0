"""The classroom as it runs: acts come in, facts are written, pages hear of it; one object ties all of this together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.facts import Act, Fact, Refused
from analysis.classroom.session.moment import News
from analysis.classroom.views.showing import Showing
from analysis.classroom.web.course import UNKNOWN, Course
from analysis.classroom.web.event_log import EventLog, LogInUse, NoLog, NotWritten
from analysis.classroom.web.kept_sessions import KeptSessions
from analysis.classroom.web.lesson_shelf import Shelf
from analysis.classroom.web.parts import Parts
from analysis.classroom.web.posts import Post
from analysis.classroom.web.publishing import Publisher
from analysis.classroom.web.streams import Readers
from analysis.classroom.web.turns import Turns, in_thread

LIMIT = 8.0
"""Seconds that an act may take to be worked out, less than pages wait for an answer; a run takes a tenth of one."""

SLOW_DISK = 3.0
"""Seconds after which pages are told that the disk takes long."""

MOST_WAITING = 16
"""Acts that may wait their turn; a key that is held down sends no more than these."""

TRIES = 3
"""How often an act is worked out anew because another, which it had overtaken or been overtaken by, came between."""

RESUME = "resume"
"""The act that no session knows: it puts another in its place."""

LOG = logging.getLogger("climbdown.classroom")


class Live:
    """The one session that this server runs.

    Parameters
    ----------
    course : Course
        The session and its log.
    kept : KeptSessions
        Where others are kept.
    parts : Parts
        What it is put together of.
    shelf : Shelf
        The lessons that can be opened.
    limit : float
        Seconds that an act may take.
    """

    def __init__(self, course: Course, kept: KeptSessions, parts: Parts, shelf: Shelf, limit: float = LIMIT) -> None:
        self.course, self._kept, self.parts, self.shelf = course, kept, parts, shelf
        self._limit, self._turns, self._writing = limit, Turns(), asyncio.Lock()
        self.readers = Readers()
        self.publisher = Publisher(self._showing, parts.snapshot, self.readers)
        self._asked = ""
        self._shown = self._begun = False
        self._doing: asyncio.Future[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._heard = asyncio.Event()

    async def run(self) -> None:
        """Keep pictures up to date, and hear the worker, until cancelled; a session of before stands where it stood."""
        self._loop = asyncio.get_running_loop()
        if not self._begun:
            self._begun = True
            with suppress(Refused):  # the disk is full, and pages say so
                await self.interrupted(self.course.at())
        async with asyncio.TaskGroup() as group:
            group.create_task(self.publisher.run())
            group.create_task(self._listen())

    def shown(self) -> None:
        """Hear that a page has its first picture: now the worker may take a core to warm up."""
        if not self._shown:
            self._shown = True
            self._beside(self.parts.worker.start)
            self._ask_worker()

    def close(self) -> None:
        """End what runs beside, and let go of the log."""
        self.parts.worker.close()
        self.course.log.leave()

    def lesson(self) -> Lesson | None:
        """Return the lesson that is open."""
        return self.shelf.lesson(self.course.session.lesson) if self.course.session.lesson else None

    def _named(self, what: Mapping[str, Any]) -> Lesson | None:
        """The lesson that an act names, if there is one."""
        name = what.get("lesson")
        return self.shelf.lesson(name) if isinstance(name, str) else None

    async def act(self, post: Post) -> dict[str, Any]:
        """Do an act, once, in its turn.

        Returns
        -------
        dict
            ``number`` of the last fact, and ``dup`` where the act had been done before.

        Raises
        ------
        Refused
            When it cannot be done; nothing has happened then.
        """
        if self._turns.waiting >= MOST_WAITING:
            raise Refused(429, "refused.busy")
        async with self._turns.turn():
            done = self.course.done_by(post.act.key)
            if done is not None:
                return {"number": done, "dup": True}
            self._check_page(post)
            if post.act.word == RESUME:
                await self._resume(post.act.key)
            else:
                await self._do(post.act)
                self.publisher.alert("act", None)
            return {"number": self.course.number, "dup": False}

    def _check_page(self, post: Post) -> None:
        """Refuse what was pressed on a page of another session, or before another step came up."""
        if post.session and post.session != self.course.name:
            raise Refused(409, "refused.other_session")
        if post.seen is not None and not self.course.moved <= post.seen <= self.course.number:
            raise Refused(409, "refused.stale")

    async def _resume(self, key: str) -> None:
        """Go on with the session that was going on when the server last ended."""
        if self.course.session.lesson and not self.course.session.ended:
            raise Refused(409, "refused.lesson_open")
        found = await in_thread(self._kept.latest)
        if found is None:
            raise Refused(409, "refused.nothing_kept")
        await self._change_to(lambda: EventLog(found.file))
        self.course.take([], key)
        await self.interrupted(self.course.at())

    async def _change_to(self, opened: Callable[[], EventLog]) -> None:
        """Put another session in the place of the one at hand; whoever leads this one leads that one."""

        def change() -> Course:
            course = Course(opened(), self.parts.fold, self.course.key)
            if fault := self.shelf.fault(course.session):
                course.log.close()
                raise ValueError(fault)
            return course

        async with self._writing:
            try:
                course = await in_thread(change)
            except (LogInUse, NoLog, NotWritten, OSError, *UNKNOWN):
                LOG.exception("a session could not be opened")
                raise Refused(409, "refused.nothing_kept") from None
            before, self.course = self.course, course
            await in_thread(before.log.leave)
        self.shelf.resume = None
        self.publisher.changed()

    async def _do(self, act: Act) -> None:
        """Work an act out and write it down, anew if something else was written in the meantime."""
        if act.word == "open" and self.course.session.ended:
            await self._change_to(self._kept.new)
        for _ in range(TRIES):
            session, number = self.course.session, self.course.number
            lesson = self._named(act.what) if act.word == "open" else self.lesson()
            pairs = await self._worked_out(self.parts.facts_of, session, act, lesson)
            if await self.write(pairs, act.key, number):
                return
        raise Refused(409, "refused.stale")

    async def _worked_out(self, work: Any, *arguments: Any) -> News:
        try:
            pairs: News = await asyncio.wait_for(in_thread(work, *arguments), self._limit)
        except TimeoutError:
            raise Refused(503, "refused.slow") from None
        except Refused:
            raise
        except Exception:
            LOG.exception("an act could not be worked out")
            raise Refused(500, "refused.failed") from None
        return pairs

    async def write(self, pairs: News, key: str, number: int | None = None) -> bool:
        """Write facts down and tell every page, unless the session is no longer at that number.

        Raises
        ------
        Refused
            When the disk takes nothing: nothing has happened, and every page says so.
        """
        async with self._writing:
            if self.course.done_by(key) is not None:
                return True
            if number is not None and number != self.course.number:
                return False
            facts = self.course.facts_of(pairs, key)
            await self._on_the_disk(facts)
            self.course.take(facts, key)
        self._ask_worker()
        self.publisher.changed()
        return True

    async def _on_the_disk(self, facts: Sequence[Fact]) -> None:
        """Wait until facts are on the disk, however long it takes: whether they will be is not known before."""
        if not facts:
            return
        writing = asyncio.ensure_future(in_thread(self.course.log.append, facts))
        done, _ = await asyncio.wait({writing}, timeout=SLOW_DISK)
        if not done:
            self.publisher.alert("disk", {"id": "app.disk_slow"})
        try:
            await writing
        except NotWritten as error:
            LOG.error("nothing can be written: %s", error)
            self.publisher.alert("disk", {"id": "app.disk_full"})
            raise Refused(507, "refused.disk_full") from None
        self.publisher.alert("disk", None)

    async def next_week(self) -> None:
        """Show one more week, if something plays; a week that cannot be worked out stops the playing."""
        async with self._turns.turn():
            session, number, lesson = self.course.session, self.course.number, self.lesson()
            if lesson is None or not session.watching.playing:
                return
            pairs = await self._worked_out(self.parts.next_week, session, lesson)
            await self.write(pairs, "", number)

    async def interrupted(self, since: float) -> None:
        """Write down that nothing ran since then, if anything did: the clock stands, and so does what plays."""
        news = self.parts.interruption(self.course.session, since)
        if news:
            await self.write(news, "")
            self.publisher.alert("act", {"id": "app.interrupted"})

    def from_worker(self) -> None:
        """Hear that the worker has something to say; from any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has just ended
                self._loop.call_soon_threadsafe(self._heard.set)

    async def _listen(self) -> None:
        """Take what the worker has counted, and show how far it is."""
        while True:
            await self._heard.wait()
            self._heard.clear()
            while (found := self.parts.worker.take()) is not None:
                try:
                    await self.write(self.parts.counted(self.course.session, *found), "")
                except Refused:
                    self._asked = ""  # it could not be kept, and is counted again when something can be
            self.publisher.changed()

    def _ask_worker(self) -> None:
        """Have worlds counted that are wanted, once; stop counting what is wanted no more."""
        lesson, worker = self.lesson(), self.parts.worker
        if not self._shown or lesson is None:
            return
        wanted = self.parts.wanted(self.course.session, lesson)
        key = wanted.key if wanted else ""
        if key == self._asked:
            return
        self._asked = key
        if wanted is None:
            self._beside(worker.cancel)
        else:
            self._beside(worker.count, wanted.key, lesson, wanted.choice, wanted.measure, wanted.runs)

    def _beside(self, work: Callable[..., None], *arguments: Any) -> None:
        """Do something in a thread, after what was done so before; nobody waits for it."""
        before = self._doing

        async def do() -> None:
            if before is not None:
                await asyncio.wait({before})
            await in_thread(work, *arguments)

        self._doing = asyncio.ensure_future(do())
        self._doing.add_done_callback(_logged)

    def _showing(self, surface: str) -> Showing:
        course = self.course
        is_open = self.lesson() is not None and not course.session.ended
        start = None if is_open else self.shelf.start()
        worker = dict(self.parts.worker.state)
        return Showing(course.session, self.lesson(), surface, course.at(), course.number, worker, start, course.name)


def _logged(done: asyncio.Future[None]) -> None:
    if not done.cancelled() and done.exception() is not None:
        LOG.error("the worker could not be asked", exc_info=done.exception())

"""What goes on by itself: weeks that play, a sleeping computer that is noticed, and a beat in the log."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from analysis.classroom.session.facts import Refused
from analysis.classroom.web.event_log import NotWritten
from analysis.classroom.web.live import Live
from analysis.classroom.web.turns import in_thread

EVERY = 0.1
"""Seconds between two looks at the clock."""

SLEPT = 5.0
"""A jump of the clock of more than this, in seconds, means that nothing ran: the lid was closed."""

BEAT_EVERY = 5.0
"""Seconds between two notes in the log that the session goes on."""

LOG = logging.getLogger("climbdown.classroom")


class Clocks:
    """Two clocks, of which a jump of either counts: one stands while some systems sleep, the other may be set."""

    def __init__(self, steady: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time) -> None:
        self._steady, self._wall = steady, wall
        self._last = steady(), wall()

    def gap(self) -> float:
        """Return how many seconds have gone by since this was last asked, as the clock says that went further."""
        now = self._steady(), self._wall()
        before, self._last = self._last, now
        return max(now[0] - before[0], now[1] - before[1])


class Ticker:
    """Keeps a classroom going.

    Parameters
    ----------
    live : Live
        The classroom.
    clocks : Clocks, optional
        What tells the time.
    sleep : callable, optional
        Waits for so many seconds.
    """

    def __init__(
        self, live: Live, clocks: Clocks | None = None, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._live, self._clocks, self._sleep = live, clocks or Clocks(), sleep
        self._seen = live.course.at()
        self._next_week: float | None = None
        self._next_beat = 0.0
        self._doing: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Keep going until cancelled."""
        while True:
            await self._sleep(EVERY)
            self.look()

    def look(self) -> None:
        """Look at the clock once, and begin what is due; nothing here waits, or waiting would pass for sleep."""
        gap, since = self._clocks.gap(), self._seen
        at = self._seen = self._live.course.at()
        if gap > SLEPT:
            self._next_week = None
            self._begin("interruption", lambda: self._live.interrupted(min(since, at)))
        self._play(at)
        if at >= self._next_beat and self._live.course.session.lesson and not self._live.course.session.ended:
            self._next_beat = at + BEAT_EVERY
            self._begin("beat", lambda: in_thread(self._live.course.beat))

    def _play(self, at: float) -> None:
        watching = self._live.course.session.watching
        if not watching.playing:
            self._next_week = None
        elif self._next_week is None:
            self._next_week = at + 1 / watching.speed
        elif at >= self._next_week:
            self._next_week = max(self._next_week + 1 / watching.speed, at)
            self._begin("week", self._live.next_week)

    def _begin(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        """Begin something, unless it is still going on."""
        if what not in self._doing or self._doing[what].done():
            self._doing[what] = asyncio.create_task(self._tried(what, work))

    async def _tried(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except (Refused, NotWritten) as error:  # the pages say so already
            LOG.warning("not done by itself (%s): %s", what, error)
            self._next_week = None

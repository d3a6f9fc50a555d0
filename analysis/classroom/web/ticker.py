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

    async def run(self) -> None:
        """Keep going until cancelled."""
        while True:
            await self._sleep(EVERY)
            try:
                await self.look()
            except Refused as refused:  # the pages say so already
                LOG.warning("not done by itself: %s", refused)
                self._next_week = None

    async def look(self) -> None:
        """Look at the clock once, and do what is due."""
        gap, since = self._clocks.gap(), self._seen
        at = self._seen = self._live.course.at()
        if gap > SLEPT:
            self._next_week = None
            await self._live.interrupted(since)
        await self._play(at)
        await self._beat(at)

    async def _play(self, at: float) -> None:
        watching = self._live.course.session.watching
        if not watching.playing:
            self._next_week = None
        elif self._next_week is None:
            self._next_week = at + 1 / watching.speed
        elif at >= self._next_week:
            self._next_week = max(self._next_week + 1 / watching.speed, at)
            await self._live.next_week()

    async def _beat(self, at: float) -> None:
        if at < self._next_beat or not self._live.course.number:
            return
        self._next_beat = at + BEAT_EVERY
        try:
            await in_thread(self._live.course.beat)
        except NotWritten as error:
            LOG.warning("the log takes no beat: %s", error)

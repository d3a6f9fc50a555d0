"""Do weeks go on at the pace that was set, is a sleeping computer noticed, and does the log hear that all goes on?"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from analysis.classroom.web.course import ALIVE
from analysis.classroom.web.event_log import NotWritten
from analysis.classroom.web.live import Live
from analysis.classroom.web.ticker import BEAT_EVERY, SLEPT, Clocks, Ticker
from tests.analysis.classroom.session.teaching import WATCH
from tests.analysis.classroom.web.made_class import live_class, open_lesson, pressed


class Time:
    """Two clocks that are moved by hand."""

    def __init__(self, live: Live) -> None:
        self.steady = self.wall = 100.0
        live.course._now = lambda: self.steady
        live.course._began = self.steady
        self.ticker = Ticker(live, Clocks(lambda: self.steady, lambda: self.wall))

    async def go(self, seconds: float, step: float = 0.1) -> None:
        """Let time go by while the server runs."""
        for _ in range(round(seconds / step)):
            self.steady += step
            self.wall += step
            await self.look()

    async def look(self) -> None:
        """Look once, and wait for what that began."""
        self.ticker.look()
        await asyncio.gather(*self.ticker._doing.values())


def played(live: Live, scene: Callable[[Time], Awaitable[None]]) -> None:
    async def scenes() -> None:
        await live.act(open_lesson())
        await live.act(pressed("go", step=WATCH))
        await live.act(pressed("stops", on=False))
        await asyncio.wait_for(scene(Time(live)), 30)
        live.close()

    asyncio.run(scenes())


@pytest.mark.parametrize("speed", [0.5, 1, 2])
def test_weeks_go_on_at_their_pace(tmp_path: Path, speed: float) -> None:
    live = live_class(tmp_path)

    async def scene(time: Time) -> None:
        await live.act(pressed("speed", weeks=speed))
        await time.go(3)
        assert live.course.session.watching.day == 0, "nothing plays"
        await live.act(pressed("play"))
        await time.go(3.25)
        assert [fact.kind for fact in live.course.facts].count("shown") == int(3 * speed)
        await live.act(pressed("pause"))
        day = live.course.session.watching.day
        await time.go(3)
        assert live.course.session.watching.day == day

    played(live, scene)


@pytest.mark.parametrize("clock", ["both", "steady", "wall"])
def test_a_jump_of_either_clock_stops_what_plays_at_the_moment_before(tmp_path: Path, clock: str) -> None:
    live = live_class(tmp_path)

    async def scene(time: Time) -> None:
        await live.act(pressed("play"))
        await time.go(1)
        before = live.course.at()
        time.steady += SLEPT + 1 if clock != "wall" else 0.1
        time.wall += SLEPT + 1 if clock != "steady" else 0.1
        await time.look()
        last = live.course.facts[-1]
        assert (last.kind, last.what["since"]) == ("interrupted", pytest.approx(before))
        assert not live.course.session.watching.playing
        await time.go(3)
        assert live.course.facts[-1] == last

    played(live, scene)


def test_a_short_stall_is_no_sleep_and_is_not_made_up_for_by_a_rush(tmp_path: Path) -> None:
    live = live_class(tmp_path)

    async def scene(time: Time) -> None:
        await live.act(pressed("play"))
        await time.go(1.5)
        shown = live.course.number
        await time.go(SLEPT - 1, step=SLEPT - 1)
        await time.go(0.5)
        assert live.course.session.watching.playing
        assert live.course.number - shown <= 2

    played(live, scene)


def test_the_log_hears_that_the_session_goes_on(tmp_path: Path) -> None:
    live = live_class(tmp_path)

    async def scene(time: Time) -> None:
        await time.go(BEAT_EVERY * 2 + 1)
        assert live.course.at() - float(live.course.log.about()[ALIVE]) < BEAT_EVERY

    played(live, scene)


def test_a_log_that_takes_no_beat_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = live_class(tmp_path)

    def full(_: object) -> None:
        raise NotWritten("disk full")

    async def scene(time: Time) -> None:
        monkeypatch.setattr(live.course.log, "keep", full)
        await time.go(BEAT_EVERY * 2)

    played(live, scene)


def test_a_week_that_takes_long_is_neither_sleep_nor_begun_twice(tmp_path: Path) -> None:
    live, let_go, begun = live_class(tmp_path), threading.Event(), []

    def slow(*_: object) -> list[tuple[str, dict[str, object]]]:
        begun.append(1)
        let_go.wait(10)
        return []

    async def scene(time: Time) -> None:
        await live.act(pressed("play"))
        live.parts = live.parts._replace(next_week=slow)
        for _ in range(round((SLEPT + 3) / 0.1)):
            time.steady += 0.1
            time.wall += 0.1
            time.ticker.look()
            await asyncio.sleep(0)
        let_go.set()
        await asyncio.gather(*time.ticker._doing.values())
        assert live.course.session.watching.playing
        assert begun == [1]

    played(live, scene)


def test_what_cannot_be_done_by_itself_ends_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    live = live_class(tmp_path, limit=0.05)

    def hangs(*_: object) -> list[tuple[str, dict[str, object]]]:
        threading.Event().wait(0.3)
        return []

    async def scene(time: Time) -> None:
        await live.act(pressed("play"))
        live.parts = live.parts._replace(next_week=hangs)
        await time.go(3)

    played(live, scene)
    assert caplog.text.count("not done by itself (week): refused.slow") >= 2


def test_it_looks_again_and_again_until_it_is_ended(tmp_path: Path) -> None:
    live, sleeps = live_class(tmp_path), 0

    async def sleep(_: float) -> None:
        nonlocal sleeps
        sleeps += 1
        if sleeps > 5:
            raise asyncio.CancelledError

    async def scene(time: Time) -> None:
        time.ticker._sleep = sleep
        with pytest.raises(asyncio.CancelledError):
            await time.ticker.run()
        assert sleeps == 6

    played(live, scene)

"""Acts one after another in the order in which they came, and none held up for long by one that hangs."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

PATIENCE = 2.0
"""Seconds after which the next may begin although the one before is not done."""

Result = TypeVar("Result")


class _Turn:
    """One turn, which knows the one before it until it has begun."""

    def __init__(self, before: _Turn | None) -> None:
        self.before, self.gone = before, False
        self.begun, self.done = asyncio.Event(), asyncio.Event()


class Turns:
    """A queue in which each waits for the one before, but not for ever.

    Parameters
    ----------
    patience : float
        Seconds that the next one waits for one that has begun.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._last: _Turn | None = None
        self.waiting = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn, and hold it."""
        mine = self._last = _Turn(self._last)
        self.waiting += 1
        try:
            await self._wait(mine)
            mine.begun.set()
            yield
        finally:
            mine.gone = not mine.begun.is_set()
            mine.begun.set()
            mine.done.set()
            self.waiting -= 1

    async def _wait(self, mine: _Turn) -> None:
        """Wait for the one before; where that one went away before its turn came, for the one before it."""
        while (before := mine.before) is not None:
            await before.begun.wait()
            if before.gone:
                mine.before = before.before
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(before.done.wait(), self._patience)
            mine.before = None


async def in_thread(work: Callable[..., Result], *arguments: Any) -> Result:
    """Do blocking work in a thread of its own, which does not keep the process alive.

    A thread that hangs costs nobody else anything: there is no pool to fill, and whoever waited may give up.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Result] = loop.create_future()

    def hand_over(result: Result | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(result)  # type: ignore[arg-type]
        else:
            answer.set_exception(error)

    def do() -> None:
        result, error = None, None
        try:
            result = work(*arguments)
        except BaseException as raised:  # noqa: BLE001 - whoever waits gets it
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(hand_over, result, error)

    threading.Thread(target=do, name=getattr(work, "__name__", "work"), daemon=True).start()
    return await answer

"""Streams to pages: each gets the newest picture as soon as it can take it, and a beat when nothing happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Literal

BEAT = 10.0
"""Seconds without news after which a stream says that it is alive; pages give it up after 25."""

MOST_PER_BROWSER = 4
"""Streams of one browser that are live. It has six connections to a server in all, and needs some for acts."""

Ending = Literal["bye", "elsewhere"]
"""Why a stream ends: the server stops, or the lesson was opened in more tabs than can be live."""


class Reader:
    """A page that follows a surface.

    It has no queue: it is told that there is something new, and takes what is newest when it can. What a slow page
    missed is gone, which is right for pictures of the whole.

    Parameters
    ----------
    newest : callable
        Returns the newest picture; empty while there is none.
    browser : str
        Which browser it is a page of; empty for one that does not say.
    beat : float
        Seconds without news after which it is told that the stream is alive.
    """

    def __init__(self, newest: Callable[[], bytes], browser: str = "", beat: float = BEAT) -> None:
        self._newest, self.browser, self._beat = newest, browser, beat
        self._news = asyncio.Event()
        self._ending: Ending | None = None

    def tell(self) -> None:
        """Say that there is something new."""
        self._news.set()

    def end(self, why: Ending) -> None:
        """End the stream, with a word to the page of why."""
        self._ending = why
        self._news.set()

    async def events(self) -> AsyncIterator[bytes]:
        """Yield what goes over the wire."""
        sent = b""
        while self._ending is None:
            self._news.clear()
            body = self._newest()
            if body and body is not sent:
                sent = body
                yield b"data: " + body + b"\n\n"
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(self._beat):
                    await self._news.wait()
            if not self._news.is_set():
                yield b"event: beat\ndata: {}\n\n"
        yield f"event: {self._ending}\ndata: {{}}\n\n".encode()


class Readers:
    """All pages that follow a surface of this server, the oldest first."""

    def __init__(self) -> None:
        self._readers: dict[Reader, str] = {}

    def add(self, reader: Reader, surface: str) -> None:
        """Take in a page; the oldest of its browser's pages end where there are too many."""
        same = [other for other in self._readers if reader.browser and other.browser == reader.browser]
        for other in same[: max(0, len(same) + 1 - MOST_PER_BROWSER)]:
            self.remove(other)
            other.end("elsewhere")
        self._readers[reader] = surface

    def remove(self, reader: Reader) -> None:
        """Forget a page that has gone."""
        self._readers.pop(reader, None)

    def tell(self, surface: str) -> None:
        """Tell the pages of a surface that there is something new."""
        for reader, theirs in self._readers.items():
            if theirs == surface:
                reader.tell()

    def end(self) -> None:
        """End every stream: the server stops."""
        for reader in list(self._readers):
            reader.end("bye")

    def of(self, surface: str) -> int:
        """Return how many pages follow a surface."""
        return sum(theirs == surface for theirs in self._readers.values())

    def __len__(self) -> int:
        return len(self._readers)

"""Connections that ask for nothing: let go of after a while, and never so many that the teacher's finds no place."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

HEAD_SECONDS = 15.0
"""How long a request may take until it has said what it asks for. Browsers open connections in advance; they only
open another when one of these was closed."""

MOST_FROM_ELSEWHERE = 600
"""Connections from other computers that are open at once. There is room for several of everybody in a large class,
and for this computer's own beside them."""

OPEN_FILES = 4096
"""How many files and connections the system is asked to allow: some allow 256, and each connection is one."""


class Connection(H11Protocol):
    """A connection to a browser that has to ask for something."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, unless other computers have too many already."""
        super().connection_made(transport)
        if not self.is_from_here() and self._from_elsewhere() > MOST_FROM_ELSEWHERE:
            transport.abort()
        else:
            self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what arrives; the next request has its time from when it begins."""
        super().data_received(data)
        if not self._is_waited_for():
            self._wait_no_more()
        elif self._waiting is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._wait_no_more()
        super().connection_lost(exc)

    def is_from_here(self) -> bool:
        """Whether it comes from this very computer."""
        return self.client is None or self.client[0].startswith("127.")

    def _is_waited_for(self) -> bool:
        """Whether the head of a request has not arrived yet."""
        cycle: RequestResponseCycle | None = self.cycle  # none before the first request, whatever is declared
        return cycle is None or cycle.response_complete

    def _from_elsewhere(self) -> int:
        others: set[Any] = self.connections
        return sum(not one.is_from_here() for one in others if isinstance(one, Connection))

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self._waiting = None
        if self._is_waited_for():
            self.transport.close()


def allow_open_files() -> None:
    """Ask the system for room for many connections; where it gives none, there are as many as there were."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # which not every system has

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

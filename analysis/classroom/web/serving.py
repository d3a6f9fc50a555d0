"""The server as a process: a port that is free, addresses to open, and an end that does not wait for open pages."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NamedTuple

import uvicorn
from starlette.types import ASGIApp

from analysis.classroom.web.connections import Connection, allow_open_files
from analysis.classroom.web.guards import LOOPBACK

HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - opened only when asked for
ELSEWHERE = "192.0.2.1"
"""An address that is kept for documentation: nobody has it."""

PORT = 8765
PORTS_TRIED = 20

GRACE = 2
"""Seconds that open pages have to let go when the server stops."""


INSISTED = 4
"""Signals to end that mean: at once, whatever is left open."""


class Door(NamedTuple):
    """Where the server listens: its socket, port, and the names under which it answers."""

    listening: socket.socket
    port: int
    hosts: tuple[str, ...]


class NoPort(Exception):
    """There is no port to listen at."""


def opened_door(port: int, shared: bool) -> Door:
    """Listen at a port, or at the next one after it that is free.

    Raises
    ------
    NoPort
        When none of :data:`PORTS_TRIED` can be had.
    """
    for number in range(port, min(port + PORTS_TRIED, 65_536)):
        with suppress(_Taken):
            listening = _listening(EVERYWHERE if shared else HERE, number)
            names = (*LOOPBACK, *(_names() if shared else ()))
            return Door(listening, listening.getsockname()[1], names)
    last = min(port + PORTS_TRIED, 65_536) - 1
    raise NoPort(f"no port from {port} to {last} is free for a program of yours; name another with --port")


class _Taken(Exception):
    """Another program listens at that port."""


def _listening(address: str, port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # So that a server that was killed can start again at once; on Windows it would let two share a port.
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((address, port))
        found.listen(128)
    except OSError as error:
        found.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise _Taken from error
        raise
    return found


def _names() -> tuple[str, ...]:
    """The names of this machine in its network, besides the addresses at which requests arrive."""
    name = socket.gethostname().lower()
    return name, f"{name.partition('.')[0]}.local"


def address() -> str:
    """Return the address by which others in the network reach this machine; empty where it is in none.

    No packet is sent: connecting a datagram socket only asks the system which way it would go.
    """
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((ELSEWHERE, 9))
        found = str(probe.getsockname()[0])
        return "" if found.startswith("127.") else found
    return ""


class _Server(uvicorn.Server):
    """One that ends its streams when it is told to stop, and leaves it to its caller to say how it ended."""

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping, self._told = stopping, 0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as the system calls it
        """Stop, which takes a few seconds at most; who insists ends it at once."""
        self._told += 1
        self.should_exit, self.force_exit = True, self._told >= INSISTED

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then everything else."""
        self._stopping()
        await super().shutdown(sockets)


def serve(app: ASGIApp, door: Door, stopping: Callable[[], None]) -> None:
    """Serve until Ctrl-C or a signal to end.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    door : Door
        Where it listens.
    stopping : callable
        Called when it is told to stop, before connections are closed.
    """
    allow_open_files()
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http=Connection,
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
        timeout_keep_alive=30,
    )
    _Server(config, stopping).run([door.listening])

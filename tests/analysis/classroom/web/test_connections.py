"""Are connections that ask for nothing let go of, those that ask left alone, and the teacher's never crowded out?"""

from __future__ import annotations

import multiprocessing
import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import httpx
import pytest
import uvicorn

from analysis.classroom.web import connections
from analysis.classroom.web.connections import Connection, allow_open_files
from analysis.classroom.web.guards import plain
from tests.analysis.classroom.running import wait_for

HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"


async def _app(scope: dict, receive: object, send: object) -> None:
    await plain(200, "app.title")(scope, receive, send)  # type: ignore[arg-type]


@contextmanager
def serving() -> Iterator[int]:
    """A port at which a server listens whose connections are ours."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(_app, http=Connection, lifespan="off", log_level="error"))
        running = threading.Thread(target=server.run, args=([listening],))
        running.start()
        try:
            wait_for(lambda: server.started)
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            running.join()


def visitor(port: int) -> closing[socket.socket]:
    return closing(socket.create_connection(("127.0.0.1", port), timeout=20))


def answer(visit: socket.socket, said: bytes) -> bytes:
    """What is heard after saying something, up to the end of a text; empty where the connection is closed."""
    heard = b""
    with suppress(ConnectionError):
        visit.sendall(said)
        while not heard.partition(b"\r\n\r\n")[2].endswith(b"\n") and (part := visit.recv(4096)):
            heard += part
    return heard


def test_who_asks_for_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    with serving() as port:
        for said in (b"", b"G", HEAD):
            with visitor(port) as visit:
                assert answer(visit, said) == b"", "closed"
        with visitor(port) as visit:
            assert answer(visit, HEAD + b"\r\n").startswith(b"HTTP/1.1 200")
            assert answer(visit, HEAD) == b"", "the second request has its time too"


def test_who_asks_in_time_may_be_slow_and_idle_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.5)
    with serving() as port, visitor(port) as visit:
        for part in (HEAD[:5], HEAD[5:]):
            visit.sendall(part)
        assert answer(visit, b"\r\n").startswith(b"HTTP/1.1 200")
        visit.settimeout(1.5)
        with pytest.raises(TimeoutError):
            visit.recv(1)
        visit.settimeout(20)
        assert answer(visit, HEAD + b"\r\n").startswith(b"HTTP/1.1 200")


def test_other_computers_leave_room_for_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_FROM_ELSEWHERE", 3)
    with serving() as port:
        monkeypatch.setattr(Connection, "is_from_here", lambda _: False)
        crowd = [socket.create_connection(("127.0.0.1", port), timeout=20) for _ in range(3)]
        for one in crowd:
            assert answer(one, HEAD + b"\r\n").startswith(b"HTTP/1.1 200")
        with visitor(port) as visit:
            assert answer(visit, HEAD + b"\r\n") == b""
        monkeypatch.setattr(Connection, "is_from_here", lambda one: one not in crowd)
        assert httpx.get(f"http://127.0.0.1:{port}/").status_code == 200
        for one in crowd:
            one.close()


def _asks(limits: tuple[int, int], told: multiprocessing.Queue) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    allow_open_files()
    told.put(resource.getrlimit(resource.RLIMIT_NOFILE))


@pytest.mark.parametrize(("limits", "found"), [((256, 1000), (1000, 1000)), ((300, 300), (300, 300))])
def test_as_many_files_as_the_system_gives(limits: tuple[int, int], found: tuple[int, int]) -> None:
    told: multiprocessing.Queue = multiprocessing.get_context("spawn").Queue()
    asking = multiprocessing.get_context("spawn").Process(target=_asks, args=(limits, told))
    asking.start()
    assert told.get(timeout=60) == found
    asking.join()

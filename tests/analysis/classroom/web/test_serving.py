"""Is a port found that is free, the network left alone unless asked for, and the server ended without waiting?"""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from contextlib import closing

import httpx
import pytest
import uvicorn

from analysis.classroom.web import serving
from analysis.classroom.web.guards import LOOPBACK, plain
from analysis.classroom.web.serving import INSISTED, PORTS_TRIED, NoPort, address, opened_door


@pytest.fixture
def taken() -> int:
    """A port at which another program listens, with a free one after it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_the_next_free_port_is_taken(taken: int) -> None:
    door = opened_door(taken, shared=False)
    with closing(door.listening):
        assert taken < door.port < taken + PORTS_TRIED
        assert door.listening.getsockname() == ("127.0.0.1", door.port)
        assert door.hosts == LOOPBACK


def test_the_network_is_open_only_when_asked_for(taken: int) -> None:
    door = opened_door(taken, shared=True)
    with closing(door.listening):
        assert door.listening.getsockname()[0] == "0.0.0.0"
        assert {*LOOPBACK, socket.gethostname().lower()} <= {*door.hosts}


def test_no_port_at_all_is_said(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PORTS_TRIED", 1)
    with pytest.raises(NoPort, match=f"{taken}.*--port"):
        opened_door(taken, shared=False)


def test_the_address_in_the_network_is_no_address_of_this_machine_alone() -> None:
    assert not address().startswith("127.")


def test_a_machine_in_no_network_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> socket.socket:
        raise OSError("no network")

    monkeypatch.setattr(socket, "socket", unreachable)
    assert address() == ""


def test_whoever_comes_before_it_answers_waits_and_the_end_is_told_first(taken: int) -> None:
    door, heard = opened_door(taken, shared=False), []

    def visit() -> None:
        heard.append(httpx.get(f"http://127.0.0.1:{door.port}/").status_code)
        signal.raise_signal(signal.SIGINT)

    visitor = threading.Thread(target=visit)
    visitor.start()
    serving.serve(_with_lifespan, door, lambda: heard.append("ends"))
    visitor.join()
    assert heard == [200, "ends"]


async def _with_lifespan(scope: dict, receive: object, send: object) -> None:
    if scope["type"] != "lifespan":
        await plain(200, "app.title")(scope, receive, send)  # type: ignore[arg-type]
        return
    for word in ("startup", "shutdown"):
        assert (await receive())["type"] == f"lifespan.{word}"  # type: ignore[operator]
        await send({"type": f"lifespan.{word}.complete"})  # type: ignore[operator]


def test_whoever_insists_ends_it_at_once() -> None:
    async def scene() -> None:
        server = serving._Server(uvicorn.Config(_with_lifespan), lambda: None)
        for told in range(1, INSISTED + 1):
            server.handle_exit(signal.SIGINT, None)
            assert (server.should_exit, server.force_exit) == (True, told == INSISTED)

    asyncio.run(scene())

"""A real server of the classroom in a process of its own: started, posted to, listened to, frozen, killed, resumed.

    with running(tmp_path) as server:
        server.act("open", lesson="waiting", surface="mirrored")
        picture = server.state("wall")
        with server.stream("wall") as pictures:
            next(pictures)

Ports are free ones, so that tests may run at the same time. Waiting is for something to be so, never for a time.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from sim.run import prepare_engine

ROOT = Path(__file__).parents[3]
LINK = re.compile(r":(\d+)/\?key=(\S+)")
READY = "To stop: Ctrl-C"
PATIENCE = 60.0
"""Seconds after which a test gives up; nothing here takes nearly that long."""

_ports = itertools.count(20_000 + os.getpid() * 7 % 20_000)
"""Where to look for a free port: each process of a test run begins elsewhere."""


@cache
def _compile_first() -> None:
    """Compile the fast engine, once for all: on a new machine that takes longer than a test waits for its worlds."""
    prepare_engine()


class Server:
    """A running server, and the browser of its teacher.

    Attributes
    ----------
    folder : Path
        Where it keeps its sessions.
    port : int
    key : str
        The host's.
    browser : httpx.Client
        Has opened the link.
    """

    def __init__(self, folder: Path, *arguments: str, port: int | None = None, command: tuple[str, ...] = ()) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._said = folder / f"said-{uuid.uuid4().hex[:6]}.txt"
        _compile_first()
        wanted = next(_ports) if port is None else port
        words = command or (sys.executable, "-m", "analysis.cli.main")
        with self._said.open("wb") as output:
            self.process = subprocess.Popen(
                [*words, "serve", "--data", str(folder), "--port", str(wanted), *arguments],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        wait_for(lambda: READY in self.said or self.process.poll() is not None)
        found = LINK.search(self.said)
        assert found is not None, self.said
        self.port, self.key = int(found[1]), found[2]
        self.browser = self.newcomer_with_link()

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def link(self) -> str:
        """What the teacher opens."""
        return f"{self.address}/?key={self.key}"

    @property
    def said(self) -> str:
        """What it has said on its terminal."""
        return self._said.read_text(encoding="utf-8")

    def newcomer(self) -> httpx.Client:
        """A browser that knows no key; its posts say that they come from a page of this server."""
        return httpx.Client(base_url=self.address, headers={"Origin": self.address}, timeout=PATIENCE)

    def newcomer_with_link(self) -> httpx.Client:
        """Another browser that has opened the link."""
        browser = self.newcomer()
        browser.get("/", params={"key": self.key})
        return browser

    def post(self, word: str, what: dict[str, Any] | None = None, key: str = "", **more: Any) -> httpx.Response:
        """Post an act and return the answer, whatever it is."""
        body = {"word": word, "what": what or {}, "key": key or uuid.uuid4().hex, **more}
        return self.browser.post("/act", json=body)

    def act(self, word: str, /, **what: Any) -> int:
        """Do an act and return the number of the last fact; fails where it is refused."""
        answer = self.post(word, what)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["number"])

    def count_nothing(self, step: int) -> None:
        """Have no worlds counted for a forecast, whose result would come as a fact of its own at any moment.

        To be done before any page has its picture: nothing is counted yet.
        """
        self.act("go", step=step)
        self.act("cancel")

    def state(self, surface: str = "wall") -> dict[str, Any]:
        """What a surface shows now."""
        answer = self.browser.get("/state", params={"surface": surface})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def until(self, condition: Callable[[dict[str, Any]], bool], surface: str = "wall") -> dict[str, Any]:
        """Wait until what a surface shows is so, and return it."""
        return wait_for(lambda: picture if condition(picture := self.state(surface)) else None)

    @contextmanager
    def stream(self, surface: str = "wall", browser: httpx.Client | None = None) -> Iterator[Iterator[dict[str, Any]]]:
        """The pictures of a surface as they come, while the stream is open."""
        with (browser or self.browser).stream("GET", "/stream", params={"surface": surface}) as answer:
            assert answer.status_code == 200, answer.read()
            yield _pictures(answer)

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def stop(self) -> int:
        """Stop it as Ctrl-C does, and return its exit code."""
        self.signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """Kill it without a warning."""
        self.process.kill()
        self.process.wait(PATIENCE)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Freeze it for a while, as a laptop whose lid is closed."""
        self.signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.signal(signal.SIGCONT)

    def close(self) -> None:
        """End it however it stands."""
        self.browser.close()
        if self.process.poll() is None:
            self.kill()


@contextmanager
def running(folder: Path, *arguments: str, port: int | None = None) -> Iterator[Server]:
    """A server for as long as a test needs it; it is killed at the end if it still runs."""
    server = Server(folder, *arguments, port=port)
    try:
        yield server
    finally:
        server.close()


def _pictures(answer: httpx.Response) -> Iterator[dict[str, Any]]:
    until = time.monotonic() + PATIENCE
    for name, data in events(answer):
        assert time.monotonic() < until, "waited for a picture in vain"
        if name == "message":
            yield json.loads(data)


def events(answer: httpx.Response) -> Iterator[tuple[str, str]]:
    """Name and data of the events of a stream, as they come."""
    name, data = "message", ""
    for line in answer.iter_lines():
        field, _, value = line.partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            data = value
        elif not line:
            yield name, data
            name, data = "message", ""


def wait_for(condition: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """Wait until something is so, and return it."""
    until = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
    return found

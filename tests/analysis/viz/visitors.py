"""A Solara server with the page, and browsers that open it and are gone without a word."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_SECONDS = 90.0


class Server(NamedTuple):
    """A running server."""

    port: int
    process: subprocess.Popen[bytes]

    def sessions(self) -> int:
        """How many sessions it holds."""
        with urlopen(f"http://127.0.0.1:{self.port}/resourcez", timeout=10) as reply:
            return int(json.load(reply)["kernels"]["total"])

    def wait_for_sessions(self, count: int, seconds: float = PATIENCE_SECONDS) -> float:
        """Wait until it holds so many; return the seconds that took."""
        begun = time.monotonic()
        while self.sessions() != count:
            assert time.monotonic() - begun < seconds, f"{self.sessions()} sessions after {seconds:.0f} seconds"
            time.sleep(0.1)
        return time.monotonic() - begun

    def visit(self) -> None:
        """Open the page as a browser does, wait until it is there, and drop the connection."""
        import websocket

        session = uuid.uuid4().hex
        address = f"ws://127.0.0.1:{self.port}/jupyter/api/kernels/{uuid.uuid4()}/channels?session_id={session}"
        browser = websocket.create_connection(address, timeout=PATIENCE_SECONDS, cookie=f"solara-session-id={session}")
        comm = uuid.uuid4().hex
        browser.send(message(session, "comm_open", {"comm_id": comm, "target_name": "solara.control", "data": {}}))
        arguments = {"path": "/", "themes": {"light": {}, "dark": {}}, "dark": False}
        run = {"comm_id": comm, "data": {"method": "run", "args": arguments}}
        browser.send(message(session, "comm_msg", run))
        while b'"finished"' not in as_bytes(browser.recv()):
            pass
        browser.sock.close()


def as_bytes(heard: Any) -> bytes:
    return heard.encode() if isinstance(heard, str) else bytes(heard)


def message(session: str, kind: str, content: dict[str, Any]) -> str:
    """A message of the Jupyter protocol."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": session, "username": "", "version": "5.3"}
    return json.dumps(
        {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}
    )


@contextmanager
def serving(log: Path, environment: dict[str, str]) -> Iterator[Server]:
    """A server on a free port, ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "solara", "run", "analysis.viz.app", "--production", "--no-open"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
        )
    server = Server(port, process)
    try:
        begun = time.monotonic()
        while not answers(server):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() - begun < PATIENCE_SECONDS, log.read_text()
            time.sleep(0.1)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def answers(server: Server) -> bool:
    try:
        return server.sessions() >= 0
    except (URLError, OSError):
        return False

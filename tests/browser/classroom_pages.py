"""The classroom's pages without its server: made snapshots go down, acts come up and are kept."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

STATIC = Path(__file__).parents[2] / "analysis" / "classroom" / "static"
TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
    ".svg": "image/svg+xml",
}  # fmt: skip
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
PAUSE = 0.02


class Classroom:
    """What the pages are told, and what they asked for.

    Attributes
    ----------
    snapshots : dict
        What each surface shows.
    acts : list of dict
        What was posted, in order.
    answer : tuple
        Status and body of what is posted; None for no answer at all.
    streams : str
        ``live``, ``silent`` (open and nothing comes) or ``refused``.
    word : str
        An event with which every stream ends; empty for none.
    sent : list of int
        Numbers of the snapshots that went down a stream.
    asked : list of str
        Addresses that were asked for.
    messages : dict or None
        Instead of the file's.
    """

    def __init__(self) -> None:
        self.snapshots: dict[str, Any] = {}
        self.acts: list[dict[str, Any]] = []
        self.answer: tuple[int, dict[str, Any]] | None = (200, {})
        self.streams = "live"
        self.word = ""
        self.sent: list[int] = []
        self.asked: list[str] = []
        self.messages: dict[str, Any] | None = None
        self.address = ""
        self.stopping = False

    def show(self, snapshot: Any) -> None:
        """Put a snapshot before its surface."""
        self.snapshots[snapshot["surface"]] = snapshot


class _Handler(BaseHTTPRequestHandler):
    room: Classroom

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.room.asked.append(self.path)
        surface = parse_qs(parts.query).get("surface", ["wall"])[0]
        if parts.path == "/stream":
            self._stream(surface)
        elif parts.path == "/state":
            self._send(200, ".json", json.dumps(self.room.snapshots[surface]).encode())
        elif parts.path in ("/wall", "/desk"):
            self._send(200, ".html", (STATIC / f"{parts.path[1:]}.html").read_bytes())
        elif self.room.messages is not None and parts.path.startswith("/static/messages/"):
            self._send(200, ".json", json.dumps(self.room.messages).encode())
        else:
            file = STATIC / parts.path.removeprefix("/static/")
            self._send(200, file.suffix, file.read_bytes()) if file.is_file() else self._send(404, ".json", b"{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.room.answer is None:
            self.close_connection = True
            return
        self.room.acts.append(json.loads(body))
        status, said = self.room.answer
        self._send(status, ".json", json.dumps(said).encode())

    def _stream(self, surface: str) -> None:
        if self.room.streams == "refused":
            self._send(503, ".json", b"{}")
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        sent = None
        while not self.room.stopping and self.room.streams != "refused":
            if self.room.word:
                self.wfile.write(f"event: {self.room.word}\ndata: {{}}\n\n".encode())
                return
            now = self.room.snapshots.get(surface)
            if self.room.streams == "live" and now is not None and now is not sent:
                self.wfile.write(f"data: {json.dumps(now)}\n\n".encode())
                self.wfile.flush()
                sent = now
                self.room.sent.append(now["number"])
            time.sleep(PAUSE)

    def _send(self, status: int, suffix: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES[suffix])
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def handle(self) -> None:
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the page went away


@contextmanager
def classroom() -> Iterator[Classroom]:
    """Serve the pages on a free port of this machine."""
    room = Classroom()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"room": room}))
    server.daemon_threads = True
    room.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield room
    finally:
        room.stopping = True
        server.shutdown()
        server.server_close()

"""What the server answers: pages and their files, pictures by stream or one by one, acts, and papers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from analysis.classroom.messages import message
from analysis.classroom.session.facts import Refused
from analysis.classroom.web.guards import Keys, is_from_here, plain
from analysis.classroom.web.live import Live
from analysis.classroom.web.paper_route import PaperRoute
from analysis.classroom.web.posts import LARGEST, parsed
from analysis.classroom.web.publishing import SURFACES
from analysis.classroom.web.streams import Reader

if TYPE_CHECKING:
    from starlette.types import Scope

FOLDER = Path(__file__).parents[1] / "static"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
"""What browsers are told of a file. Not asked of the system: some of them call a script plain text."""

MOST_STREAMS = 200
"""Streams that are open at once; a guest's page that gets none asks for pictures instead."""

BODY_SECONDS = 10.0
"""How long a post may take to arrive."""


class PackageFiles(StaticFiles):
    """Files of the package: kept by browsers, and asked for anew only to hear that they are the same."""

    def file_response(
        self, full_path: Any, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return a file with its type, or that it has not changed."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = "no-cache"
        if response.status_code == 200:
            response.headers["Content-Type"] = TYPES.get(Path(full_path).suffix, "application/octet-stream")
        return response


class Pages:
    """The routes of one classroom.

    Parameters
    ----------
    live : Live
        The classroom.
    keys : Keys
        How the host is known.
    shared : bool
        Whether the wall is for everybody who reaches this server; else all of it is for the host alone.
    """

    def __init__(self, live: Live, keys: Keys, shared: bool = False) -> None:
        self._live, self._keys, self._shared = live, keys, shared

    def routes(self) -> list[BaseRoute]:
        """Return what answers which address."""
        return [
            Route("/", self.front),
            Route("/wall", self.page),
            Route("/desk", self.page),
            Route("/state", self.state),
            Route("/stream", self.stream),
            Route("/favicon.ico", self.icon),
            Route("/act", self.act, methods=["POST"]),
            Route("/paper/{name}", PaperRoute(self._live, self._keys, self._shared).answer),
            Mount("/static", PackageFiles(directory=FOLDER)),
        ]

    async def front(self, request: Request) -> Response:
        """Take the key out of the address and send whoever has it to the page where the lesson is led."""
        given = request.query_params.get("key")
        if given is not None and not self._keys.opens(given):
            return plain(403, "refused.key")
        second = self._live.course.session.surface == "second"
        response = RedirectResponse("/desk" if second else "/wall", 303)
        if given is not None:
            self._keys.give_key(response)
        return response

    async def page(self, request: Request) -> Response:
        """Return the page of a surface; what is on it comes by stream."""
        surface = request.url.path[1:]
        if not self._may_see(surface, request):
            return plain(403, "refused.not_host")
        if not (self._keys.is_host(request) or self._live.course.session.lesson):
            return plain(200, "app.not_begun", headers={"Refresh": "5"})
        response = FileResponse(FOLDER / f"{surface}.html", media_type=TYPES[".html"])
        response.headers["Cache-Control"] = "no-store"
        self._keys.know_again(request, response)
        return response

    async def icon(self, _: Request) -> Response:
        """Return the sign of a page that names none, as papers do."""
        return FileResponse(FOLDER / "icon.svg", media_type=TYPES[".svg"])

    async def state(self, request: Request) -> Response:
        """Return the picture of a surface once, for pages to which no stream gets through."""
        surface, controls = self._asked(request)
        body = await self._live.publisher.asked(surface, controls)
        if not body:
            raise Refused(503, "refused.no_picture")
        return Response(body, media_type="application/json", background=BackgroundTask(self._shown))

    async def _shown(self) -> None:
        self._live.shown()

    async def stream(self, request: Request) -> Response:
        """Return the pictures of a surface as they come."""
        surface, controls = self._asked(request)
        if len(self._live.readers) >= MOST_STREAMS and not controls:
            raise Refused(503, "refused.too_many")
        publisher = self._live.publisher
        reader = Reader(lambda: publisher.newest(surface, controls), self._keys.browser(request))
        return StreamingResponse(self._events(reader, surface), media_type="text/event-stream")

    async def _events(self, reader: Reader, surface: str) -> AsyncIterator[bytes]:
        self._live.readers.add(reader, surface)
        try:
            self._live.publisher.look(surface)
            async for event in reader.events():
                yield event
                self._live.shown()
        finally:
            self._live.readers.remove(reader)

    def _asked(self, request: Request) -> tuple[str, bool]:
        """The surface that is asked for, and whether it comes with controls; refused to whoever may not see it."""
        surface = request.query_params.get("surface", "")
        if surface not in SURFACES:
            raise Refused(422, "refused.surface")
        if not self._may_see(surface, request):
            raise Refused(403, "refused.not_host")
        return surface, self._keys.is_host(request)

    def _may_see(self, surface: str, request: Request) -> bool:
        return self._keys.is_host(request) or (self._shared and surface == "wall")

    async def act(self, request: Request) -> Response:
        """Do what the host's page asks for."""
        if not is_from_here(request):
            raise Refused(403, "refused.origin")
        if not self._keys.is_host(request):
            raise Refused(403, "refused.not_host")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(415, "refused.no_json")
        answer = await self._live.act(parsed(await _body(request)))
        return JSONResponse(answer)


async def _body(request: Request) -> bytes:
    """The body of a post, read no further than is allowed and waited for no longer."""
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST:
                    raise Refused(413, "refused.too_large", largest=LARGEST)
    except (TimeoutError, ClientDisconnect):
        raise Refused(408, "refused.too_slow") from None
    return body


async def refused(request: Request, error: Exception) -> Response:
    """Return a refusal as pages read it; in a sentence for whoever opened the address in a browser."""
    assert isinstance(error, Refused)
    if "text/html" in request.headers.get("accept", ""):
        return plain(error.status, error.message, **error.values)
    text = message(error.message, **error.values)
    content = {"message": error.message, "values": error.values, "text": text}
    return JSONResponse(content, error.status)


async def not_there(request: Request, error: Exception) -> Response:
    """Return what is said of an address or a method that is none."""
    status = getattr(error, "status_code", 404)
    return plain(status, "refused.method" if status == 405 else "refused.address", path=request.url.path)

"""Pictures for every open page: made outside the event loop, at most ten a second, and the last good one kept."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from analysis.classroom.views.shapes import Snapshot, Text
from analysis.classroom.views.showing import Showing
from analysis.classroom.web.streams import Readers
from analysis.classroom.web.surface import Surface
from analysis.classroom.web.turns import in_thread

SURFACES = ("wall", "desk")

BETWEEN = 0.1
"""Seconds between two pictures of a surface."""

PATIENCE = 5.0
"""Seconds after which pages are told that a picture takes long."""

MOST_SLOW = 4
"""Pictures of a surface that may be in the making at once; then the next waits until one is done."""

FRESH = 5.0
"""Seconds after which a picture is made anew although nothing happened: the clock has gone on."""

LOOKED_AT = 15.0
"""Seconds for which a surface counts as looked at after a page asked for it without a stream."""

Alert = Literal["disk", "act"]

LOG = logging.getLogger("climbdown.classroom")


class Publisher:
    """Makes the pictures of all surfaces whenever something changed, and tells the pages.

    Parameters
    ----------
    showing : callable
        Gathers what a picture of a surface is made of; at once.
    snapshot : callable
        Makes it; may take its time, in a thread.
    readers : Readers
        The pages that follow.
    patience : float
        Seconds after which pages are told that a picture takes long.
    """

    def __init__(
        self,
        showing: Callable[[str], Showing],
        snapshot: Callable[[Showing], Snapshot],
        readers: Readers,
        patience: float = PATIENCE,
    ) -> None:
        self._showing, self._snapshot, self._readers, self._patience = showing, snapshot, readers, patience
        self._surfaces = {name: Surface(name) for name in SURFACES}
        self._alerts: dict[Alert, Text | None] = {"disk": None, "act": None}

    async def run(self) -> None:
        """Make pictures until cancelled."""
        async with asyncio.TaskGroup() as group:
            for surface in self._surfaces.values():
                group.create_task(self._keep_up(surface))

    def changed(self) -> None:
        """Say that pictures are no longer what they should be."""
        for surface in self._surfaces.values():
            surface.due.set()

    def alert(self, kind: Alert, text: Text | None) -> None:
        """Tell every page something until it is taken back (None); the picture under it stays."""
        if self._alerts[kind] != text:
            self._alerts[kind] = text
            for surface in self._surfaces.values():
                self._push(surface)

    def newest(self, name: str, controls: bool) -> bytes:
        """Return the newest picture of a surface as JSON, for a page with controls or without; empty: there is none."""
        return self._surfaces[name].bodies[controls]

    async def asked(self, name: str, controls: bool) -> bytes:
        """Return a picture for a page that has no stream: one begun from now on, or the last where that takes long."""
        surface = self._surfaces[name]
        surface.asked_at = time.monotonic()
        surface.due.set()
        wanted = surface.begun + 1
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience + 2 * BETWEEN):
                while surface.settled < wanted:
                    surface.turned.clear()
                    await surface.turned.wait()
        return surface.bodies[controls]

    def look(self, name: str) -> None:
        """Say that a page has begun to follow a surface."""
        self._surfaces[name].due.set()

    async def _keep_up(self, surface: Surface) -> None:
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(FRESH):
                    await surface.due.wait()
            surface.due.clear()
            if self._is_looked_at(surface):
                await self._renew(surface)
            await asyncio.sleep(BETWEEN)

    def _is_looked_at(self, surface: Surface) -> bool:
        return self._readers.of(surface.name) > 0 or time.monotonic() - surface.asked_at < LOOKED_AT

    async def _renew(self, surface: Surface) -> None:
        if len(surface.making) >= MOST_SLOW:
            await asyncio.wait(surface.making, return_when=asyncio.FIRST_COMPLETED)
        surface.begun += 1
        order, showing = surface.begun, self._showing(surface.name)
        making = asyncio.ensure_future(in_thread(self._snapshot, showing))
        surface.making.add(making)
        making.add_done_callback(lambda made: self._take(surface, made, order, showing))
        await asyncio.wait({making}, timeout=self._patience)
        if not making.done():
            self._warn(surface, showing, {"id": "app.view_slow"})

    def _take(self, surface: Surface, made: asyncio.Future[Snapshot], order: int, showing: Showing) -> None:
        """Take a picture that is done, unless one begun later was quicker; keep the last one where it failed."""
        surface.making.discard(made)
        if made.cancelled() or order <= surface.shown:
            return
        error = made.exception()
        if error is None:
            surface.picture, surface.shown, surface.warning = made.result(), order, None
            self._push(surface)
        else:
            if str(error) != surface.failure:
                LOG.error("a picture of the %s could not be made", surface.name, exc_info=error)
            self._warn(surface, showing, {"id": "app.view_failed"})
        surface.failure, surface.settled = str(error or ""), order
        surface.turned.set()

    def _warn(self, surface: Surface, showing: Showing, text: Text) -> None:
        """Say over the last picture that there should be another; where there is none, over a bare one."""
        surface.warning = text
        if surface.picture is None:
            surface.picture = bare(showing)
        self._push(surface)

    def _push(self, surface: Surface) -> None:
        """Put the last picture and the gravest alert into bytes, and tell pages where they differ from before."""
        if surface.picture is None:
            return
        told = self._alerts["disk"] or surface.warning or self._alerts["act"] or surface.picture["alert"]
        picture: Snapshot = {**surface.picture, "alert": told}
        body = as_json(picture)
        if body != surface.bodies[True]:
            without: Snapshot = {**picture, "controls": False}
            shown = picture["screen"] != "start"  # which is the teacher's: it names files and what went on before
            surface.bodies = {True: body, False: as_json(without) if shown else b""}
            self._readers.tell(surface.name)


def bare(showing: Showing) -> Snapshot:
    """Return a picture with nothing on it but a way back, for when none can be made."""
    undo = {"act": "undo", "what": {}, "label": {"id": "lesson.undo"}, "shortcut": "", "pressed": None, "enabled": True}
    return {
        "number": showing.number,
        "session": showing.name,
        "surface": "desk" if showing.surface == "desk" else "wall",
        "screen": "none",
        "controls": showing.has_controls,
        "language": "en",
        "lesson": None,
        "view": {"controls": [undo], "more": []},
        "alert": None,
    }


def as_json(content: object) -> bytes:
    """Return plain values as JSON on one line; ValueError for a number that is none."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()

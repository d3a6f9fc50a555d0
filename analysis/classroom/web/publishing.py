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

Alert = Literal["disk", "view", "act"]
ALERTS: tuple[Alert, ...] = ("disk", "view", "act")
"""What pages may have to be told, the gravest first; only that is told."""

LOG = logging.getLogger("climbdown.classroom")


class Surface:
    """One surface: its last good picture, and the bytes that pages get, with controls and without."""

    def __init__(self) -> None:
        self.picture: Snapshot | None = None
        self.begun = self.shown = 0
        self.bodies: dict[bool, bytes] = {True: b"", False: b""}
        self.made_at = 0.0
        self.asked_at = float("-inf")
        self.making: set[asyncio.Future[Snapshot]] = set()
        self.due = asyncio.Event()
        self.turned = asyncio.Event()


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
        self._surfaces = {name: Surface() for name in SURFACES}
        self._alerts: dict[Alert, Text | None] = dict.fromkeys(ALERTS)

    async def run(self) -> None:
        """Make pictures until cancelled."""
        async with asyncio.TaskGroup() as group:
            for name in SURFACES:
                group.create_task(self._keep_up(name))

    def changed(self) -> None:
        """Say that pictures are no longer what they should be."""
        for surface in self._surfaces.values():
            surface.due.set()

    def alert(self, kind: Alert, text: Text | None) -> None:
        """Tell every page something until it is taken back (None); the picture under it stays."""
        if self._alerts[kind] != text:
            self._alerts[kind] = text
            for name in SURFACES:
                self._push(name)

    def newest(self, name: str, controls: bool) -> bytes:
        """Return the newest picture of a surface as JSON, for a page with controls or without; empty: there is none."""
        return self._surfaces[name].bodies[controls]

    async def asked(self, name: str, controls: bool) -> bytes:
        """Return a picture for a page that has no stream: the newest that can be had without a long wait."""
        surface = self._surfaces[name]
        surface.asked_at = time.monotonic()
        surface.turned.clear()
        surface.due.set()
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                await surface.turned.wait()
        return surface.bodies[controls]

    def look(self, name: str) -> None:
        """Say that a page has begun to follow a surface."""
        self._surfaces[name].due.set()

    async def _keep_up(self, name: str) -> None:
        surface = self._surfaces[name]
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(FRESH):
                    await surface.due.wait()
            surface.due.clear()
            if self._is_looked_at(name):
                await self._renew(name)
            await asyncio.sleep(BETWEEN)

    def _is_looked_at(self, name: str) -> bool:
        return self._readers.of(name) > 0 or time.monotonic() - self._surfaces[name].asked_at < LOOKED_AT

    async def _renew(self, name: str) -> None:
        surface = self._surfaces[name]
        if len(surface.making) >= MOST_SLOW:
            await asyncio.wait(surface.making, return_when=asyncio.FIRST_COMPLETED)
        surface.begun += 1
        order = surface.begun
        making = asyncio.ensure_future(in_thread(self._snapshot, self._showing(name)))
        surface.making.add(making)
        making.add_done_callback(lambda made: self._take(name, made, order))
        await asyncio.wait({making}, timeout=self._patience)
        if not making.done():
            self.alert("view", {"id": "app.view_slow"})

    def _take(self, name: str, made: asyncio.Future[Snapshot], order: int) -> None:
        """Take a picture that is done, unless one begun later was quicker; keep the last one where it failed."""
        surface = self._surfaces[name]
        surface.making.discard(made)
        if made.cancelled():
            return
        if made.exception() is not None:
            LOG.error("a picture of the %s could not be made", name, exc_info=made.exception())
            self.alert("view", {"id": "app.view_failed"})
        elif order > surface.shown:
            surface.picture, surface.shown = made.result(), order
            self.alert("view", None)
            self._push(name)
        surface.turned.set()

    def _push(self, name: str) -> None:
        """Put the last picture and the gravest alert into bytes, and tell pages where they differ from before."""
        surface = self._surfaces[name]
        if surface.picture is None:
            return
        told = next((text for kind in ALERTS if (text := self._alerts[kind])), surface.picture["alert"])
        picture: Snapshot = {**surface.picture, "alert": told}
        body = as_json(picture)
        if body != surface.bodies[True]:
            without: Snapshot = {**picture, "controls": False}
            shown = picture["screen"] != "start"  # which is the teacher's: it names files and what went on before
            surface.bodies = {True: body, False: as_json(without) if shown else b""}
            self._readers.tell(name)


def as_json(content: object) -> bytes:
    """Return plain values as JSON on one line; ValueError for a number that is none."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()

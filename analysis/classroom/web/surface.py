"""A surface, as the server keeps it: its last good picture, the bytes that pages get, and pictures in the making."""

from __future__ import annotations

import asyncio

from analysis.classroom.views.shapes import Snapshot, Text


class Surface:
    """The wall or the desk.

    Attributes
    ----------
    name : str
    picture : dict or None
        The last that could be made.
    begun, shown, settled : int
        How many pictures were begun, which of them is the last one made, and which the last one made or failed.
    making : set of Future
        Those in the making: more than one only while one takes long.
    bodies : dict
        What pages get: with controls (True) and without.
    warning : dict or None
        What has to be said over the picture: the next one takes long, or could not be made.
    failure : str
        Why the last one could not be made; empty if it could.
    asked_at : float
        When a page without a stream last asked for it.
    due, turned : Event
        That a picture is wanted, and that one was made or could not be.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.picture: Snapshot | None = None
        self.begun = self.shown = self.settled = 0
        self.making: set[asyncio.Future[Snapshot]] = set()
        self.bodies: dict[bool, bytes] = {True: b"", False: b""}
        self.warning: Text | None = None
        self.failure = ""
        self.asked_at = float("-inf")
        self.due, self.turned = asyncio.Event(), asyncio.Event()

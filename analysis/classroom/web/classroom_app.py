"""The classroom as an application: its routes behind their guards, and what runs beside them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from analysis.classroom.session.facts import Refused
from analysis.classroom.web.guards import HostCheck, Keys
from analysis.classroom.web.live import Live
from analysis.classroom.web.pages import Pages, not_there, refused
from analysis.classroom.web.ticker import Ticker

AGAIN = 1.0
"""Seconds after which what failed beside the pages is begun again."""

LOG = logging.getLogger("climbdown.classroom")


def classroom_app(live: Live, port: int, hosts: Iterable[str], shared: bool = False) -> Starlette:
    """Return the application of one classroom.

    Parameters
    ----------
    live : Live
        The classroom.
    port : int
        Where it listens; cookies are named after it.
    hosts : iterable of str
        The names under which it answers.
    shared : bool
        Whether the wall is for everybody who reaches it.
    """

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        beside = [asyncio.create_task(_kept_going(work)) for work in (live.run, Ticker(live).run)]
        try:
            yield
        finally:
            for task in beside:
                task.cancel()
            await asyncio.gather(*beside, return_exceptions=True)
            live.close()

    return Starlette(
        routes=Pages(live, Keys(live.course.key, port), shared).routes(),
        middleware=[Middleware(HostCheck, hosts=hosts)],
        exception_handlers={Refused: refused, HTTPException: not_there},
        lifespan=running,
    )


async def _kept_going(work: Callable[[], Awaitable[None]]) -> None:
    """Do what never ends; a fault in it ends no lesson."""
    while True:
        try:
            await work()
        except Exception:
            LOG.exception("a part of the server failed and is begun again")
        await asyncio.sleep(AGAIN)

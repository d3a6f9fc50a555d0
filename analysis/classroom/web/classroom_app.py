"""The classroom as an application: its routes behind their guards, and what runs beside them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from analysis.classroom.session.facts import Refused
from analysis.classroom.web.guards import HostCheck, Keys
from analysis.classroom.web.live import Live
from analysis.classroom.web.pages import Pages, not_there, refused
from analysis.classroom.web.ticker import Ticker


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
        beside = [asyncio.create_task(live.run()), asyncio.create_task(Ticker(live).run())]
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

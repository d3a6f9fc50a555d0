"""Does what runs beside the pages go on whatever befalls it, and end with them?"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from analysis.classroom.web import classroom_app as module
from analysis.classroom.web.classroom_app import classroom_app
from tests.analysis.classroom.web.made_class import MadeClass, ask, live_class


def test_only_known_names_are_answered(tmp_path: Path) -> None:
    app = classroom_app(live_class(tmp_path), 8765, ["here"])
    assert ask(app, "GET", "/static/icon.svg", headers={"Host": "here"}).status_code == 200
    assert ask(app, "GET", "/static/icon.svg", headers={"Host": "there"}).status_code == 421
    gone = ask(app, "GET", "/<b>", headers={"Host": "here"})
    assert (gone.status_code, gone.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_what_runs_beside_begins_and_ends_with_it(tmp_path: Path) -> None:
    made = MadeClass()
    live = live_class(tmp_path, made)
    app = classroom_app(live, 8765, ["here"])

    async def lives() -> None:
        async with app.router.lifespan_context(app):
            await asyncio.sleep(0.05)
            assert len(asyncio.all_tasks()) > 3
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(lives())
    assert made.worker.asked == [("close",)]
    assert not live.course.log.file.exists(), "nothing had begun"


def test_a_part_that_fails_is_begun_again(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(module, "AGAIN", 0.0)
    times = 0

    async def fails() -> None:
        nonlocal times
        times += 1
        if times == 3:
            raise asyncio.CancelledError
        raise ZeroDivisionError("a fault of ours")

    with pytest.raises(asyncio.CancelledError), caplog.at_level(logging.ERROR):
        asyncio.run(module._kept_going(fails))
    assert caplog.text.count("Traceback") == 2

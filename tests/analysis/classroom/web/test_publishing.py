"""Are pictures made outside the loop and not too often, the last good one kept, and what goes wrong said over it?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.classroom.web import publishing
from analysis.classroom.web.publishing import Publisher, as_json
from analysis.classroom.web.streams import Reader
from tests.analysis.classroom.web.made_class import MadeClass, live_class, open_lesson, pressed


class Scene:
    """A classroom whose pictures are looked at."""

    def __init__(self, folder: Path) -> None:
        self.made = MadeClass()
        self.live = live_class(folder, self.made)
        self.publisher = self.live.publisher = Publisher(
            self.live._showing, self.made._snapshot, self.live.readers, patience=0.1
        )

    def play(self, scene: Callable[[], Awaitable[None]]) -> None:
        async def scenes() -> None:
            beside = asyncio.create_task(self.publisher.run())
            await self.live.act(open_lesson())
            try:
                await asyncio.wait_for(scene(), 30)
            finally:
                beside.cancel()
                self.live.close()

        asyncio.run(scenes())

    async def asked(self, controls: bool = True) -> dict[str, Any]:
        return dict(json.loads(await self.publisher.asked("wall", controls)))

    async def until(self, condition: Callable[[], Any]) -> None:
        while not condition():
            await asyncio.sleep(0.01)

    def newest(self) -> dict[str, Any]:
        return dict(json.loads(self.publisher.newest("wall", True) or b"{}"))


def test_what_is_asked_for_shows_what_has_happened(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        for number in range(2, 6):
            await scene.live.act(pressed("note", text=str(number)))
            picture = await scene.asked()
            assert (picture["number"], picture["view"][-1]) == (number, str(number))

    scene.play(play)


def test_no_picture_is_made_that_nobody_looks_at(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        await scene.live.act(pressed("note", text="a"))
        await asyncio.sleep(0.25)
        assert scene.made.pictures == []
        await scene.asked()
        assert {showing.surface for showing in scene.made.pictures} == {"wall"}

    scene.play(play)


def test_many_changes_make_few_pictures_and_the_last_is_shown(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        await scene.asked()
        made = len(scene.made.pictures)
        for number in range(12):
            await scene.live.act(pressed("note", text=str(number)))
        await scene.until(lambda: scene.newest()["number"] == 13)
        assert len(scene.made.pictures) - made < 12

    scene.play(play)


def test_a_picture_that_hangs_is_said_and_later_ones_are_made(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        good = await scene.asked()
        let_go = scene.made.hold("picture")
        await scene.live.act(pressed("note", text="slow"))
        await scene.until(lambda: scene.newest()["alert"])
        assert scene.newest() == good | {"alert": {"id": "app.view_slow"}}
        del scene.made.held["picture"]
        await scene.live.act(pressed("note", text="quick"))
        await scene.until(lambda: scene.newest()["number"] == 3)
        assert scene.newest()["alert"] is None
        let_go.set()
        await asyncio.sleep(0.1)
        assert scene.newest()["view"] == ["slow", "quick"], "one begun earlier does not come over one begun later"

    scene.play(play)


def test_hanging_pictures_do_not_pile_up(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        await scene.asked()
        let_go = scene.made.hold("picture")
        for number in range(publishing.MOST_SLOW + 3):
            await scene.live.act(pressed("note", text=str(number)))
            await asyncio.sleep(0.25)
        surface = scene.publisher._surfaces["wall"]
        assert len(surface.making) == publishing.MOST_SLOW
        let_go.set()
        await scene.until(lambda: scene.newest()["number"] == publishing.MOST_SLOW + 4)

    scene.play(play)


def test_a_picture_that_fails_leaves_the_last_good_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        good = await scene.asked()
        scene.made.failing.add("picture")
        await scene.live.act(pressed("note", text="a"))
        assert await scene.asked() == good | {"alert": {"id": "app.view_failed"}}
        await scene.asked()
        scene.made.failing.clear()
        assert (await scene.asked())["alert"] is None

    scene.play(play)
    assert caplog.text.count("picture has a fault") == 1, "the same is told once"


def test_where_no_picture_was_ever_made_a_bare_one_leads_back(tmp_path: Path) -> None:
    scene = Scene(tmp_path)
    scene.made.failing.add("picture")

    async def play() -> None:
        picture = await scene.asked()
        assert (picture["screen"], picture["alert"]) == ("none", {"id": "app.view_failed"})
        assert [control["act"] for control in picture["view"]["controls"]] == ["undo"]

    scene.play(play)


def test_the_gravest_alert_is_told(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        await scene.asked()
        scene.publisher.alert("act", {"id": "app.interrupted"})
        assert scene.newest()["alert"] == {"id": "app.interrupted"}
        scene.publisher.alert("disk", {"id": "app.disk_full"})
        assert scene.newest()["alert"] == {"id": "app.disk_full"}
        scene.publisher.alert("disk", None)
        assert scene.newest()["alert"] == {"id": "app.interrupted"}
        scene.publisher.alert("act", None)
        assert scene.newest()["alert"] is None

    scene.play(play)


def test_pages_that_lead_nothing_have_no_controls_and_do_not_see_the_start(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        assert (await scene.asked(controls=False)) == (await scene.asked()) | {"controls": False}
        surface = scene.publisher._surfaces["wall"]
        assert surface.picture is not None
        surface.picture["screen"] = "start"
        scene.publisher._push(surface)
        assert scene.publisher.newest("wall", False) == b""

    scene.play(play)


def test_a_page_that_follows_hears_of_a_change_and_of_nothing_that_is_the_same(tmp_path: Path) -> None:
    scene = Scene(tmp_path)

    async def play() -> None:
        reader = Reader(lambda: scene.publisher.newest("wall", True), beat=0.4)
        scene.live.readers.add(reader, "wall")
        scene.publisher.look("wall")
        events = reader.events()
        assert json.loads((await anext(events)).removeprefix(b"data: "))["number"] == 1
        scene.publisher.changed()
        assert await anext(events) == b"event: beat\ndata: {}\n\n"
        await scene.live.act(pressed("note", text="a"))
        assert json.loads((await anext(events)).removeprefix(b"data: "))["number"] == 2

    scene.play(play)


def test_numbers_that_are_none_are_never_sent() -> None:
    assert as_json({"a": "é"}) == '{"a":"é"}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        as_json({"a": float("nan")})

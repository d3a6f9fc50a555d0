"""Does a page get the newest picture and no others, a beat when nothing happens, and a word when it ends?"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.classroom.web.streams import MOST_PER_BROWSER, Reader, Readers


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(work, 30))


@given(st.lists(st.binary(min_size=1, max_size=3).filter(lambda body: b"\n" not in body), max_size=10), st.data())
@settings(max_examples=40, deadline=None)
def test_a_page_that_is_slow_misses_pictures_but_never_the_last(bodies: list[bytes], data: st.DataObject) -> None:
    newest = [b"first"]

    async def scene() -> None:
        reader = Reader(lambda: newest[0])
        events = reader.events()
        got = [await anext(events)]
        for body in bodies:
            newest[0] = bytes(bytearray(body))  # another object, as every picture is
            reader.tell()
            if data.draw(st.booleans()):
                got.append(await anext(events))
        reader.end("bye")
        got += [event async for event in events]
        sent = [event for event in got if event.startswith(b"data: ")]
        assert got[-1] == b"event: bye\ndata: {}\n\n"
        wanted = [b"data: " + body + b"\n\n" for body in [b"first", *bodies]]
        assert _is_within(sent, wanted)

    run(scene())


def _is_within(some: list[bytes], all_of_them: list[bytes]) -> bool:
    """Whether some things are among others, in the same order."""
    rest = iter(all_of_them)
    return all(one in rest for one in some)


def test_the_newest_picture_is_sent_when_the_page_can_take_it() -> None:
    newest = [b"1"]

    async def scene() -> list[bytes]:
        reader = Reader(lambda: newest[0])
        events = reader.events()
        first = await anext(events)
        for number in (b"2", b"3", b"4"):
            newest[0] = number
            reader.tell()
        return [first, await anext(events)]

    assert run(scene()) == [b"data: 1\n\n", b"data: 4\n\n"]


def test_a_stream_in_which_nothing_happens_says_that_it_is_alive() -> None:
    async def scene() -> list[bytes]:
        events = Reader(lambda: b"", beat=0.01).events()
        return [await anext(events), await anext(events)]

    assert run(scene()) == [b"event: beat\ndata: {}\n\n"] * 2


def test_the_oldest_pages_of_a_browser_end_where_there_are_too_many() -> None:
    async def scene() -> None:
        readers = Readers()
        tabs = [Reader(lambda: b"x", "one browser") for _ in range(MOST_PER_BROWSER + 2)]
        others = [Reader(lambda: b"x", "another"), Reader(lambda: b"x"), Reader(lambda: b"x")]
        for reader in (tabs[0], *others, *tabs[1:]):
            readers.add(reader, "wall")
        ended = [[event async for event in tab.events()] for tab in tabs[:2]]
        assert ended == [[b"event: elsewhere\ndata: {}\n\n"]] * 2
        assert (len(readers), readers.of("wall"), readers.of("desk")) == (MOST_PER_BROWSER + 3, MOST_PER_BROWSER + 3, 0)

    run(scene())


def test_news_of_a_surface_are_for_its_pages() -> None:
    async def scene() -> None:
        readers = Readers()
        wall, desk = Reader(lambda: b"x"), Reader(lambda: b"x")
        readers.add(wall, "wall")
        readers.add(desk, "desk")
        readers.tell("desk")
        assert (wall._news.is_set(), desk._news.is_set()) == (False, True)
        readers.remove(wall)
        readers.remove(wall)
        readers.end()
        assert [event async for event in desk.events()] == [b"event: bye\ndata: {}\n\n"]

    run(scene())

"""Do acts go in the order in which they came, with none held up for long by one that hangs?"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.classroom.web.turns import Turns, in_thread


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(asyncio.wait_for(work, 30))


@given(st.lists(st.integers(0, 3), max_size=12))
@settings(max_examples=30, deadline=None)
def test_turns_are_taken_in_order(lengths: list[int]) -> None:
    done: list[int] = []

    async def one(turns: Turns, name: int, length: int) -> None:
        async with turns.turn():
            for _ in range(length):
                await asyncio.sleep(0)
            done.append(name)

    async def all_of_them() -> None:
        turns = Turns()
        await asyncio.gather(*(one(turns, name, length) for name, length in enumerate(lengths)))
        assert turns.waiting == 0

    run(all_of_them())
    assert done == [*range(len(lengths))]


def test_one_that_hangs_lets_others_by_and_they_keep_their_order() -> None:
    done: list[str] = []

    async def take(turns: Turns, name: str, hang: asyncio.Event | None = None) -> None:
        async with turns.turn():
            if hang is not None:
                await hang.wait()
            await asyncio.sleep(0.01)
            done.append(name)

    async def scene() -> None:
        turns, let_go = Turns(patience=0.05), asyncio.Event()
        hanging = asyncio.create_task(take(turns, "hangs", let_go))
        await asyncio.sleep(0)
        await asyncio.gather(*(take(turns, name) for name in "abc"))
        assert (done, turns.waiting) == (["a", "b", "c"], 1)
        let_go.set()
        await hanging
        await take(turns, "d")

    run(scene())
    assert done == ["a", "b", "c", "hangs", "d"]


def test_one_that_goes_away_before_its_turn_holds_up_nobody() -> None:
    async def scene() -> list[str]:
        turns, done, let_go = Turns(patience=20), [], asyncio.Event()

        async def take(name: str, wait: bool = False) -> None:
            async with turns.turn():
                if wait:
                    await let_go.wait()
                done.append(name)

        first = asyncio.create_task(take("first", wait=True))
        gone = asyncio.create_task(take("gone"))
        third = asyncio.create_task(take("third"))
        await asyncio.sleep(0.01)
        gone.cancel()
        await asyncio.sleep(0.01)
        let_go.set()
        await asyncio.gather(first, third)
        return done

    assert run(scene()) == ["first", "third"]


def test_work_in_a_thread_gives_its_result_or_its_error() -> None:
    def fails() -> None:
        raise ValueError("no")

    async def scene() -> None:
        assert await in_thread(divmod, 7, 2) == (3, 1)
        with pytest.raises(ValueError, match="no"):
            await in_thread(fails)

    run(scene())


def test_a_thread_that_hangs_takes_no_place_and_keeps_no_process_alive() -> None:
    let_go = threading.Event()

    async def scene() -> None:
        hanging = [asyncio.create_task(in_thread(let_go.wait)) for _ in range(40)]
        await asyncio.sleep(0)
        assert await in_thread(lambda: threading.current_thread().daemon)
        for task in hanging:
            task.cancel()

    run(scene())
    let_go.set()

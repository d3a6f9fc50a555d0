"""Does the classroom do acts once, in order, and only if they were written; and does it have worlds counted?"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.classroom.session.facts import Refused
from analysis.classroom.session.folding import replayed
from analysis.classroom.session.state import Counted, Session
from analysis.classroom.web.event_log import NotWritten, read
from analysis.classroom.web.live import MOST_WAITING, Live
from tests.analysis.classroom.session.teaching import PREDICT, WATCH
from tests.analysis.classroom.web.made_class import MadeClass, live_class, open_lesson, pressed

COUNTED = Counted(1000, 400, 0.37, 0.43, (True,) * 100, ("x",) * 100)


def played(live: Live, scene: Callable[[Live], Awaitable[None]]) -> None:
    """Play a scene in a classroom whose parts run beside it, then end it."""

    async def scenes() -> None:
        beside = asyncio.create_task(live.run())
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(scene(live), 30)
        finally:
            beside.cancel()
            await asyncio.gather(beside, return_exceptions=True)
            live.close()

    asyncio.run(scenes())


async def refusal(work: Awaitable[Any]) -> tuple[int, str]:
    with pytest.raises(Refused) as raised:
        await work
    return raised.value.status, raised.value.message


def test_an_act_is_written_folded_and_done_once(tmp_path: Path) -> None:
    live = live_class(tmp_path)

    async def scene(live: Live) -> None:
        assert await live.act(open_lesson()) == {"number": 1, "dup": False}
        post = pressed("note", key="the-same", text="a")
        assert await live.act(post) == {"number": 2, "dup": False}
        assert await live.act(pressed("note", text="b")) == {"number": 3, "dup": False}
        assert await live.act(post) == {"number": 2, "dup": True}
        assert live.course.session.notes == ("a", "b")

    played(live, scene)
    facts, _ = read(live.course.log.file)
    assert replayed(facts) == live.course.session
    assert [fact.kind for fact in facts] == ["opened", "noted", "noted"]


def test_an_act_that_comes_to_nothing_is_done_all_the_same(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        nothing = pressed("names", key="real-names", real=True)
        assert await live.act(nothing) == {"number": 1, "dup": False}
        await live.act(pressed("names", real=False))
        assert await live.act(nothing) == {"number": 1, "dup": True}, "done late it would undo what came after it"

    played(live_class(tmp_path), scene)


@given(held=st.lists(st.booleans(), min_size=1, max_size=8))
@settings(max_examples=10, deadline=None)
def test_acts_at_the_same_time_keep_their_order(tmp_path_factory: pytest.TempPathFactory, held: list[bool]) -> None:
    made = MadeClass()

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        acts = [live.act(pressed("note", text=str(place))) for place, _ in enumerate(held)]
        answers = await asyncio.gather(*acts)
        assert [answer["number"] for answer in answers] == [*range(2, len(held) + 2)]
        assert live.course.session.notes == tuple(str(place) for place, _ in enumerate(held))

    played(live_class(tmp_path_factory.mktemp("live"), made), scene)


def test_an_act_that_hangs_is_refused_and_never_done(tmp_path: Path) -> None:
    made = MadeClass()
    let_go = made.hold("play")

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        await live.act(pressed("go", step=WATCH))
        number = live.course.number
        live._turns._patience = 0.05
        hanging = asyncio.create_task(refusal(live.act(pressed("play", key="it-hangs"))))
        await asyncio.sleep(0)
        assert await live.act(pressed("note", text="by")) == {"number": number + 1, "dup": False}
        assert await hanging == (503, "refused.slow")
        let_go.set()
        await asyncio.sleep(0.1)
        assert (live.course.number, live.course.session.watching.playing) == (number + 1, False)
        assert await live.act(pressed("play", key="it-hangs")) == {"number": number + 2, "dup": False}

    played(live_class(tmp_path, made, limit=0.4), scene)


def test_an_act_that_was_overtaken_is_worked_out_anew(tmp_path: Path) -> None:
    made = MadeClass()
    let_go = made.hold("undo")

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        live._turns._patience = 0.02
        slow = asyncio.create_task(live.act(pressed("undo")))
        await asyncio.sleep(0)
        await live.act(pressed("go", step=WATCH))
        let_go.set()
        await slow
        facts = live.course.facts
        assert (facts[-1].kind, facts[-1].what) == ("undone", {"kind": "went"}), "not that which was last when it came"

    played(live_class(tmp_path, made), scene)


def test_a_fault_in_an_act_changes_nothing_and_is_said(tmp_path: Path) -> None:
    made = MadeClass()
    made.failing.add("note")

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        assert await refusal(live.act(pressed("note", text="a"))) == (500, "refused.failed")
        assert live.course.number == 1

    played(live_class(tmp_path, made), scene)


def test_what_cannot_be_written_has_not_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live = live_class(tmp_path)

    def full(_: Any) -> None:
        raise NotWritten("disk full")

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        with monkeypatch.context() as patch:
            patch.setattr(live.course.log, "append", full)
            post = pressed("note", key="once-again", text="a")
            assert await refusal(live.act(post)) == (507, "refused.disk_full")
            assert live.course.session.notes == ()
        assert await live.act(post) == {"number": 2, "dup": False}

    played(live, scene)


def test_what_was_pressed_before_another_step_came_up_is_refused(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        await live.act(pressed("go", seen=1, step=WATCH))
        moved = live.course.number
        assert await refusal(live.act(pressed("play", seen=1))) == (409, "refused.stale")
        assert await refusal(live.act(pressed("play", seen=moved + 1))) == (409, "refused.stale")
        assert await refusal(live.act(pressed("play", session="another"))) == (409, "refused.other_session")
        await live.act(pressed("note", text="a"))
        await live.act(pressed("play", seen=moved, session=live.course.name))
        assert live.course.session.watching.playing

    played(live_class(tmp_path), scene)


def test_too_much_at_once_is_turned_away(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        acts = [live.act(pressed("note", text="a")) for _ in range(MOST_WAITING + 5)]
        answers = await asyncio.gather(*acts, return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, Refused)]
        assert [(one.status, one.message) for one in refused] == [(429, "refused.busy")] * 5

    played(live_class(tmp_path), scene)


def test_a_week_is_shown_only_while_something_plays(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        await live.next_week()
        await live.act(open_lesson())
        await live.act(pressed("go", step=WATCH))
        await live.next_week()
        assert live.course.session.watching.day == 0
        await live.act(pressed("play"))
        await live.next_week()
        assert live.course.session.watching.day > 0

    played(live_class(tmp_path), scene)


def test_worlds_are_counted_after_the_first_picture_and_only_once(tmp_path: Path) -> None:
    made = MadeClass()

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        await live.act(pressed("go", step=WATCH))
        assert made.worker.asked == [], "no page has its first picture"
        live.shown()
        live.shown()
        await live.act(pressed("note", text="a"))
        await _settled(live)
        (start, count) = made.worker.asked
        assert (start[0], count[0], count[1], count[4:]) == (
            "start",
            "count",
            f"made/{PREDICT}/1000",
            ("first_voice", 1000),
        )
        made.worker.results.append((count[1], COUNTED))
        live.from_worker()
        while PREDICT not in live.course.session.forecasts:
            await asyncio.sleep(0.01)
        assert live.course.session.forecasts[PREDICT].counted == COUNTED

    played(live_class(tmp_path, made), scene)


def test_a_count_that_is_called_off_is_stopped(tmp_path: Path) -> None:
    made = MadeClass()

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        live.shown()
        await live.act(pressed("go", step=PREDICT))
        await live.act(pressed("cancel"))
        await _settled(live)
        assert [asked[0] for asked in made.worker.asked] == ["start", "count", "cancel"]

    played(live_class(tmp_path, made), scene)
    assert made.worker.asked[-1] == ("close",)


def test_a_count_that_could_not_be_kept_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = MadeClass()

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        live.shown()
        await live.act(pressed("go", step=PREDICT))
        await _settled(live)
        with monkeypatch.context() as patch:
            patch.setattr(live.course.log, "append", _raise)
            made.worker.results.append((made.worker.asked[-1][1], COUNTED))
            live.from_worker()
            while made.worker.results:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
        await live.act(pressed("note", text="there is room again"))
        await _settled(live)
        assert [asked[0] for asked in made.worker.asked] == ["start", "count", "count"]

    played(live_class(tmp_path, made), scene)


def test_an_interruption_is_written_where_something_ran(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        await live.interrupted(0.0)
        await live.act(open_lesson())
        await live.interrupted(0.0)
        assert live.course.number == 1, "no clock has begun"
        await live.act(pressed("go", step=WATCH))
        await live.interrupted(0.5)
        assert (live.course.facts[-1].kind, live.course.facts[-1].what) == ("interrupted", {"since": 0.5})

    played(live_class(tmp_path), scene)


def test_another_lesson_after_the_end_has_a_log_of_its_own(tmp_path: Path) -> None:
    live = live_class(tmp_path)
    first, key = live.course, live.course.key

    async def scene(live: Live) -> None:
        await live.act(open_lesson())
        await live.act(pressed("end"))
        assert await live.act(open_lesson()) == {"number": 1, "dup": False}
        assert (live.course.key, live.course is first) == (key, False)
        assert await refusal(live.act(pressed("resume"))) == (409, "refused.lesson_open")

    played(live, scene)
    assert [fact.kind for fact in read(first.log.file)[0]] == ["opened", "ended"]


def test_the_session_of_before_is_put_in_the_place_of_one_that_is_empty(tmp_path: Path) -> None:
    before = live_class(tmp_path)

    async def begin(live: Live) -> None:
        await live.act(open_lesson())

    played(before, begin)
    live = live_class(tmp_path)
    empty = live.course.log.file

    async def scene(live: Live) -> None:
        await live.act(pressed("resume", key="go-on-with-it"))
        assert (live.course.name, live.course.number) == (before.course.name, 1)
        assert (await live.act(pressed("resume", key="go-on-with-it")))["dup"]

    played(live, scene)
    assert not empty.exists()


def test_nothing_kept_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    async def scene(live: Live) -> None:
        assert await refusal(live.act(pressed("resume"))) == (409, "refused.nothing_kept")
        assert live.course.session == Session()

    played(live_class(tmp_path), scene)


def _raise(_: Any) -> None:
    raise NotWritten("disk full")


async def _settled(live: Live) -> None:
    """Wait until what was asked of the worker has been."""
    while live._doing is not None and not live._doing.done():
        await asyncio.sleep(0.01)

"""What is remembered is right, worked out once at a time, and no more than was asked for."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.worlds.remembered import Remembered


@given(st.integers(1, 5), st.lists(st.integers(0, 8)))
def test_answers_are_right_and_those_asked_for_last_are_kept(most: int, keys: list[int]) -> None:
    remembered: Remembered[int] = Remembered(most)
    worked_out: list[int] = []
    model: OrderedDict[int, None] = OrderedDict()
    expected: list[int] = []

    def square(key: int) -> int:
        worked_out.append(key)
        return key * key

    for key in keys:
        assert remembered.get(key, lambda key=key: square(key)) == key * key  # type: ignore[misc]
        if key not in model:
            expected.append(key)
        model[key] = None
        model.move_to_end(key)
        while len(model) > most:
            model.popitem(last=False)
        assert len(remembered) == len(model)
    assert worked_out == expected


def test_threads_that_ask_at_once_share_one_answer() -> None:
    remembered: Remembered[object] = Remembered(2)
    together, may_end, times = Barrier(8), Event(), []

    def work_out() -> object:
        times.append(1)
        may_end.wait(10)
        return object()

    def ask(_: int) -> object:
        together.wait(10)
        return remembered.get("key", work_out)

    with ThreadPoolExecutor(8) as threads:
        found = [threads.submit(ask, number) for number in range(8)]
        may_end.set()
        answers = {id(one.result(10)) for one in found}
    assert len(answers) == len(times) == 1


def test_what_fails_is_raised_and_tried_again() -> None:
    remembered: Remembered[int] = Remembered(2)
    with pytest.raises(ZeroDivisionError):
        remembered.get("key", lambda: 1 // 0)
    assert len(remembered) == 0
    assert remembered.get("key", lambda: 3) == 3

"""What was worked out once is there the next time: the last few answers to a question, asked from any thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Remembered(Generic[Answer]):
    """The answers used last, each worked out once however many threads ask for it at the same time.

    Parameters
    ----------
    most : int
        How many are kept; the one that was not asked for longest goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, Future[Answer]] = OrderedDict()

    def get(self, key: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """Return the answer kept under a key, or work it out and keep it.

        What fails is raised for everybody who waits for it, and is tried again by the next who asks.
        """
        with self._lock:
            found = self._kept.get(key)
            ours = found is None
            future: Future[Answer] = Future() if found is None else found
            self._kept[key] = future
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        if ours:
            self._settle(key, future, work_out)
        return future.result()

    def _settle(self, key: Hashable, future: Future[Answer], work_out: Callable[[], Answer]) -> None:
        try:
            future.set_result(work_out())
        except BaseException as wrong:  # noqa: BLE001 - whoever waits is told, whatever it is
            with self._lock:
                if self._kept.get(key) is future:
                    del self._kept[key]
            future.set_exception(wrong)

    def __len__(self) -> int:
        return len(self._kept)

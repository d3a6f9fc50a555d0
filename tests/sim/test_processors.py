"""Are only those processors counted that this process may use?"""

from __future__ import annotations

import os

import pytest

from sim.processors import processors


def test_there_is_at_least_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert processors() == 1


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="only some systems say which")
def test_processors_withheld_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3})
    assert processors() == 1

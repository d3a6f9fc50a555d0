"""Does nothing happen unasked, and exactly what was asked for at the time asked for?"""

from __future__ import annotations

import errno
from collections import Counter

import pytest

from analysis.studies import cut_moments as moments


def test_nothing_happens_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(moments.VARIABLE, raising=False)
    for moment in moments.MOMENTS:
        moments.reach(moment)


def test_the_disk_is_full_the_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(moments.VARIABLE, "full@part-named:2")
    monkeypatch.setattr(moments, "_seen", Counter())
    moments.reach("part-written")
    moments.reach("part-named")
    with pytest.raises(OSError, match="space") as caught:
        moments.reach("part-named")
    assert caught.value.errno == errno.ENOSPC
    moments.reach("part-named")

"""Which tests reach which lines, and how long each takes: measured once by coverage, kept beside the journal."""

from __future__ import annotations

import json
import signal
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from tests.mutants.operators import ROOT
from tests.mutants.running import passes

LONGEST_TEST = 3.0
"""A test that takes longer without the compiled engine is of no use here."""
GOLDEN = "tests/agreement"
"""Recorded transcripts notice every change and explain none: the score is taken without them."""


class Reach(NamedTuple):
    """For each file and line the tests that execute it; how long each test takes."""

    lines: dict[str, dict[int, list[str]]]
    seconds: dict[str, float]

    def tests(self, places: list[tuple[str, int]]) -> list[str]:
        """The tests that execute any of some lines, the quickest first."""
        found = {test for file, line in places for test in self.lines.get(file, {}).get(line, [])}
        return sorted(found, key=lambda test: (self.seconds[test], test))


class TooLongError(BaseException):
    """A test has had its time."""


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError


def measure(items: dict[str, pytest.Item], files: list[str]) -> Reach:
    """Run every test once under coverage; those that fail or take too long without numba reach nothing."""
    from coverage import Coverage

    cover = Coverage(include=[str(ROOT / file) for file in files], data_file=None, config_file=False, plugins=[])
    seconds: dict[str, float] = {}
    good: set[str] = set()
    signal.signal(signal.SIGVTALRM, _ring)
    cover.start()
    for name, item in items.items():
        cover.switch_context(name)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_TEST)
        try:
            if passes(item):
                good.add(name)
        except TooLongError:
            pass
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        seconds[name] = round(time.process_time() - start, 4)
    cover.stop()
    return Reach(_lines(cover, good), seconds)


def known_so_far(items: dict[str, pytest.Item], files: list[str], kept: Path) -> Reach:
    """What tests reach; only those that were not there before are measured."""
    old = read(kept) if kept.exists() else Reach({}, {})
    new = {name: item for name, item in items.items() if name not in old.seconds}
    if not new:
        return old
    found = joined(old, measure(new, files))
    write(found, kept)
    return found


def joined(one: Reach, other: Reach) -> Reach:
    """What the tests of both reach."""
    lines: dict[str, dict[int, list[str]]] = {}
    for part in (one, other):
        for file, at in part.lines.items():
            for line, tests in at.items():
                lines.setdefault(file, {}).setdefault(line, []).extend(tests)
    return Reach(lines, one.seconds | other.seconds)


def _lines(cover: object, good: set[str]) -> dict[str, dict[int, list[str]]]:
    data = cover.get_data()  # type: ignore[attr-defined]
    found: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for path in data.measured_files():
        for line, contexts in data.contexts_by_lineno(path).items():
            tests = [name for name in contexts if name in good]
            if tests:
                found[str(Path(path).relative_to(ROOT))][line] = tests
    return dict(found)


def write(reach: Reach, path: Path) -> None:
    """Keep it: tests are numbered, since each stands on many lines."""
    numbers = {name: k for k, name in enumerate(reach.seconds)}
    lines = {f: {str(n): [numbers[t] for t in tests] for n, tests in at.items()} for f, at in reach.lines.items()}
    path.write_text(json.dumps({"seconds": reach.seconds, "lines": lines}), encoding="utf-8")


def read(path: Path) -> Reach:
    """What :func:`write` kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    names = list(kept["seconds"])
    lines = {f: {int(n): [names[k] for k in tests] for n, tests in at.items()} for f, at in kept["lines"].items()}
    return Reach(lines, kept["seconds"])

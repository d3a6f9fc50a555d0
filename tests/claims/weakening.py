"""A test of the tests: does some test of a claim fail when its mechanism is a hundredth of itself, or gone?

``python -m tests.claims.weakening`` makes each change of ``weakened.yaml`` in turn and runs the tests of its row in
``test_sizes*.py``, which are quick; with ``--all`` those of every file, with ``--first`` one change of each row.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.mutants.named import BROKEN, NO_TEST, edit
from tests.mutants.operators import Mutant
from tests.mutants.running import SURVIVED, collect, in_a_child
from tests.mutants.swapping import put_in

FOLDER = Path(__file__).parent
SIZES = ("tests/claims/test_sizes.py", "tests/claims/test_sizes_further.py")
SECONDS = 120.0


class Weakened(NamedTuple):
    """One number or part of a mechanism, and the edit that all but takes it away."""

    row: int
    words: str
    file: str
    function: str
    old: str
    new: str

    @property
    def name(self) -> str:
        """What the change is called."""
        return f"{self.row:02d} {self.words}"

    def mutant(self) -> Mutant:
        """The edit."""
        return edit(self.file, self.function, self.old, self.new)


def weakened() -> list[Weakened]:
    """Every change, by row."""
    entries = yaml.safe_load((FOLDER / "weakened.yaml").read_text(encoding="utf-8"))
    return [Weakened(**entry) for entry in entries]


def tests_of(row: int, items: Mapping[str, pytest.Item]) -> list[pytest.Item]:
    """The collected tests of a row, those of sizes first."""
    stem = f"::test_claim_{row:02d}_"
    names = sorted((name for name in items if stem in name), key=lambda name: not name.startswith(SIZES))
    return [items[name] for name in names]


def verdict(entry: Weakened, items: Mapping[str, pytest.Item]) -> str:
    """What became of one change."""
    tests = tests_of(entry.row, items)
    if not tests:
        return NO_TEST
    if in_a_child(tests, lambda: None, SECONDS).status != SURVIVED:
        return BROKEN
    return in_a_child(tests, lambda: put_in(entry.mutant()), SECONDS).status


def main() -> None:
    """Print what became of each as JSON, the last line of what is printed."""
    found: dict[str, str] = {}

    entries = weakened()
    if "--first" in sys.argv:
        entries = list({entry.row: entry for entry in reversed(entries)}.values())

    def work(items: Mapping[str, pytest.Item]) -> None:
        found.update({entry.name: verdict(entry, items) for entry in entries})

    collect(["tests/claims"] if "--all" in sys.argv else list(SIZES), work)
    sys.stdout.write(json.dumps(found) + "\n")
    sys.exit(0 if set(found.values()) == {"killed"} else 1)


if __name__ == "__main__":
    main()

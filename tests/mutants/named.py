"""Wrong rules that have a name: each must be noticed by the test that it names (``python -m tests.mutants.named``)."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.mutants.operators import ROOT, Mutant
from tests.mutants.running import SURVIVED, collect, in_a_child
from tests.mutants.swapping import put_in

FOLDER = Path(__file__).parent
SECONDS = 60.0
NO_TEST = "no such test"
BROKEN = "fails without it"


class Named(NamedTuple):
    """A wrong rule: where, what it says instead, and which test notices."""

    name: str
    file: str
    function: str
    old: str
    new: str
    test: str

    def mutant(self) -> Mutant:
        """The edit."""
        return edit(self.file, self.function, self.old, self.new)


def edit(file: str, function: str, old: str, new: str) -> Mutant:
    """The mutant in which a text of a function, which must stand there exactly once, says something else."""
    source = (ROOT / file).read_text(encoding="utf-8")
    first, last = _lines(source, function)
    whole = source.splitlines(keepends=True)
    before = len("".join(whole[: first - 1]))
    body = "".join(whole[first - 1 : last])
    assert body.count(old) == 1, f"{file}: {old!r} stands {body.count(old)} times in {function}"
    start = before + body.index(old)
    return Mutant(file, function, "named", first, start, start + len(old), old, new)


def _lines(source: str, function: str) -> tuple[int, int]:
    """First and last line of a function, or of a method that is named with its class."""
    *classes, name = function.split(".")
    body = ast.parse(source).body
    for owner in classes:
        body = next((node.body for node in body if isinstance(node, ast.ClassDef) and node.name == owner), [])
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node.lineno, node.end_lineno or node.lineno
    raise AssertionError(f"no function {function}")


def named() -> list[Named]:
    """All of them."""
    return [Named(**entry) for entry in yaml.safe_load((FOLDER / "named.yaml").read_text(encoding="utf-8"))]


def verdicts(items: Mapping[str, pytest.Item], wanted: list[Named]) -> dict[str, str]:
    """What became of each: killed, survived, or why it could not be told."""
    found = {}
    for entry in wanted:
        tests = [item for name, item in items.items() if name.startswith(entry.test)]
        if not tests:
            found[entry.name] = NO_TEST
        elif in_a_child(tests, lambda: None, SECONDS).status != SURVIVED:
            found[entry.name] = BROKEN
        else:
            mutant = entry.mutant()
            found[entry.name] = in_a_child(tests, lambda put=mutant: put_in(put), SECONDS).status
    return found


def main() -> None:
    """Print what became of each as JSON, the last line of what is printed."""
    wanted = named()
    found: dict[str, str] = {}
    files = sorted({entry.test.partition("::")[0] for entry in wanted})
    collect(files, lambda items: found.update(verdicts(items, wanted)))
    sys.stdout.write(json.dumps(found) + "\n")
    sys.exit(0 if set(found.values()) == {"killed"} else 1)


if __name__ == "__main__":
    main()

"""Are functions as plain as promised, by the paths through them that radon counts?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit
from radon.visitors import Function

from tests.architecture.source_tree import SHIPPED, python_files, report, text

MOST = 10
PLAIN = 8
MOST_NOT_PLAIN = 10 / 1000
"""Share of the functions that may be over :data:`PLAIN`."""

RULES = Path("sim", "rules")


class Counted(NamedTuple):
    """A function or method, and how many paths lead through it."""

    path: Path
    line: int
    name: str
    complexity: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.name} has a complexity of {self.complexity}"


def counted(path: Path, source: str) -> Iterator[Counted]:
    """Every function of a file but those inside functions, which count as part of the outer one."""
    for block in cc_visit(source):
        if isinstance(block, Function):
            yield Counted(path, block.lineno, block.fullname, block.complexity)


@cache
def functions() -> tuple[Counted, ...]:
    """Every function that is shipped, the least plain first."""
    found = [function for path in python_files(*SHIPPED) for function in counted(path, text(path))]
    return tuple(sorted(found, key=lambda function: -function.complexity))


def over(limit: int) -> list[Counted]:
    return [function for function in functions() if function.complexity > limit]


def test_paths_are_counted_in_functions_and_methods() -> None:
    source = "def one(x):\n    return 1 if x else 2\n\nclass Two:\n    def three(self):\n        return 3\n"
    found = {function.name: function.complexity for function in counted(Path("a.py"), source)}
    assert found == {"one": 2, "Two.three": 1}


def test_no_function_is_tangled() -> None:
    tangled = over(MOST)
    assert not tangled, report([f"{function}, over {MOST}" for function in tangled])


def test_nearly_every_function_is_plain() -> None:
    allowed = int(MOST_NOT_PLAIN * len(functions()))
    found = over(PLAIN)
    told = f"{len(found)} of {len(functions())} functions are over {PLAIN}; {allowed} may be"
    assert len(found) <= allowed, report([told, *map(str, found)])


def test_every_rule_is_plain() -> None:
    found = [function for function in over(PLAIN) if function.path.is_relative_to(RULES)]
    assert not found, report([f"{function}, over {PLAIN}" for function in found])

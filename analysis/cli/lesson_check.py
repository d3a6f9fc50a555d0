"""A lesson file for `climbdown check`: what is wrong with it, and whether it keeps what it promises when counted."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from analysis.cli.errors import UserError
from analysis.cli.printing import say, tell

if TYPE_CHECKING:
    from analysis.classroom.lessons.lesson import Lesson

SIZES = ("steps", "sliders", "claims")


def checked_lesson(name: str, settings: list[str], count: bool) -> dict[str, Any] | None:
    """Return what there is to say of a lesson, as `check` has it; None for anything that is none.

    Parameters
    ----------
    name : str
        A shipped lesson, or the path of a file.
    settings : list of str
        What ``--set`` asked for, which no lesson takes.
    count : bool
        Whether its worlds are counted too.
    """
    from analysis.classroom.lessons.reading import is_lesson, read_lesson
    from sim.files.problems import Problem, ScenarioError

    if not is_lesson(name):
        return None
    if settings:
        raise UserError(f"{name} is a lesson, and --set changes a scenario; a lesson is changed by its sliders")
    notes: list[Problem] = []
    try:
        lesson = read_lesson(name, notes)
    except ScenarioError as error:
        problems = [problem._asdict() for problem in error.problems]
        return {"lesson": name, "valid": False, "problems": problems, "notes": []}
    result: dict[str, Any] = {
        "lesson": name,
        "valid": True,
        "problems": [],
        "notes": [note._asdict() for note in notes],
        "minutes": lesson.minutes,
        **{key: len(getattr(lesson, key)) for key in SIZES},
    }
    return result | (_counted(lesson) if count else {})


def _counted(lesson: Lesson) -> dict[str, Any]:
    from analysis.classroom.lessons.recount import recount, told

    with _warned_plainly():
        found = recount(lesson)
    faults = list(found.faults())
    claims = [{"told": claim.told, **claim.found.named(), "holds": claim.holds} for claim in found.claims]
    counts = {"spoken": found.voice.named(), "first_luck": found.luck, "claims": claims}
    return {"valid": not faults, "counted": counts, "told": list(told(found)), "faults": faults}


@contextmanager
def _warned_plainly() -> Iterator[None]:
    """Tell warnings, such as that the engine is being compiled, in their own words and without lines of code."""
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *_, **__: tell(str(message))
        yield


def tell_lesson(result: dict[str, Any]) -> None:
    """Print what `check` found of a lesson, its problems and notes aside."""
    if "minutes" in result:
        sizes = ", ".join(_several(result[key], key) for key in SIZES)
        word = "valid" if result["valid"] else "well-formed"  # what it promises is told as a fault
        say([f"{result['lesson']}: {word} (a lesson of {result['minutes']:g} minutes; {sizes})"])
    say([f"  {line}" for line in result.get("told", [])])
    for line in result.get("faults", []):
        tell(f"{result['lesson']}: {line}")


def _several(count: int, things: str) -> str:
    return f"{count} {things.removesuffix('s') if count == 1 else things}"

"""Which run a lesson opens with, by a rule: a typical one of those that show what the lesson is about.

1. Of the first thousand lucks under the lesson's seed, those are taken in which the lesson's first comparison changes
   the answer to its first question that a measure answers, the way round that is commoner. In a lesson that compares
   nothing they are those that answer with yes. Where no question has a measure, it is whether the leaders speak.
2. Of these, the one whose leaders first speak on the median day, in whichever of both worlds they do so first; never
   counts as the horizon. Of equal ones it is the lowest number.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.classroom.lessons.lesson import PARAMETERS, Lesson
from analysis.classroom.lessons.many_answers import answers, known_measures
from analysis.estimates import Estimate, share
from sim.run import run_many
from sim.scenario import Scenario

LUCKS = 1000
VOICE = "first_voice_days"
"""Days until the leaders speak."""

VOICED = (0.3, 0.8)
"""In how many of its worlds (0 to 1) a lesson's leaders speak: something may happen, and need not."""


class NothingShownError(ValueError):
    """No luck shows what a lesson is about; says what was looked for."""


def first_luck(lesson: Lesson, threads: int | None = None) -> int:
    """Return the number of the run that the rule chooses for a lesson.

    Parameters
    ----------
    lesson : Lesson
        What its file says of the first luck is not looked at.
    threads : int, optional
        As in :func:`sim.run.run_many`.

    Raises
    ------
    NothingShownError
        When none of the lucks shows it.
    """
    measure, worlds = _question(lesson), _worlds(lesson)
    tables = _tables(worlds, lesson.seed, threads)
    said = [answers(table, measure, world) for table, world in zip(tables, worlds, strict=True)]
    shown = np.flatnonzero(said[0] if len(said) == 1 else _turned(*said))
    if not shown.size:
        raise NothingShownError(f"none of {LUCKS:,} lucks shows {measure} {'happen' if len(said) == 1 else 'change'}")
    days = np.minimum.reduce([_voice_days(table, world) for table, world in zip(tables, worlds, strict=True)])
    order = shown[np.argsort(days[shown], kind="stable")]
    middle = days[order[(len(order) - 1) // 2]]
    return int(next(luck for luck in order if days[luck] == middle))


def voice_share(lesson: Lesson, threads: int | None = None) -> Estimate:
    """Return in how many of its worlds a lesson's leaders speak before the horizon, with its 95% interval."""
    table = _tables([lesson.scenario], lesson.seed, threads)[0]
    return share(answers(table, VOICE, lesson.scenario))


def _question(lesson: Lesson) -> str:
    return next((step.question.measure for step in lesson.steps if step.question.measure), VOICE)


def _worlds(lesson: Lesson) -> list[Scenario]:
    """The world as the file has it, and what it is compared with first: both columns of that comparison."""
    compared = [step.settings or {} for step in lesson.steps if step.screen == "compare"]
    return [lesson.scenario, *(lesson.world(settings) for settings in compared[:1])]


def _tables(worlds: list[Scenario], seed: int, threads: int | None) -> list[pd.DataFrame]:
    table = run_many(worlds, seed, LUCKS, PARAMETERS, threads).table()
    return [table[table["row"] == row].sort_values("run").reset_index(drop=True) for row in range(len(worlds))]


def _voice_days(table: pd.DataFrame, world: Scenario) -> NDArray[np.float64]:
    """Days until the leaders first speak, at most the horizon."""
    return known_measures(table, [world])[VOICE].within(table)


def _turned(first: NDArray[np.bool_], second: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the second answers otherwise than the first, the way round that is commoner (from no to yes, of equals)."""
    to_yes, to_no = ~first & second, first & ~second
    return to_yes if to_yes.sum() >= to_no.sum() else to_no

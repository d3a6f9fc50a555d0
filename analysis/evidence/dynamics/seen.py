"""What is read off a table of runs for a row: one truth or one number for each run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sim.vocabulary.outcomes import AGREED

if TYPE_CHECKING:
    from sim.results.runs import Runs

Truths = NDArray[np.bool_]
Numbers = NDArray[np.float64]


def spoke(runs: Runs) -> Truths:
    """Whether the leaders ever spoke, on the line or in person."""
    return np.asarray(runs.measures["first_voice_day"] >= 0)


def agreed(runs: Runs) -> Truths:
    """Whether an agreement stands at the end."""
    return np.isin(runs.outcomes, AGREED)


def ended(runs: Runs, word: str) -> Truths:
    """Whether a run ends in a class."""
    return np.asarray(runs.outcomes == word)


def number(runs: Runs, *columns: str) -> Numbers:
    """The sum of some measures."""
    return np.asarray(sum(runs.measures[column] for column in columns), dtype=np.float64)


def first_asks(runs: Runs, side: str | None = None) -> tuple[Truths, Numbers]:
    """Whether somebody (or one side) was the first to ask for a call or a meeting, and the days at risk until then."""
    day = runs.measures["first_ask_day"]
    asked = day >= 0
    at_risk = np.where(asked, day, runs.measures["end_day"])
    if side is not None:
        who = sorted(runs.scenarios[0].leaders).index(side)
        asked = asked & (runs.measures["first_ask_by"] == who)
    return asked, at_risk


def voice_days(runs: Runs) -> Numbers:
    """Days until the leaders first speak, at most the horizon."""
    day = runs.measures["first_voice_day"]
    return np.where(day >= 0, day, float(runs.scenarios[0].horizon_days))


def shares_settled(runs: Runs) -> dict[str, Any]:
    """By divisible issue, the share that the first side got in the runs that end in a deal."""
    dealt = runs.measures["deal_day"] >= 0
    issues = runs.scenarios[0].issues
    return {key: runs.measures[f"settlement_{key}"][dealt] for key, issue in issues.items() if issue.divisible}

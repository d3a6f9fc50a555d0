"""How the size of an effect is held against what it is now: for tests/claims/test_sizes*.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sim.engines.mesa import NegotiationModel
from sim.files import vary
from sim.policies.simple import always
from sim.results.trajectory import Trajectory
from sim.rules.observe.sight import look
from tests.claims.stage import (
    CASE,
    STILL,
    Changes,
    answers_freely,
    once,
    play,
    reason,
    rows,
    series,
)

WITHIN = 0.2
CHINA, US = 0, 1
WILLING = always("hold", answer="accept")
WEIGHTS = CASE.weights


def expecting(yes: float, no: float) -> Changes:
    """Leaders who go by the answers that they remember, and by nothing else."""
    counts = {"accepted": yes, "refused": no}
    told = {f"leaders.{side}.beliefs.{name}": count for side in CASE.leaders for name, count in counts.items()}
    return {**told, "weights.image_count": 0}


TRUSTING, DOUBTING = expecting(50, 0.5), expecting(0.5, 50)
SURE_YES = 50 / 50.5
"""The chance of a yes that the trusting believe in; the doubting believe in as large a chance of a no."""


def sized(effect: float, now: float) -> None:
    """Assert that an effect is as large as it was when this was written, within a fifth."""
    assert effect == pytest.approx(now, rel=WITHIN), f"{effect:.4g} against {now}"


def gap(measure: Callable[[Trajectory], float], off: Changes, on: Changes, asked: bool = False) -> float:
    """What a change of the scenario does to a measure of a short run, in which Washington may ask for a call."""

    def measured(changes: Changes) -> float:
        moves = {"us": once("request_call"), "china": answers_freely} if asked else {}
        return measure(play({**STILL, **changes}, **moves))

    return measured(on) - measured(off)


def weighs(side: str, option: str, component: str, about: str = "") -> Callable[[Trajectory], float]:
    """A component of an option at the first decision."""
    return lambda record: reason(record, side, option, component, about)


def jump(record: Trajectory, column: str, kind: str, actor: str) -> float:
    """By how much a column moves in the step of an act."""
    step = int(rows(record, "events", kind=kind, actor=actor)[0]["step"])
    values = series(record, column)
    return float(values[step + 1] - values[step])


def world(changes: Changes | None = None) -> Any:
    """The world of the case on its first day."""
    return NegotiationModel(vary(CASE, dict(changes)) if changes else CASE).world


def looked_at(changes: Changes) -> Any:
    """The world of a changed case once both sides have looked at it."""
    begun = world(changes)
    look(begun, CHINA)
    look(begun, US)
    return begun


def last(record: Trajectory, side: str, option: str, component: str) -> float:
    """A component of an option at the last decision."""
    return float(rows(record, "decisions", leader=side, option=option)[-1][component])

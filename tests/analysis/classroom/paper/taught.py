"""A lesson that was taught, with worlds of the model: watched with reasons, forecast, compared, noted, and its log."""

from __future__ import annotations

from functools import cache

from analysis.classroom.worlds.world_runs import WorldRuns
from tests.analysis.classroom.session.teaching import COMPARE, DEBRIEF, PREDICT, TICKET, WATCH, Class

RUNS = WorldRuns()

FIRST, SECOND = [3, 7, 9, 4, 1], [1, 12, 8, 2, 1]
NOTE = 'They said: <b>waiting</b> & "pride"'


def begun() -> Class:
    """A class at its first step."""
    found = Class()
    found.runs = RUNS  # type: ignore[assignment] - worlds of the model in place of made ones
    return found


def watched(weeks: int = 6) -> Class:
    """A class that watched some weeks, stopping nowhere."""
    found = begun()
    found.act("go", step=WATCH)
    found.act("stops", on=False)
    for _ in range(weeks):
        found.act("step")
    return found


def explained(found: Class) -> int:
    """Let the class ask for the reasons of the last decision it saw, and for what would have turned it."""
    from tests.analysis.classroom.session.teaching import lesson

    day = found.session.watching.day
    columns = RUNS.trajectory(lesson(), found.session.world, True).columns["decisions"]
    number = max(n for n, at in zip(columns["decision"], columns["day"], strict=True) if at <= day)
    found.act("why", decision=number)
    found.act("flip")
    return int(number)


def forecast(found: Class, phase: str) -> Class:
    """Bring a forecast as far as a phase."""
    found.act("go", step=PREDICT)
    found.count()
    found.act("hands", round="first", counts=FIRST)
    for wanted in ("second", "ten", "hundred", "scores"):
        if found.session.forecasts[PREDICT].phase == phase:
            return found
        found.act("phase", to=wanted)
        if wanted == "second" and phase != "second":
            found.act("hands", round="second", counts=SECOND)
        if wanted == "ten":
            for _ in range(4):
                found.act("reveal")
    return found


@cache
def taught() -> Class:
    """A whole lesson."""
    found = watched()
    explained(found)
    found.act("go", step=COMPARE)
    for _ in range(60):
        if found.session.watching.over:
            break
        found.act("step")
    found.act("lucks", on=True)
    forecast(found, "scores")
    found.act("go", step=DEBRIEF)
    found.act("note", text=NOTE)
    found.act("go", step=TICKET)
    return found

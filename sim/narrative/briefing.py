"""What a leader at the table is told before a decision: what happened since, and where things stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sim.narrative.cast import Cast, short_date, spoken_date
from sim.narrative.sentences import sentence
from sim.narrative.wrapping import WIDTH, wrapped
from sim.results.record_rows import Event

NEWS_TOLD = 10

QUESTIONS = {
    "letter": "A private {letter} from {other} lies before you. Do you answer it?",
    "call": "{other} asks you for {call.a}. Do you agree?",
    "summit": "{other} and you would meet: {summit.a} is proposed. Do you agree?",
    "mediation": "A third party offers a room for {talks} of {envoy.plural}. Do you agree?",
    "truce": "At the table: {truce.a}, both {side.plural} cutting at once. Do you agree?",
}


def briefing(cast: Cast, side: str, date: str, about: str, steps: Mapping[str, Sequence[Any]]) -> list[str]:
    """Return where things stand for a leader, and the question if there is one.

    Parameters
    ----------
    cast : Cast
        Display names.
    side : str
        Whose leader is told.
    date : str
        The day of the decision, ISO 8601.
    about : str
        What is to be answered; empty for a move of the leader's own.
    steps : mapping of str to sequence
        The steps table up to now.
    """
    other = cast.other(side)
    lines = ["", f"== {spoken_date(date)}: {cast.leader(side)}, {cast.country(side)}"[:WIDTH]]
    head = ("", cast.words["pressure"].noun, cast.words["market"].noun, "approval", "hostility")
    lines.append(f"  {head[0]:<22}{head[1]:>10}{head[2]:>10}{head[3]:>10}{head[4]:>11}")
    for who in (side, other):
        now = {name: steps[f"{who}.{name}"][-1] for name in ("pressure", "drawdown", "approval", "hostility")}
        numbers = f"{now['pressure']:>10.0f}{-now['drawdown']:>10.0%}{now['approval']:>10.0%}{now['hostility']:>11.0%}"
        lines.append(f"  {cast.country(who)[:21]:<22}{numbers}")
    shared = ", ".join(f"{name} {steps[name][-1]:.0%}" for name in ("groundwork", "rapport", "tension"))
    lines.append(f"  Between the two: {shared}{cast.fill(', {truce.a} holds') if steps['truce'][-1] else ''}")
    if about:
        lines += wrapped(cast.fill(QUESTIONS[about], other=cast.leader(other)))
    return lines


def news(cast: Cast, happened: Sequence[Event]) -> list[str]:
    """Return what happened in words, at most the last ten events, the latest last."""
    lines: list[str] = []
    for event in happened[-NEWS_TOLD:]:
        lines += wrapped(sentence(event, cast), first=f"  {short_date(event.date)}  ")
    return lines

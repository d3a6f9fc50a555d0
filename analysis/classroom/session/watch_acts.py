"""Acts of watching: play, step, go back, stop before decisions, ask why."""

from __future__ import annotations

from analysis.classroom.session import asked
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.moment import Moment, News
from analysis.classroom.session.screens import COMPARE, WATCH
from analysis.classroom.session.showing import onwards, outright, week_after, week_before
from analysis.classroom.session.state import Watching

SPEEDS = (0.5, 1.0, 2.0)
"""Weeks in a second."""

FAR = 36_600.0
"""A day that no world reaches: a century."""


def _watched(moment: Moment, *names: str) -> None:
    """Refuse an act with other particulars than these, or where no world is watched."""
    asked.only(moment.what, *names)
    moment.on(WATCH, COMPARE)


def play(moment: Moment) -> News:
    """Let the weeks go on by themselves; from its end a world is begun again, not played."""
    _watched(moment)
    if moment.watching.over:
        raise Refused(409, "refused.over")
    return [] if moment.watching.playing else [("played", {})]


def pause(moment: Moment) -> News:
    """Let them stand; what stands anyway is left so, wherever the page is."""
    asked.only(moment.what)
    return [("halted", {})] if moment.watching.playing else []


def step(moment: Moment) -> News:
    """Show the next week, or what was decided where the world stands before a decision."""
    _watched(moment)
    if moment.watching.over:
        raise Refused(409, "refused.over")
    return [("shown", onwards(moment.world(), moment.watching, week_after(moment.watching.day)))]


def back(moment: Moment) -> News:
    """Show a week less."""
    _watched(moment)
    if moment.watching.day <= 0:
        raise Refused(409, "refused.first_day")
    return [("shown", outright(moment.world(), week_before(moment.watching.day)))]


def event(moment: Moment) -> News:
    """Show the world up to its next event, or back to the one before."""
    _watched(moment, "to")
    forward = asked.word(moment.what, "to", ("next", "previous")) == "next"
    world, day = moment.world(), moment.watching.day
    if not forward:
        earlier = [then for then in world.days if then < day]
        if not earlier:
            raise Refused(409, "refused.first_day")
        return [("shown", outright(world, earlier[-1]))]
    if moment.watching.over:
        raise Refused(409, "refused.over")
    later = next((then for then in world.days if then > day), world.last)
    return [("shown", onwards(world, moment.watching, later))]


def jump(moment: Moment) -> News:
    """Show the world up to any day; a day after its end is its end."""
    _watched(moment, "day")
    day = asked.number(moment.what, "day", 0.0, FAR)
    return [("shown", outright(moment.world(), day))]


def speed(moment: Moment) -> News:
    """Play faster or slower."""
    _watched(moment, "weeks")
    weeks = asked.number(moment.what, "weeks", min(SPEEDS), max(SPEEDS))
    if weeks not in SPEEDS:
        raise asked.refuse("weeks", ", ".join(f"{one:g}" for one in SPEEDS))
    return [] if weeks == moment.watching.speed else [("speed_set", {"weeks": weeks})]


def stops(moment: Moment) -> News:
    """Halt before decisions, or not."""
    _watched(moment, "on")
    on = asked.truth(moment.what, "on")
    return [] if on == moment.watching.stops else [("stops_set", {"on": on})]


def why(moment: Moment) -> News:
    """Explain a decision that is shown, or close what explains it."""
    asked.only(moment.what, "decision")
    moment.on(WATCH)
    if moment.what.get("decision", 0) is None:
        return [] if moment.watching.why is None else [("why_asked", {"decision": None})]
    record = moment.runs.trajectory(moment.lesson, moment.session.world, moment.session.names)
    days = dict(zip(record.columns["decisions"]["decision"], record.columns["decisions"]["day"], strict=True))
    decision = asked.whole(moment.what, "decision", 0, max(days, default=0))
    if decision not in days:
        raise asked.refuse("decision", "-")
    if not _is_shown(decision, days[decision], moment.watching):
        raise Refused(409, "refused.not_shown")
    return [] if decision == moment.watching.why else [("why_asked", {"decision": decision})]


def _is_shown(decision: int, day: float, watching: Watching) -> bool:
    return day <= watching.day and (watching.stop is None or decision < watching.stop)


def flip(moment: Moment) -> News:
    """Ask what would have turned the decision that is explained."""
    asked.only(moment.what)
    moment.on(WATCH)
    if moment.watching.why is None:
        raise Refused(409, "refused.no_reasons_shown")
    return [] if moment.watching.flip else [("flip_asked", {})]


def numbers(moment: Moment) -> News:
    """Show reasons with their numbers, or without."""
    _watched(moment, "on")
    on = asked.truth(moment.what, "on")
    return [] if on == moment.watching.numbers else [("numbers_set", {"on": on})]

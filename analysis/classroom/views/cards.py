"""What has just happened, as a card that is read in a glance: who did what, and why."""

from __future__ import annotations

from analysis.classroom.views.deeds import Deed, choice_deed, deed, fitting, table_deed
from analysis.classroom.views.shapes import Card
from analysis.classroom.views.shown import AT_TABLE
from sim.narrative.cast import spoken_date
from sim.narrative.groups import AT_START
from sim.narrative.importance import always_told, rank_of
from sim.narrative.items import Rank
from sim.narrative.told_run import ToldRun
from sim.narrative.waiting import WORD_PASSED
from sim.results.record_rows import Decision, Event

DAYS_BACK = 7.0
"""What happened longer ago is no news."""


def card(run: ToldRun, day: float, asked: int | None = None) -> Card | None:
    """Return what has just happened in a run that is told up to a day; None where nothing did.

    That is what was decided or happened at that very moment, else the most telling of the last seven days, of equals
    the latest; where nothing happened, it is that somebody chose to wait.

    Parameters
    ----------
    run : ToldRun
        The run, told up to that day.
    day : float
        Days since the start.
    asked : int, optional
        The last decision that the class was asked about: what came before it is no news any more.
    """
    choice = None if asked is None else run.choices.get(asked)
    since = day - DAYS_BACK if choice is None else max(choice.day, day - DAYS_BACK)
    found = (
        at_this_moment(run, day, choice)
        or most_telling(run, since, day)
        or at_this_moment(run, since, choice)
        or _waited(run, since)
    )
    if found is None:
        return None
    return {"date": spoken_date(found.date), "text": fitting(found.texts), "decision": found.decision}


def at_this_moment(run: ToldRun, day: float, asked: Decision | None = None) -> Deed | None:
    """Return what happened or was decided on a day, to the hour; a decision of which nothing came as such.

    Of several decisions of that moment it is the one that was `asked` about that is told, else the last.
    """
    choices = {choice.decision: choice for choice in run.choices.values() if choice.day == day}
    found = _telling(run, [event for event in _news(run) if event.day == day])
    if not choices or (found is not None and found.decision in choices):
        return found
    return _decided(run, list(choices.values()), asked)


def _decided(run: ToldRun, choices: list[Decision], asked: Decision | None) -> Deed:
    """The decision of a moment that was asked about, else the last; at a table what both said."""
    choice = asked if asked in choices else choices[-1]
    if choice.about not in AT_TABLE:
        return choice_deed(run, choice)
    return table_deed(run, [one for one in choices if one.about == choice.about])


def _news(run: ToldRun) -> list[Event]:
    """What happened, without what was so before the first day."""
    return [event for event in run.log if event.kind not in AT_START]


def most_telling(run: ToldRun, since: float, day: float) -> Deed | None:
    """Return what happened after a day, up to another, that tells most."""
    return _telling(run, [event for event in _news(run) if since < event.day <= day])


def _telling(run: ToldRun, news: list[Event]) -> Deed | None:
    """Return what tells most of some events, with all of its moment; of equals the latest."""
    scenes = {event.event: scene for scene in run.scenes for event in scene.events}
    always = always_told(run)

    def worth(event: Event) -> tuple[Rank, bool, float]:
        return rank_of(scenes[event.event], always, run), event.kind not in WORD_PASSED, -event.day

    best = min(news, key=worth, default=None)
    if best is None:
        return None
    scene = scenes[best.event]
    return deed(run, scene, [event for event in scene.events if event.day == best.day])


def _waited(run: ToldRun, since: float) -> Deed | None:
    """That a leader chose to do nothing, and why: the last since a day."""
    lately = [choice for choice in run.choices.values() if choice.day > since and choice.kind == "turn"]
    return choice_deed(run, lately[-1]) if lately else None

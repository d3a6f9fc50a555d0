"""Who reached for whom in a run: every such event as a mark in the lane of who acts, with its form and its words."""

from __future__ import annotations

from typing import Any, NamedTuple

from analysis.documents.reaching_marks import ASKED, HELD, TOGETHER
from analysis.figures.figure import Reach
from sim.narrative.cast import Cast, capital, spoken_date
from sim.results.record_rows import Event, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary import levels

HOSTED = (e.WORDS[e.MEDIATOR_INVITED], e.WORDS[e.MEDIATION_OFFERED])
"""Asking a third party for its room, and offering it."""


class Reached(NamedTuple):
    """One event: its day, its lane, its form, a word or two for a label, and what it was, in full."""

    day: float
    lane: str
    form: str
    label: str
    told: str


def reaching_log(trajectory: Trajectory) -> dict[str, list[Any]]:
    """Return the events by which the sides reach for one another as columns, the fields of :class:`Reached`.

    What both do, and what envoys of both do under a third party, stands in a lane of its own.
    """
    cast = Cast(trajectory.scenario)
    found = [
        _reached(event, cast)
        for event in events(trajectory)
        if event.kind in e.BY_WORD and e.BY_WORD[event.kind].reaches
    ]
    return {name: [getattr(row, name) for row in found] for name in Reached._fields}


def lanes(trajectory: Trajectory, log: dict[str, list[Any]]) -> list[str]:
    """Return the lanes from above: one side, what both do, the other side, then third parties as they come in."""
    cast = Cast(trajectory.scenario)
    one, other = leader_names(cast).values()
    return list(dict.fromkeys([one, *(lane for lane in log["lane"] if lane == TOGETHER), other, *log["lane"]]))


def leader_names(cast: Cast) -> dict[str, str]:
    """Return what the lane of each side is called; two leaders of one name are told apart by their ids."""
    names = {side: capital(cast.leader(side)) for side in cast.sides}
    if len({*names.values()}) < len(names):
        return {side: f"{name} ({side})" for side, name in names.items()}
    return names


def _reached(event: Event, cast: Cast) -> Reached:
    is_joint = (
        event.actor in ("", "both") or event.kind in HELD or (event.target == "both" and event.kind not in HOSTED)
    )
    names = leader_names(cast)
    lane = TOGETHER if is_joint else names.get(event.actor) or capital(cast.mediator(event.actor))
    words = cast.words[event.kind]
    told = f"{spoken_date(event.date)}: {words.noun or words.infinitive}"
    return Reached(event.day, lane, form_of(event.kind, is_joint), _label(event, cast), told)


def form_of(kind: str, is_joint: bool) -> Reach:
    """Return the form of an event by what it does, and by whether both do it."""
    row = e.BY_WORD[kind]
    if kind in HELD:
        return Reach.met
    if row.group == e.REACHING:
        return Reach.asks
    if row.group == e.MEETING:
        return Reach.agreed if is_joint else Reach.yes
    return Reach.breaks if is_joint or row.always else Reach.no


def _label(event: Event, cast: Cast) -> str:
    level = ASKED.get(event.kind) or HELD.get(event.kind)
    if event.kind in HOSTED:
        level = levels.WORDS[levels.TALKS]
    return str(cast.words[level or event.kind].noun)

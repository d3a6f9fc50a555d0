"""How the story ends: where it stands, what happened on the way, the firsts, the settlement, what a story is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sim.narrative.cast import Cast, capital, spoken_date
from sim.narrative.stretches import listed
from sim.results.outcome import First
from sim.results.trajectory import Trajectory
from sim.vocabulary import levels, milestones, outcomes
from sim.vocabulary.outcomes import OutcomeClass

DISCLAIMER = (
    "This happened in a model's world: one run out of many that the same beginning allows, under one luck. "
    "It is no forecast and says nothing about what any real person will do."
)
"""Stands under every story."""


def ending(trajectory: Trajectory) -> list[str]:
    """Return the last sentences of a story: where it stands, what happened on the way, the settlement, the price."""
    cast = Cast(trajectory.scenario)
    return [
        _where_it_stands(trajectory, cast),
        _on_the_way(trajectory, cast),
        _contacts(trajectory, cast),
        *_terms(trajectory, cast),
        DISCLAIMER,
    ]


def _where_it_stands(trajectory: Trajectory, cast: Cast) -> str:
    outcome = trajectory.outcome
    since = f", since {spoken_date(outcome.date)}" if outcome.date and outcome.day else ""
    last = "" if outcome.outcome_class == OutcomeClass.deal else f" on {spoken_date(_last_date(trajectory))}"
    return f"{outcomes.HEADING}{last}: {cast.fill(outcome.outcome_class.ending)}{since}.{_out_of_touch(trajectory)}"


def _out_of_touch(trajectory: Trajectory) -> str:
    """What is told beside the class when the last contact or talks of envoys lie further back than counts as in touch.

    Runs of old records, which keep no such day, are told without it.
    """
    outcome, last = trajectory.outcome, trajectory.columns["steps"]["day"][-1]
    if outcome.last_touch_day is None or last - outcome.last_touch_day <= outcomes.IN_TOUCH_DAYS:
        return ""
    day = trajectory.scenario.start + dt.timedelta(days=int(outcome.last_touch_day))
    return f" The two have been out of touch since {spoken_date(day.isoformat())}."


def _on_the_way(trajectory: Trajectory, cast: Cast) -> str:
    ever = trajectory.outcome.ever
    seen = [cast.fill(row.phrase) for row in (*milestones.ROWS, *milestones.FORMER) if ever.get(row.word)]
    return f"{milestones.HEADING}: {'; '.join(seen) or 'none of the things that are counted'}."


def _last_date(trajectory: Trajectory) -> str:
    return str(trajectory.columns["steps"]["date"][-1])


def _contacts(trajectory: Trajectory, cast: Cast) -> str:
    outcome = trajectory.outcome
    if outcome.first_contact is None:
        return cast.fill("The two {leader.plural} never answered one another, spoke or met.")
    firsts = (outcome.first_contact, outcome.first_voice, outcome.first_in_person)
    names = ("first contact", "first voice", "first meeting in person")
    told: list[str] = []
    for name, first, before in zip(names, firsts, (None, *firsts), strict=False):
        if first is not None and first != before:
            told.append(f"{name} {_first(first, cast)}")
    return f"{capital('; '.join(told))}."


def _first(first: First, cast: Cast) -> str:
    asked = f", asked for by {cast.anyone(first.asked_by)}" if first.asked_by else ""
    return f"by {cast.fill(levels.BY_WORD[first.level].contact)} on {spoken_date(first.date)}{asked}"


def _terms(trajectory: Trajectory, cast: Cast) -> Iterator[str]:
    outcome = trajectory.outcome
    if outcome.mediator:
        yield cast.fill("First to hold {talks}: {mediator}.", mediator=cast.mediator(outcome.mediator))
    if outcome.settlement:
        parts = [f"{cast.issue(issue)} {share:.0%}" for issue, share in outcome.settlement.items()]
        whose = cast.country(cast.sides[0])
        yield cast.fill(
            "The {settlement}, as the share that goes to {whose}: {parts}.", whose=whose, parts=listed(parts)
        )
    worst = [f"{cast.country(side)} {outcome.trough[side]:.0%}" for side in cast.sides]
    peak = [f"{cast.country(side)} {outcome.peak_pressure[side]:.0f}" for side in cast.sides]
    yield cast.fill(
        "Worst fall of the {market}: {worst}. Most {points.plural} in force: {peak}.",
        worst=listed(worst),
        peak=listed(peak),
    )

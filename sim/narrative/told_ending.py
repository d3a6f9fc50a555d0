"""How the story ends: where it stands, what happened on the way, the firsts, the settlement, what a story is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sim.narrative.amounts import inside, listed
from sim.narrative.cast import capital, spoken_date
from sim.narrative.deciding import deciding_event
from sim.narrative.settlement_words import settlement_words
from sim.narrative.told_run import ToldRun
from sim.results.outcome import First
from sim.vocabulary import events as e
from sim.vocabulary import levels, milestones, outcomes
from sim.vocabulary.outcomes import OutcomeClass

DISCLAIMER = (
    "This happened in a model's world: one run out of many that the same beginning allows, under one luck. "
    "It is no forecast and says nothing about what any real person will do."
)
"""Stands under every story."""


def ending(run: ToldRun) -> list[str]:
    """Return the last sentences of a story: where it stands, what happened on the way, the settlement, the price."""
    if run.plain:
        return [" ".join([_reached_out(run), *_hosts(run), *_terms(run)]) + _out_of_touch(run), DISCLAIMER]
    told = [_where_it_stands(run), _on_the_way(run), _contacts(run), *_hosts(run), *_terms(run), *_price(run)]
    return [*told, DISCLAIMER]


def _where_it_stands(run: ToldRun) -> str:
    outcome = run.trajectory.outcome
    since = (
        f", since {spoken_date(outcome.date)}"
        if outcome.date and outcome.day and outcome.outcome_class != OutcomeClass.no_contact
        else ""
    )
    last = "" if outcome.outcome_class == OutcomeClass.deal else f" on {spoken_date(run.last_date)}"
    return f"{outcomes.HEADING}{last}: {run.cast.fill(outcome.outcome_class.ending)}{since}.{_out_of_touch(run)}"


def _out_of_touch(run: ToldRun) -> str:
    """What is told beside the class when the last contact or talks of envoys lie further back than counts as in touch.

    Runs of old records, which keep no such day, are told without it.
    """
    outcome, last = run.trajectory.outcome, run.steps["day"][-1]
    if outcome.last_touch_day is None or last - outcome.last_touch_day <= outcomes.IN_TOUCH_DAYS:
        return ""
    day = run.trajectory.scenario.start + dt.timedelta(days=int(outcome.last_touch_day))
    return f" The two have been out of touch since {spoken_date(day.isoformat())}."


def _on_the_way(run: ToldRun) -> str:
    ever = run.trajectory.outcome.ever
    seen = [run.cast.fill(row.phrase) for row in (*milestones.ROWS, *milestones.FORMER) if ever.get(row.word)]
    return f"{milestones.HEADING}: {'; '.join(seen) or 'none of the things that are counted'}."


def _reached_out(run: ToldRun) -> str:
    """Whether the leaders were in contact at all, since when, and who had sought it."""
    first = run.trajectory.outcome.first_contact
    if first is None:
        return _never(run)
    new = "new " if any(event.kind == e.WORDS[e.EARLIER_CONTACT] for event in run.log) else ""
    sought = f"; {inside(run.cast.anyone(first.asked_by))} had sought it" if first.asked_by else ""
    return run.cast.fill(
        "The first {new}contact came on {day}{sought}.", day=spoken_date(first.date), sought=sought, new=new
    )


def _never(run: ToldRun) -> str:
    return run.cast.fill("The two {leader.plural} never answered one another, spoke or met.")


def _contacts(run: ToldRun) -> str:
    outcome = run.trajectory.outcome
    if outcome.first_contact is None:
        return _never(run)
    firsts = (outcome.first_contact, outcome.first_voice, outcome.first_in_person)
    names = ("first contact", "first voice", "first meeting in person")
    told: list[str] = []
    for name, first, before in zip(names, firsts, (None, *firsts), strict=False):
        if first is not None and first != before:
            told.append(f"{name} {_first(first, run)}")
    return f"{capital('; '.join(told))}."


def _first(first: First, run: ToldRun) -> str:
    asked = f", asked for by {inside(run.cast.anyone(first.asked_by))}" if first.asked_by else ""
    how = "" if first.level == "summit" else f"by {run.cast.fill(levels.BY_WORD[first.level].contact)} "
    return f"{how}on {spoken_date(first.date)}{asked}"


def _hosts(run: ToldRun) -> Iterator[str]:
    """Under whom there were talks: who brought the agreement that decided, if anybody; else the first."""
    deciding, first = deciding_event(run.trajectory, run.log), run.trajectory.outcome.mediator
    if deciding is not None and deciding.mediator and deciding.kind in AGREED:
        yield run.cast.fill(AGREED[deciding.kind], host_name=run.host(deciding.mediator))
    elif first and not run.plain:
        yield capital(run.cast.fill("first to hold {talks}: {hosts}.", hosts=_all_hosts(first, run)))


def _all_hosts(first: str, run: ToldRun) -> str:
    """The first host, and the others in the order in which they held talks."""
    held = dict.fromkeys(event.mediator for event in run.log if event.kind == e.WORDS[e.MEDIATION_HELD])
    others = listed([run.host(host) for host in held if host != first])
    return f"{run.host(first)}, later {others}" if others else run.host(first)


AGREED = {
    e.WORDS[e.DEAL]: "The {deal} was brokered by {host_name}.",
    e.WORDS[e.TRUCE_AGREED]: "The {truce} was brokered by {host_name}.",
}
"""By kind of agreement, who hosted it."""


def _terms(run: ToldRun) -> Iterator[str]:
    settlement = run.trajectory.outcome.settlement
    if settlement:
        yield settlement_words(settlement, run.cast)


def _price(run: ToldRun) -> Iterator[str]:
    cast, outcome = run.cast, run.trajectory.outcome
    worst = [f"{cast.country(side)} {outcome.trough[side]:.0%}" for side in cast.sides]
    peak = [f"{cast.country(side)} {outcome.peak_pressure[side]:.0f}" for side in cast.sides]
    fell = capital(cast.fill("worst fall of the {market}"))
    most = cast.fill("Most {points.plural} in force")
    yield f"{fell}: {listed(worst)}. {most}: {listed(peak)}."

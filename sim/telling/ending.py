"""How the story ends: the outcome, the firsts, the settlement, and what such a story is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sim.results.outcome import First
from sim.results.trajectory import Trajectory
from sim.scenario.observed import OutcomeClass
from sim.telling.cast import Cast, spoken_date
from sim.telling.month import listed

ENDINGS: Mapping[OutcomeClass, str] = {
    OutcomeClass.deal: "a deal",
    OutcomeClass.truce: "a truce",
    OutcomeClass.no_deal: "no deal",
    OutcomeClass.blow_up: "a blow-up",
    OutcomeClass.no_contact: "no contact at all",
}

LEVELS: Mapping[str, str] = {
    "letter": "an answered letter",
    "envoy": "a meeting of envoys",
    "talks": "mediated talks",
    "call": "a call",
    "summit": "a summit",
}

DISCLAIMER = (
    "This happened in a model's world: one run out of many that the same beginning allows, under one luck. "
    "It is no forecast and says nothing about what any real person will do."
)
"""Stands under every story."""


def ending(trajectory: Trajectory) -> list[str]:
    """Return the last sentences of a story: the outcome, the firsts, the settlement, the price, the disclaimer."""
    cast = Cast(trajectory.scenario)
    return [_class_sentence(trajectory), *_contact_sentences(trajectory, cast), *_terms(trajectory, cast), DISCLAIMER]


def _class_sentence(trajectory: Trajectory) -> str:
    outcome = trajectory.outcome
    last = trajectory.columns["steps"]["date"][-1]
    decided = f", decided on {spoken_date(outcome.date)}" if outcome.date else ""
    return f"Outcome: {ENDINGS[outcome.outcome_class]}{decided}. The story closes on {spoken_date(last)}."


def _contact_sentences(trajectory: Trajectory, cast: Cast) -> Iterator[str]:
    outcome = trajectory.outcome
    if outcome.first_contact is None:
        yield "The two leaders never answered one another, spoke or met."
    else:
        yield f"First contact of the leaders: {_first(outcome.first_contact, cast)}."
    if outcome.first_voice not in (None, outcome.first_contact):
        yield f"First time on the line or in a room: {_first(outcome.first_voice, cast)}."
    if outcome.first_in_person not in (None, outcome.first_voice):
        yield f"First meeting in person: {_first(outcome.first_in_person, cast)}."
    if outcome.mediator:
        yield f"Talks were held through {cast.mediator(outcome.mediator)}."


def _first(first: First | None, cast: Cast) -> str:
    assert first is not None
    asked = cast.anyone(first.asked_by) if first.asked_by else ""
    tail = f", asked for by {asked}" if asked else ""
    return f"{LEVELS.get(first.level, first.level)} on {spoken_date(first.date)} (day {first.day:.0f}){tail}"


def _terms(trajectory: Trajectory, cast: Cast) -> Iterator[str]:
    outcome = trajectory.outcome
    if outcome.settlement:
        one, other = (cast.country(side) for side in cast.sides)
        parts = [f"{cast.issue(issue)} {share:.0%} to {1 - share:.0%}" for issue, share in outcome.settlement.items()]
        yield f"The settlement, {one} to {other}: {listed(parts)}."
    worst = [f"{cast.country(side)} {outcome.trough[side]:.0%}" for side in cast.sides]
    peak = [f"{cast.country(side)} {outcome.peak_pressure[side]:.0f}" for side in cast.sides]
    yield f"Markets fell at worst: {listed(worst)}. Pressure at its peak, in points: {listed(peak)}."

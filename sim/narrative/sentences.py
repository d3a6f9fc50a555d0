"""An event in one plain sentence."""

from __future__ import annotations

import math

from sim.narrative.amounts import inside
from sim.narrative.cast import Cast, capital
from sim.results.record_rows import Event
from sim.vocabulary import levels

LETTERS_CROSS = "both {leader.plural} write at the same time: the {letter.plural} answer one another"
ASKING_CROSSES = "both {leader.plural} ask at the same time"


def sentence(event: Event, cast: Cast, points_after: float | None = None) -> str:
    """Return what happened as one sentence with a capital and a full stop.

    Parameters
    ----------
    event : Event
        A row of the events table.
    cast : Cast
        Display names.
    points_after : float, optional
        Points in force after the event, said where the words of the case say them.
    """
    text = cast.fill(cast.words[event.kind].sentence, **_values(event, cast, points_after))
    return f"{capital(text)}."


def _values(event: Event, cast: Cast, points_after: float | None) -> dict[str, str]:
    """Return what fills the gaps of a sentence besides the words of the case (``sim.vocabulary.event_rows.GAPS``)."""
    mediator = inside(cast.mediator(event.mediator or _third(event, cast)))
    level = levels.BY_WORD[event.level]
    return {
        "actor": inside(cast.anyone(event.actor)),
        "target": inside(cast.anyone(event.target or cast.other(event.actor))),
        "country": inside(cast.country(event.target or event.actor)),
        "mediator": mediator,
        "person": inside(cast.envoy(event.target if event.level == "envoy" else event.actor, event.envoy)),
        "amount": spoken_points(event.amount, cast),
        "to": "" if points_after is None else f" to {points_after:.0f}",
        "under": f" under {mediator}" if event.mediator else "",
        "crossing": cast.fill(LETTERS_CROSS if event.level == "letter" else ASKING_CROSSES),
        "share": spoken_share(event.amount),
        "fall": spoken_share(-math.expm1(-abs(event.amount))),
        "value": f"{event.amount:g}",
        "ago": spoken_past(event.amount),
        "touch": cast.fill(level.contact),
        "accepts": cast.fill(level.accepts),
        "matter": cast.fill(level.request),
        "meeting": cast.fill(level.meeting),
    }


def _third(event: Event, cast: Cast) -> str:
    """Return the mediator that an event names as actor or target, if it does."""
    return next((who for who in (event.actor, event.target) if who in cast.scenario.mediators), "")


def spoken_points(points: float, cast: Cast) -> str:
    """Return points as a reader would say them: whole where they are whole."""
    unit = cast.words["points"]
    if math.isnan(points):
        return f"some {unit.plural}"
    number = f"{points:.0f}" if abs(points - round(points)) < ALMOST_WHOLE else f"{points:.1f}"
    return f"{number} {unit.noun if number == '1' else unit.plural}"


def spoken_share(share: float) -> str:
    """Return a share as a percentage; very small ones as such."""
    if math.isnan(share):
        return "part"
    percent = 100 * share
    return f"{percent:.0f}%" if percent >= 1 or percent <= 0 else f"{percent:.1f}%"


def spoken_past(days: float) -> str:
    """Return how long before a day something was, as a reader would say it."""
    if math.isnan(days):
        return "before"
    if days <= 0:
        return "on this very day"
    return "the day before" if days == 1 else f"{days:.0f} days before"


ALMOST_WHOLE = 0.05
"""A difference from a whole number that nobody would say."""

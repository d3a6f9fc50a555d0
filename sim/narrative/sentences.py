"""An event in one plain sentence."""

from __future__ import annotations

import math

from sim.narrative.cast import Cast
from sim.results.record_rows import Event
from sim.vocabulary import events as e
from sim.vocabulary import levels

LETTERS_CROSS = "both leaders write at the same time: the letters answer one another"


def sentence(event: Event, cast: Cast, points_after: float | None = None) -> str:
    """Return what happened as one sentence with a capital and a full stop.

    Parameters
    ----------
    event : Event
        A row of the events table.
    cast : Cast
        Display names.
    points_after : float, optional
        Points in force after the event, said only where pressure is tariffs.
    """
    row = e.BY_WORD[event.kind]
    pattern = (row.trade if cast.is_trade else "") or row.sentence
    text = pattern.format(**_words(event, cast, points_after))
    return text[:1].upper() + text[1:] + "."


def _words(event: Event, cast: Cast, points_after: float | None) -> dict[str, str]:
    mediator = cast.mediator(event.mediator or _third(event, cast))
    level = levels.BY_WORD[event.level]
    return {
        "actor": cast.anyone(event.actor),
        "target": cast.anyone(event.target) if event.target else cast.anyone(cast.other(event.actor)),
        "country": cast.country(event.target or event.actor),
        "mediator": mediator,
        "envoy": cast.envoy(event.actor, event.envoy),
        "points": spoken_points(event.amount),
        "to": "" if points_after is None else f" to {points_after:.0f}",
        "under": f" under {mediator}" if event.mediator else "",
        "crossing": LETTERS_CROSS if event.level == "letter" else "both leaders ask at the same time",
        "share": spoken_share(event.amount),
        "fall": spoken_share(-math.expm1(-abs(event.amount))),
        "amount": f"{event.amount:g}",
        "ago": spoken_past(event.amount),
        "touch": level.contact,
        "accepts": level.accepts,
        "matter": level.request,
        "meeting": level.meeting,
    }


def _third(event: Event, cast: Cast) -> str:
    """Return the mediator that an event names as actor or target, if it does."""
    return next((who for who in (event.actor, event.target) if who in cast.scenario.mediators), "")


def spoken_points(points: float) -> str:
    """Return points as a reader would say them: whole where they are whole."""
    if math.isnan(points):
        return "some points"
    number = f"{points:.0f}" if abs(points - round(points)) < ALMOST_WHOLE else f"{points:.1f}"
    return f"{number} point" if number == "1" else f"{number} points"


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

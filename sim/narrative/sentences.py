"""An event in one plain sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping

from sim.narrative.cast import Cast
from sim.results.record_rows import Event

SENTENCES: Mapping[str, str] = {
    "escalate": "{actor} steps up the pressure",
    "ease": "{actor} eases the pressure",
    "signal": "{actor} praises {target} in public: an overture",
    "rally": "{actor} rallies the public at home against yielding",
    "court_partners": "{actor} courts third countries",
    "letter_sent": "{actor} writes a private letter to {target}",
    "call_requested": "{actor} asks {target} for a call",
    "summit_proposed": "{actor} proposes a summit to {target}",
    "envoy_sent": "{actor} sends {envoy} to the other side",
    "envoy_received": "{envoy} is received and lays some ground",
    "envoy_blocked": "{envoy} does not get through to the other side's advisers",
    "envoy_appointed": "{actor} puts {envoy} in charge of the contacts",
    "mediator_invited": "{actor} quietly asks {mediator} to host talks",
    "mediator_refused": "{mediator} does not want to be drawn in",
    "mediation_offered": "{mediator} offers to host talks",
    "mediation_accepted": "{actor} says yes to talks under {mediator}",
    "mediation_declined": "{actor} says no to talks under {mediator}",
    "mediation_lapsed": "{actor} leaves the offer of {mediator} unanswered",
    "mediation_convened": "both sides have said yes: {mediator} calls the talks",
    "mediation_held": "envoys of both sides talk under {mediator}",
    "mediation_failed": "the talks under {mediator} end with nothing",
    "request_accepted": "{actor} {accepts}",
    "request_declined": "{actor} turns {matter} down",
    "request_lapsed": "{actor} leaves {matter} unanswered",
    "requests_crossed": "{crossing}",
    "call_scheduled": "the call gets a date",
    "call_held": "the two leaders speak on the line",
    "summit_scheduled": "the summit gets a date",
    "signing_announced": "a signing ceremony is announced",
    "summit_held": "the two leaders meet",
    "meeting_withdrawn": "{actor} calls {meeting} off",
    "blow_up": "the meeting ends in a rupture before everybody's eyes",
    "deal": "the two sides settle: a deal",
    "no_deal": "the leaders part without an agreement",
    "ratification_failed": "the two leaders agree, but the agreement does not pass at home",
    "truce_agreed": "a truce{under}: both sides suspend {share} of the pressure",
    "truce_breached": "the truce is broken by {actor}; what was suspended snaps back",
    "truce_renewed": "the truce is renewed for another term",
    "truce_lapsed": "the truce runs out without renewal; nothing snaps back",
    "market_shock": "a shock hits the market of {country}: down {fall}",
    "insult": "an insult from {actor}'s side stings {target}",
    "goodwill": "a gesture of goodwill comes from {actor}'s side",
    "value_set": "from outside, the situation changes: {amount}",
}
"""By kind of event, its sentence; the words in braces are filled from the event and the cast."""

TRADE: Mapping[str, str] = {
    "escalate": "{actor} raises tariffs by {points}{to}",
    "ease": "{actor} lowers tariffs by {points}{to}",
    "truce_agreed": "a truce{under}: both sides suspend {share} of their tariffs",
}
"""Where pressure is tariffs, points can be said as they are."""

ACCEPTS = {
    "letter": "answers the letter",
    "call": "agrees to a call",
    "summit": "agrees to a summit",
    "talks": "agrees to talks",
    "truce": "agrees to keep the truce",
}
LETTERS_CROSS = "both leaders write at the same time: the letters answer one another"
MATTERS = {
    "letter": "the letter",
    "call": "the request for a call",
    "summit": "the proposal of a summit",
    "talks": "the offer of talks",
    "truce": "the renewal of the truce",
    "envoy": "the envoy",
}


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
    patterns = {**SENTENCES, **TRADE} if cast.is_trade else SENTENCES
    text = patterns[event.kind].format(**_words(event, cast, points_after))
    return text[:1].upper() + text[1:] + "."


def _words(event: Event, cast: Cast, points_after: float | None) -> dict[str, str]:
    mediator = cast.mediator(event.mediator or _third(event, cast))
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
        "accepts": ACCEPTS.get(event.level, "says yes"),
        "matter": MATTERS.get(event.level, "the request"),
        "meeting": {"call": "the call", "summit": "the summit"}.get(event.level, "the meeting"),
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


ALMOST_WHOLE = 0.05
"""A difference from a whole number that nobody would say."""

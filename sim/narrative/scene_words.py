"""The kinds of event as clauses in the past: as what a scene opens with, and as what came of it.

Every noun of the world is a word of the case (:attr:`sim.narrative.cast.Cast.words`); the rest are values of the event.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.vocabulary import events as e

OPENING: Mapping[int, str] = {
    e.ESCALATE: "{country} {escalate.past}{by}{to}",
    e.EASE: "{country} {ease.past}{by}{to}",
    e.SIGNAL: "{actor} {signal.past} to {target}",
    e.RALLY: "{actor} {rally.past} against yielding",
    e.COURT_PARTNERS: "{actor} {court_partners.past}",
    e.LETTER_SENT: "{actor} {send_letter.past} to {target}",
    e.CALL_REQUESTED: "{actor} asked {target} for {call.a}",
    e.SUMMIT_PROPOSED: "{actor} proposed {summit.a} to {target}",
    e.ENVOY_SENT: "{actor} sent {person} to the other {side}",
    e.ENVOY_RECEIVED: "{country} received {person}",
    e.ENVOY_BLOCKED: "{person} did not get through to the {adviser.plural} of {country}",
    e.ENVOY_APPOINTED: "{actor} put {person} in charge of the contacts",
    e.MEDIATOR_INVITED: "{actor} quietly asked {mediator} to bring both {side.plural} together",
    e.MEDIATOR_REFUSED: "{mediator} did not want to be drawn in",
    e.MEDIATION_OFFERED: "{mediator} offered to bring both {side.plural} together",
    e.MEDIATION_ACCEPTED: "{actor} agreed to {talks} arranged by {mediator}",
    e.MEDIATION_DECLINED: "{actor} {decline.past} to {talks} arranged by {mediator}",
    e.MEDIATION_LAPSED: "{actor} left the offer of {mediator} without an answer",
    e.MEDIATION_CONVENED: "{mediator} called the {talks}",
    e.MEDIATION_HELD: "{envoy.plural} of both {side.plural} sat down to {talks} arranged by {mediator}",
    e.MEDIATION_FAILED: "the {talks} arranged by {mediator} ended with nothing",
    e.REQUEST_ACCEPTED: "{actor} said yes to the request",
    e.REQUEST_DECLINED: "{actor} {decline.past} to the request",
    e.REQUEST_LAPSED: "{actor} left the request without an answer",
    e.REQUESTS_CROSSED: "both {leader.plural} asked before either had answered",
    e.CALL_SCHEDULED: "{call.a} was fixed",
    e.CALL_HELD: "{both} {call_held.past}",
    e.SUMMIT_SCHEDULED: "{summit.a} was already fixed",
    e.SIGNING_ANNOUNCED: "a signing was announced",
    e.SUMMIT_HELD: "{both} {summit_held.past}{under}",
    e.MEETING_WITHDRAWN: "{actor} called off the {meeting}{fixed}",
    e.BLOW_UP: "the {summit} ended in {rupture.a}",
    e.DEAL: "both {side.plural} {deal.past} the matter: {deal.a} that ended all {pressure}",
    e.NO_DEAL: "the {leader.plural} parted with nothing agreed",
    e.RATIFICATION_FAILED: "what had been agreed failed {at_home}",
    e.TRUCE_AGREED: "both {side.plural} agreed on {truce.a}{under}, suspending {share} of the {pressure}",
    e.TRUCE_BREACHED: "{actor} broke the {truce}, and what had been suspended came back",
    e.TRUCE_RENEWED: "both {side.plural} renewed the {truce} for another term",
    e.TRUCE_LAPSED: "the {truce} ran out and was not renewed",
    e.MARKET_SHOCK: "a shock from outside hit the {market} of {country}: down {fall}",
    e.INSULT: "an insult from the {side} of {actor} stung {target}",
    e.GOODWILL: "a gesture of goodwill came from the {side} of {actor}",
    e.VALUE_SET: "the situation changed from outside",
    e.TRUCE_IN_FORCE: "{truce.a} was in force, agreed {ago}",
    e.EARLIER_CONTACT: "the two {leader.plural} had last been in touch {ago}",
    e.EARLIER_TALKS_FAILED: "{talks} arranged by {mediator} had ended with nothing {ago}",
}
"""By kind of event, the clause without capital and full stop."""

CAME_OF_IT: Mapping[int, str] = {
    e.SUMMIT_SCHEDULED: "fixed {summit.a}",
    e.CALL_SCHEDULED: "fixed {call.a}",
    e.RATIFICATION_FAILED: "came to an agreement that failed {at_home}",
    e.TRUCE_AGREED: "agreed on {truce.a} that suspended {share} of the {pressure}",
    e.TRUCE_RENEWED: "renewed the {truce} for another term",
    e.DEAL: "{deal.past} the matter: {deal.a} that ended all {pressure}",
    e.NO_DEAL: "parted with nothing agreed",
}
"""What those who met did besides, as verb phrases; kinds in the order in which they are told."""

BROUGHT_BACK: Mapping[int, str] = {
    e.RATIFICATION_FAILED: "brought an agreement that failed {at_home}",
    e.TRUCE_AGREED: "brought {truce.a} that suspended {share} of the {pressure}",
    e.TRUCE_RENEWED: "renewed the {truce} for another term",
    e.DEAL: "{deal.past} the matter: {deal.a} that ended all {pressure}",
}
"""What the visit of an envoy did, as verb phrases."""

ANSWERED: Mapping[int, str] = {
    e.MEDIATION_ACCEPTED: "{actor} agreed",
    e.MEDIATION_DECLINED: "{actor} {decline.past}",
    e.MEDIATION_LAPSED: "{actor} did not answer",
}
"""What each side said to an offer of a third party."""

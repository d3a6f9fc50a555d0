"""Which moves a leader can make, and which events a run can record."""

from __future__ import annotations

from collections.abc import Mapping

ACTIONS: Mapping[str, str] = {
    "hold": "wait",
    "escalate": "go one rung up",
    "ease": "go one rung down",
    "signal": "praise or an opening, in public",
    "send_letter": "a private letter to the other leader",
    "send_envoy": "send the envoy in office to the other side's advisers",
    "appoint_envoy": "put the next envoy on the bench in office",
    "invite_mediator": "ask a third party to host",
    "request_call": "ask the other leader for a call",
    "propose_summit": "propose a meeting of the leaders",
    "withdraw": "call off a meeting that is fixed",
    "court_partners": "win over third countries",
    "rally": "tell the public at home that there will be no yielding",
}
"""The thirteen moves of a leader, each in a few words."""

ANSWERS: Mapping[str, str] = {"accept": "say yes", "decline": "say no", "lapse": "leave it unanswered"}
"""What a leader may say to a request."""

EVENT_KINDS: Mapping[str, str] = {
    "escalate": "pressure is raised; amount: points added",
    "ease": "pressure is lowered; amount: points taken off",
    "signal": "a public overture",
    "rally": "the public at home is told that there will be no yielding",
    "court_partners": "third countries are courted",
    "letter_sent": "a private letter goes to the other leader",
    "call_requested": "a call is asked for",
    "summit_proposed": "a meeting of the leaders is proposed",
    "envoy_sent": "an envoy sets out",
    "envoy_received": "the envoy is received",
    "envoy_blocked": "the envoy does not get through",
    "envoy_appointed": "another envoy takes office",
    "mediator_invited": "a third party is asked to host",
    "mediator_refused": "the third party does not want to",
    "mediation_offered": "a third party offers to host",
    "mediation_accepted": "a side says yes to mediation",
    "mediation_declined": "a side says no to mediation",
    "mediation_lapsed": "the offer of mediation is left unanswered",
    "mediation_convened": "both said yes; talks get a date",
    "mediation_held": "envoys talk under the mediator",
    "mediation_failed": "those talks end with nothing",
    "request_accepted": "a letter is answered, or a call or meeting is agreed to",
    "request_declined": "a letter, call or meeting is declined",
    "request_lapsed": "a letter, call or meeting is left unanswered",
    "requests_crossed": "both asked before either answered",
    "call_scheduled": "a call gets a date",
    "call_held": "the leaders speak",
    "summit_scheduled": "a meeting of the leaders gets a date",
    "signing_announced": "a signing ceremony is announced",
    "summit_held": "the leaders meet",
    "meeting_withdrawn": "a meeting that was fixed is called off",
    "blow_up": "the meeting ends in a rupture",
    "deal": "the matter is settled; the run ends",
    "no_deal": "the leaders part without an agreement",
    "ratification_failed": "the agreement does not pass at home",
    "truce_agreed": "both cut pressure for a term; amount: the share cut",
    "truce_breached": "the truce is broken and pressure snaps back",
    "truce_renewed": "the truce is prolonged",
    "truce_lapsed": "the truce runs out",
    "market_shock": "a fall of the market from outside; amount: log points",
    "insult": "an insult from outside the model; amount: strength",
    "goodwill": "a gesture from outside the model; amount: strength",
    "value_set": "the scenario changes a value at a date; amount: the new value",
}
"""Every kind of event, what happened, and what its `amount` measures if it has one."""

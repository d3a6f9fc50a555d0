"""Everything that can happen: each kind of event once, with all that is known and said about it.

Rules write the number of an event down, records and stories its word; the constant and its row are one statement.
"""

from __future__ import annotations

from typing import Final

from sim.vocabulary.event_rows import Event
from sim.vocabulary.rows import add
from sim.vocabulary.wording import Wording, uncounted

PRESSURE: Final = "pressure"
REACHING: Final = "reaching out"
MEETING: Final = "yes and meeting"
PARTING: Final = "no and parting"
ELSE: Final = "else"
"""What an event does, for figures that colour events by it."""

ROWS: list[Event] = []
"""Every kind of event in the order of its code."""

# fmt: off
ESCALATE: Final = add(ROWS, Event(
    0, "escalate", PRESSURE, "pressure is raised; amount: points added", Wording(sentence="{actor} {escalate.does}"),
    why=3,
))
EASE: Final = add(ROWS, Event(
    1, "ease", REACHING, "pressure is lowered; amount: points taken off", Wording(sentence="{actor} {ease.does}"),
    why=3,
))
SIGNAL: Final = add(ROWS, Event(
    2, "signal", REACHING, "a public overture", Wording(sentence="{actor} {signal.does} and praises {target}"),
))
RALLY: Final = add(ROWS, Event(
    3, "rally", PRESSURE, "the public at home is told that there will be no yielding",
    Wording(sentence="{actor} {rally.does} against yielding"),
))
COURT_PARTNERS: Final = add(ROWS, Event(
    4, "court_partners", ELSE, "third countries are courted", Wording(sentence="{actor} {court_partners.does}"),
))
LETTER_SENT: Final = add(ROWS, Event(
    5, "letter_sent", REACHING, "a private letter goes to the other leader",
    Wording("{letter}", "{letter.plural}", "{send_letter.infinitive}", "{send_letter.past}",
        "{actor} {letter_sent.does} to {target}"), reaches=True,
))
CALL_REQUESTED: Final = add(ROWS, Event(
    6, "call_requested", REACHING, "a call is asked for",
    uncounted("{request_call}", "{request_call.infinitive}", "{request_call.past}",
        "{actor} asks {target} for {call.a}"), why=1, reaches=True,
))
SUMMIT_PROPOSED: Final = add(ROWS, Event(
    7, "summit_proposed", REACHING, "a meeting of the leaders is proposed",
    uncounted("{propose_summit}", "{propose_summit.infinitive}", "{propose_summit.past}",
        "{actor} {summit_proposed.does} to {target}"), why=1, reaches=True,
))
ENVOY_SENT: Final = add(ROWS, Event(
    8, "envoy_sent", REACHING, "an envoy sets out",
    Wording("{envoy}", "{envoy.plural}", "{send_envoy.infinitive}", "{send_envoy.past}",
        "{actor} sends {person} to the other {side}"),
))
ENVOY_RECEIVED: Final = add(ROWS, Event(
    9, "envoy_received", MEETING, "the envoy is received",
    uncounted("receiving {envoy.a}", "receive {envoy.a}", "received {envoy.a}",
        "{person} is received and lays some ground"),
))
ENVOY_BLOCKED: Final = add(ROWS, Event(
    10, "envoy_blocked", PARTING, "the envoy does not get through",
    uncounted("keeping {envoy.a} out", "keep {envoy.a} out", "kept {envoy.a} out",
        "{person} does not get through to the other {side}'s {adviser.plural}"),
))
ENVOY_APPOINTED: Final = add(ROWS, Event(
    11, "envoy_appointed", REACHING, "another envoy takes office",
    Wording("new {envoy}", "new {envoy.plural}", "{appoint_envoy.infinitive}", "{appoint_envoy.past}",
        "{actor} puts {person} in charge of the contacts"),
))
MEDIATOR_INVITED: Final = add(ROWS, Event(
    12, "mediator_invited", REACHING, "a third party is asked to host",
    uncounted("inviting {host.a}", "{invite_mediator.infinitive}", "{invite_mediator.past}",
        "{actor} quietly asks {mediator} for a room for {talks}"), why=2, reaches=True, secret=True,
))
MEDIATOR_REFUSED: Final = add(ROWS, Event(
    13, "mediator_refused", PARTING, "the third party does not want to",
    uncounted("staying out of it", "stay out of it", "stayed out of it", "{mediator} does not want to be drawn in"),
    secret=True,
))
MEDIATION_OFFERED: Final = add(ROWS, Event(
    14, "mediation_offered", REACHING, "a third party offers to host",
    uncounted("offering {talks}", "offer a room for {talks}", "offered a room for {talks}",
        "{mediator} {mediation_offered.does}"), reaches=True,
))
MEDIATION_ACCEPTED: Final = add(ROWS, Event(
    15, "mediation_accepted", MEETING, "a side says yes to mediation",
    uncounted("saying yes to {host.a}", "say yes to {host.a}", "said yes to {host.a}",
        "{actor} {accept.does} to {talks} under {mediator}"), why=1, reaches=True,
))
MEDIATION_DECLINED: Final = add(ROWS, Event(
    16, "mediation_declined", PARTING, "a side says no to mediation",
    uncounted("saying no to {host.a}", "say no to {host.a}", "said no to {host.a}",
        "{actor} {decline.does} to {talks} under {mediator}"), why=2, reaches=True,
))
MEDIATION_LAPSED: Final = add(ROWS, Event(
    17, "mediation_lapsed", PARTING, "the offer of mediation is left unanswered",
    uncounted("ignoring {host.a}", "ignore {host.a}", "ignored {host.a}",
        "{actor} leaves the offer of {mediator} unanswered"), why=3, reaches=True,
))
MEDIATION_CONVENED: Final = add(ROWS, Event(
    18, "mediation_convened", MEETING, "both said yes; talks get a date",
    uncounted("calling {talks}", "call {talks}", "called {talks}",
        "both {side.plural} have agreed: {mediator} sets a date for the {talks}"),
))
MEDIATION_HELD: Final = add(ROWS, Event(
    19, "mediation_held", MEETING, "envoys talk under the mediator",
    uncounted("{talks} of {envoy.plural}", "hold {talks}", "held {talks}",
        "{envoy.plural} of both {side.plural} hold {talks} under {mediator}"), ever="talks", reaches=True,
))
MEDIATION_FAILED: Final = add(ROWS, Event(
    20, "mediation_failed", PARTING, "those talks end with nothing",
    uncounted("failed {talks}", "end {talks} with nothing", "ended {talks} with nothing",
        "nothing comes of the {talks} under {mediator}"), why=0, reaches=True,
))
REQUEST_ACCEPTED: Final = add(ROWS, Event(
    21, "request_accepted", MEETING, "a letter is answered, or a call or meeting is agreed to",
    uncounted("saying yes to a request", "say yes to a request", "said yes to a request", "{actor} {accepts}"),
    why=1, reaches=True, contact="letter",
))
REQUEST_DECLINED: Final = add(ROWS, Event(
    22, "request_declined", PARTING, "a letter, call or meeting is declined",

      uncounted("turning a request down", "turn a request down", "turned a request down",
        "{actor} turns {matter} down"), why=2, reaches=True,
))
REQUEST_LAPSED: Final = add(ROWS, Event(
    23, "request_lapsed", PARTING, "a letter, call or meeting is left unanswered",
    uncounted("leaving a request unanswered", "leave a request unanswered", "left a request unanswered",
        "{actor} leaves {matter} unanswered"), why=3, reaches=True,
))
REQUESTS_CROSSED: Final = add(ROWS, Event(
    24, "requests_crossed", MEETING, "both asked before either answered",
    uncounted("asking at the same time", "ask at the same time", "asked at the same time", "{crossing}"), reaches=True,
))
CALL_SCHEDULED: Final = add(ROWS, Event(
    25, "call_scheduled", MEETING, "a call gets a date",
    uncounted("a date for {call.a}", "fix {call.a}", "fixed {call.a}", "the {call} gets a date"),
))
CALL_HELD: Final = add(ROWS, Event(
    26, "call_held", MEETING, "the leaders speak",
    Wording("{call}", "{call.plural}", "speak with one another", "spoke with one another",
        "the {call} takes place: the two {leader.plural} {call_held.infinitive}"),
    ever="call", reaches=True, contact="call",
))
SUMMIT_SCHEDULED: Final = add(ROWS, Event(
    27, "summit_scheduled", MEETING, "a meeting of the leaders gets a date",
    uncounted("a date for {summit.a}", "fix {summit.a}", "fixed {summit.a}", "the {summit} gets a date"),
))
SIGNING_ANNOUNCED: Final = add(ROWS, Event(
    28, "signing_announced", MEETING, "a signing ceremony is announced",
    uncounted("the announcement of a signing", "announce a signing", "announced a signing", "a signing is announced"),
))
SUMMIT_HELD: Final = add(ROWS, Event(
    29, "summit_held", MEETING, "the leaders meet",
    Wording("{summit}", "{summit.plural}", "meet in person", "met in person",
        "the {summit} takes place: the two {leader.plural} {summit_held.infinitive}"),
    always=True, ever="summit", reaches=True, contact="summit",
))
MEETING_WITHDRAWN: Final = add(ROWS, Event(
    30, "meeting_withdrawn", PARTING, "a meeting that was fixed is called off",
    uncounted("{withdraw}", "{withdraw.infinitive}", "{withdraw.past}", "{actor} calls {meeting} off"),
    always=True, why=0, ever="withdrawal", reaches=True,
))
BLOW_UP: Final = add(ROWS, Event(
    31, "blow_up", PARTING, "the meeting ends in a rupture",
    Wording(infinitive="break off", past="broke off",
        sentence="the meeting ends in {rupture.a} before everybody's eyes"), always=True, ever="rupture", reaches=True,
))
DEAL: Final = add(ROWS, Event(
    32, "deal", MEETING, "the matter is settled; the run ends",
    Wording(infinitive="settle", past="settled", sentence="the two {side.plural} {deal.infinitive}: {deal.a}"),
    always=True, reaches=True,
))
NO_DEAL: Final = add(ROWS, Event(
    33, "no_deal", PARTING, "the leaders part without an agreement",
    Wording(infinitive="part without an agreement", past="parted without an agreement",
        sentence="the two {leader.plural} {no_deal.infinitive}"), always=True, reaches=True,
))
RATIFICATION_FAILED: Final = add(ROWS, Event(
    34, "ratification_failed", PARTING, "the agreement does not pass at home",
    uncounted("a failure {at_home}", "fail {at_home}", "failed {at_home}",
        "an agreement is reached, but it does not pass {at_home}"), always=True, ever="failed_at_home", reaches=True,
))
TRUCE_AGREED: Final = add(ROWS, Event(
    35, "truce_agreed", MEETING, "both cut pressure for a term; amount: the share cut",
    Wording("{truce}", "{truce.plural}", "agree on {truce.a}", "agreed on {truce.a}",
        "{truce.a}{under}: both {side.plural} suspend {share} of their {pressure}"),
    always=True, why=0, ever="truce", reaches=True,
))
TRUCE_BREACHED: Final = add(ROWS, Event(
    36, "truce_breached", PRESSURE, "the truce is broken and pressure snaps back",
    uncounted("breaking the {truce}", "break the {truce}", "broke the {truce}",
        "the {truce} is broken by {actor}; what was suspended snaps back"),
    always=True, why=0, ever="breach", reaches=True,
))
TRUCE_RENEWED: Final = add(ROWS, Event(
    37, "truce_renewed", MEETING, "the truce is prolonged",
    uncounted("renewing the {truce}", "renew the {truce}", "renewed the {truce}",
        "the {truce} is renewed for another term"), always=True, why=0, reaches=True,
))
TRUCE_LAPSED: Final = add(ROWS, Event(
    38, "truce_lapsed", PARTING, "the truce runs out",
    uncounted("letting the {truce} run out", "let the {truce} run out", "let the {truce} run out",
        "the {truce} runs out without renewal; nothing snaps back"), always=True, why=0, ever="lapse", reaches=True,
))
MARKET_SHOCK: Final = add(ROWS, Event(
    39, "market_shock", ELSE, "a fall of the market from outside; amount: log points",
    Wording("shock to the {market}", "shocks to the {market}",
        sentence="a shock hits the {market} of {country}: down {fall}"),
))
INSULT: Final = add(ROWS, Event(
    40, "insult", PRESSURE, "an insult from outside the model; amount: strength",
    Wording("insult", infinitive="insult the other", past="insulted the other",
        sentence="an insult from {actor}'s {side} stings {target}"),
))
GOODWILL: Final = add(ROWS, Event(
    41, "goodwill", REACHING, "a gesture from outside the model; amount: strength",
    Wording("gesture of goodwill", "gestures of goodwill", "show goodwill", "showed goodwill",
        "a gesture of goodwill comes from {actor}'s {side}"),
))
VALUE_SET: Final = add(ROWS, Event(
    42, "value_set", ELSE, "the scenario changes a value at a date; amount: the new value",
    Wording("change from outside", "changes from outside", sentence="from outside, the situation changes: {value}"),
))
TRUCE_IN_FORCE: Final = add(ROWS, Event(
    43, "truce_in_force", MEETING, "a truce holds on the first day; amount: days since it was agreed",
    Wording("{truce} in force", "{truce.plural} in force", sentence="{truce.a} is in force, agreed {ago}"), always=True,
))
EARLIER_CONTACT: Final = add(ROWS, Event(
    44, "earlier_contact", MEETING, "the leaders were in touch before the first day; amount: days since",
    Wording("earlier contact", sentence="the two {leader.plural} were last in touch {ago} ({touch})"),
))
EARLIER_TALKS_FAILED: Final = add(ROWS, Event(
    45, "earlier_talks_failed", PARTING, "talks under a third party failed before the first day; amount: days since",
    uncounted("failed {talks}", sentence="{talks} under {mediator} ended with nothing {ago}"),
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Event] = {row.word: row for row in ROWS}

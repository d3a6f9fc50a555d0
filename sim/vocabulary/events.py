"""Everything that can happen: each kind of event once, with all that is known and said about it.

Rules write the number of an event down, records and stories its word; the constant and its row are one statement.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add

PRESSURE: Final = "pressure"
REACHING: Final = "reaching out"
MEETING: Final = "yes and meeting"
PARTING: Final = "no and parting"
ELSE: Final = "else"
"""What an event does, for figures that colour events by it."""

ALWAYS: Final = 0
OFTEN: Final = 1
SELDOM: Final = 2
LAST: Final = 3
"""Order in which a story gives events room: rank 0 is always told, rank 3 when there is room left."""


class Event(NamedTuple):
    """One kind of event.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in records, tables and JSON.
    group : str
        What it does: pressure, reaching out, yes and meeting, no and parting, else.
    meaning : str
        What happened, and what its ``amount`` measures if it has one.
    sentence : str
        How a story tells it; the words in braces are filled from the event and the cast.
    rank : int or None
        How readily a story tells it by itself; None for what is told as a sum only.
    first : bool
        Whether the first by each side comes before the repetitions of others.
    why : int or None
        How telling the reasons behind it are, the most telling at 0; None for what has no decision behind it.
    sums : tuple of str
        What a side did, in a sum: once, and several times (``{n}``); empty for what is never summed up.
    trade, trade_sums : str and tuple of str
        The sentence and the sums where pressure is tariffs, if they differ.
    ever : str
        Which milestone on the way it is (:mod:`sim.vocabulary.milestones`).
    contact : str
        The level at which the leaders are in contact when it happens; empty for what is no contact.
    secret : bool
        Whether only the side that acts hears of it.
    reaches : bool
        Whether the figure of who reaches for whom shows it.
    """

    code: int
    word: str
    group: str
    meaning: str
    sentence: str
    rank: int | None = None
    first: bool = False
    why: int | None = None
    sums: tuple[str, ...] = ()
    trade: str = ""
    trade_sums: tuple[str, ...] = ()
    ever: str = ""
    contact: str = ""
    secret: bool = False
    reaches: bool = False


ROWS: list[Event] = []
"""Every kind of event in the order of its code."""

# fmt: off
ESCALATE: Final = add(ROWS, Event(
    0, "escalate", PRESSURE, "pressure is raised; amount: points added", "{actor} steps up the pressure", first=True,
    why=3, sums=("stepped up the pressure", "stepped up the pressure {n} times"),
    trade="{actor} raises tariffs by {points}{to}", trade_sums=("raised tariffs", "raised tariffs {n} times"),
))
EASE: Final = add(ROWS, Event(
    1, "ease", REACHING, "pressure is lowered; amount: points taken off", "{actor} eases the pressure", rank=LAST,
    first=True, why=3, sums=("eased", "eased {n} times"), trade="{actor} lowers tariffs by {points}{to}",
    trade_sums=("lowered tariffs", "lowered tariffs {n} times"),
))
SIGNAL: Final = add(ROWS, Event(
    2, "signal", REACHING, "a public overture", "{actor} praises {target} in public: an overture",
    sums=("made a public overture", "made {n} public overtures"),
))
RALLY: Final = add(ROWS, Event(
    3, "rally", PRESSURE, "the public at home is told that there will be no yielding",
    "{actor} rallies the public at home against yielding", sums=("rallied the public", "rallied the public {n} times"),
))
COURT_PARTNERS: Final = add(ROWS, Event(
    4, "court_partners", ELSE, "third countries are courted", "{actor} courts third countries",
    sums=("courted third countries", "courted third countries {n} times"),
))
LETTER_SENT: Final = add(ROWS, Event(
    5, "letter_sent", REACHING, "a private letter goes to the other leader",
    "{actor} writes a private letter to {target}", sums=("wrote a letter", "wrote {n} letters"), reaches=True,
))
CALL_REQUESTED: Final = add(ROWS, Event(
    6, "call_requested", REACHING, "a call is asked for", "{actor} asks {target} for a call", first=True, why=1,
    sums=("asked for a call", "asked {n} times for a call"), reaches=True,
))
SUMMIT_PROPOSED: Final = add(ROWS, Event(
    7, "summit_proposed", REACHING, "a meeting of the leaders is proposed", "{actor} proposes a summit to {target}",
    why=1, sums=("proposed a summit", "proposed a summit {n} times"), reaches=True,
))
ENVOY_SENT: Final = add(ROWS, Event(
    8, "envoy_sent", REACHING, "an envoy sets out", "{actor} sends {envoy} to the other side",
))
ENVOY_RECEIVED: Final = add(ROWS, Event(
    9, "envoy_received", MEETING, "the envoy is received", "{envoy} is received and lays some ground", rank=LAST,
    first=True, sums=("received an envoy", "received {n} envoys"),
))
ENVOY_BLOCKED: Final = add(ROWS, Event(
    10, "envoy_blocked", PARTING, "the envoy does not get through",
    "{envoy} does not get through to the other side's advisers", rank=LAST, first=True,
    sums=("kept an envoy out", "kept {n} envoys out"),
))
ENVOY_APPOINTED: Final = add(ROWS, Event(
    11, "envoy_appointed", REACHING, "another envoy takes office", "{actor} puts {envoy} in charge of the contacts",
    rank=SELDOM,
))
MEDIATOR_INVITED: Final = add(ROWS, Event(
    12, "mediator_invited", REACHING, "a third party is asked to host", "{actor} quietly asks {mediator} to host talks",
    why=2, sums=("invited a host", "invited a host {n} times"), reaches=True, secret=True,
))
MEDIATOR_REFUSED: Final = add(ROWS, Event(
    13, "mediator_refused", PARTING, "the third party does not want to", "{mediator} does not want to be drawn in",
    secret=True,
))
MEDIATION_OFFERED: Final = add(ROWS, Event(
    14, "mediation_offered", REACHING, "a third party offers to host", "{mediator} offers to host talks", reaches=True,
))
MEDIATION_ACCEPTED: Final = add(ROWS, Event(
    15, "mediation_accepted", MEETING, "a side says yes to mediation", "{actor} says yes to talks under {mediator}",
    rank=LAST, why=1, reaches=True,
))
MEDIATION_DECLINED: Final = add(ROWS, Event(
    16, "mediation_declined", PARTING, "a side says no to mediation", "{actor} says no to talks under {mediator}",
    rank=SELDOM, why=2, sums=("said no to a mediator", "said no to mediators {n} times"), reaches=True,
))
MEDIATION_LAPSED: Final = add(ROWS, Event(
    17, "mediation_lapsed", PARTING, "the offer of mediation is left unanswered",
    "{actor} leaves the offer of {mediator} unanswered", why=3,
    sums=("ignored a mediator's offer", "ignored {n} mediators' offers"), reaches=True,
))
MEDIATION_CONVENED: Final = add(ROWS, Event(
    18, "mediation_convened", MEETING, "both said yes; talks get a date",
    "both sides have said yes: {mediator} calls the talks",
))
MEDIATION_HELD: Final = add(ROWS, Event(
    19, "mediation_held", MEETING, "envoys talk under the mediator", "envoys of both sides talk under {mediator}",
    rank=SELDOM, ever="talks", reaches=True,
))
MEDIATION_FAILED: Final = add(ROWS, Event(
    20, "mediation_failed", PARTING, "those talks end with nothing", "the talks under {mediator} end with nothing",
    rank=OFTEN, why=0, reaches=True,
))
REQUEST_ACCEPTED: Final = add(ROWS, Event(
    21, "request_accepted", MEETING, "a letter is answered, or a call or meeting is agreed to", "{actor} {accepts}",
    rank=LAST, why=1, sums=("said yes to a request", "said yes to {n} requests"), reaches=True, contact="letter",
))
REQUEST_DECLINED: Final = add(ROWS, Event(
    22, "request_declined", PARTING, "a letter, call or meeting is declined", "{actor} turns {matter} down",
    rank=SELDOM, why=2, sums=("turned a request down", "turned {n} requests down"), reaches=True,
))
REQUEST_LAPSED: Final = add(ROWS, Event(
    23, "request_lapsed", PARTING, "a letter, call or meeting is left unanswered", "{actor} leaves {matter} unanswered",
    rank=LAST, first=True, why=3, sums=("left a request unanswered", "left {n} requests unanswered"), reaches=True,
))
REQUESTS_CROSSED: Final = add(ROWS, Event(
    24, "requests_crossed", MEETING, "both asked before either answered", "{crossing}", rank=OFTEN, reaches=True,
))
CALL_SCHEDULED: Final = add(ROWS, Event(25, "call_scheduled", MEETING, "a call gets a date", "the call gets a date"))
CALL_HELD: Final = add(ROWS, Event(
    26, "call_held", MEETING, "the leaders speak", "the two leaders speak on the line", rank=OFTEN, ever="call",
    reaches=True, contact="call",
))
SUMMIT_SCHEDULED: Final = add(ROWS, Event(
    27, "summit_scheduled", MEETING, "a meeting of the leaders gets a date", "the summit gets a date", rank=SELDOM,
))
SIGNING_ANNOUNCED: Final = add(ROWS, Event(
    28, "signing_announced", MEETING, "a signing ceremony is announced", "a signing ceremony is announced", rank=SELDOM,
))
SUMMIT_HELD: Final = add(ROWS, Event(
    29, "summit_held", MEETING, "the leaders meet", "the two leaders meet", rank=ALWAYS, ever="summit", reaches=True,
    contact="summit",
))
MEETING_WITHDRAWN: Final = add(ROWS, Event(
    30, "meeting_withdrawn", PARTING, "a meeting that was fixed is called off", "{actor} calls {meeting} off",
    rank=OFTEN, why=0, ever="withdrawal", reaches=True,
))
BLOW_UP: Final = add(ROWS, Event(
    31, "blow_up", PARTING, "the meeting ends in a rupture", "the meeting ends in a rupture before everybody's eyes",
    rank=ALWAYS, ever="rupture", reaches=True,
))
DEAL: Final = add(ROWS, Event(
    32, "deal", MEETING, "the matter is settled; the run ends", "the two sides settle: a deal", rank=ALWAYS,
    reaches=True,
))
NO_DEAL: Final = add(ROWS, Event(
    33, "no_deal", PARTING, "the leaders part without an agreement", "the leaders part without an agreement",
    rank=ALWAYS, reaches=True,
))
RATIFICATION_FAILED: Final = add(ROWS, Event(
    34, "ratification_failed", PARTING, "the agreement does not pass at home",
    "an agreement is reached, but it does not pass at home", rank=ALWAYS, ever="failed_at_home",
    reaches=True,
))
TRUCE_AGREED: Final = add(ROWS, Event(
    35, "truce_agreed", MEETING, "both cut pressure for a term; amount: the share cut",
    "a truce{under}: both sides suspend {share} of the pressure", rank=ALWAYS, why=0,
    trade="a truce{under}: both sides suspend {share} of their tariffs", ever="truce",
    reaches=True,
))
TRUCE_BREACHED: Final = add(ROWS, Event(
    36, "truce_breached", PRESSURE, "the truce is broken and pressure snaps back",
    "the truce is broken by {actor}; what was suspended snaps back", rank=ALWAYS, ever="breach",
    reaches=True,
))
TRUCE_RENEWED: Final = add(ROWS, Event(
    37, "truce_renewed", MEETING, "the truce is prolonged", "the truce is renewed for another term", rank=OFTEN, why=0,
    reaches=True,
))
TRUCE_LAPSED: Final = add(ROWS, Event(
    38, "truce_lapsed", PARTING, "the truce runs out", "the truce runs out without renewal; nothing snaps back",
    rank=ALWAYS, why=0, ever="lapse", reaches=True,
))
MARKET_SHOCK: Final = add(ROWS, Event(
    39, "market_shock", ELSE, "a fall of the market from outside; amount: log points",
    "a shock hits the market of {country}: down {fall}", rank=OFTEN,
))
INSULT: Final = add(ROWS, Event(
    40, "insult", PRESSURE, "an insult from outside the model; amount: strength",
    "an insult from {actor}'s side stings {target}", rank=OFTEN,
))
GOODWILL: Final = add(ROWS, Event(
    41, "goodwill", REACHING, "a gesture from outside the model; amount: strength",
    "a gesture of goodwill comes from {actor}'s side", rank=OFTEN,
))
VALUE_SET: Final = add(ROWS, Event(
    42, "value_set", ELSE, "the scenario changes a value at a date; amount: the new value",
    "from outside, the situation changes: {amount}", rank=OFTEN,
))
TRUCE_IN_FORCE: Final = add(ROWS, Event(
    43, "truce_in_force", MEETING, "a truce holds on the first day; amount: days since it was agreed",
    "a truce is in force, agreed {ago}", rank=ALWAYS,
))
EARLIER_CONTACT: Final = add(ROWS, Event(
    44, "earlier_contact", MEETING, "the leaders were in touch before the first day; amount: days since",
    "the two leaders were last in touch {ago} ({touch})", rank=OFTEN,
))
EARLIER_TALKS_FAILED: Final = add(ROWS, Event(
    45, "earlier_talks_failed", PARTING, "talks under a third party failed before the first day; amount: days since",
    "talks under {mediator} ended with nothing {ago}", rank=OFTEN,
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Event] = {row.word: row for row in ROWS}

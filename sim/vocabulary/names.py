"""What things are called: actions, components, nests, answers, events, slots of the agenda, as words and as numbers.

Rules work with the numbers, tables and stories with the words; both come from the same tuples here.
"""

from __future__ import annotations

ACTIONS = (
    "hold", "escalate", "ease", "signal", "send_letter", "send_envoy", "appoint_envoy", "invite_mediator",
    "request_call", "propose_summit", "withdraw", "court_partners", "rally",
)  # fmt: skip
HOLD, ESCALATE, EASE, SIGNAL, SEND_LETTER, SEND_ENVOY, APPOINT_ENVOY, INVITE_MEDIATOR = range(8)
REQUEST_CALL, PROPOSE_SUMMIT, WITHDRAW, COURT_PARTNERS, RALLY = range(8, 13)
N_ACTIONS = 13

COMPONENTS = (
    "stakes", "coercion", "markets", "ripeness", "face", "ego", "glory", "audience", "advisers", "groundwork",
    "precedent", "reciprocity", "coalition",
)  # fmt: skip
STAKES, COERCION, MARKETS, RIPENESS, FACE, EGO, GLORY, AUDIENCE, ADVISERS, GROUNDWORK = range(10)
PRECEDENT, RECIPROCITY, COALITION = range(10, 13)
N_COMPONENTS = 13

NESTS = ("wait", "pressure", "reach_out", "back_out", "home_front")
N_NESTS = 5
NEST_OF = (0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 4, 4)
NEST_FIRST = (0, 1, 3, 10, 11)
NEST_END = (1, 3, 10, 11, 13)

ANSWERS = ("accept", "decline", "lapse")
ACCEPT, DECLINE, LAPSE = range(3)

TOPICS = ("letter", "call", "summit", "mediation", "truce")
LETTER, CALL, SUMMIT, MEDIATION, TRUCE = range(5)
N_TOPICS = 5

LEVELS = ("", "letter", "envoy", "talks", "call", "summit", "truce")
LEVEL_NONE, LEVEL_LETTER, LEVEL_ENVOY, LEVEL_TALKS, LEVEL_CALL, LEVEL_SUMMIT, LEVEL_TRUCE = range(7)

ORIGINS = ("decision", "answer", "due", "hazard", "scheduled")
BY_DECISION, BY_ANSWER, BY_DUE, BY_HAZARD, BY_SCHEDULE = range(5)

OUTCOMES = ("deal", "truce", "no_deal", "blow_up", "no_contact")
OUT_DEAL, OUT_TRUCE, OUT_NO_DEAL, OUT_BLOW_UP, OUT_NO_CONTACT = range(5)

FIRST_CONTACT, FIRST_VOICE, FIRST_IN_PERSON = range(3)

PRECEDENT_KINDS = ("success", "no_deal", "humiliation", "broken_promise")
INTERVENTIONS = ("market_shock", "insult", "goodwill", "mediator_offer", "set")
MARKET_SHOCK, INSULT, GOODWILL, MEDIATOR_OFFER, SET_VALUE = range(5)

CLOCKS = ("poisson", "fixed")
POISSON, FIXED = range(2)
ORDERS = ("simultaneous", "alternating", "random")
SIMULTANEOUS, ALTERNATING, RANDOM = range(3)

EVENTS = (
    "escalate", "ease", "signal", "rally", "court_partners", "letter_sent", "call_requested", "summit_proposed",
    "envoy_sent", "envoy_received", "envoy_blocked", "envoy_appointed", "mediator_invited", "mediator_refused",
    "mediation_offered", "mediation_accepted", "mediation_declined", "mediation_lapsed", "mediation_convened",
    "mediation_held", "mediation_failed", "request_accepted", "request_declined", "request_lapsed",
    "requests_crossed", "call_scheduled", "call_held", "summit_scheduled", "signing_announced", "summit_held",
    "meeting_withdrawn", "blow_up", "deal", "no_deal", "ratification_failed", "truce_agreed", "truce_breached",
    "truce_renewed", "truce_lapsed", "market_shock", "insult", "goodwill", "value_set",
)  # fmt: skip
(
    EV_ESCALATE, EV_EASE, EV_SIGNAL, EV_RALLY, EV_COURT, EV_LETTER, EV_CALL_REQUESTED, EV_SUMMIT_PROPOSED,
    EV_ENVOY_SENT, EV_ENVOY_RECEIVED, EV_ENVOY_BLOCKED, EV_ENVOY_APPOINTED, EV_MEDIATOR_INVITED, EV_MEDIATOR_REFUSED,
    EV_MEDIATION_OFFERED, EV_MEDIATION_ACCEPTED, EV_MEDIATION_DECLINED, EV_MEDIATION_LAPSED, EV_MEDIATION_CONVENED,
    EV_MEDIATION_HELD, EV_MEDIATION_FAILED, EV_ACCEPTED, EV_DECLINED, EV_LAPSED,
    EV_CROSSED, EV_CALL_SCHEDULED, EV_CALL_HELD, EV_SUMMIT_SCHEDULED, EV_SIGNING_ANNOUNCED, EV_SUMMIT_HELD,
    EV_WITHDRAWN, EV_BLOW_UP, EV_DEAL, EV_NO_DEAL, EV_RATIFICATION_FAILED, EV_TRUCE_AGREED, EV_TRUCE_BREACHED,
    EV_TRUCE_RENEWED, EV_TRUCE_LAPSED, EV_MARKET_SHOCK, EV_INSULT, EV_GOODWILL, EV_VALUE_SET,
) = range(43)  # fmt: skip

# Who an event's actor or target is, as a number: sides 0 and 1, mediators from FIRST_MEDIATOR on.
BOTH = -2
NOBODY = -1
FIRST_MEDIATOR = 2
NONE = -1

# Slots of the agenda; those of a side are at slot + side.
SLOT_RING = 0
SLOT_LETTER = 2
SLOT_CALL_REQUEST = 4
SLOT_SUMMIT_PROPOSAL = 6
SLOT_ENVOY = 8
SLOT_CALL = 10
SLOT_SUMMIT = 11
SLOT_TRUCE_TERM = 12
SLOT_FIRST_MEDIATOR = 13

# What a mediator is busy with.
IDLE, OFFERED, CONVENING = range(3)
"""Stages of a mediator: idle, an offer is out, talks are being convened."""

NEVER = 1.0e9
"""A day that does not come."""

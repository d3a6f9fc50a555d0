"""An option as words: what somebody did, what there was to do, and the option as the subject of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.vocabulary import actions, answers


class OptionWords(NamedTuple):
    """One option: "wrote a letter", "write a letter", "a letter"."""

    past: str
    infinitive: str
    subject: str


PAST: Mapping[str, str] = {
    "hold": "waited",
    "escalate": "raised the pressure",
    "ease": "eased",
    "signal": "made a public overture",
    "send_letter": "wrote a letter",
    "send_envoy": "sent an envoy",
    "appoint_envoy": "appointed a new envoy",
    "invite_mediator": "invited a host",
    "request_call": "asked for a call",
    "propose_summit": "proposed a summit",
    "withdraw": "called the meeting off",
    "court_partners": "courted third countries",
    "rally": "rallied the public",
    "accept": "said yes",
    "decline": "said no",
    "lapse": "left it unanswered",
}

ANSWERS: Mapping[tuple[str, str], OptionWords] = {
    ("accept", "letter"): OptionWords("answered the {letter}", "answer", "an answer"),
    ("decline", "letter"): OptionWords("turned the {letter} down", "turn it down", "turning it down"),
    ("lapse", "letter"): OptionWords("left the {letter} unanswered", "leave it unanswered", "silence"),
    ("accept", "call"): OptionWords("agreed to a {call}", "agree", "a {call}"),
    ("decline", "call"): OptionWords("turned the {call} down", "turn it down", "a no"),
    ("lapse", "call"): OptionWords("left the request unanswered", "leave it unanswered", "silence"),
    ("accept", "summit"): OptionWords("agreed to a {summit}", "agree", "a {summit}"),
    ("decline", "summit"): OptionWords("turned the {summit} down", "turn it down", "a no"),
    ("lapse", "summit"): OptionWords("left the proposal unanswered", "leave it unanswered", "silence"),
    ("accept", "mediation"): OptionWords("agreed to {talks}", "agree", "going to the {talks}"),
    ("decline", "mediation"): OptionWords("turned the offer of {talks} down", "turn it down", "staying away"),
    ("lapse", "mediation"): OptionWords("left the offer of {talks} unanswered", "leave it unanswered", "silence"),
    ("accept", "truce"): OptionWords("agreed to a {truce}", "agree", "a {truce}"),
    ("decline", "truce"): OptionWords("refused a {truce}", "refuse", "a no"),
    ("lapse", "truce"): OptionWords("left the {truce} undecided", "leave it undecided", "silence"),
}
"""Answers by what is asked; templates over the words of the case."""

PLAIN = {w: w for w in ("letter", "call", "summit", "talks", "host", "truce", "pressure", "envoy")}
PLAIN |= {"market": "markets", "public": "public at home"}


class _A:
    plural = "advisers"


PLAIN["adviser"] = _A()


def option_words(option: str, about: str, cast: Cast) -> OptionWords:
    """Return an option in words.

    Parameters
    ----------
    option : str
        An action, or an answer.
    about : str
        What is answered (:data:`sim.vocabulary.answers.TOPICS`); empty for a move of the leader's own.
    cast : Cast
        Whose words are used.
    """
    found = ANSWERS.get((option, about))
    if found is not None:
        return OptionWords(*(text.format(**PLAIN) for text in found))
    row = actions.BY_WORD[option] if option in actions.BY_WORD else answers.BY_WORD[option]
    return OptionWords(PAST[option], row.verb, row.noun)

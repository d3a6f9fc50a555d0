"""An option as words: what somebody did, what there was to do, and the option as the subject of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.narrative.case_words import PLAIN
from sim.narrative.cast import Cast


class OptionWords(NamedTuple):
    """One option: "wrote a letter", "write a letter", "a letter"."""

    past: str
    infinitive: str
    subject: str


ANSWERS: Mapping[tuple[str, str], OptionWords] = {
    ("accept", "letter"): OptionWords("answered the {letter}", "answer", "an answer"),
    ("decline", "letter"): OptionWords("turned the {letter} down", "turn it down", "turning it down"),
    ("lapse", "letter"): OptionWords("left the {letter} unanswered", "leave it unanswered", "silence"),
    ("accept", "call"): OptionWords("agreed to {call.a}", "agree", "{call.a}"),
    ("decline", "call"): OptionWords("turned the {call} down", "turn it down", "a no"),
    ("lapse", "call"): OptionWords("left the request unanswered", "leave it unanswered", "silence"),
    ("accept", "summit"): OptionWords("agreed to {summit.a}", "agree", "{summit.a}"),
    ("decline", "summit"): OptionWords("turned the {summit} down", "turn it down", "a no"),
    ("lapse", "summit"): OptionWords("left the proposal unanswered", "leave it unanswered", "silence"),
    ("accept", "mediation"): OptionWords("agreed to {talks}", "agree", "going to the {talks}"),
    ("decline", "mediation"): OptionWords("turned the offer of {talks} down", "refuse", "staying away"),
    ("lapse", "mediation"): OptionWords(
        "left the offer of {talks} unanswered", "leave the offer unanswered", "silence"
    ),
    ("accept", "truce"): OptionWords("agreed to {truce.a}", "agree", "{truce.a}"),
    ("decline", "truce"): OptionWords("refused {truce.a}", "refuse", "a no"),
    ("lapse", "truce"): OptionWords("left {truce.a} undecided", "leave it undecided", "silence"),
}
"""Answers by what is asked; templates over the words of the case. The infinitive stands beside the past of another. A
case that calls an answer otherwise is told in its own words."""


KINDS: Mapping[str, str] = {
    "wait": "{hold.infinitive}",
    "pressure": "press or ease",
    "reach_out": "reach out",
    "back_out": "back out",
    "home_front": "turn to one's own or to others",
    "accept": "{accept.infinitive}",
    "refuse": "not {accept.infinitive}",
}
"""Kinds of options (the nests of the choice) as something to do; made of the words of the case."""


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
    found, words = ANSWERS.get((option, about)), cast.words[option]
    if found is not None and words == PLAIN[option]:
        return OptionWords(*map(cast.fill, found))
    return OptionWords(words.past, words.infinitive, words.a)

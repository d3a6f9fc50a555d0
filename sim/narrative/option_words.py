"""An option as words: what somebody did, what there was to do, and the option as the subject of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.narrative.cast import Cast


class OptionWords(NamedTuple):
    """One option: "wrote a letter", "write a letter", "a letter"."""

    past: str
    infinitive: str
    subject: str


ANSWERS: Mapping[tuple[str, str], OptionWords] = {
    ("accept", "letter"): OptionWords("answered the {letter}", "answer the {letter}", "an answer"),
    ("decline", "letter"): OptionWords("turned the {letter} down", "turn the {letter} down", "turning it down"),
    ("lapse", "letter"): OptionWords("left the {letter} unanswered", "leave it unanswered", "silence"),
    ("accept", "call"): OptionWords("agreed to a {call}", "agree to a {call}", "a {call}"),
    ("decline", "call"): OptionWords("turned the {call} down", "turn the {call} down", "a no"),
    ("lapse", "call"): OptionWords("left the request unanswered", "leave the request unanswered", "silence"),
    ("accept", "summit"): OptionWords("agreed to a {summit}", "agree to a {summit}", "a {summit}"),
    ("decline", "summit"): OptionWords("turned the {summit} down", "turn the {summit} down", "a no"),
    ("lapse", "summit"): OptionWords("left the proposal unanswered", "leave the proposal unanswered", "silence"),
    ("accept", "mediation"): OptionWords("agreed to {talks}", "agree to {talks}", "going to the {talks}"),
    ("decline", "mediation"): OptionWords("turned the {host} down", "turn the {host} down", "staying away"),
    ("lapse", "mediation"): OptionWords("left the offer unanswered", "leave the offer unanswered", "silence"),
    ("accept", "truce"): OptionWords("said yes to a {truce}", "say yes to a {truce}", "a {truce}"),
    ("decline", "truce"): OptionWords("said no to a {truce}", "say no to a {truce}", "a no"),
    ("lapse", "truce"): OptionWords("left the {truce} undecided", "leave the {truce} undecided", "silence"),
}
"""Answers by what is asked; templates over the words of the case."""


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
        return OptionWords(*(cast.fill(text) for text in found))
    word = cast.words[option]
    return OptionWords(word.past, word.infinitive, word.a)

"""The letter of every move and answer: the same in every game and at every turn, and what somebody meant who typed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from sim.vocabulary import actions as a
from sim.vocabulary import answers

MOVES: Mapping[str, str] = MappingProxyType(
    {
        "hold": "h",
        "escalate": "e",
        "ease": "d",  # down a step: e is taken
        "signal": "o",  # an overture
        "send_letter": "l",
        "send_envoy": "v",  # as in enVoy: n is a no
        "appoint_envoy": "a",
        "invite_mediator": "i",
        "request_call": "c",
        "propose_summit": "p",
        "withdraw": "x",  # crossed out of the diary
        "court_partners": "t",  # third countries
        "rally": "r",
    }
)
"""The letter of every move."""

ANSWERS: Mapping[str, str] = MappingProxyType({"accept": "y", "decline": "n", "lapse": "k"})
"""The letter of every answer: yes, no, keep silent."""

LETTERS: Mapping[str, str] = MappingProxyType({**MOVES, **ANSWERS})
"""Both; no letter has two meanings."""

_BY_LETTER = {letter: word for word, letter in LETTERS.items()}


def named(typed: str, options: Collection[str]) -> str | None:
    """Return the option meant by a letter, a name, the unmistakable beginning of a name, or a number.

    Parameters
    ----------
    typed : str
        What somebody typed.
    options : collection of str
        What is possible now.

    Returns
    -------
    str or None
        One of the options; None when none is meant. A number is the place in the model's list of all moves, or of all
        answers, the first at 1, so that it too means the same at every turn.
    """
    word = typed.strip().lower().replace(" ", "_").replace("-", "_")
    exact = _BY_LETTER.get(word) or _by_number(word, options) or word
    return exact if exact in options else _begun(word, options)


def _begun(word: str, options: Collection[str]) -> str | None:
    """The one option that begins so; a single letter is a letter, not a beginning."""
    begun = [option for option in options if option.startswith(word)] if len(word) > 1 else []
    return begun[0] if len(begun) == 1 else None


def _by_number(word: str, options: Collection[str]) -> str | None:
    if not (word.isascii() and word.isdigit()):
        return None
    return _numbered(word, answers.WORDS if set(options) <= set(answers.WORDS) else a.WORDS)


def _numbered(digits: str, words: Sequence[str]) -> str | None:
    number = int(digits) if len(digits) < 4 else 0  # no list is that long, and Python refuses thousands of digits
    return words[number - 1] if 1 <= number <= len(words) else None

"""A reason beside the line that tells the deed: it names the other choice and what decided, and not the deed again."""

from __future__ import annotations

from enum import Enum

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_word
from sim.narrative.choosing import WAITING
from sim.narrative.option_words import option_words
from sim.narrative.reasons import HABIT, Motive, told


class Beside(Enum):
    """What the line tells of the deed that is explained."""

    deed = "who did it, and nothing else that could be meant"
    often = "that it was done again and again; the first time is explained"
    together = "that both did it"
    other_too = "that both did it, and the other's reason already"
    other = "something else: the deed is named with its reason"


ALTERNATIVES = (
    "The alternative was to {rival}, but {said}.",
    "It was possible to {rival} instead, but {said}.",
    "The other choice was to {rival}, but {said}.",
)
"""Ways to name what was not done, taken in turn."""

EVEN = chance_word(0.5)
"""A choice as likely as this is not worth a word on luck."""


def worth_telling(why: Motive) -> Motive:
    """Return what of a motive helps somebody who listens.

    That luck decided is no reason by itself; nor is it one that habit went against the reasons, but to wait comes of
    itself.
    """
    kept = tuple(clause for clause in why.clauses if clause.key.component != HABIT or why.chosen == WAITING)
    luck = why.luck if kept and why.luck is not None and EVEN not in why.luck.text else None
    return why._replace(clauses=kept, luck=luck)


def short_reason(why: Motive, beside: Beside, turn: int, cast: Cast) -> str:
    """Return a motive as one sentence to stand behind a line; empty where nothing is left to tell.

    Parameters
    ----------
    why : Motive
        What is told (:func:`worth_telling`).
    beside : Beside
        What the line has told.
    turn : int
        How many reasons the story told before: they are not worded alike.
    cast : Cast
        Names and words.
    """
    if not why.clauses:
        return ""
    if beside is Beside.other:
        return told(why, cast)
    said = ", and ".join(clause.text for clause in why.clauses)
    said += f"; {why.luck.text}" if why.luck is not None else ""
    rival = option_words(why.rival, why.about, cast).infinitive
    if beside is Beside.deed:
        return ALTERNATIVES[turn % len(ALTERNATIVES)].format(rival=rival, said=said)
    name = cast.leader(why.actor)
    if beside is Beside.often:
        return f"{name} began this round rather than {rival}, because {said}."
    return f"{name} did so{'' if beside is Beside.other_too else f' rather than {rival}'}, because {said}."

"""Where it stands at the horizon, and the three firsts: each once, with all that is said about it.

The rule that tells the classes apart is :func:`sim.rules.record.decisive.where_it_stands`; what happened on the way is
another list (:mod:`sim.vocabulary.milestones`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Self

from sim.vocabulary.wording import NO_WORDS, Wording, uncounted

HEADING: Final = "Where it stands"
"""What this list is called wherever it is shown."""

IN_TOUCH_DAYS: Final = 90.0
"""How long after a contact or talks of envoys the two still count as in touch (days). A definition, not an estimate."""


class OutcomeClass(StrEnum):
    """Where a confrontation stands at the horizon, from the most to the least settled.

    Attributes
    ----------
    code : int
        The number that rules use.
    wording : Wording
        What the class is called; the noun is its column heading.
    ending : str
        The class after "Where it stands:", made of the words of the case.
    manner : str
        The class as the end of a sentence: "it ends {manner}", made of the words of the case.
    agreed : bool
        Whether an agreement stands.
    sought : int
        In which order conditions are sought under which runs end so, the first at 0.
    """

    code: int
    wording: Wording
    ending: str
    manner: str
    agreed: bool
    sought: int

    def __new__(
        cls,
        word: str,
        wording: Wording = NO_WORDS,
        ending: str = "",
        manner: str = "",
        agreed: bool = False,
        sought: int = 0,
    ) -> Self:
        """One row of the list; the code is its place."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.code = len(cls.__members__)
        member.wording, member.ending, member.manner = wording, ending, manner
        member.agreed, member.sought = agreed, sought
        return member

    deal = "deal", Wording("deal"), "{deal.a}", "with {deal.a}", True, 2
    truce = "truce", NO_WORDS, "{truce.a} in force", "with {truce.a} in force", True, 3
    no_deal = "no_deal", uncounted("no {deal}"), "{no_deal}, nothing {blow_up}", "with {no_deal}", False, 4
    blow_up = "blow_up", uncounted("broken off"), "{blow_up}", "{blow_up}", False, 1
    no_contact = "no_contact", uncounted("no contact"), "{no_contact} in all this time", "with {no_contact}", False, 0


DEAL: Final = OutcomeClass.deal.code
TRUCE: Final = OutcomeClass.truce.code
NO_DEAL: Final = OutcomeClass.no_deal.code
BLOW_UP: Final = OutcomeClass.blow_up.code
NO_CONTACT: Final = OutcomeClass.no_contact.code

WORDS: tuple[str, ...] = tuple(str(row) for row in OutcomeClass)
AGREED: tuple[str, ...] = tuple(str(row) for row in OutcomeClass if row.agreed)
"""Classes in which an agreement stands."""

FIRST_CONTACT, FIRST_VOICE, FIRST_IN_PERSON = range(3)
"""First answered letter, call or meeting; first time the leaders spoke; first time they met."""

"""How a confrontation can stand at the horizon, and the three firsts: each once, with all that is said about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Self


class OutcomeClass(StrEnum):
    """How a confrontation stands at the horizon, from the most to the least settled.

    Attributes
    ----------
    code : int
        The number that rules use.
    heading : str
        The class as a column heading.
    ending : str
        The class after "Outcome:".
    manner : str
        The class as the end of a sentence: "it ends {manner}".
    agreed : bool
        Whether an agreement stands.
    sought : int
        In which order conditions are sought under which runs end so, the first at 0.
    """

    code: int
    heading: str
    ending: str
    manner: str
    agreed: bool
    sought: int

    def __new__(
        cls, word: str, heading: str = "", ending: str = "", manner: str = "", agreed: bool = False, sought: int = 0
    ) -> Self:
        """One row of the list; the code is its place."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.code = len(cls.__members__)
        member.heading, member.ending, member.manner = heading, ending, manner
        member.agreed, member.sought = agreed, sought
        return member

    deal = "deal", "deal", "a deal", "with a deal", True, 2
    truce = "truce", "truce", "a truce", "with a truce", True, 3
    no_deal = "no_deal", "no deal", "no deal", "without a deal", False, 4
    blow_up = "blow_up", "blow-up", "a blow-up", "with a blow-up", False, 1
    no_contact = "no_contact", "no contact", "no contact at all", "without any contact", False, 0


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

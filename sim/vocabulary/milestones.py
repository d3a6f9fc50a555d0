"""What happened on the way: everything that a run may bring, once each, as it is asked for and spoken of.

A run remembers each in a field ``ever_...`` of the dyad. Whether it happened says nothing of where things stand in the
end (:mod:`sim.vocabulary.outcomes`): the two lists share no word but ``truce``, which may be over again.
"""

from __future__ import annotations

from typing import Final, NamedTuple

HEADING: Final = "What happened on the way"
"""What this list is called wherever it is shown."""


class Milestone(NamedTuple):
    """One thing that may happen on the way.

    Attributes
    ----------
    word : str
        The word in records, tables and JSON.
    sentence : str
        What is so if it happened.
    phrase : str
        It in a few words.
    """

    word: str
    sentence: str
    phrase: str


ROWS: Final = (
    Milestone("call", "the leaders spoke by telephone", "a call"),
    Milestone("summit", "the leaders met", "a meeting of the leaders"),
    Milestone("talks", "authorised envoys held talks", "talks of envoys"),
    Milestone("truce", "a truce was agreed", "a truce agreed"),
    Milestone("rupture", "a meeting of the leaders ended in a rupture", "a rupture on stage"),
    Milestone("withdrawal", "a call or meeting with a date was called off", "a meeting called off"),
    Milestone("breach", "a truce was broken", "a truce broken"),
    Milestone("lapse", "a truce ran out without renewal", "a truce run out"),
    Milestone("failed_at_home", "an agreement failed at home", "a failure at home"),
)
"""Every milestone, in the order in which records have them."""

EVER: tuple[str, ...] = tuple(row.word for row in ROWS)

FORMER: Final = (Milestone("blow_up", "a meeting or a truce blew up", "a blow-up"),)
"""Words that only records of format 1 have: a blow-up was a rupture, a truce broken, or a summit called off."""

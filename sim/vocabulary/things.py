"""What people speak of that is no act, event or ending: pressure and its unit, those who take part, places."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.wording import Wording, uncounted


class Thing(NamedTuple):
    """One thing.

    Attributes
    ----------
    word : str
        The entry in ``words:`` of a scenario file.
    meaning : str
        What it stands for, for whoever renames it.
    wording : Wording
        What it is called where no domain or file says otherwise.
    """

    word: str
    meaning: str
    wording: Wording


ROWS: Final = (
    Thing("pressure", "what each side does to the other, rung by rung", uncounted("pressure")),
    Thing("points", "the unit of pressure", Wording("point")),
    Thing("market", "what falls where pressure bites", Wording("market")),
    Thing("public", "those whom a leader answers to", Wording("public")),
    Thing("adviser", "a voice in a leader's room", Wording("adviser")),
    Thing("leader", "one of the two who decide", Wording("leader")),
    Thing("side", "one of the two parties", Wording("side")),
    Thing("host", "a third party that brings the two together", Wording("host")),
    Thing("third_country", "one that is no side and can be won over", Wording("third country")),
    Thing("issue", "a matter in dispute", Wording("issue")),
    Thing("settlement", "how the matters in dispute are shared out", Wording("settlement")),
    Thing("demand", "what a side insists on", Wording("demand")),
    Thing("at_home", "where an agreement must pass, as said after a verb", uncounted("at home")),
)
"""Every thing, in the order in which pages list them."""

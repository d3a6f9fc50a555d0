"""What is known of a kind of event: its group, how a story tells it, and which figures show it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.wording import Wording


class Event(NamedTuple):
    """One kind of event.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in records, tables and JSON.
    group : str
        What it does: pressure, reaching out, yes and meeting, no and parting, else.
    meaning : str
        What happened, and what its ``amount`` measures if it has one.
    wording : Wording
        How people speak of it, its sentence included, whose words in braces are filled from the event, the cast and the
        words of the case; what has the name of an action has the action's other forms.
    always : bool
        Whether every story tells every single one, however short it is.
    why : int or None
        How telling the reasons behind it are, the most telling at 0; None for what has no decision behind it.
    ever : str
        Which milestone on the way it is (:mod:`sim.vocabulary.milestones`).
    contact : str
        The level at which the leaders are in contact when it happens; empty for what is no contact.
    secret : bool
        Whether only the side that acts hears of it.
    reaches : bool
        Whether the figure of who reaches for whom shows it.
    """

    code: int
    word: str
    group: str
    meaning: str
    wording: Wording
    always: bool = False
    why: int | None = None
    ever: str = ""
    contact: str = ""
    secret: bool = False
    reaches: bool = False


GAPS: Final = (
    "actor",
    "target",
    "country",
    "mediator",
    "person",
    "amount",
    "to",
    "under",
    "crossing",
    "share",
    "fall",
    "value",
    "ago",
    "touch",
    "accepts",
    "matter",
    "meeting",
)
"""What a sentence may name besides the words of the case; all of it is known of every event."""

"""The considerations that make up a utility: each once, with what it means and what it says for or against an act."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add
from sim.vocabulary.wording import Wording, uncounted


class Component(NamedTuple):
    """One consideration.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in records, tables and JSON; the weight of the same name scales it.
    wording : Wording
        What it is called.
    meaning : str
        What it is about, in a few words.
    pro, con : str
        What it says when it weighs for an act (``{act}``), and when it weighs against; made of the words of the case.
    """

    code: int
    word: str
    wording: Wording
    meaning: str
    pro: str
    con: str


ROWS: list[Component] = []
"""Every component in the order of its code."""

# fmt: off
STAKES: Final = add(ROWS, Component(
    0, "stakes", uncounted("stakes"), "what the matter itself is worth", "{act} serves what is at stake",
    "{act} gives up some of what is at stake",
))
COERCION: Final = add(ROWS, Component(
    1, "coercion", uncounted("coercion"), "whether pressure is believed to work", "{act} fits what {pressure} can do",
    "{act} goes against what {pressure} can do",
))
MARKETS: Final = add(ROWS, Component(
    2, "markets", uncounted("{market.plural}"), "what falling markets cost",
    "{act} promises the {market.plural} relief", "{act} leaves the {market.plural} hurting",
))
RIPENESS: Final = add(ROWS, Component(
    3, "ripeness", uncounted("ripeness"), "whether both hurt and see a way out", "both hurt and {act} opens a way out",
    "both hurt and {act} shuts the way out",
))
FACE: Final = add(ROWS, Component(
    4, "face", uncounted("face"), "being seen to yield, or to stand firm", "{act} saves {face}",
    "{act} would look like yielding",
))
EGO: Final = add(ROWS, Component(
    5, "ego", uncounted("ego"), "who comes out as the greater", "{act} keeps the upper hand",
    "{act} shows who needs it more",
))
GLORY: Final = add(ROWS, Component(
    6, "glory", uncounted("glory"), "the leader-to-leader moment", "{act} brings the great moment closer",
    "{act} gives the great moment up",
))
AUDIENCE: Final = add(ROWS, Component(
    7, "audience", uncounted("audience"), "the public at home", "{act} goes down well {at_home}",
    "{act} goes down badly {at_home}",
))
ADVISERS: Final = add(ROWS, Component(
    8, "advisers", uncounted("{adviser.plural}"), "the voices in the room", "the {adviser.plural} favour {act}",
    "the {adviser.plural} speak against {act}",
))
GROUNDWORK: Final = add(ROWS, Component(
    9, "groundwork", uncounted("groundwork"), "whether teams have prepared it", "{act} prepares the ground",
    "{act} comes unprepared",
))
PRECEDENT: Final = add(ROWS, Component(
    10, "precedent", uncounted("precedent"), "what is remembered of earlier episodes", "memory speaks for {act}",
    "memory warns against {act}",
))
RECIPROCITY: Final = add(ROWS, Component(
    11, "reciprocity", uncounted("reciprocity"), "answering in kind, keeping commitments", "{act} answers in kind",
    "{act} comes too soon again, or out of turn",
))
COALITION: Final = add(ROWS, Component(
    12, "coalition", uncounted("coalition"), "third countries", "{third_country.plural} make {act} pay",
    "{third_country.plural} make {act} costly",
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Component] = {row.word: row for row in ROWS}

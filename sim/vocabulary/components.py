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
    more, less : str
        What it says when it weighs for an act more than for another (``{rival}``), and against it less; empty where
        that is told as if it weighed on one of them alone.
    """

    code: int
    word: str
    wording: Wording
    meaning: str
    pro: str
    con: str
    more: str = ""
    less: str = ""


ROWS: list[Component] = []
"""Every component in the order of its code."""

# fmt: off
STAKES: Final = add(ROWS, Component(
    0, "stakes", uncounted("stakes"), "what the matter itself is worth",
    "{act} served what was at stake", "{act} would have given away some of what was at stake",
    "{act} served what was at stake better than {rival}",
    "{act} gave away less of what was at stake than {rival}",
))
COERCION: Final = add(ROWS, Component(
    1, "coercion", uncounted("coercion"), "whether pressure is believed to work",
    "{act} fitted the faith in {pressure}", "{act} went against the faith in {pressure}",
    "{act} fitted the faith in {pressure} better than {rival}",
    "{act} went less against the faith in {pressure} than {rival}",
))
MARKETS: Final = add(ROWS, Component(
    2, "markets", uncounted("{market.plural}"), "what falling markets cost",
    "{act} promised the {market} relief", "{act} would have hurt the {market} further",
    "{act} promised the {market} more relief than {rival}",
    "{act} hurt the {market} less than {rival}",
))
RIPENESS: Final = add(ROWS, Component(
    3, "ripeness", uncounted("ripeness"), "whether both hurt and see a way out",
    "with both {side.plural} hurting, {act} opened a way out",
    "with both {side.plural} hurting, {act} would have shut the way out",
    "with both {side.plural} hurting, {act} opened a wider way out than {rival}",
    "with both {side.plural} hurting, {act} left the way out more open than {rival}",
))
FACE: Final = add(ROWS, Component(
    4, "face", uncounted("face"), "being seen to yield, or to stand firm",
    "{act} saved {face}", "{act} would have looked like giving in",
    "{act} saved more {face} than {rival}",
    "{act} looked less like giving in than {rival}",
))
EGO: Final = add(ROWS, Component(
    5, "ego", uncounted("ego"), "who comes out as the greater",
    "{act} suited the {leader}'s pride", "{act} would have shown who needed it more",
    "{act} suited the {leader}'s pride better than {rival}",
    "{act} cost less pride than {rival}",
))
GLORY: Final = add(ROWS, Component(
    6, "glory", uncounted("glory"), "the leader-to-leader moment",
    "{act} brought the great moment closer", "{act} would have spoiled the great moment",
    "{act} promised a greater moment than {rival}",
    "{act} spoiled less of the great moment than {rival}",
))
AUDIENCE: Final = add(ROWS, Component(
    7, "audience", uncounted("audience"), "the public at home",
    "{act} pleased the {public}", "{act} would have gone down badly with the {public}",
    "{act} pleased the {public} more than {rival}",
    "{act} went down better with the {public} than {rival}",
))
ADVISERS: Final = add(ROWS, Component(
    8, "advisers", uncounted("{adviser.plural}"), "the voices in the room",
    "the {adviser.plural} favoured {act}", "the {adviser.plural} were against {act}",
    "the {adviser.plural} favoured {act} more than {rival}",
    "the {adviser.plural} were less against {act} than against {rival}",
))
GROUNDWORK: Final = add(ROWS, Component(
    9, "groundwork", uncounted("groundwork"), "whether teams have prepared it",
    "{act} prepared the ground", "nobody had prepared {act}",
    "{act} prepared the ground better than {rival}",
    "{act} needed less preparation than {rival}",
))
PRECEDENT: Final = add(ROWS, Component(
    10, "precedent", uncounted("precedent"), "what is remembered of earlier episodes",
    "good memories favoured {act}", "bad memories warned against {act}",
    "good memories favoured {act} more than {rival}",
    "bad memories warned less against {act} than against {rival}",
))
RECIPROCITY: Final = add(ROWS, Component(
    11, "reciprocity", uncounted("reciprocity"), "answering in kind, keeping commitments",
    "{act} answered in kind", "{act} would have been out of turn",
    "{act} answered in kind better than {rival}",
    "{act} was less out of turn than {rival}",
))
COALITION: Final = add(ROWS, Component(
    12, "coalition", uncounted("coalition"), "third countries",
    "friends elsewhere made {act} pay", "friends elsewhere were against {act}",
    "friends elsewhere made {act} pay more than {rival}",
    "friends elsewhere minded {act} less than {rival}",
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Component] = {row.word: row for row in ROWS}

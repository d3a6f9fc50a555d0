"""At what level the two sides are in touch: each level once, and how it is spoken of."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add
from sim.vocabulary.wording import Wording, uncounted


class Level(NamedTuple):
    """One level.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in records, tables and JSON; empty for what has no level.
    request : str
        What is asked for at this level, as an object: "turns {request} down".
    accepts : str
        What a yes to it is.
    meeting : str
        The meeting at this level, as an object: "calls {meeting} off".
    contact : str
        A contact at this level.
    wording : Wording
        What it is called; the forms above are made of it, for :meth:`sim.narrative.cast.Cast.fill`.
    """

    code: int
    word: str
    request: str
    accepts: str
    meeting: str
    contact: str
    wording: Wording


ROWS: list[Level] = []
"""Every level in the order of its code."""

# fmt: off
NONE: Final = add(ROWS, Level(0, "", "the request", "{accept.does}", "the meeting", "", Wording()))
LETTER: Final = add(ROWS, Level(
    1, "letter", "the {letter}", "answers the {letter}", "the meeting", "answered {letter}", Wording("letter"),
))
ENVOY: Final = add(ROWS, Level(
    2, "envoy", "the {envoy}", "{accept.does}", "the meeting", "{envoy}", Wording("envoy"),
))
TALKS: Final = add(ROWS, Level(
    3, "talks", "the offer of {talks}", "agrees to {talks}", "the meeting", "{talks}", uncounted("talks"),
))
CALL: Final = add(ROWS, Level(
    4, "call", "the request for {call.a}", "agrees to {call.a}", "the {call}", "{call}", Wording("call"),
))
SUMMIT: Final = add(ROWS, Level(
    5, "summit", "the proposal of {summit.a}", "agrees to {summit.a}", "the {summit}", "{summit}", Wording("summit"),
))
TRUCE: Final = add(ROWS, Level(
    6, "truce", "the renewal of the {truce}", "agrees to keep the {truce}", "the meeting", "{truce}", Wording("truce"),
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Level] = {row.word: row for row in ROWS}

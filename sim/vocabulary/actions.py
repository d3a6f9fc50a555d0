"""The moves of a leader, in their nests: each once, with all that is known and said about it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add
from sim.vocabulary.wording import Wording, uncounted


class Action(NamedTuple):
    """One move.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in scripts, records, tables and JSON.
    nest : int
        The group of like moves that it is chosen within; nests are stretches of the list.
    meaning : str
        The move in a few words, for whoever has to choose.
    wording : Wording
        The move as people speak of it.
    group : str
        The group that a short list of moves should offer one of; empty for what belongs to none.
    """

    code: int
    word: str
    nest: int
    meaning: str
    wording: Wording
    group: str = ""


PRESSING: Final = "press"
EASING: Final = "ease"
DIRECTLY: Final = "reach out directly"
THROUGH_OTHERS: Final = "reach out through others"
GROUPS: Final = (PRESSING, EASING, DIRECTLY, THROUGH_OTHERS)
"""Groups of moves of which a short list should offer one each."""

NESTS: Final = ("wait", "pressure", "reach_out", "back_out", "home_front")
WAIT, PRESS, REACH_OUT, BACK_OUT, HOME_FRONT = range(5)

ROWS: list[Action] = []
"""Every move in the order of its code."""

# fmt: off
HOLD: Final = add(ROWS, Action(0, "hold", WAIT, "wait", uncounted("waiting", "wait", "waited")))
ESCALATE: Final = add(ROWS, Action(
    1, "escalate", PRESS, "go one rung up",
    uncounted("more {pressure}", "step up the {pressure}", "stepped up the {pressure}"), PRESSING,
))
EASE: Final = add(ROWS, Action(
    2, "ease", PRESS, "go one rung down", uncounted("easing", "ease the {pressure}", "eased the {pressure}"), EASING,
))
SIGNAL: Final = add(ROWS, Action(
    3, "signal", REACH_OUT, "praise or an opening, in public",
    Wording("public overture", infinitive="make {signal.a}", past="made {signal.a}"), DIRECTLY,
))
SEND_LETTER: Final = add(ROWS, Action(
    4, "send_letter", REACH_OUT, "a private letter to the other leader",
    Wording("{letter}", "{letter.plural}", "write {letter.a}", "wrote {letter.a}"), DIRECTLY,
))
SEND_ENVOY: Final = add(ROWS, Action(
    5, "send_envoy", REACH_OUT, "send the envoy in office to the other side's advisers",
    Wording("{envoy}", "{envoy.plural}", "send {envoy.a}", "sent {envoy.a}"), THROUGH_OTHERS,
))
APPOINT_ENVOY: Final = add(ROWS, Action(
    6, "appoint_envoy", REACH_OUT, "put the next envoy on the bench in office",
    Wording("new {envoy}", "new {envoy.plural}", "appoint a new {envoy}", "appointed a new {envoy}"), THROUGH_OTHERS,
))
INVITE_MEDIATOR: Final = add(ROWS, Action(
    7, "invite_mediator", REACH_OUT, "ask a third party to host",
    Wording("{host}", "{host.plural}", "invite {host.a}", "invited {host.a}"), THROUGH_OTHERS,
))
REQUEST_CALL: Final = add(ROWS, Action(
    8, "request_call", REACH_OUT, "ask the other leader for a call",
    uncounted("asking for {call.a}", "ask for {call.a}", "asked for {call.a}"), DIRECTLY,
))
PROPOSE_SUMMIT: Final = add(ROWS, Action(
    9, "propose_summit", REACH_OUT, "propose a meeting of the leaders",
    uncounted("proposing {summit.a}", "propose {summit.a}", "proposed {summit.a}"), DIRECTLY,
))
WITHDRAW: Final = add(ROWS, Action(
    10, "withdraw", BACK_OUT, "call off a meeting that is fixed",
    uncounted("calling the meeting off", "call the meeting off", "called the meeting off"),
))
COURT_PARTNERS: Final = add(ROWS, Action(
    11, "court_partners", HOME_FRONT, "win over third countries",
    uncounted("courting {third_country.plural}", "court {third_country.plural}", "courted {third_country.plural}"),
))
RALLY: Final = add(ROWS, Action(
    12, "rally", HOME_FRONT, "tell the public at home that there will be no yielding",
    uncounted("rallying the {public}", "rally the {public}", "rallied the {public}"), PRESSING,
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Action] = {row.word: row for row in ROWS}

N_NESTS: Final = len(NESTS)
NEST_OF: tuple[int, ...] = tuple(row.nest for row in ROWS)
NEST_FIRST: tuple[int, ...] = tuple(NEST_OF.index(nest) for nest in range(N_NESTS))
NEST_END: tuple[int, ...] = tuple(NEST_FIRST[nest] + NEST_OF.count(nest) for nest in range(N_NESTS))
"""A nest holds the moves from its first to before its end."""

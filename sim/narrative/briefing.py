"""What a leader at the table is told before a decision: what happened since, where things stand, what is possible."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from sim.narrative.amounts import spelled
from sim.narrative.cast import Cast, capital, short_date, spoken_date
from sim.narrative.option_words import option_words
from sim.narrative.sentences import sentence
from sim.narrative.wrapping import WIDTH, wrapped
from sim.results.record_rows import Event
from sim.vocabulary import events as e

if TYPE_CHECKING:
    from sim.policies.protocol import Turn

NEWS_TOLD = 10

QUESTIONS = {
    "letter": "A private {letter} from {other} lies before you. Do you answer?",
    "call": "{other} asks you for {call.a}. Do you agree?",
    "summit": "{other} proposes {summit.a}, in person. Do you agree?",
    "mediation": "{host} offers a room for {talks} of your people with theirs. Do you agree?",
    "truce": "At the table: {truce.a}, both {side.plural} cutting at once. Do you agree?",
}

SUMMIT_AT_TABLE = "At the table: {summit.a}, in person. Do you agree?"
"""What is asked of both where talks come to it and neither has proposed it."""

ANSWERED = {"accept": "yes", "decline": "no", "lapse": "give no answer"}

CONSEQUENCES = {
    "hold": "the other may come first",
    "escalate": "by {rung:.0f}, to {more:.0f}: hurts them, and you a little too",
    "ease": "by {rung:.0f}, to {less:.0f}: relief; may look like yielding",
    "signal": "warm words for all to hear; easily passed over",
    "send_letter": "in private: nobody sees who wrote first",
    "send_envoy": "prepares the ground, if they open the door",
    "appoint_envoy": "somebody new, for when the old one is used up",
    "invite_mediator": "somebody else's room hides who blinked",
    "request_call": "you are seen to ask first; a no would sting",
    "propose_summit": "the great moment; all will see how it ends",
    "withdraw": "a promise broken; it can be heard everywhere",
    "court_partners": "friends elsewhere: their blows weigh less",
    "rally": "stand firm aloud; going back gets harder",
}
"""One line on what each move brings or costs, over the words of the case."""

OWN_DEEDS = frozenset(
    e.WORDS[kind]
    for kind in (
        *(e.ESCALATE, e.EASE, e.SIGNAL, e.RALLY, e.COURT_PARTNERS, e.MEDIATOR_INVITED, e.MEETING_WITHDRAWN),
        *(e.LETTER_SENT, e.CALL_REQUESTED, e.SUMMIT_PROPOSED, e.ENVOY_SENT, e.ENVOY_APPOINTED),
        *(e.REQUEST_ACCEPTED, e.REQUEST_DECLINED, e.REQUEST_LAPSED),
        *(e.MEDIATION_ACCEPTED, e.MEDIATION_DECLINED, e.MEDIATION_LAPSED),
    )
)
"""Kinds of events that need no telling to the leader who took that decision."""

FIGURES = (("pressure", 1.0), ("drawdown", -100.0), ("approval", 100.0), ("hostility", 100.0))
"""The columns shown of each side, and what a unit of each counts on the screen."""

NARROWEST, WIDEST = 13, 20
"""Columns that a number with its change takes, and that a word may take."""

SHARED = {"groundwork": "{groundwork}", "rapport": "rapport", "tension": "tension"}
"""Columns of the relation, and what each is called."""


def heading(cast: Cast, side: str, date: str, place: str) -> str:
    """Return the line above a decision; `place` says where in the game it stands ("Week 3 of 12")."""
    return f"== {place}, {spoken_date(date)}: {cast.leader(side)}, {cast.country(side)}"[:WIDTH]


def news(cast: Cast, side: str, happened: Sequence[Event]) -> list[str]:
    """Return what happened in words, at most the last ten events, the latest last; the leader's own deeds apart."""
    heard = [event for event in happened if not (event.actor == side and event.kind in OWN_DEEDS)]
    alike: dict[tuple[str, str, str], list[Event]] = {}
    for event in heard:
        alike.setdefault((event.kind, event.actor, event.envoy), []).append(event)
    lines: list[str] = []
    for events in list(alike.values())[-NEWS_TOLD:]:
        lines += wrapped(_told_once(events, cast), first=f"  {short_date(events[0].date)}  ")
    return lines


def _told_once(events: Sequence[Event], cast: Cast) -> str:
    """What happened once, or what somebody did again and again."""
    text = sentence(events[0], cast)
    if len(events) == 1:
        return text
    times = "twice" if len(events) == TWICE else f"{spelled(len(events))} times"
    return f"{text[:-1]}; {times} by {short_date(events[-1].date).strip()}."


TWICE = 2


def in_vain(cast: Cast, before: Turn, log: Collection[tuple[int, str]], turn: Turn) -> list[str]:
    """Return that the last decision, a yes at the table, brought nothing; empty where it did, or an event says so.

    Parameters
    ----------
    cast : Cast
        Names and words.
    before, turn : Turn
        The leader's last decision, and the one that is open now.
    log : collection of (int, str)
        What was decided, by number.
    """
    said_yes = before.about in ("truce", "summit") and (before.decision, "accept") in {
        (number, said) for number, said in log
    }
    if not said_yes or any(event.kind in SAYS_SO for event in turn.happened):
        return []
    other = cast.leader(cast.other(turn.leader))
    return wrapped(
        cast.fill(f"{{other}} did not agree to the {{{before.about}}}.", other=other),
        first=f"  {short_date(before.date)}  ",
    )


SAYS_SO = frozenset(
    e.WORDS[kind]
    for kind in (
        e.SUMMIT_SCHEDULED,
        e.TRUCE_AGREED,
        e.TRUCE_RENEWED,
        e.TRUCE_LAPSED,
        e.MEDIATION_FAILED,
        e.NO_DEAL,
        e.BLOW_UP,
        e.DEAL,
    )
)
"""Kinds of events that tell what came of a table."""


def standing(cast: Cast, turn: Turn) -> list[str]:
    """Return where things stand for a leader, as a small table with what changed since the last decision."""
    names = [cast.fill("{pressure}"), cast.fill("{market}"), "approval", "anger"]
    widths = [min(max(NARROWEST, len(name) + 2), WIDEST) for name in names]
    rows = [_row("", [name[: WIDEST - 1] for name in names], widths)]
    for who in (turn.leader, cast.other(turn.leader)):
        cells = [_cell(turn, f"{who}.{name}", unit) for name, unit in FIGURES]
        rows.append(_row(cast.country(who), cells, widths, " (you)" if who == turn.leader else ""))
    shared = ", ".join(f"{cast.fill(name)} {turn.known[column]:.0%}" for column, name in SHARED.items())
    truce = cast.fill("; {truce.a} holds") if turn.known["truce"] else ""
    return [*rows, f"  Between the two: {shared}{truce}"]


def _row(label: str, cells: Sequence[str], widths: Sequence[int], mark: str = "") -> str:
    """One line of the table: what it is about, cut to fit, and its cells."""
    room = WIDTH - 2 - sum(widths)
    head = f"{label[: room - len(mark)]}{mark}"
    return f"  {head:<{room}}" + "".join(f"{cell:>{wide}}" for cell, wide in zip(cells, widths, strict=True))


def figures_explained(cast: Cast) -> list[str]:
    """Return what the numbers on the screen mean."""
    lines = ["The numbers, and in brackets how far each has moved since you last looked:"]
    for name, meaning in EXPLAINED:
        lines += wrapped(cast.fill(meaning), first=f"  {cast.fill(name)}: ", rest="    ")
    return lines


EXPLAINED = (
    ("{pressure}", "what each brings to bear on the other, in {points.plural}"),
    ("{market}", "how far it has fallen from its best"),
    ("approval", "how well {leader.a} is thought of {at_home}"),
    ("anger", "how much the other {side} is resented {at_home}"),
    ("{groundwork}", "how far it has been prepared that the two meet"),
    ("rapport", "how well the two {leader.plural} get on"),
    ("tension", "how far the quarrel has spread to other fields"),
)
"""What the numbers mean."""


def _cell(turn: Turn, column: str, unit: float) -> str:
    """One number and, where it shows, how far it has moved since the leader last looked."""
    change = turn.newly_known.get(column)
    now = round(unit * turn.known[column])
    before = now if change is None or change.before is None else round(unit * change.before)
    sign = "" if unit == 1.0 else "%"
    return f"{now}{sign}" + (f" ({now - before:+d})" if now != before else "")


def question(cast: Cast, turn: Turn, log: Sequence[Event]) -> list[str]:
    """Return what a leader is asked, given all events so far; empty for a move of the leader's own."""
    if turn.kind == "turn":
        return []
    other = cast.other(turn.leader)
    asked = QUESTIONS[turn.about]
    if turn.about == "summit" and not _proposed(other, log):
        asked = SUMMIT_AT_TABLE
    return wrapped(cast.fill(asked, other=cast.leader(other), host=_host(cast, turn, log)))


def _proposed(side: str, log: Sequence[Event]) -> bool:
    """Whether a summit that a side has proposed waits for an answer."""
    answered = {event.request for event in log if event.kind in ANSWERS}
    return any(
        event.kind == e.WORDS[e.SUMMIT_PROPOSED] and event.actor == side and event.event not in answered
        for event in log
    )


ANSWERS = frozenset(e.WORDS[kind] for kind in (e.REQUEST_ACCEPTED, e.REQUEST_DECLINED, e.REQUEST_LAPSED))


def _host(cast: Cast, turn: Turn, log: Sequence[Event]) -> str:
    """Who offers: the third party whose offer falls due now; nobody in particular when there is none."""
    wait = cast.scenario.latencies.answer_days
    offers = [event for event in log if event.kind == e.WORDS[e.MEDIATION_OFFERED]]
    offer = min(offers, key=lambda event: abs(event.day + wait - turn.day), default=None)
    return capital(cast.mediator(offer.mediator or offer.actor) if offer else cast.words["host"].a)


def choices(cast: Cast, turn: Turn, options: Sequence[str], letters: Mapping[str, str]) -> list[str]:
    """Return options as lines: the letter, what is done, and what it may bring."""
    pressure = cast.scenario.leaders[turn.leader].pressure
    points = turn.known[f"{turn.leader}.pressure"]
    numbers = {
        "rung": pressure.rung,
        "more": min(points + pressure.rung, pressure.ceiling),
        "less": max(points - pressure.rung, 0.0),
    }
    lines = []
    for option in options:
        if turn.kind == "answer":
            lines.append(f"  {letters[option]}  {ANSWERED[option]}")
            continue
        deed = option_words(option, "", cast).infinitive
        line = f"  {letters[option]}  {deed:<24}{cast.fill(CONSEQUENCES[option], **numbers)}"
        lines += wrapped(line[2:].strip(), first="  ", rest=" " * 29)
    return lines

"""A decision that comes next, as a question to the class: who decides, about what, and what there is to choose from.

Nothing here depends on what was chosen: the same options stand there whatever comes of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.classroom.messages import message
from analysis.classroom.views.shapes import Stop
from sim.narrative.cast import Cast, capital, spoken_date
from sim.narrative.option_words import option_words
from sim.results.record_rows import Decision, Event
from sim.run import short_list
from sim.vocabulary import actions
from sim.vocabulary import events as e

MOST_OPTIONS = 6
"""No more are offered: a class that looks up must see them all."""

SITUATIONS = {
    "letter": "{letter.a} from {other} lies before {one}.",
    "call": "{other} asks {one} for {call.a}.",
    "summit": "{other} proposes {summit.a} to {one}.",
    "mediation": "{host_name} offers to bring both {side.plural} together.",
    "truce": "At the table: {truce.a}.",
}
"""What is to be answered, by what it is about."""

AT_TABLE = "At the table: {summit.a} of the two {leader.plural}."
RENEWAL = "The {truce} is running out and may be renewed."
"""Where a summit was not proposed by one of them, and where a truce is in force already."""

TRUCES = frozenset(e.WORDS[kind] for kind in (e.TRUCE_AGREED, e.TRUCE_RENEWED, e.TRUCE_IN_FORCE))


def decision_ahead(decision: Decision, log: Sequence[Event], cast: Cast) -> Stop:
    """Return a decision as a question to the class.

    Parameters
    ----------
    decision : Decision
        The one that comes next; what was chosen in it is not looked at.
    log : sequence of Event
        All events up to then.
    cast : Cast
        Names and words.
    """
    leader = cast.leader(decision.leader)
    asked = message("watch.what_will", leader=leader)
    situation = _situation(decision, log, cast)
    return {
        "decision": decision.decision,
        "date": spoken_date(decision.date),
        "question": f"{situation} {asked}".strip(),
        "options": options(decision, cast),
    }


def options(decision: Decision, cast: Cast) -> list[str]:
    """Return what there is to choose from, in an order that does not depend on how likely it is.

    Of a turn a short list: what is plausible and of every kind something; the rest is `something else`.
    """
    names = [option.name for option in decision.options]
    if decision.kind == "answer":
        return [capital(option_words(name, decision.about, cast).infinitive) for name in names]
    chances = {option.name: option.probability for option in decision.options}
    utilities = {option.name: option.utility for option in decision.options}
    plausible = short_list(chances, utilities)
    listed = set(sorted(plausible, key=lambda name: -chances[name])[: MOST_OPTIONS - 1])
    said = [capital(option_words(name, "", cast).infinitive) for name in actions.WORDS if name in listed]
    return [*said, message("watch.something_else")] if len(listed) < len(names) else said


def _situation(decision: Decision, log: Sequence[Event], cast: Cast) -> str:
    """What lies before the leader; empty for a move of the leader's own."""
    if decision.kind == "turn":
        return ""
    asked = next((event for event in log if event.event == decision.request), None)
    host = "" if asked is None else asked.mediator or asked.actor
    values = {
        "one": cast.leader(decision.leader),
        "other": cast.leader(cast.other(decision.leader)),
        "host_name": cast.mediator(host) if host in cast.scenario.mediators else cast.words["host"].a,
    }
    return capital(cast.fill(_template(decision.about, "" if asked is None else asked.kind), **values))


def _template(about: str, asked: str) -> str:
    """What is said of what lies before a leader, by what it is about and the kind of event that asks."""
    if about == "summit" and asked != PROPOSED:
        return AT_TABLE
    return RENEWAL if about == "truce" and asked in TRUCES else SITUATIONS[about]


PROPOSED = e.WORDS[e.SUMMIT_PROPOSED]

"""Why did the leader do that? In plain words, from nothing but the record of the decision.

A reason is the difference that a component makes between the option taken and the best other one. It is told as a
statement about whichever of the two the component weighs on more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.narrative.case_words import PLAIN
from sim.results.record_rows import Decision, Option
from sim.vocabulary import actions, answers, components

ACTS: Mapping[str, str] = {word: PLAIN[word].a for word in (*actions.WORDS, *answers.WORDS)}
"""Each option as the subject of a sentence."""

DEEDS: Mapping[str, str] = {word: PLAIN[word].infinitive for word in (*actions.WORDS, *answers.WORDS)}
"""Each option as something to do."""

PARTICULAR: Mapping[tuple[str, str, bool], str] = {
    ("coercion", "escalate", True): "pressure is believed to work",
    ("coercion", "escalate", False): "pressure is not believed to work",
    ("coercion", "ease", True): "pressure is not believed to work",
    ("coercion", "ease", False): "pressure is believed to work, so why ease",
    ("markets", "escalate", False): "more pressure would sink the markets further",
    ("markets", "hold", False): "waiting lets the markets bleed",
    ("markets", "accept", True): "falling markets plead for a yes",
    ("face", "invite_mediator", True): "a host would hide who blinked",
    ("face", "accept", True): "the formula hides who blinked",
    ("face", "escalate", True): "an affront must be answered",
    ("face", "court_partners", True): "friends elsewhere make the other's pressure bite less",
    ("ego", "hold", True): "the other may yet ask first",
    ("ego", "accept", True): "it flatters to be asked",
    ("stakes", "hold", True): "there is time to wait",
    ("reciprocity", "escalate", True): "the other's blows call for an answer",
    ("reciprocity", "ease", True): "the other has eased too",
    ("reciprocity", "lapse", False): "silence would be a snub",
    ("groundwork", "request_call", False): "nobody has prepared a call",
    ("groundwork", "propose_summit", False): "nobody has prepared a summit",
    ("groundwork", "accept", False): "nobody has prepared it",
    ("precedent", "propose_summit", False): "earlier summits warn against another",
    ("precedent", "invite_mediator", True): "the host has done well before",
    ("coalition", "court_partners", True): "third countries are there to be won",
    ("advisers", "escalate", True): "the advisers want a hard line",
}
"""Sentences for the pairs that are met most: component, option, and whether it weighs for it."""

SMALLEST = 0.05
"""A difference below this would be told as 0.0 and is not a reason."""


class Reason(NamedTuple):
    """One component's part: what it says, and the difference it makes to utility (above 0 speaks for the choice)."""

    component: str
    words: str
    difference: float


class Reasons(NamedTuple):
    """Why one option rather than its best rival: what spoke for and against it, the strongest first."""

    rival: Option | None
    in_favour: tuple[Reason, ...]
    against: tuple[Reason, ...]


def reasons(decision: Decision) -> Reasons:
    """Return what spoke for the option taken, against the likeliest of the others.

    In an answer, a no is weighed against a yes, not against another way of saying no.
    """
    rival = _rival(decision)
    if rival is None:
        return Reasons(None, (), ())
    found = [reason for name in rival.components if (reason := _reason(name, decision.chosen, rival)) is not None]
    found.sort(key=lambda reason: -abs(reason.difference))
    return Reasons(
        rival,
        tuple(reason for reason in found if reason.difference > 0),
        tuple(reason for reason in found if reason.difference < 0),
    )


def _rival(decision: Decision) -> Option | None:
    """Return the likeliest of the other options; in an answer, of those that say something else."""
    others = [option for option in decision.options if option is not decision.chosen]
    if decision.kind == "answer":
        others = [option for option in others if option.nest != decision.chosen.nest] or others
    return max(others, key=lambda option: option.probability, default=None)


def _reason(component: str, chosen: Option, rival: Option) -> Reason | None:
    ours, theirs = chosen.components[component], rival.components[component]
    if abs(ours - theirs) < SMALLEST:
        return None
    if abs(ours) >= abs(theirs):
        return Reason(component, statement(component, chosen.name, ours > 0, subject="it"), ours - theirs)
    return Reason(component, statement(component, rival.name, theirs > 0), ours - theirs)


def statement(component: str, option: str, favourable: bool, subject: str = "") -> str:
    """Return what a component says about an option, which is called `subject` if that is given."""
    particular = PARTICULAR.get((component, option, favourable))
    if particular is not None:
        return particular
    row = components.BY_WORD[component]
    return PLAIN.fill(row.pro if favourable else row.con, act=subject or ACTS[option])


def because(decision: Decision, most: int = 2) -> str:
    """Return the reasons as one sentence: the strongest in favour, the strongest against, and how likely it was.

    Parameters
    ----------
    decision : Decision
        What was decided.
    most : int
        How many reasons in favour are told.
    """
    found = reasons(decision)
    if found.rival is None:
        return "There was nothing else to do."
    pro = ", ".join(_weighed(reason) for reason in found.in_favour[:most])
    con = f"; but {_weighed(found.against[0])}" if found.against else ""
    start = f"Why not {DEEDS[found.rival.name]}:"
    if not pro:
        return f"{start} luck decided, against the odds ({chance(decision.chosen)}){con}."
    return f"{start} {pro}{con}{_odds(decision)}."


def _weighed(reason: Reason) -> str:
    return f"{reason.words} ({reason.difference:+.1f})"


def _odds(decision: Decision) -> str:
    """Return how unlikely the choice was, where it was not the likeliest; luck had its say then."""
    if decision.chosen.probability >= decision.likeliest.probability:
        return ""
    return f"; a chance of {chance(decision.chosen)} came up"


def chance(option: Option) -> str:
    """Return an option's probability as a percentage."""
    percent = 100 * option.probability
    return f"{percent:.0f}%" if percent >= 1 else f"{percent:.1f}%"

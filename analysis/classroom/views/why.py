"""Why did they do that? The reasons of one decision: sentences first, then bars, numbers when they are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from analysis.classroom.drawing.why_bars import why_bars
from analysis.classroom.messages import message
from analysis.classroom.views.shapes import Why
from sim.narrative.cast import capital
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.choosing import Choosing, given_time
from sim.narrative.flip_sentences import odds_sentences
from sim.narrative.flips import was_likeliest
from sim.narrative.option_words import option_words
from sim.narrative.reasons import Motive, motive, told
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Decision

AGAINST = 1
"""How many considerations for the other choice are told in words; all are in the bars."""

LIKELIEST = 3
"""How many options are shown with their numbers, besides the chosen one; the rest share a line."""

FLIPS_IN_WORDS = 1
"""The first sentence on what would have turned a decision needs no figures of utility; the others do."""


def why_shown(run: ToldRun, number: int, numbers: bool, flip: Sequence[str] | None) -> Why | None:
    """Return the reasons of a decision; None where a run, as far as told, has none of that number.

    Parameters
    ----------
    run : ToldRun
        The run, told up to what is shown.
    number : int
        Of the decision.
    numbers : bool
        Whether figures are shown.
    flip : sequence of str, or None
        What would have turned it, in sentences; None where nobody asked.
    """
    decision = run.choices.get(number)
    if decision is None:
        return None
    why = motive(decision, run.cast, run.facts.at(decision))
    deed = option_words(decision.chosen.name, decision.about, run.cast).past
    state: Literal["none", "done"] = "none" if flip is None else "done"
    return {
        "decision": number,
        "title": message("why.title_of", leader=run.cast.leader(decision.leader), deed=deed),
        "told": list(sentences(why, run)),
        "bars": why_bars(run.trajectory, decision, numbers=numbers),
        "luck": _luck(decision, run, numbers),
        "options": _options(decision, run),
        "numbers": numbers,
        "flip": list(flip or ())[: None if numbers else FLIPS_IN_WORDS],
        "flip_state": state,
    }


def sentences(why: Motive, run: ToldRun) -> Iterator[str]:
    """Yield what spoke for a decision and what against it."""
    if not why.rival:
        yield message("why.nothing_else")
        return
    chosen, rival = (option_words(name, why.about, run.cast) for name in (why.chosen, why.rival))
    reasons = why._replace(luck=None)
    leader = run.cast.leader(why.actor)
    head = f"{leader} {chosen.past} rather than {rival.infinitive}"
    yield told(reasons, run.cast) or f"{head}, {message('why.no_reason')}"
    for clause in why.against[:AGAINST]:
        yield message("why.against", clause=clause.text)


def _luck(decision: Decision, run: ToldRun, numbers: bool) -> str:
    """How likely the choice was."""
    choosing = Choosing.of(run.trajectory, decision)
    if numbers:
        return " ".join(odds_sentences(decision, choosing, run.cast))
    then = given_time(decision, choosing.attention)
    chance = chance_word(then.chosen.probability)
    if choosing.always_best:
        return next(odds_sentences(decision, choosing, run.cast))
    if was_likeliest(then):
        return message("why.likeliest", chance=chance)
    other = option_words(then.likeliest.name, then.about, run.cast).infinitive
    return message("why.lucky", chance=chance, other=other)


def _options(decision: Decision, run: ToldRun) -> list[dict[str, Any]]:
    """The likeliest options and the one that was chosen, the likeliest first; the others in one line."""
    likeliest = sorted(decision.options, key=lambda option: -option.probability)
    told = [option for place, option in enumerate(likeliest) if place < LIKELIEST or option is decision.chosen]
    rows = [
        {
            "name": capital(option_words(option.name, decision.about, run.cast).infinitive),
            "value": f"{option.utility:+.2f}".replace("-", "\u2212"),
            "chance": chance_digits(option.probability),
            "chosen": option is decision.chosen,
        }
        for option in told
    ]
    others = [option.probability for option in likeliest if option not in told]
    if others:
        name = message("why.others", n=len(others))
        rows.append({"name": name, "value": "", "chance": chance_digits(sum(others)), "chosen": False})
    return rows

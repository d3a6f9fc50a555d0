"""What a leader's advisers would say before a decision: what speaks for and against the likeliest options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.narrative.chance_words import chance_word
from sim.narrative.clauses import Said, clause_text
from sim.narrative.option_words import option_words
from sim.narrative.wrapping import wrapped

if TYPE_CHECKING:
    from sim.narrative.cast import Cast
    from sim.policies.protocol import Turn

SMALLEST = 0.05
"""A part of a utility below this is not worth a word."""

OPTIONS_TOLD = 3
EACH_WAY = 2
"""How many options are looked at, and how many considerations are told for and against each."""


def advice(turn: Turn, cast: Cast) -> list[str]:
    """Return what speaks for and against the likeliest options, as lines of at most 80 columns."""
    likeliest = sorted(turn.options, key=lambda option: -turn.options[option])[:OPTIONS_TOLD]
    lines = [f"What speaks for and against, to {cast.leader(turn.leader)} as the model sees it:"]
    for option in likeliest:
        words = option_words(option, turn.about, cast).infinitive
        head = f"{words[:1].upper()}{words[1:]} ({chance_word(turn.options[option])}). "
        lines += wrapped(head + " ".join(_said(turn, option, cast)), first="  - ")
    return lines


def _said(turn: Turn, option: str, cast: Cast) -> Iterator[str]:
    parts = turn.components.get(option, {})
    ranked = sorted(parts, key=lambda component: -abs(parts[component]))
    told = [component for component in ranked if abs(parts[component]) >= SMALLEST]
    for heading, wanted in (("For it", True), ("Against it", False)):
        way = [component for component in told if (parts[component] > 0) == wanted][:EACH_WAY]
        clauses = (clause_text(Said(component, option, wanted, turn.about, turn.leader), cast) for component in way)
        text = "; ".join(dict.fromkeys(clauses))
        if text:
            yield f"{heading}: {text}."
    if not told:
        yield "Nothing much speaks for it or against it."

"""What a leader's advisers would say before a decision: what speaks for and against the likeliest options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sim.narrative.cast import capital
from sim.narrative.chance_words import chance_word
from sim.narrative.option_words import option_words
from sim.narrative.reasons import Clause, motive
from sim.narrative.wrapping import wrapped
from sim.results.record_rows import Decision, Option
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE

if TYPE_CHECKING:
    from sim.narrative.cast import Cast
    from sim.policies.protocol import Turn

OPTIONS_TOLD = 3
EACH_WAY = 2
"""How many options are looked at, and how many considerations are told for and against each."""


def advice(turn: Turn, cast: Cast) -> list[str]:
    """Return what speaks for and against the likeliest options, as lines of at most 80 columns.

    Each is weighed against its likeliest rival, as the reasons of a story are.
    """
    likeliest = sorted(turn.options, key=lambda option: -turn.options[option])[:OPTIONS_TOLD]
    lines = wrapped(f"How {cast.leader(turn.leader)}, left to the model, would explain it later:")
    spent: set[str] = set()
    for option in likeliest:
        lines += wrapped(" ".join(_weighed(as_decision(turn, option), cast, spent)), first="  - ")
    return lines


def _weighed(decision: Decision, cast: Cast, spent: set[str]) -> Iterator[str]:
    """Yield the sentences on one option; what was said of another one before is not said again."""
    why = motive(decision, cast)
    deed = capital(option_words(decision.chosen.name, decision.about, cast).infinitive)
    head = f"{deed} ({chance_word(decision.chosen.probability)})"
    if not why.rival:
        yield f"{head}. There is nothing else to do."
        return
    yield f"{head} or {option_words(why.rival, decision.about, cast).infinitive}?"
    for heading, clauses in (("For it", why.clauses), ("Against it", why.against)):
        texts = _unsaid(clauses, spent)
        if texts:
            yield f"{heading}: {', and '.join(texts)}."
    if not (*why.clauses, *why.against):
        yield "Nothing much speaks for the one or the other."


def _unsaid(clauses: Sequence[Clause], spent: set[str]) -> list[str]:
    """The strongest clauses not said before, which from now on are."""
    texts = [text for text in dict.fromkeys(clause.text for clause in clauses) if text not in spent][:EACH_WAY]
    spent.update(texts)
    return texts


def as_decision(turn: Turn, chosen: str) -> Decision:
    """Return an open decision as if an option had been taken, for whatever tells reasons."""
    options = {name: _option(turn, name) for name in turn.options}
    head = (turn.decision, turn.day, turn.date, NONE, turn.leader, turn.kind, turn.about, NONE)
    return Decision(*head, tuple(options.values()), options[chosen])


def _option(turn: Turn, name: str) -> Option:
    nest = answers.BY_WORD[name].nest if turn.kind == "answer" else a.NESTS[a.BY_WORD[name].nest]
    return Option(name, nest, turn.components[name], turn.utilities[name], turn.options[name])

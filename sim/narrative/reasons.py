"""Why did the leader do that rather than the other thing? The one or two considerations that decided, as data.

A clause is the difference that a component makes between the option taken and the likeliest other one. It is told as
a statement about whichever of the two the component weighs on more. From nothing but the record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.choosing import WAITING, given_time
from sim.narrative.clauses import Manner, Said, clause_text
from sim.narrative.decision_facts import NO_FACTS, Facts
from sim.narrative.option_words import OptionWords, option_words
from sim.results.record_rows import Decision, Option

SMALLEST = 0.05
"""A difference in utility below this is no reason."""

CLAUSES = 2
"""How many considerations are told: the largest, the strongest first."""

PART = 1 / 3
"""A second consideration is told only when it makes this part of the difference that the first one makes."""

LUCK = "luck"
HABIT = "habit"
"""What may decide besides the components: the draw against the odds, and that waiting comes of itself."""


class Key(NamedTuple):
    """What a clause says: this component speaks for (`favours`) or against this option."""

    component: str
    option: str
    favours: bool


class Clause(NamedTuple):
    """One consideration in words, and the difference it makes to utility (above 0 speaks for the choice)."""

    key: Key
    text: str
    difference: float


class Motive(NamedTuple):
    """Why one option rather than its likeliest rival.

    Attributes
    ----------
    actor : str
        The side whose leader decided.
    about : str
        What was answered; empty for a move of the leader's own.
    chosen, rival : str
        The two options; `rival` is empty when there was nothing else to do.
    clauses : tuple of Clause
        What spoke for the choice, the strongest first, at most `CLAUSES` of them; habit alone where the rival had the
        higher utility and yet was not the likelier.
    against : tuple of Clause
        What spoke for the rival, the strongest first.
    luck : Clause or None
        That luck decided against the odds; None where the choice was at least as likely as the rival.
    chance : float
        How likely the choice was (0 to 1).
    """

    actor: str
    about: str
    chosen: str
    rival: str
    clauses: tuple[Clause, ...]
    against: tuple[Clause, ...]
    luck: Clause | None
    chance: float

    def without(self, spent: Collection[str | Key]) -> Motive:
        """Return the motive without the clauses whose text or key is spent."""
        left = tuple(clause for clause in self.clauses if clause.text not in spent and clause.key not in spent)
        spoiled = self.luck is not None and (self.luck.text in spent or self.luck.key in spent)
        return self._replace(clauses=left, luck=None if spoiled else self.luck)

    @property
    def told(self) -> tuple[Clause, ...]:
        """All clauses that :func:`told` writes down, luck's included: a teller counts them as spent."""
        return (*self.clauses, *((self.luck,) if self.luck else ()))


def motive(decision: Decision, cast: Cast, facts: Facts = NO_FACTS) -> Motive:
    """Return why a leader did one thing rather than another.

    In an answer, a no is weighed against a yes, not against another way of saying no.

    Parameters
    ----------
    decision : Decision
        What was decided.
    cast : Cast
        Names and words.
    facts : Facts
        What was so at that moment (:meth:`sim.narrative.decision_facts.RecordFacts.at`); no clause tells another fact.
        Where a leader may have no time for the matter, chances are those once there was.
    """
    decision = given_time(decision, facts.attention)
    chosen, rival = decision.chosen, rival_of(decision)
    if rival is None:
        return Motive(decision.leader, decision.about, chosen.name, "", (), (), None, chosen.probability)
    weighed = sorted(_weighed(chosen, rival), key=lambda entry: -abs(entry[1]))
    found = [_clause(name, decision, rival, (cast, facts)) for name, _ in weighed]
    return Motive(
        decision.leader,
        decision.about,
        chosen.name,
        rival.name,
        _habit(decision, rival, cast) or tuple(_strongest([clause for clause in found if clause.difference > 0])),
        tuple(clause for clause in found if clause.difference < 0),
        _luck(decision, rival),
        chosen.probability,
    )


def rival_of(decision: Decision) -> Option | None:
    """Return the likeliest other option, of equals the best; in an answer, of those that say something else."""
    others = [option for option in decision.options if option is not decision.chosen]
    if decision.kind == "answer":
        others = [option for option in others if option.nest != decision.chosen.nest] or others
    return max(others, key=lambda option: (option.probability, option.utility), default=None)


def _weighed(chosen: Option, rival: Option) -> Iterator[tuple[str, float]]:
    for name in rival.components:
        difference = chosen.components[name] - rival.components[name]
        if abs(difference) >= SMALLEST:
            yield name, difference


def _strongest(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The first clause, and the next if it comes near it; no two that say the same."""
    texts: set[str] = set()
    for clause in clauses:
        if len(texts) < CLAUSES and clause.text not in texts and clause.difference >= PART * clauses[0].difference:
            texts.add(clause.text)
            yield clause


def _clause(component: str, decision: Decision, rival: Option, told_by: tuple[Cast, Facts]) -> Clause:
    """What a component says for the choice, or where it speaks for the rival, for that."""
    chosen = decision.chosen
    difference = chosen.components[component] - rival.components[component]
    one, other = (chosen, rival) if difference > 0 else (rival, chosen)
    manner = manner_of(one.components[component], other.components[component])
    said = Said(component, manner, one.name, other.name, decision.about, decision.leader)
    return Clause(Key(component, said.option, said.favours), clause_text(said, *told_by), difference)


def manner_of(one: float, other: float) -> Manner:
    """Return how a component sets an option apart from another that it favours less (`one` is the larger)."""
    if min(one, other) >= SMALLEST:
        return Manner.more
    if max(one, other) <= -SMALLEST:
        return Manner.less
    return Manner.pro if abs(one) >= abs(other) else Manner.con


def _habit(decision: Decision, rival: Option, cast: Cast) -> tuple[Clause, ...]:
    """What is told where a choice was the likelier in spite of its reasons."""
    chosen = decision.chosen
    if chosen.probability < rival.probability or chosen.utility > rival.utility - SMALLEST:
        return ()
    text = "to do nothing is always easiest"
    if chosen.name != WAITING:
        text = f"reasons alone would have favoured {option_words(rival.name, decision.about, cast).subject}"
    return (Clause(Key(HABIT, chosen.name, True), text, chosen.utility - rival.utility),)


def _luck(decision: Decision, rival: Option) -> Clause | None:
    chance = decision.chosen.probability
    if chance >= rival.probability:
        return None
    return Clause(
        Key(LUCK, decision.chosen.name, True), f"as things stood, such a choice was {chance_word(chance)}", 0.0
    )


def told(why: Motive, cast: Cast, digits: bool = False) -> str:
    """Return a motive as one sentence that names both options; empty when nothing is left to tell.

    Parameters
    ----------
    why : Motive
        What is told; leave spent clauses out first (:meth:`Motive.without`).
    cast : Cast
        Names and words.
    digits : bool
        Whether the chance of a lucky choice is told in digits besides.
    """
    if not why.told:
        return ""
    chosen, rival = option_words(why.chosen, why.about, cast), option_words(why.rival, why.about, cast)
    said = ", and ".join(clause.text for clause in why.clauses)
    if why.luck is not None:
        said = f"{said}; {why.luck.text}" if said else why.luck.text
        said += f" ({chance_digits(why.chance)})" if digits else ""
    return f"{_head(cast.leader(why.actor), chosen, rival)}: {said}."


def because(decision: Decision, cast: Cast, facts: Facts = NO_FACTS) -> str:
    """Return why one option rather than another as one sentence, with the chance where luck decided."""
    why = motive(decision, cast, facts)
    if not why.rival:
        return "There was nothing else to do."
    return told(why, cast, digits=True) or f"Nothing much spoke for one or the other: {chance_word(why.chance)}."


def _head(name: str, chosen: OptionWords, rival: OptionWords) -> str:
    return f"{name} {chosen.past} rather than {rival.infinitive}"

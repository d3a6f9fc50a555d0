"""What a consideration says for or against an option, as a short clause that a student understands."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.narrative.clause_table import FACTUAL, PARTICULAR
from sim.narrative.decision_facts import Facts
from sim.narrative.option_words import option_words
from sim.vocabulary import components


class Manner(StrEnum):
    """How a component sets two options apart."""

    pro = "it speaks for the one"
    con = "it speaks against the other"
    more = "it speaks for both, and more for the one"
    less = "it speaks against both, and less against the one"


class Said(NamedTuple):
    """What is to be said.

    Attributes
    ----------
    component : str
        Which consideration speaks.
    manner : Manner
        How it sets the two options apart.
    chosen, rival : str
        The option that it speaks for, and the other one.
    about, actor : str
        What is answered (empty for a turn), and the side whose leader decides.
    """

    component: str
    manner: Manner
    chosen: str
    rival: str
    about: str
    actor: str

    @property
    def option(self) -> str:
        """The option that the clause is about."""
        return self.chosen if self.favours else self.rival

    @property
    def favours(self) -> bool:
        """Whether the clause speaks for the option that it is about."""
        return self.manner in (Manner.pro, Manner.more)


def clause_text(said: Said, cast: Cast, facts: Facts) -> str:
    """Return a clause without capital and full stop; a fact that would be told must be among the facts."""
    template, fact = _template(said, facts)
    words = dict(facts.known.get(fact, {}))
    deed = words.pop("deed", "")
    compares = "{rival}" in template
    act, other = (said.chosen, said.rival) if compares or said.favours else (said.rival, said.chosen)
    return cast.fill(
        template,
        **words,
        act=option_words(act, said.about, cast).subject,
        rival=option_words(other, said.about, cast).subject,
        other=cast.leader(cast.other(said.actor)),
        deed=option_words(deed or said.chosen, "" if deed else said.about, cast),
    )


def _template(said: Said, facts: Facts) -> tuple[str, str]:
    """The sentence, and the name of the fact that it tells (empty for none): the most particular first."""
    key = (said.component, f"{said.option} {said.about}".rstrip(), said.favours)
    for factual in FACTUAL:
        if factual[:3] == key and factual.fact in facts.known:
            return factual.text, factual.fact
    row = components.BY_WORD[said.component]
    if said.manner == Manner.less and row.less:
        return row.less, ""
    return PARTICULAR.get(key, _general(row, said)), ""


def _general(row: components.Component, said: Said) -> str:
    if said.manner == Manner.more and row.more:
        return row.more
    return row.pro if said.favours else row.con

"""What a consideration says for or against an option, as a short clause that a student understands."""

from __future__ import annotations

from typing import NamedTuple

from sim.narrative.cast import Cast
from sim.narrative.option_words import option_words
from sim.vocabulary import components


class Said(NamedTuple):
    """What is to be said: a component speaks for or against an option, of a leader, in an answer about something."""

    component: str
    option: str
    favours: bool
    about: str
    actor: str


def clause_text(said: Said, cast: Cast) -> str:
    """Return a clause without capital and full stop."""
    row = components.BY_WORD[said.component]
    act = option_words(said.option, said.about, cast).subject
    return cast.fill(row.pro if said.favours else row.con, act=act)

"""What is asked of every case, what happened, and which answers may be scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.evidence.casebook.casebook_form import POST_HOC, Case
from sim.results.runs import Runs
from sim.vocabulary.outcomes import AGREED, WORDS

CLASSES: Final = WORDS
"""The five classes in the model's words, from the most to the least settled."""


class Reading(StrEnum):
    """Under which coding of the outcome a case is scored."""

    coded = "coded"
    other = "other"


class Target(NamedTuple):
    """A question with a yes or a no.

    Attributes
    ----------
    name : str
        The word in tables and JSON.
    key : str
        Its key in the block ``targets`` of a case.
    open : str
        The key in ``open_at_origin`` that says whether it was still open.
    sentence : str
        What is so if the answer is yes.
    """

    name: str
    key: str
    open: str
    sentence: str


TARGETS: Final = (
    Target("contact", "contact_by_horizon", "first_contact", "the leaders are in contact"),
    Target("voice", "voice_by_horizon", "first_voice", "the leaders speak or meet"),
    Target("in_person", "in_person_by_horizon", "in_person", "the leaders meet"),
    Target("agreement", "agreement_by_horizon", "outcome", "a deal or a truce stands"),
    Target("mediation", "active_mediator", "outcome", "a third party mediates"),
)
"""The questions, in the order in which tables have them. In the model an answered letter is contact, and a third party
mediates when talks were held through it; a room alone does not count, here as in the casebook."""


def happened(case: Case, target: Target) -> bool:
    """Return what happened by the horizon."""
    return bool(getattr(case.targets, target.key))


def is_open(case: Case, target: Target) -> bool:
    """Whether the answer was still open at the origin."""
    return bool(getattr(case.open_at_origin, target.open))


def is_headline(case: Case) -> bool:
    """Whether a case counts: not when it was cut out of history by its end."""
    return case.horizon_rule != POST_HOC


def coded_class(case: Case, reading: Reading = Reading.coded) -> str:
    """Return how a case ended, in the model's words; by the other defensible reading where there is one and asked."""
    coded = getattr(case.outcome, "class")
    other = case.outcome.alternative_class
    chosen = other if reading is Reading.other and other is not None else coded
    return str(chosen.model_class)


def answers_of(runs: Runs) -> Mapping[str, NDArray[np.bool_]]:
    """Return what happened in each run, by the name of the question.

    Parameters
    ----------
    runs : Runs
        Runs of one case.
    """
    days = runs.measures
    return {
        "contact": days["first_contact_day"] >= 0,
        "voice": days["first_voice_day"] >= 0,
        "in_person": days["first_in_person_day"] >= 0,
        "agreement": np.isin(runs.outcomes, AGREED),
        "mediation": days["mediator"] >= 0,
    }


def headline(cases: Iterable[Case]) -> list[Case]:
    """Return the cases that count."""
    return [case for case in cases if is_headline(case)]

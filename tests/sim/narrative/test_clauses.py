"""Every component has a clause for and against every option."""

from __future__ import annotations

from itertools import product

import pytest

from sim.narrative.cast import Cast
from sim.narrative.clauses import Said, clause_text
from sim.vocabulary import actions, answers
from sim.vocabulary import components as c
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())
OPTIONS = [(word, "") for word in actions.WORDS] + [(w, topic) for w in answers.WORDS for topic in answers.TOPICS]


@pytest.mark.parametrize("component", c.WORDS)
def test_each_pair_of_component_and_option_has_words(component: str) -> None:
    for (option, about), favours in product(OPTIONS, (True, False)):
        text = clause_text(Said(component, option, favours, about, "us"), CAST)
        assert text
        assert "{" not in text

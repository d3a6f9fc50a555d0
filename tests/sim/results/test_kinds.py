"""Every action, answer and event that the rules know is explained in a few words."""

from __future__ import annotations

import pytest

from sim.results.kinds import ACTIONS, ANSWERS, EVENT_KINDS
from sim.vocabulary import actions as a
from sim.vocabulary import answers
from sim.vocabulary import events as e


@pytest.mark.parametrize(("explained", "known"), [(EVENT_KINDS, e.WORDS), (ACTIONS, a.WORDS), (ANSWERS, answers.WORDS)])
def test_every_word_of_the_rules_is_explained(explained: dict[str, str], known: tuple[str, ...]) -> None:
    assert tuple(explained) == known
    assert all(meaning and not meaning.endswith(".") for meaning in explained.values())

"""Every action, answer and event that the rules know is explained in a few words."""

from __future__ import annotations

import pytest

from sim.results.kinds import ACTIONS, ANSWERS, EVENT_KINDS
from sim.vocabulary import names as words


@pytest.mark.parametrize(
    ("explained", "known"), [(EVENT_KINDS, words.EVENTS), (ACTIONS, words.ACTIONS), (ANSWERS, words.ANSWERS)]
)
def test_every_word_of_the_rules_is_explained(explained: dict[str, str], known: tuple[str, ...]) -> None:
    assert tuple(explained) == known
    assert all(meaning and not meaning.endswith(".") for meaning in explained.values())

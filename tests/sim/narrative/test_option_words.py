"""Every option has words of its own: as a deed done, as a thing to do, as a subject."""

from __future__ import annotations

import pytest

from sim.narrative.cast import Cast
from sim.narrative.option_words import option_words
from sim.vocabulary import actions, answers
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())
OPTIONS = [(word, "") for word in actions.WORDS] + [(w, topic) for w in answers.WORDS for topic in answers.TOPICS]


@pytest.mark.parametrize(("option", "about"), OPTIONS)
def test_each_option_has_words(option: str, about: str) -> None:
    found = option_words(option, about, CAST)
    assert all(found)
    assert "{" not in "".join(found)


def test_no_two_options_of_a_menu_are_told_alike() -> None:
    for about in ("", *answers.TOPICS):
        menu = [option_words(*key, CAST) for key in OPTIONS if key[1] == about]
        for form in ("past", "infinitive", "subject"):
            assert len({getattr(words, form) for words in menu}) == len(menu)

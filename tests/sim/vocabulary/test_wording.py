"""Does English come out right: articles, plurals, what somebody does?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.vocabulary.wording import Wording, regular_plural, third_person, uncounted, with_article


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("letter", "a letter"),
        ("envoy", "an envoy"),
        ("hour of talks", "an hour of talks"),
        ("host", "a host"),
        ("union vote", "a union vote"),
        ("unanswered letter", "an unanswered letter"),
        ("one-day strike", "a one-day strike"),
        ("use of force", "a use of force"),
    ],
)
def test_the_article_goes_by_the_sound(noun: str, said: str) -> None:
    assert with_article(noun, f"{noun}s") == said
    assert with_article(noun, noun) == noun, "what is not counted has none"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("letter", "letters"), ("outside ally", "outside allies"), ("day", "days"), ("boss", "bosses"), ("", "")],
)
def test_regular_plurals(noun: str, plural: str) -> None:
    assert regular_plural(noun) == plural


@pytest.mark.parametrize(
    ("infinitive", "does"),
    [("write a letter", "writes a letter"), ("rally", "rallies"), ("say yes", "says yes"), ("go home", "goes home"),
     ("have a word", "has a word"), ("be rude", "is rude"), ("push on", "pushes on"), ("", "")],
)  # fmt: skip
def test_what_somebody_does(infinitive: str, does: str) -> None:
    assert third_person(infinitive) == does


def test_said_plainly_it_is_the_noun() -> None:
    assert f"{Wording('truce')}" == str(Wording("truce")) == "truce"
    assert uncounted("waiting").a == "waiting"


@given(st.builds(Wording, *[st.sampled_from(["", "one", "two"])] * 5), st.builds(Wording, *[st.just("general")] * 5))
def test_own_forms_go_before_general_ones(own: Wording, general: Wording) -> None:
    found = own.over(general)
    for form in ("noun", "infinitive", "past", "sentence"):
        assert getattr(found, form) == (getattr(own, form) or "general")
    assert found.plural == (own.plural if own.noun else own.plural or "general")

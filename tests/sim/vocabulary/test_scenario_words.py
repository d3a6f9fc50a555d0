"""Have words of scenario files the numbers that rules compare with?"""

from __future__ import annotations

from sim.vocabulary import scenario_words as words


def test_constants_are_the_codes_of_their_words() -> None:
    for kind in (words.ClockKind, words.Order, words.PrecedentKind):
        assert [getattr(words, word.name.upper()) for word in kind] == list(range(len(kind)))
    interventions = [words.MARKET_SHOCK, words.INSULT, words.GOODWILL, words.MEDIATOR_OFFER, words.SET_VALUE]
    assert interventions == [word.code for word in words.InterventionKind]

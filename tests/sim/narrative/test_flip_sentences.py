"""What would have made the difference is told of the option that was chosen, with the numbers of the flip."""

from __future__ import annotations

from hypothesis import given, settings

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.choosing import Choosing, once_there_was_time
from sim.narrative.flip_sentences import flip_sentences, odds_sentences
from sim.narrative.flips import smallest_flip, was_likeliest
from sim.narrative.option_words import option_words
from sim.results.record_rows import Decision
from tests.sim.narrative.test_flips import cases
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())


@given(cases())
@settings(max_examples=30, deadline=None)
def test_the_flip_is_told_as_it_is(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = once_there_was_time(*case)
    text = " ".join(flip_sentences(*case, CAST))
    wanted = "something else likelier" if was_likeliest(decision) else "it the likeliest"
    assert f"would have made {wanted}" in text
    flip = smallest_flip(decision, choosing)
    if flip is None:
        assert text.startswith("No single consideration")
        return
    assert option_words(flip.option, "", CAST).infinitive in text
    assert chance_digits(flip.probability) in text
    assert (" more, to" in text or "times as much" in text) == (flip.times > 1)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_odds_are_those_once_there_was_time(case: tuple[Decision, Choosing]) -> None:
    decision, choosing = case
    text = " ".join(odds_sentences(decision, choosing, CAST))
    then, _ = once_there_was_time(decision, choosing)
    chance, most = then.chosen.probability, max(option.probability for option in then.options)
    assert f"{chance_word(chance)} ({chance_digits(chance)})" in text
    assert ("against the odds" in text) == (chance_digits(chance) != chance_digits(most) and chance < most)
    assert ("no time for the matter" in text) == (choosing.attention < 1)
    assert ("now there was" in text) == (choosing.attention < 1 and decision.chosen.name != "hold")
    best = max(option.utility for option in decision.options)
    assert "looks better" not in text or then.likeliest.utility < best


def test_who_always_takes_the_best_has_no_odds() -> None:
    decision, choosing = next(iter([_sure()]))
    assert " ".join(odds_sentences(decision, choosing, CAST)).startswith("This scenario leaves nothing to luck")


def _sure() -> tuple[Decision, Choosing]:
    from sim.results.record_rows import decisions
    from tests.sim.sample import sample_trajectory

    return decisions(sample_trajectory())[0], Choosing(4.0, 0.5, always_best=True)

"""What would have made the difference, in sentences: the smallest single change, and the odds as they were."""

from __future__ import annotations

from collections.abc import Iterator

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.choosing import Choosing
from sim.narrative.flips import MOST_TIMES, Flip, nearest_rival, smallest_flip, was_likeliest
from sim.narrative.option_words import option_words
from sim.results.record_rows import Decision, Option

TWICE = 2.0


def odds_sentences(decision: Decision, choosing: Choosing, cast: Cast) -> Iterator[str]:
    """Yield how likely the choice was, and why a lower utility may be the likelier option."""
    chosen, likeliest = decision.chosen, decision.likeliest
    if choosing.always_best:
        yield "This scenario leaves nothing to luck: the option of the highest utility is taken."
        return
    odds = f"{chance_word(chosen.probability)} ({chance_digits(chosen.probability)})"
    if was_likeliest(decision):
        yield f"It was {odds}." if chosen.probability > 1 / 2 else f"It was {odds}: nothing else was likelier."
    else:
        yield (
            f"It was {odds}, against the odds: to {_deed(likeliest, decision, cast)} was likelier "
            f"({chance_digits(likeliest.probability)})."
        )
    yield from _beaten_utility(decision, cast)
    if choosing.attention < 1:
        yield (
            f"In {chance_digits(1 - choosing.attention)} of cases there is no time for the matter, "
            "and waiting is all there is: that is part of its chance."
        )


def _beaten_utility(decision: Decision, cast: Cast) -> Iterator[str]:
    """Why the likeliest option is not the one of the highest utility, where it is not."""
    best, likeliest = max(decision.options, key=lambda option: option.utility), decision.likeliest
    if best.utility <= likeliest.utility or best.probability >= likeliest.probability:
        return
    yield (
        f"To {_deed(best, decision, cast)} looks better (utility {best.utility:.2f} against {likeliest.utility:.2f}) "
        f"yet is less likely: it {_way(best, decision)}; to {_deed(likeliest, decision, cast)} "
        f"{_way(likeliest, decision)}."
    )


def _way(option: Option, decision: Decision) -> str:
    """How an option comes by its chance: first its kind, then its part of it."""
    like = [other.probability for other in decision.options if other.nest == option.nest]
    kind = sum(like)
    if len(like) == 1:
        return f"is alone of its kind, which comes up in {chance_digits(kind)}"
    return f"gets {chance_digits(option.probability / (kind or 1))} of a kind that comes up in {chance_digits(kind)}"


def _deed(option: Option, decision: Decision, cast: Cast) -> str:
    return option_words(option.name, decision.about, cast).infinitive


def flip_sentences(decision: Decision, choosing: Choosing, cast: Cast) -> Iterator[str]:
    """Yield the smallest single change that would have turned the fate of what was chosen, and the utility missing."""
    led = was_likeliest(decision)
    flip, near = smallest_flip(decision, choosing), nearest_rival(decision, choosing)
    wanted = "something else likelier" if led else "it the likeliest"
    if flip is None:
        yield (f"No single consideration, from absent to {MOST_TIMES:.0f} times as heavy, would have made {wanted}.")
    else:
        yield f"The smallest single change that would have made {wanted}: {_change(flip, decision, cast)}."
    if near is not None:
        name = option_words(near[0], decision.about, cast).infinitive
        yield f"{near[1]:+.2f} in utility for '{name}' alone would have put that ahead."


def _change(flip: Flip, decision: Decision, cast: Cast) -> str:
    what = cast.words[flip.component].noun
    option = option_words(flip.option, decision.about, cast).infinitive
    return f"had '{what}' {_weight(flip.times)} in every option, to {option} would have led with " + (
        chance_digits(flip.probability)
    )


def _weight(times: float) -> str:
    if times <= 0:
        return "counted for nothing"
    if times >= TWICE:
        return f"weighed {times:.1f} times as much"
    return f"weighed {max(abs(times - 1), 0.01):.0%} {'more' if times > 1 else 'less'}"

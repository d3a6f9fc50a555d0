"""What would have made the difference, in sentences: the smallest single change, and the odds as they were."""

from __future__ import annotations

from collections.abc import Iterator

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_digits, chance_word
from sim.narrative.choosing import Choosing, given_time, once_there_was_time
from sim.narrative.flips import MOST_TIMES, Flip, nearest_rival, smallest_flip, was_likeliest
from sim.narrative.option_words import option_words
from sim.results.record_rows import Decision, Option

TWICE = 2.0


def odds_sentences(decision: Decision, choosing: Choosing, cast: Cast) -> Iterator[str]:
    """Yield how likely the choice was, and why a lower utility may be the likelier option."""
    if choosing.always_best:
        yield "This scenario leaves nothing to luck: the option of the highest utility is taken."
        return
    then = given_time(decision, choosing.attention)
    idle = chance_digits(1 - choosing.attention)
    if then is decision:
        yield f"It was {_odds(then, cast)}."
    else:
        yield f"In {idle} of cases there is no time for the matter at all; now there was."
        yield f"It was then {_odds(then, cast)}."
    yield from _beaten_utility(then, cast)
    if then is decision and choosing.attention < 1:
        yield f"In {idle} of cases there is no time for the matter: that is part of its chance."


def _odds(decision: Decision, cast: Cast) -> str:
    chosen, likeliest = decision.chosen, decision.likeliest
    digits, others = chance_digits(chosen.probability), chance_digits(likeliest.probability)
    odds = f"{chance_word(chosen.probability)} ({digits})"
    if was_likeliest(decision):
        return odds if chosen.probability > 1 / 2 else f"{odds}: nothing else was likelier"
    other = f"to {_deed(likeliest, decision, cast)}"
    return (
        f"{odds}: {other} was as likely"
        if digits == others
        else (f"{odds}, against the odds: {other} was likelier ({others})")
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
    decision, choosing = once_there_was_time(decision, choosing)
    led = was_likeliest(decision)
    flip, near = smallest_flip(decision, choosing), nearest_rival(decision, choosing)
    wanted = "something else likelier" if led else "it the likeliest"
    if flip is None:
        most = f"{MOST_TIMES:.0f} times"
        yield f"No single consideration would have made {wanted}: neither left out nor with {most} its weight."
    else:
        yield f"The smallest single change that would have made {wanted}: {_change(flip, decision, cast)}."
    if near is not None:
        name = option_words(near[0], decision.about, cast).infinitive
        yield f"{near[1]:+.2f} in utility for '{name}' alone would have put that ahead."


def _change(flip: Flip, decision: Decision, cast: Cast) -> str:
    what = cast.words[flip.component].noun
    option = option_words(flip.option, decision.about, cast).infinitive
    return f"had '{what}' {_weight(flip.times)}, to {option} would have led, with {chance_digits(flip.probability)}"


def _weight(times: float) -> str:
    if times <= 0:
        return "counted for nothing"
    if times >= TWICE:
        return f"weighed {times:.1f} times as much"
    return f"weighed {max(abs(times - 1), 0.01):.0%} {'more' if times > 1 else 'less'}"

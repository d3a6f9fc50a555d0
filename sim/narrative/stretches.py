"""What a stretch of time brought on the whole: how often each side did what is not told one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sim.narrative.cast import Cast
from sim.results.record_rows import Event
from sim.vocabulary import events as e

KINDS_TOLD = 4
"""A sum names the most frequent things a side did."""


def sums(events: Sequence[Event], cast: Cast) -> list[str]:
    """Return one sentence per side on what else it did, and one on the third parties that offered to host."""
    told = [_sum_of(side, events, cast) for side in cast.sides]
    offers = [event for event in events if event.kind == e.WORDS[e.MEDIATION_OFFERED]]
    if offers:
        names = sorted({cast.mediator(event.mediator or event.actor) for event in offers})
        told.append(cast.fill("Offers of {talks}: {names}.", names=listed(names)))
    return [text for text in told if text]


def _sum_of(side: str, events: Sequence[Event], cast: Cast) -> str:
    counts = Counter(event.kind for event in events if event.actor == side and e.BY_WORD[event.kind].summed)
    deeds = [f"{cast.words[kind].past}{times(n)}" for kind, n in counts.most_common(KINDS_TOLD)]
    return f"{cast.leader(side)} {listed(deeds)}." if deeds else ""


def times(number: int) -> str:
    """Return how often somebody did what is said before it; nothing for once."""
    return {1: "", 2: " twice"}.get(number, f" {spelled(number)} times")


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def spelled(number: int) -> str:
    """Return a small number as a word."""
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return names[number] if number < len(names) else str(number)

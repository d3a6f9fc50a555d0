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
        told.append(f"Offers to host: {listed(names)}.")
    return [text for text in told if text]


def _sum_of(side: str, events: Sequence[Event], cast: Cast) -> str:
    counts = Counter(event.kind for event in events if event.actor == side and e.BY_WORD[event.kind].sums)
    deeds = [_deed(e.BY_WORD[kind], n, cast.is_trade) for kind, n in counts.most_common(KINDS_TOLD)]
    return f"{cast.leader(side)} {listed(deeds)}." if deeds else ""


def _deed(kind: e.Event, times: int, is_trade: bool) -> str:
    """What a side did, once or so many times."""
    once, often = kind.trade_sums if is_trade and kind.trade_sums else kind.sums
    return once if times == 1 else often.format(n=spelled(times))


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def spelled(number: int) -> str:
    """Return a small number as a word."""
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return names[number] if number < len(names) else str(number)

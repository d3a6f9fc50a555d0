"""What a stretch of time brought on the whole: how often each side did what is not told one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sim.narrative.cast import Cast
from sim.results.record_rows import Event

KINDS_TOLD = 4
"""A sum names the most frequent things a side did."""

SUMS: Mapping[str, tuple[str, str]] = {
    "escalate": ("stepped up the pressure", "stepped up the pressure {n} times"),
    "ease": ("eased", "eased {n} times"),
    "signal": ("made a public overture", "made {n} public overtures"),
    "rally": ("rallied the public", "rallied the public {n} times"),
    "court_partners": ("courted third countries", "courted third countries {n} times"),
    "letter_sent": ("wrote a letter", "wrote {n} letters"),
    "call_requested": ("asked for a call", "asked {n} times for a call"),
    "summit_proposed": ("proposed a summit", "proposed a summit {n} times"),
    "envoy_received": ("received an envoy", "received {n} envoys"),
    "envoy_blocked": ("kept an envoy out", "kept {n} envoys out"),
    "mediator_invited": ("invited a host", "invited a host {n} times"),
    "request_accepted": ("said yes to a request", "said yes to {n} requests"),
    "request_declined": ("turned a request down", "turned {n} requests down"),
    "request_lapsed": ("left a request unanswered", "left {n} requests unanswered"),
    "mediation_declined": ("said no to a mediator", "said no to mediators {n} times"),
    "mediation_lapsed": ("ignored a mediator's offer", "ignored {n} mediators' offers"),
}
"""By kind, in a sum: once, and several times."""

TRADE_SUMS: Mapping[str, tuple[str, str]] = {
    "escalate": ("raised tariffs", "raised tariffs {n} times"),
    "ease": ("lowered tariffs", "lowered tariffs {n} times"),
}


def sums(events: Sequence[Event], cast: Cast) -> list[str]:
    """Return a sentence a side on what else it did, and one on the third parties that offered to host."""
    told = [_sum_of(side, events, cast) for side in cast.sides]
    offers = [event for event in events if event.kind == "mediation_offered"]
    if offers:
        names = sorted({cast.mediator(event.mediator or event.actor) for event in offers})
        told.append(f"Offers to host: {listed(names)}.")
    return [text for text in told if text]


def _sum_of(side: str, events: Sequence[Event], cast: Cast) -> str:
    phrases = {**SUMS, **TRADE_SUMS} if cast.is_trade else SUMS
    counts = Counter(event.kind for event in events if event.actor == side and event.kind in phrases)
    often = counts.most_common(KINDS_TOLD)
    deeds = [phrases[kind][0 if n == 1 else 1].format(n=spelled(n)) for kind, n in often]
    return f"{cast.leader(side)} {listed(deeds)}." if deeds else ""


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def spelled(number: int) -> str:
    """Return a small number as a word."""
    names = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return names[number] if number < len(names) else str(number)

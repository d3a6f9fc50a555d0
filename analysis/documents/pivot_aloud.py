"""Which decision decided a run, for reading aloud: the choice, what else, and how both end; no digits but dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analysis.documents.pivot_told import HEADING
from analysis.estimates import Estimate
from analysis.pivot import Finding, Pivot
from sim.narrative.amounts import share_in_words, spelled, without_digits
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.chance_words import chance_word
from sim.narrative.option_words import option_words

CHOICE = "On {date} {name} {did}, which was {chance}, and could also have chosen to {other}, which was {other_chance}."
FOUND = "Of all the futures that begin there, {moved} end otherwise for this choice alone."
NOT_FOUND = "No single decision decided it. This one came nearest, and what it moved may be luck:"
NO_OTHER = "No single decision decided it: at none was there another option of some chance."
ENDINGS = "Where it stands in the end was most often, as it was chosen: {taken}; the other way: {untaken}."
OTHERS = "{count} moved the ending too."
CAVEAT = "So it is in a model's world; the numbers, and how they were found, are told without --plain."
FEW, FEW_BELOW = "a few", 0.15
"""What is said of futures where of an amount one says: a little."""


def pivot_aloud(pivot: Pivot) -> tuple[str, str]:
    """Return the heading and a paragraph for reading aloud."""
    return HEADING, " ".join(_sentences(pivot))


def _sentences(pivot: Pivot) -> Iterator[str]:
    if not pivot.findings:
        yield NO_OTHER
        return
    cast, first = Cast(pivot.record.scenario), pivot.findings[0]
    values = _values(first, cast)
    if first.decided:
        yield cast.fill(CHOICE, **values)
        yield FOUND.format(moved=_futures(first.distance.value))
        yield ENDINGS.format(taken=_commonest(first.taken, cast), untaken=_commonest(first.other, cast))
        yield from _others(pivot)
    else:
        yield NOT_FOUND
        yield cast.fill(CHOICE, **values)
    yield CAVEAT


def _values(finding: Finding, cast: Cast) -> dict[str, str]:
    decision, other = finding.candidate
    said = {
        "name": cast.leader(decision.leader),
        "did": option_words(decision.chosen.name, decision.about, cast).past,
        "other": option_words(other.name, decision.about, cast).infinitive,
        "chance": chance_word(decision.chosen.probability),
        "other_chance": chance_word(other.probability),
    }
    return {"date": spoken_date(decision.date)} | {name: without_digits(text) for name, text in said.items()}


def _futures(share: float) -> str:
    return FEW if share < FEW_BELOW else share_in_words(share)


def _commonest(shares: Mapping[str, Estimate], cast: Cast) -> str:
    """The ending that is likeliest in a branch, and how likely."""
    name = max(shares, key=lambda one: shares[one].value)
    return without_digits(f"{cast.words[name].noun} ({chance_word(shares[name].value)})")


def _others(pivot: Pivot) -> Iterator[str]:
    if count := sum(finding.decided for finding in pivot.findings[1:]):
        number = spelled(count).capitalize()
        yield OTHERS.format(count=f"{number} other decision{'s' if count > 1 else ''}")

"""Which decision decided a run, in words: what was done, what else, how both end, and one of these futures."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.documents.document import SHARE, Block, Diary, Note, Prose, Quantity, Section, Table
from analysis.pivot import Finding, Pivot
from sim.narrative.cast import Cast, short_date, spoken_date
from sim.narrative.chance_words import chance_digits
from sim.narrative.option_words import option_words
from sim.narrative.story import retold
from sim.narrative.turning_points import turning_points
from sim.results.record_rows import events
from sim.run import run_branch
from sim.vocabulary import outcomes
from sim.vocabulary.outcomes import OutcomeClass

HEADING = "Which decision decided this run?"
EVENTS_TOLD = 8
"""Events of the alternative that are told: enough to see where it goes."""

FOUND = (
    "{date}: {name} {did} ({chance}), and could well have chosen to {other} ({other_chance}). Of 100 futures that "
    "begin there, this choice alone gives {moved} another ending ({low} to {high})."
)
NOT_FOUND = (
    "No single decision decided it. The one that came nearest: {date}, {name} {did} ({chance}), and could well have "
    "chosen to {other} ({other_chance}). Of 100 futures that begin there, this choice gives {moved} another ending, "
    "and that may be luck ({low} to {high})."
)
NONE = "No single decision decided it: at none of them did another option have a chance of {least} or more."
NEXT = "Next: {date}, {name} {did} rather than {other}: {moved} of 100 ({low} to {high})."
METHOD = (
    "Up to the decision both branches are this run; after it luck was drawn afresh, {lucks} times for each. Looked at: "
    "{options}, each with a chance of {least} or more, and the {looks} that seemed to move the endings most once more, "
    "under other lucks. The ranges of those {looks} hold all at once, 95 times in 100. What counts is where it stands "
    "at the end, in a model's world."
)
ALTERNATIVE = "One of those futures, in which {name} had chosen to {other}"


def pivot_section(pivot: Pivot) -> Section:
    """Return what was found as a section of a page."""
    return Section(HEADING, tuple(_blocks(pivot)))


def _blocks(pivot: Pivot) -> Iterator[Block]:
    if not pivot.findings:
        yield Prose((NONE.format(least=chance_digits(pivot.least_chance)),))
        return
    cast, first = Cast(pivot.record.scenario), pivot.findings[0]
    yield Prose((cast.fill(FOUND if first.decided else NOT_FOUND, **_values(first, cast)),))
    if first.decided:
        yield _table(first, pivot.record.outcome.outcome_class, cast)
        yield _alternative(pivot, first, cast)
        others = [finding for finding in pivot.findings[1:] if finding.decided]
        if others:
            yield Prose(tuple(cast.fill(NEXT, **_values(finding, cast)) for finding in others))
    yield Note(_method(pivot))


def _values(finding: Finding, cast: Cast) -> dict[str, str]:
    """What a sentence about a finding is filled with."""
    decision, other = finding.candidate
    words = {option.name: option_words(option.name, decision.about, cast) for option in (decision.chosen, other)}
    moved, low, high = (f"{100 * number:.0f}" for number in finding.distance.numbers)
    return {
        "date": spoken_date(decision.date),
        "name": cast.leader(decision.leader),
        "did": words[decision.chosen.name].past,
        "other": words[other.name].infinitive,
        "chance": chance_digits(decision.chosen.probability),
        "other_chance": chance_digits(other.probability),
        "moved": moved,
        "low": low,
        "high": high,
    }


def _table(finding: Finding, ended: OutcomeClass, cast: Cast) -> Table:
    """The endings of both branches; the one of this run is marked."""
    decision, other = finding.candidate
    heads = (
        outcomes.HEADING,
        option_words(decision.chosen.name, decision.about, cast).past,
        option_words(other.name, decision.about, cast).past,
    )
    rows = tuple(
        (
            f"{cast.words[str(row)].noun}{' (this run)' if row == ended else ''}",
            *(Quantity(SHARE, *shares[str(row)].numbers) for shares in (finding.taken, finding.other)),
        )
        for row in OutcomeClass
    )
    return Table(heads, rows)


def _alternative(pivot: Pivot, finding: Finding, cast: Cast) -> Diary:
    """One typical future after the other option, from the decision on."""
    decision, other = finding.candidate
    told = run_branch(pivot.record, decision.decision, other.name, finding.typical, pivot.orders)
    log = [event for event in events(told) if event.day > decision.day or event.decision == decision.decision]
    entries = retold(told, (), turning_points(log, EVENTS_TOLD))
    heading = cast.fill(
        ALTERNATIVE,
        name=cast.leader(decision.leader),
        other=option_words(other.name, decision.about, cast).infinitive,
    )
    shown = tuple((short_date(entry.date), entry.text, "") for entry in entries[:EVENTS_TOLD])
    rest = f"{outcomes.HEADING} at the end: {cast.fill(told.outcome.outcome_class.ending)}."
    return Diary(heading, shown, rest)


def _method(pivot: Pivot) -> str:
    count, decided_at = len(pivot.candidates), pivot.decisions
    options = f"{count} other options at {decided_at} decisions" if count > 1 else "one other option"
    return METHOD.format(
        lucks=pivot.findings[0].distance.n,
        options=options,
        least=chance_digits(pivot.least_chance),
        looks=len(pivot.findings),
    )

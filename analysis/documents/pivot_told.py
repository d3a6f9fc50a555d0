"""Which decision decided a run, in words: what was done, what else, how both end, and one of these futures."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.documents.document import SHARE, Block, Diary, Note, Points, Prose, Quantity, Section, Table
from analysis.pivot import Finding, Pivot
from sim.narrative.cast import Cast, short_date, spoken_date
from sim.narrative.chance_words import chance_digits
from sim.narrative.lengths import items_from
from sim.narrative.option_words import option_words
from sim.narrative.story import sentence_of
from sim.narrative.told_run import ToldRun
from sim.results.parting import parting
from sim.results.record_rows import events
from sim.run import run_branch
from sim.vocabulary import outcomes
from sim.vocabulary.outcomes import OutcomeClass

HEADING = "Which decision decided this run?"
ITEMS_TOLD = 8
"""How much of the alternative is told, besides what is always told: enough to see where it goes."""

FOUND = (
    "{date}: {name} {did} ({chance}) and could also have chosen to {other} ({other_chance}). Of 100 futures that begin "
    "there, at least {moved} end otherwise for this choice alone ({low} to {high})."
)
NOT_FOUND = (
    "No single decision decided it. The one that came nearest: {date}, {name} {did} ({chance}) and could also have "
    "chosen to {other} ({other_chance}). Of 100 futures that begin there, {moved} seem to end otherwise for this "
    "choice, and that may be luck ({low} to {high})."
)
NO_OTHER = "No single decision decided it: at none did another option have a chance of {least} or more.{script}"
SCRIPT = " Decisions of a {leader} whom the script moves are not looked at."
NEXT_HEADING = "Others that moved the ending, of at least so many in 100 futures each:"
NEXT = "{date}, {name} {did}; the other choice was to {other}: {moved} ({low} to {high})"
METHOD = (
    "Up to the decision both branches are this run; after it luck is drawn afresh, {lucks} times for each. {options} "
    "a chance of {least} or more. Each was tried in {first} futures, and {looks} again under other lucks, whose "
    "ranges hold all at once, {level}.{script} What counts is where it stands at the end, in a model's world."
)
ALTERNATIVE = "One of those futures, in which {name} {did}"


def pivot_section(pivot: Pivot) -> Section:
    """Return what was found as a section of a page."""
    return Section(HEADING, tuple(_blocks(pivot)))


def _blocks(pivot: Pivot) -> Iterator[Block]:
    if not pivot.findings:
        yield Prose((NO_OTHER.format(least=chance_digits(pivot.plan.least_chance), script=_script(pivot)),))
        return
    cast, first = Cast(pivot.record.scenario), pivot.findings[0]
    yield Prose((cast.fill(FOUND if first.decided else NOT_FOUND, **_values(first, cast)),))
    if first.decided:
        yield _table(first, pivot.record.outcome.outcome_class, cast)
        yield _alternative(pivot, first, cast)
        yield from _others(pivot, cast)
    yield Note(_method(pivot))


def _values(finding: Finding, cast: Cast) -> dict[str, str]:
    """What a sentence about a finding is filled with."""
    decision, other = finding.candidate
    moved, low, high = (f"{100 * number:.0f}" for number in finding.distance.numbers)
    return {
        "date": spoken_date(decision.date),
        "name": cast.leader(decision.leader),
        "did": option_words(decision.chosen.name, decision.about, cast).past,
        "other": option_words(other.name, decision.about, cast).infinitive,
        "chance": chance_digits(decision.chosen.probability),
        "other_chance": chance_digits(other.probability),
        "moved": moved,
        "low": low,
        "high": high,
    }


def _table(finding: Finding, ended: OutcomeClass, cast: Cast) -> Table:
    """The endings of both branches; the one of this run is marked."""
    decision, other = finding.candidate
    branches = (option_words(option.name, decision.about, cast).past for option in (decision.chosen, other))
    rows = tuple(
        (
            f"{cast.words[str(row)].noun}{' (this run)' if row == ended else ''}",
            *(Quantity(SHARE, *shares[str(row)].numbers) for shares in (finding.taken, finding.other)),
        )
        for row in OutcomeClass
        if finding.taken[str(row)].value + finding.other[str(row)].value > 0 or row == ended
    )
    return Table((outcomes.HEADING, *branches), rows)


def _alternative(pivot: Pivot, finding: Finding, cast: Cast) -> Diary:
    """One typical future after the other option, from where it parts from the run."""
    decision, other = finding.candidate
    told = run_branch(pivot.record, decision.decision, other.name, finding.typical, pivot.orders)
    found = parting(events(pivot.record), events(told))
    items = [] if found is None else items_from(ToldRun(told), found.place, ITEMS_TOLD)
    shown = [(short_date(item.first), sentence_of(item, dated=False), "") for item in items]
    end = f"{outcomes.HEADING}: {cast.fill(told.outcome.outcome_class.ending)}."
    shown.append((short_date(told.columns["steps"]["date"][-1]), end, ""))
    did = option_words(other.name, decision.about, cast).past
    return Diary(ALTERNATIVE.format(name=cast.leader(decision.leader), did=did), tuple(shown))


def _others(pivot: Pivot, cast: Cast) -> Iterator[Block]:
    others = [finding for finding in pivot.findings[1:] if finding.decided]
    if others:
        yield Prose((NEXT_HEADING,))
        yield Points(tuple(cast.fill(NEXT, **_values(finding, cast)) for finding in others))


def _method(pivot: Pivot) -> str:
    count, decisions = len(pivot.candidates), pivot.decisions
    at = f"At {decisions} decisions" if decisions > 1 else "At one decision"
    looks = len(pivot.findings)
    return METHOD.format(
        lucks=pivot.findings[0].distance.n,
        options=f"{at} {f'{count} other options' if count > 1 else 'one other option'} had",
        least=chance_digits(pivot.plan.least_chance),
        first=pivot.plan.first,
        looks=f"the {looks} that seemed to move the ending most" if looks > 1 else "the one",
        level=f"{100 * pivot.plan.level:.0f} times in 100",
        script=_script(pivot),
    )


def _script(pivot: Pivot) -> str:
    return Cast(pivot.record.scenario).fill(SCRIPT) if pivot.orders else ""

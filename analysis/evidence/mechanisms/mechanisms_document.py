"""What each mechanism does in a case, as a document: the largest first, then what cannot be told from nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.documents.document import Block, Document, Note, Picture, Points, Section, Table
from analysis.estimates import OUTCOME_WORDS
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.paired_luck import OutcomeChange
from analysis.evidence.mechanisms.change_cells import change_cell, scale, within_cell
from analysis.evidence.mechanisms.switched_cases import (
    ASK,
    CALLER,
    CONTACT,
    ENDINGS,
    Found,
    MechanismEffects,
    State,
    is_sure,
)
from analysis.figures.figure import SignedBars
from sim.narrative.cast import Cast

CAVEAT = "What the model's mechanisms do in the model, under this scenario's assumptions; no claim about the world."
LAYOUT = (-29, 11, 11, 11, 18)
"""Columns of the table on a terminal of 80."""
BARS = 10
"""Bars that are drawn at most."""
SAME = "the case is the same without it"
DRAWN = {
    ASK: "Days by which it delays (right) or hastens (left) the first ask",
    CONTACT: "Days by which it delays (right) or hastens (left) first contact",
    CALLER: "Points by which it moves who asks first, to {} (right) or {} (left)",
}
"""What is drawn: the first of those outcomes that most mechanisms surely change."""


def mechanisms_document(effects: MechanismEffects, elapsed: float) -> Document:
    """Return what was measured as a document.

    Parameters
    ----------
    effects : MechanismEffects
        What was measured.
    elapsed : float
        How long it took, in seconds.
    """
    told = largest_first(effects)
    sections = [Section("What each mechanism does", (_table(told), Note(_legend(effects)), Note(_covered(effects))))]
    sections += [Section("The largest", (picture,)) for picture in _picture(effects, told)]
    sections += [Section(heading, (block,)) for heading, block in _rest(effects)]
    scenario = effects.scenario
    title = f"{scenario.title or scenario.name}: what each mechanism does"
    return Document(
        "mechanisms", title, "", tuple(_answer(effects, told)), tuple(sections), CAVEAT, _made(effects, elapsed)
    )


def interval_section(effects: MechanismEffects) -> Section:
    """Every number with its interval: for a page, which has the room."""
    heads = ("#", "mechanism", "what is changed", "without", "as it is", "change", "from", "to", "lucks moved")
    rows = [
        (
            str(found.row),
            found.case.switch.name,
            LOOKED_AT[change.outcome].words,
            *(f"{scale(change.outcome) * value:.1f}" for value in (change.first, change.second)),
            *(f"{scale(change.outcome) * value:+.1f}" for value in change.estimate.numbers),
            f"{change.moved:,}",
        )
        for found in effects.found
        if found.state is State.measured
        for change in found.changes
    ]
    return Section("Every interval", (Table(heads, tuple(rows), names=3, empty="None."),))


def size(found: Found, horizon: float) -> float:
    """How large what a mechanism surely does is: its largest sure change, days as a share of the horizon."""
    sizes = [
        abs(change.estimate.value) / (horizon if change.outcome in (ASK, CONTACT) else 1.0)
        for change in found.changes
        if is_sure(change)
    ]
    return max(sizes, default=0.0)


def largest_first(effects: MechanismEffects) -> list[Found]:
    """Mechanisms that were measured, the largest first; those that do nothing surely last, in the table's order."""
    measured = [found for found in effects.found if found.state is State.measured]
    return sorted(measured, key=lambda found: -size(found, effects.scenario.horizon_days))


def names_of(effects: MechanismEffects) -> tuple[str, str]:
    """What the two leaders are called."""
    cast = Cast(effects.scenario)
    first, second = effects.sides
    return cast.leader(first), cast.leader(second)


def _table(told: Sequence[Found]) -> Table:
    heads = ("   mechanism", "first ask", "contact", "who asks", "ending")
    return Table(heads, tuple(map(_row, told)), layout=LAYOUT, empty="Nothing was measured.")


def _row(found: Found) -> tuple[str, ...]:
    cells = [change_cell(found.of(name)) for name in (ASK, CONTACT, CALLER)]
    return (f"{found.row:>2} {found.case.switch.name}", *cells, ending_cell(found))


def ending_cell(found: Found) -> str:
    """The ending whose share is surely changed most, else within what all of them may be unchanged."""
    changes = [found.of(name) for name in ENDINGS]
    sure = [change for change in changes if is_sure(change)]
    if not sure:
        return within_cell(changes)
    most = max(sure, key=lambda change: abs(change.estimate.value))
    return f"{ending_word(most)} {change_cell(most)}"


def ending_word(change: OutcomeChange) -> str:
    """What an ending is called."""
    return OUTCOME_WORDS[change.outcome.removeprefix("ends_")]


def _legend(effects: MechanismEffects) -> str:
    first, second = names_of(effects)
    return (
        "Each number is the case as it is less the case without the mechanism. First ask (for a call or a meeting), "
        f"contact: days later (+) or sooner (-), {effects.scenario.horizon_days} where it never comes. Who asks: "
        f"percentage points by which the first ask moves towards {first} (+) or {second} (-). Ending: the ending whose "
        "share changes most, in percentage points. +42 ±9: it is surely there, and the truth lies within 9 of it. "
        "within 11: not distinguishable from nothing (within 11 either way)."
    )


def _covered(effects: MechanismEffects) -> str:
    return (
        f"All {effects.looks:,} intervals ({effects.asked} mechanisms, each with two times, who asks, and five "
        f"endings) hold at once at 95% (Bonferroni: each at {effects.level:.3%}). Each luck makes one pair and counts "
        "once. Mechanisms are switched off one at a time, so that their effects do not add up. What each is switched "
        "off by: docs/claims.md, --json, --html."
    )


def _answer(effects: MechanismEffects, told: Sequence[Found]) -> Iterator[str]:
    """Yield how many mechanisms surely do something, and what the largest does."""
    sure = [found for found in told if any(map(is_sure, found.changes))]
    off = sum(found.state is not State.measured for found in effects.found)
    yield (
        f"{len(sure)} of {len(effects.found)} mechanisms surely change something in this case. Not distinguishable "
        f"from nothing with {effects.plan.runs:,} lucks: {len(told) - len(sure)}. Nothing to switch off: {off}."
    )
    if sure:
        name = f"{sure[0].case.switch.name} (row {sure[0].row})"
        yield f"The largest: {name}. With it {'; '.join(_sentences(effects, sure[0]))}."


def _sentences(effects: MechanismEffects, found: Found) -> Iterator[str]:
    """Yield in words what one mechanism surely does."""
    for name, words in ((ASK, "the first ask comes"), (CONTACT, "contact comes")):
        if is_sure(found.of(name)):
            yield f"{words} {_days(found.of(name))}"
    if is_sure(found.of(CALLER)):
        change = found.of(CALLER)
        first, second = names_of(effects)
        towards = first if change.estimate.value > 0 else second
        yield f"who asks first moves {_amount(change)} points towards {towards}"
    for name in ENDINGS:
        change = found.of(name)
        if is_sure(change):
            more = "more" if change.estimate.value > 0 else "fewer"
            yield f"{_amount(change)} points {more} end in: {ending_word(change)}"


def _days(change: OutcomeChange) -> str:
    return f"{_amount(change)} days {'later' if change.estimate.value > 0 else 'sooner'}"


def _amount(change: OutcomeChange) -> str:
    """A change without its sign: ``42 (±9)``."""
    value, around = change_cell(change).split(" ")
    return f"{value[1:]} ({around})"


def _picture(effects: MechanismEffects, told: Sequence[Found]) -> Iterator[Picture]:
    """Yield the figure of the outcome that most mechanisms surely change, if any does."""
    sure = {name: [found for found in told if is_sure(found.of(name))] for name in DRAWN}
    name = max(sure, key=lambda outcome: len(sure[outcome]))
    if not sure[name]:
        return
    drawn = sorted(sure[name], key=lambda found: -abs(found.of(name).estimate.value))[:BARS]
    columns: dict[str, list[float] | list[str]] = {"title": [found.case.switch.name for found in drawn]}
    for place, end in enumerate(("value", "low", "high")):
        columns[end] = [scale(name) * found.of(name).estimate.numbers[place] for found in drawn]
    left = len(sure[name]) - len(drawn)
    more = f"{left} more surely do so, by less." if left else ""
    yield Picture(
        SignedBars(columns, DRAWN[name].format(*names_of(effects)), "points" if name == CALLER else "days"), more
    )


def _rest(effects: MechanismEffects) -> Iterator[tuple[str, Block]]:
    """Yield what there is nothing to switch off of, what moves no run, and what was not reached."""
    off = [found for found in effects.found if found.state is State.off]
    if off:
        yield "Off in this case already:", Points(tuple(f"{_name(found)}: {found.case.switch.absent}" for found in off))
    unmoved = [found for found in effects.found if found.state is State.unmoved]
    if unmoved:
        heading = f"Without these, every one of the {effects.plan.runs:,} runs is the same:"
        yield heading, Points(tuple(_unmoved(found) for found in unmoved))


def _unmoved(found: Found) -> str:
    """A mechanism that moved no run, and within what it may be nothing all the same."""
    ask, ends = found.of(ASK), [found.of(name) for name in ENDINGS]
    return f"{_name(found)} (first ask {within_cell([ask])} days, endings {within_cell(ends)} points)"


def _name(found: Found) -> str:
    return f"{found.row} {found.case.switch.name}"


def _made(effects: MechanismEffects, elapsed: float) -> str:
    plan = effects.plan
    many = f"{effects.asked} mechanism{'' if effects.asked == 1 else 's'}"
    if effects.is_partial:
        many = f"stopped early: {len(effects.found)} of {many}"
    return f"{many}, {plan.runs:,} lucks each, seed {plan.seed}, parameters {plan.parameters}, {elapsed:.1f} s"

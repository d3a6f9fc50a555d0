"""What each mechanism does in a case, as a document: the largest first, then what cannot be told from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from analysis.documents.document import Block, Document, Note, Picture, Points, Section, Table
from analysis.evidence.mechanisms.change_cells import change_cell, scale, within_cell
from analysis.evidence.mechanisms.change_sentences import change_sentences, ending_word, mechanism
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
CAPTION = "What each adds or takes, the largest first: days; who asks and ending in 100 lucks."
LAYOUT = (-26, 11, 11, 11, 21)
"""Columns of the table on a terminal of 80."""
LOOKED_AT_IN_WORDS = {ASK: "days to the first ask", CONTACT: "days to contact", CALLER: "who asks first"}
"""What an outcome is called on a page; endings have words of the case."""
BARS = 10
"""Bars that are drawn at most."""
DRAWN = {
    ASK: ("Days by which each puts off the first ask (right) or brings it on (left)", "days"),
    CONTACT: ("Days by which each puts off contact (right) or brings it on (left)", "days"),
    CALLER: ("Who asks first: lucks in 100 that {} gains (right) or {} (left) on the other", "lucks in 100"),
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
    cast, told = Cast(effects.scenario), largest_first(effects)
    table = _table(cast, told)
    sections = [Section("What each mechanism does", (table, Note(_legend(effects, cast)), Note(_covered(effects))))]
    sections += [Section("The largest", (picture,)) for picture in _picture(effects, cast, told)]
    sections += [Section(heading, (block,)) for heading, block in _rest(effects, cast)]
    scenario = effects.scenario
    title = f"{scenario.title or scenario.name}: what each mechanism does"
    answer = tuple(_answer(effects, cast, told))
    return Document("mechanisms", title, "", answer, tuple(sections), CAVEAT, _made(effects, elapsed))


def interval_section(effects: MechanismEffects) -> Section:
    """Every number with its interval: for a page, which has the room."""
    cast = Cast(effects.scenario)
    heads = ("#", "mechanism", "what is changed", "without", "as it is", "change", "from", "to", "lucks moved")
    rows = [
        (
            str(found.row),
            mechanism(found, cast),
            LOOKED_AT_IN_WORDS.get(change.outcome) or f"ends in: {ending_word(change, cast)}",
            *(f"{scale(change.outcome) * value:.1f}" for value in (change.first, change.second)),
            *(f"{scale(change.outcome) * value:+.1f}" for value in change.estimate.numbers),
            f"{change.moved:,}",
        )
        for found in effects.found
        if found.state is State.measured
        for change in found.changes
    ]
    first, second = _leaders(effects, cast)
    note = Note(
        f"Days as they are, shares in 100 lucks; who asks first: lucks in 100 of {first} less those of {second}."
    )
    return Section("Every interval", (note, Table(heads, tuple(rows), names=3, empty="None.")))


def settings_section(effects: MechanismEffects) -> Section:
    """What was changed to switch each mechanism off: for a page."""
    cast = Cast(effects.scenario)
    items = [
        f"{found.row} {mechanism(found, cast)}: {', '.join(f'{path} = {value}' for path, value in changes.items())}"
        for found in effects.found
        if (changes := found.case.changes)
    ]
    return Section("What each is switched off by", (Points(tuple(items)),))


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


def _table(cast: Cast, told: Sequence[Found]) -> Table:
    heads = ("   mechanism", "first ask", "contact", "who asks", "ending")
    rows = tuple(_row(found, cast) for found in told)
    return Table(heads, rows, CAPTION, layout=LAYOUT, empty="No mechanism moved a run.")


def _row(found: Found, cast: Cast) -> tuple[str, ...]:
    cells = [change_cell(found.of(name)) for name in (ASK, CONTACT, CALLER)]
    return (f"{found.row:>2} {mechanism(found, cast)}", *cells, ending_cell(found, cast))


def ending_cell(found: Found, cast: Cast) -> str:
    """The ending whose share is surely changed most, else within what all of them may be unchanged."""
    changes = [found.of(name) for name in ENDINGS]
    sure = [change for change in changes if is_sure(change)]
    if not sure:
        return within_cell(changes)
    most = max(sure, key=lambda change: abs(change.estimate.value))
    return f"{ending_word(most, cast)} {change_cell(most)}"


def _leaders(effects: MechanismEffects, cast: Cast) -> tuple[str, str]:
    """What the two are called, in the order in which the change of who asks first is told."""
    first, second = effects.sides
    return cast.leader(first), cast.leader(second)


def _legend(effects: MechanismEffects, cast: Cast) -> str:
    first, second = _leaders(effects, cast)
    return cast.fill(
        "Each number is the case as it is less the case without the mechanism. First ask (for {call.a} or a meeting), "
        "contact: days later (+) or sooner (-), {horizon} where it never comes. Who asks: lucks in 100 that {first} "
        "asks first, less those that {second} does. Ending: the one whose share changes most, in 100 lucks. '+42 ±9': "
        "it is surely there, its interval reaches 9 towards nothing. 'within 11': not distinguishable from nothing "
        "(within 11 either way).",
        horizon=effects.scenario.horizon_days,
        first=first,
        second=second,
    )


def _covered(effects: MechanismEffects) -> str:
    many = f"{effects.asked} mechanism{'' if effects.asked == 1 else 's'}"
    return (
        f"All {effects.looks:,} intervals ({many}, each with two times, who asks, and five endings) hold at once at "
        f"95% (Bonferroni: each at {effects.level:.3%}). Each luck makes one pair and counts once. Mechanisms are "
        "switched off one at a time: their effects do not add up. What each is switched off by: docs/claims.md, "
        "--json, --html."
    )


def _answer(effects: MechanismEffects, cast: Cast, told: Sequence[Found]) -> Iterator[str]:
    """Yield how many mechanisms surely do something, and what the largest does."""
    sure = [found for found in told if any(map(is_sure, found.changes))]
    still = sum(found.state is not State.measured for found in effects.found)
    yield (
        f"{len(sure)} of {len(effects.found)} mechanisms surely change something in this case. Not distinguishable "
        f"from nothing with {effects.plan.runs:,} lucks: {len(told) - len(sure)}. Nothing to switch off: {still}."
    )
    if sure:
        words = change_sentences(sure[0], cast, _leaders(effects, cast))
        yield f"The largest: {mechanism(sure[0], cast)} (row {sure[0].row}). With it {'; '.join(words)}."


def _picture(effects: MechanismEffects, cast: Cast, told: Sequence[Found]) -> Iterator[Picture]:
    """Yield the figure of the outcome that most mechanisms surely change, if any does."""
    sure = {name: [found for found in told if is_sure(found.of(name))] for name in DRAWN}
    name = max(sure, key=lambda outcome: len(sure[outcome]))
    if not sure[name]:
        return
    drawn = sorted(sure[name], key=lambda found: -abs(found.of(name).estimate.value))[:BARS]
    left = len(sure[name]) - len(drawn)
    title, unit = DRAWN[name]
    figure = SignedBars(_columns(drawn, name, cast), title.format(*_leaders(effects, cast)), unit)
    yield Picture(figure, f"{left} more surely do so, by less." if left else "")


def _columns(drawn: Sequence[Found], name: str, cast: Cast) -> dict[str, list[Any]]:
    """The bars of a figure: what each mechanism does to one outcome."""
    columns: dict[str, list[Any]] = {"title": [mechanism(found, cast) for found in drawn]}
    for place, end in enumerate(("value", "low", "high")):
        columns[end] = [scale(name) * found.of(name).estimate.numbers[place] for found in drawn]
    return columns


def _rest(effects: MechanismEffects, cast: Cast) -> Iterator[tuple[str, Block]]:
    """Yield what there is nothing to switch off of, and what moves no run."""
    off = _points(effects, State.off, lambda one: f"{_name(one, cast)}: {cast.fill(one.case.switch.absent)}")
    if off.items:
        yield "Off already in this case, so that nothing can be switched off:", off
    unmoved = _points(effects, State.unmoved, lambda one: _unmoved(one, cast))
    if unmoved.items:
        heading = f"Switched off, these move none of the {effects.plan.runs:,} runs (in parentheses: within what the "
        yield heading + "first ask, in days, and the endings, in 100 lucks, may still be moved):", unmoved


def _points(effects: MechanismEffects, state: State, told: Callable[[Found], str]) -> Points:
    """What is told of every mechanism in a state."""
    return Points(tuple(told(found) for found in effects.found if found.state is state))


def _unmoved(found: Found, cast: Cast) -> str:
    ask, ends = found.of(ASK), [found.of(name) for name in ENDINGS]
    return f"{_name(found, cast)} ({within_cell([ask])}; {within_cell(ends)})"


def _name(found: Found, cast: Cast) -> str:
    return f"{found.row} {mechanism(found, cast)}"


def _made(effects: MechanismEffects, elapsed: float) -> str:
    plan = effects.plan
    many = f"{effects.asked} mechanism{'' if effects.asked == 1 else 's'}"
    if effects.is_partial:
        many = f"stopped early: {len(effects.found)} of {many}"
    return f"{many}, {plan.runs:,} lucks each, seed {plan.seed}, parameters {plan.parameters}, {elapsed:.1f} s"

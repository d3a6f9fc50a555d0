"""One decision as lines for a terminal: why, what else could be done, and what would have turned it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from analysis.cli.explained import Explained
from analysis.documents.document import Table
from analysis.documents.rivals import SMALL, contest, difference_parts
from analysis.documents.terminal_writing import GAP, block_lines
from analysis.figures.characters import Canvas
from analysis.figures.decision_characters import Kind, OptionBar, menu, waterfall
from sim.narrative.cast import Cast, capital, spoken_date
from sim.narrative.choosing import Choosing
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.flip_sentences import flip_sentences, odds_sentences
from sim.narrative.option_words import KINDS, option_words
from sim.narrative.painted import Role, in_role, painted
from sim.narrative.reasons import A_PERSON, motive, told
from sim.narrative.wrapping import wrapped
from sim.results.record_rows import Decision, Option
from sim.results.trajectory import Trajectory
from sim.vocabulary import components

READING = (
    "utility: how good an option looks to whoever decides. chance: how often it would be taken, that of its kind "
    "times its part of the kind"
)
HABIT = "; habit favours some kinds, so the best-looking option need not be the likeliest."
BEST = "; here the best-looking option is always taken."
NOTHING = {"": "decides nothing", "turn": "makes no move", "answer": "is asked nothing"}
"""By the kind of decision that was asked for, that there is none on that day."""


def decision_lines(explained: Explained, canvas: Canvas) -> Iterator[str]:
    """Yield a decision as lines no wider than the canvas."""
    record, decision = explained.record, explained.decision
    cast, choosing = Cast(record.scenario), Choosing.of(record, decision)
    yield from _told(_heading(explained, cast), canvas, Role.heading)
    if len(decision.options) == 1:
        yield "There was nothing else to do."
        return
    why = motive(decision, cast, RecordFacts(record).at(decision))._replace(luck=None)
    said = f"{A_PERSON} What follows is how the model saw it." if explained.person else told(why, cast)
    yield from _told([" ".join((said, *odds_sentences(decision, choosing, cast))).strip()], canvas)
    yield ""
    yield from menu(kinds(decision, cast), canvas)
    yield from _told((READING + (BEST if choosing.always_best else HABIT),), canvas, Role.aside)
    yield ""
    yield from _against_rival(record, decision, canvas)
    yield ""
    yield from _told([" ".join(flip_sentences(decision, choosing, cast))], canvas)
    if explained.everything:
        yield ""
        yield from block_lines(all_considerations(decision, canvas.width), canvas)


def _told(sentences: Iterable[str], canvas: Canvas, role: Role | None = None) -> Iterator[str]:
    for sentence in sentences:
        lines = wrapped(sentence, width=canvas.width)
        yield from in_role(lines, role) if role else lines


def _heading(explained: Explained, cast: Cast) -> Iterator[str]:
    """What was decided and when, and whether that is a later day than was asked for."""
    decision = explained.decision
    name, asked = cast.leader(decision.leader), explained.day.isoformat()
    if decision.date != asked:
        yield (
            f"{name} {NOTHING[explained.kind]} on {spoken_date(asked)}; the next time is {spoken_date(decision.date)}."
        )
    deed = option_words(decision.chosen.name, decision.about, cast).past
    yield f"{spoken_date(decision.date)}: {name} {deed} ({decision.chosen.name})."


def kinds(decision: Decision, cast: Cast) -> list[Kind]:
    """Return the options by kind, the likeliest kind and in it the likeliest option first; of equals the better."""
    nests: dict[str, list[Option]] = {}
    for option in sorted(decision.options, key=lambda option: (-option.probability, -option.utility)):
        nests.setdefault(option.nest, []).append(option)
    chances = {nest: sum(option.probability for option in options) for nest, options in nests.items()}
    return [
        Kind(
            capital(cast.fill(KINDS[nest])),
            chances[nest],
            [_bar(option, chances[nest], decision, cast) for option in nests[nest]],
        )
        for nest in sorted(nests, key=lambda nest: -chances[nest])
    ]


def _bar(option: Option, of_kind: float, decision: Decision, cast: Cast) -> OptionBar:
    name = f"{option_words(option.name, decision.about, cast).infinitive} ({option.name})"
    within = option.probability / of_kind if of_kind else 0.0
    return OptionBar(name, within, option.probability, option.utility, option is decision.chosen)


def _against_rival(record: Trajectory, decision: Decision, canvas: Canvas) -> Iterator[str]:
    """What set the choice apart from its likeliest rival, consideration by consideration."""
    found = contest(record, decision)
    if found is None:
        return
    parts = difference_parts(found.chosen, found.rival, Cast(record.scenario))
    shown = [part for part in parts if abs(part.difference) >= SMALL]
    yield from waterfall(f"For '{found.ours}' (+) or for '{found.theirs}' (-), in utility", shown, canvas)


def all_considerations(decision: Decision, width: int) -> list[Table]:
    """Return every consideration of every option: as many tables as it takes to fit the width."""
    ranked = sorted(decision.options, key=lambda option: -option.probability)
    tables: list[Table] = []
    names: list[str] = []
    for name in (*components.WORDS, ""):
        if not name or NAME + sum(map(_column, (*names, name))) > width:
            tables.append(_considerations(decision, ranked, names))
            names = []
        names.append(name)
    return tables


NAME = 17


def _column(name: str) -> int:
    return max(len(name), 5) + GAP


def _considerations(decision: Decision, ranked: list[Option], names: list[str]) -> Table:
    rows = tuple(
        (
            painted(f"{'>' if option is decision.chosen else ' '}{option.name}"),
            *(f"{round(option.components[name] or 0.0, 2) + 0.0:.2f}" for name in names),
        )
        for option in ranked
    )
    return Table((" option", *names), rows, names=1)

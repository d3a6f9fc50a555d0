"""`climbdown explain --across N`: how often each consideration decides, over many lucks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis.cli.counting_progress import progress, stopping
from analysis.cli.errors import UserError
from analysis.cli.printing import NARROW, canvas, say, say_json

if TYPE_CHECKING:
    from analysis.documents.document import Table
    from analysis.estimates import Estimate
    from analysis.estimates.deciding import Across, Question
    from analysis.figures.characters import Canvas
    from sim.narrative.cast import Cast

BAR = 20
"""Columns of the longest bar on a line of 80."""

SHOWN = 6
"""Options and considerations that are shown; the others are counted. `--json` has all."""


def explain_across(question: Question, at: dt.date, runs: int, as_json: bool) -> None:
    """Look at one decision in many runs and tell what is chosen and what decides.

    Raises
    ------
    UserError
        When the leader decides in none of them.
    """
    from analysis.estimates.deciding import look_across

    with stopping() as stop, progress(runs) as show:

        def done(count: int) -> None:
            show(count)
            stop.check()

        found = look_across(question, range(runs), done)
    if not found.runs:
        raise KeyboardInterrupt
    if not found.seen:
        raise UserError(f"{question.side} decides nothing of that kind in any of {found.runs} runs")
    if as_json:
        say_json(as_plain(found, question, runs))
    else:
        say(told(found, question, at, runs))


def told(found: Across, question: Question, at: dt.date, asked: int) -> Iterator[str]:
    """Yield what many lucks show as lines for the terminal: the answer, then what is chosen and what decides."""
    from analysis.documents.document import Note
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.cast import Cast
    from sim.narrative.wrapping import wrapped

    page, cast = canvas(), Cast(question.scenario)
    yield from wrapped(_looked_at(found, question, at, asked), width=page.width)
    yield ""
    yield from wrapped(_answer(found, question, cast), width=page.width)
    yield ""
    options = {cast.words[option].infinitive: share for option, share in found.chosen.items()}
    chances = [f"{found.chances[option]:.0%}" for option in found.chosen]
    decides = {cast.words[component].noun: share for component, share in _ranked(found.decides)}
    weights = [f"{round(found.for_choice[component].value, 2) + 0.0:+.2f}" for component, _ in _ranked(found.decides)]
    tables = (
        _bars(("What is chosen", "share", "chance"), options, chances, page),
        _bars(("What decides", "decides", "for it"), decides, weights, page),
    )
    yield from block_lines((*tables, Note(READING)), page)


READING = (
    "decides: had it counted for nothing, another option would have been the likeliest. chance: the option's mean "
    "probability. for it: what the consideration adds to the chosen option over the average of all, in utility."
)


def _looked_at(found: Across, question: Question, at: dt.date, asked: int) -> str:
    """Which decision of whom in how many lucks."""
    from sim.narrative.cast import Cast, spoken_date

    name = Cast(question.scenario).leader(question.side)
    runs = f"{found.runs:,} lucks" if found.runs == asked else f"{found.runs:,} of {asked:,} lucks (stopped early)"
    start = question.scenario.start
    days = [(start + dt.timedelta(days=int(day))).isoformat() for day in (found.first_day, found.last_day)]
    which = "all" if found.seen == found.runs else f"{found.seen:,}"
    return (
        f"{name}, the decision nearest to {spoken_date(at.isoformat())} in {runs}, {which} of which have one, from "
        f"{spoken_date(days[0])} to {spoken_date(days[1])}."
    )


def _answer(found: Across, question: Question, cast: Cast) -> str:
    """The most frequent choice and the consideration that decides most often, in a sentence."""
    from analysis.figures.digits import percents

    (option, chosen), (component, decides) = _ranked(found.chosen)[0], _ranked(found.decides)[0]
    often = [percents(share.value, share.low, share.high)[0] for share in (chosen, decides)]
    return (
        f"Most often {cast.leader(question.side)} chooses to {cast.words[option].infinitive} ({often[0]}). The "
        f"consideration that most often decides: {cast.words[component].noun} ({often[1]})."
    )


def _ranked(shares: Mapping[str, Estimate]) -> list[tuple[str, Estimate]]:
    return sorted(shares.items(), key=lambda entry: -entry[1].value)


def _bars(heads: tuple[str, str, str], shares: Mapping[str, Estimate], more: Sequence[str], page: Canvas) -> Table:
    """The largest shares with a bar and their interval; how many others there are, and how large these are at most."""
    from analysis.documents.document import Table
    from analysis.figures.digits import percents

    longest = BAR + (page.width - NARROW) // 2
    rows = []
    seen = max(1, sum(share.value > 0 for share in shares.values()))
    for (name, share), last in list(zip(shares.items(), more, strict=True))[: min(seen, SHOWN)]:
        numbers = percents(share.value, share.low, share.high)
        rows.append((f"  {name}", *_shown(share, numbers, longest, page), last))
    rest = list(shares.values())[len(rows) :]
    if rest:
        value, low, high = percents(*_ends(rest))
        name = "  1 other" if len(rest) == 1 else f"  {len(rest)} others, each at most"
        rows.append((name, "", value, f"  {low} to {high}", ""))
    columns = (heads[0], "", heads[1], "  95% interval", heads[2])
    return Table(columns, tuple(rows), layout=(-30, -longest - 1, 7, -16, 6))


def _ends(shares: Sequence[Estimate]) -> tuple[float, float, float]:
    """The largest of small shares, from nothing to its upper end."""
    largest = max(shares, key=lambda share: share.value)
    return largest.value, 0.0, largest.high


def _shown(share: Estimate, numbers: tuple[str, str, str], longest: int, page: Canvas) -> tuple[str, str, str]:
    """A share as cells of a row: a bar, the number and its interval."""
    from analysis.figures.characters import bar_cell

    return bar_cell(share.value, longest, page.ascii_only), numbers[0], f"  {numbers[1]} to {numbers[2]}"


def as_plain(found: Across, question: Question, asked: int) -> dict[str, Any]:
    """Return what many lucks show for a program."""
    return {
        "scenario": question.scenario.name,
        "leader": question.side,
        "seed": question.seed,
        "parameters": question.parameters,
        "runs": found.runs,
        "asked": asked,
        "decisions": found.seen,
        "partial": found.runs < asked,
        "options": {name: {**s.named(), "mean_probability": found.chances[name]} for name, s in found.chosen.items()},
        "components": {
            name: {"decides": share.named(), "for_choice": found.for_choice[name].named()}
            for name, share in found.decides.items()
        },
    }

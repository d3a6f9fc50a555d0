"""`climbdown explain --across N`: how often each consideration decides, over many lucks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from analysis.cli.counting_progress import progress, stopping
from analysis.cli.errors import UserError
from analysis.cli.printing import only_ascii, say, say_json

if TYPE_CHECKING:
    from analysis.estimates import Estimate
    from analysis.estimates.deciding import Across, Question

BAR = 20


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
    """Yield what many lucks show as lines of at most 80 columns."""
    from analysis.documents.document import Note, Table
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.cast import Cast, spoken_date
    from sim.narrative.reasons import DEEDS
    from sim.narrative.wrapping import wrapped

    name = Cast(question.scenario).leader(question.side)
    runs = f"{found.runs:,} lucks" if found.runs == asked else f"{found.runs:,} of {asked:,} lucks (stopped early)"
    yield from wrapped(
        f"{name}, the decision nearest to {spoken_date(at.isoformat())} in {runs}, {found.seen:,} of which have one, "
        f"between day {found.first_day:.0f} and day {found.last_day:.0f}."
    )
    yield ""
    chosen = [(*_shown(DEEDS[option], share), f"{found.chances[option]:.0%}") for option, share in found.chosen.items()]
    decides = [
        (*_shown(component, share), f"{found.for_choice[component].value:+.2f}")
        for component, share in sorted(found.decides.items(), key=lambda entry: -entry[1].value)
    ]
    tables = [
        Table((*heads[:1], "", heads[1], "  95% interval", heads[2]), tuple(rows), layout=(-30, -21, 7, -16, 6))
        for heads, rows in (
            (("What is chosen", "share", "chance"), chosen),
            (("What decides", "decides", "for it"), decides),
        )
    ]
    yield from block_lines((*tables, Note(READING)))


READING = (
    "decides: had it counted for nothing, another option would have been the likeliest. chance: the option's mean "
    "probability. for it: what the consideration adds to the chosen option over the average of all, in utility."
)


def _shown(name: str, share: Estimate) -> tuple[str, str, str, str]:
    """A share as the cells of a row: its name, a bar, the number and its interval."""
    from analysis.figures.characters import horizontal

    bar = horizontal(share.value, BAR, only_ascii())
    return f"  {name}", bar, f"{share.value:.1%}", f"  {share.low:.1%} to {share.high:.1%}"


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

"""`climbdown explain`: one decision as a table, and the smallest change that would have flipped it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.one_run import (
    Parameters,
    ParametersOption,
    PolicyFile,
    keep,
    kept_run,
    read_policies,
    refuse_place,
    run_once,
)
from analysis.cli.options import AsJson, Out, RunNumber, Seed, Settings, load_varied
from analysis.cli.printing import say, say_json
from analysis.cli.writing import Force
from sim.vocabulary import components

if TYPE_CHECKING:
    from analysis.documents.document import Table
    from sim.results.record_rows import Decision, Option
    from sim.results.trajectory import Trajectory


class Sort(StrEnum):
    """Which decisions are looked at."""

    any = "any"
    turn = "turn"
    answer = "answer"


At = Annotated[
    str, typer.Option("--at", metavar="DATE", help="The first decision on or after this day, as 2025-05-04.")
]
Who = Annotated[str, typer.Option("--who", metavar="LEADER", help="The side whose leader decides, by id or name.")]
Across = Annotated[
    int, typer.Option("--across", min=0, metavar="N", help="Look at N runs: how often each consideration decides.")
]
Kind = Annotated[Sort, typer.Option("--kind", help="A move of the leader's own (turn) or an answer to a request.")]

FIRST_BLOCK, SECOND_BLOCK = components.WORDS[:7], components.WORDS[7:]
"""Two tables, so that each fits 80 columns."""

TENTH = 0.095
"""From here on a percentage needs no decimals."""


Subject = Annotated[
    str, typer.Argument(metavar="SCENARIO|RUN", help="A scenario to run, or a kept run (folder or .zip).")
]


def explain(
    scenario: Subject,
    at: At,
    who: Who,
    kind: Kind = Sort.any,
    across: Across = 0,
    settings: Settings = None,
    seed: Seed = 0,
    run: RunNumber = 0,
    parameters: ParametersOption = Parameters.central,
    policy: PolicyFile = None,
    out: Out = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Show what counted in one decision of one leader, and what would have flipped it.

    A table of every option: its probability, its utility, and the considerations that sum to it. Below it, in
    words: why this one, and the smallest single change that would have made another option the likeliest.

    With --across 200 the decision nearest to the day is looked at in 200 runs: what is chosen how often, and how often
    each consideration decides.

    A kept run is explained as it was: it has its own settings, seed, run and parameters.
    """
    from sim.results.replacing import Address

    record = kept_run(scenario)
    if record is not None:
        if across or settings or policy is not None or out is not None:
            raise UserError(
                f"{scenario}: a kept run is explained as it was; --set, --across, --policy and --out run anew"
            )
        _say(record, find_decision(record, find_leader(record.scenario.leaders, who), find_date(at), kind), as_json)
        return
    varied = load_varied(scenario, settings)
    side, day = find_leader(varied.leaders, who), find_date(at)
    if across:
        if policy is not None or out is not None:
            raise UserError("--across looks at many runs; --policy and --out belong to one")
        from analysis.cli.across import explain_across
        from analysis.estimates.deciding import Question

        wanted = "" if kind == Sort.any else str(kind)
        days = float((day - varied.start).days)
        explain_across(Question(varied, side, days, wanted, seed, str(parameters)), day, across, as_json)
        return
    refuse_place(out, force, Address(varied, seed, run, str(parameters)))
    trajectory = run_once(varied, seed, run, parameters, read_policies(policy, varied))
    keep(trajectory, out, force)
    _say(trajectory, find_decision(trajectory, side, day, kind), as_json)


def _say(trajectory: Trajectory, decision: Decision, as_json: bool) -> None:
    """Print a decision for a person or a program."""
    if as_json:
        say_json(as_plain(trajectory, decision))
    else:
        say(told(trajectory, decision))


def find_leader(leaders: Any, who: str) -> str:
    """Return the side meant by an id, a leader's name or a country.

    Raises
    ------
    UserError
        When there is no such side; those that there are are named.
    """
    for side, leader in leaders.items():
        if who.casefold() in (side.casefold(), leader.name.casefold(), leader.country.casefold()):
            return str(side)
    known = ", ".join(f"{side} ({leader.name})" for side, leader in leaders.items())
    raise UserError(f"there is no leader {who!r} here; the leaders are {known}")


def find_date(text: str) -> dt.date:
    """Return a date from its ISO form.

    Raises
    ------
    UserError
        When the text is not a date.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise UserError(f"{text!r} is not a date; write it as 2025-05-04") from None


def find_decision(trajectory: Trajectory, side: str, day: dt.date, kind: Sort) -> Decision:
    """Return the first decision of a side on or after a day.

    Raises
    ------
    UserError
        When there is none; the days of its first and last decision are named.
    """
    from sim.results.record_rows import decisions

    own = [d for d in decisions(trajectory) if d.leader == side and kind in (Sort.any, d.kind)]
    for decision in own:
        if decision.date >= day.isoformat():
            return decision
    what = "decides" if kind == Sort.any else f"has a decision of the kind {kind}"
    if not own:
        raise UserError(f"{side} never {what} in this run")
    raise UserError(f"{side} {what} from {own[0].date} to {own[-1].date} in this run, not on or after {day}")


def told(trajectory: Trajectory, decision: Decision) -> Iterator[str]:
    """Yield a decision as lines of at most 80 columns."""
    from analysis.documents.document import Note
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.cast import Cast, spoken_date
    from sim.narrative.choosing import Choosing
    from sim.narrative.flips import flip_sentence, nearest_rival, smallest_flip
    from sim.narrative.reasons import DEEDS, because
    from sim.narrative.wrapping import wrapped

    name = Cast(trajectory.scenario).leader(decision.leader)
    choosing = Choosing.of(trajectory, decision)
    about = f" is asked about a {decision.about} and decides" if decision.kind == "answer" else " decides"
    yield from wrapped(f"{spoken_date(decision.date)}: {name}{about} to {DEEDS[decision.chosen.name]}.")
    yield ""
    yield from block_lines((chances(decision), considerations(decision, SECOND_BLOCK), Note(READING)))
    yield ""
    yield from wrapped(because(decision, Cast(trajectory.scenario)))
    if len(decision.options) > 1:
        yield from wrapped(_rival_sentence(decision, nearest_rival(decision, choosing), DEEDS))
        yield from wrapped(flip_sentence(smallest_flip(decision, choosing), DEEDS))


def _rival_sentence(decision: Decision, rival: tuple[str, float] | None, deeds: Any) -> str:
    likeliest = f"The likeliest was to {deeds[decision.likeliest.name]} ({decision.likeliest.probability:.0%})."
    if rival is None:
        return likeliest
    return f"{likeliest} {rival[1]:+.2f} in any one consideration of its own would have put '{rival[0]}' ahead."


READING = "> chosen. Each row: the considerations, which sum to the utility."


def chances(decision: Decision) -> Table:
    """Return all options, the likeliest first, with probability, utility and the first considerations."""
    found = considerations(decision, FIRST_BLOCK)
    odds = [(_percent(option.probability), f"{option.utility:.2f}") for option in _ranked(decision)]
    rows = tuple((row[0], *odd, *row[1:]) for row, odd in zip(found.rows, odds, strict=True))
    heads = (found.heads[0], "prob", "utility", *found.heads[1:])
    return found._replace(heads=heads, rows=rows, layout=(found.layout[0], 5, 8, *found.layout[1:]))


def considerations(decision: Decision, names: Sequence[str]) -> Table:
    """Return all options, the likeliest first, with some of the considerations."""
    from analysis.documents.document import Table

    rows = tuple(
        (
            f"{'>' if option is decision.chosen else ' '}{option.name}",
            *(f"{option.components[name] or 0:.2f}" for name in names),
        )
        for option in _ranked(decision)
    )
    return Table((" option", *names), rows, layout=(-16, *(max(len(name), 5) + 1 for name in names)))


def _ranked(decision: Decision) -> list[Option]:
    return sorted(decision.options, key=lambda option: -option.probability)


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= TENTH else f"{share:.1%}"


def as_plain(trajectory: Trajectory, decision: Decision) -> dict[str, Any]:
    """Return a decision for a program."""
    from sim.narrative.cast import Cast
    from sim.narrative.choosing import Choosing
    from sim.narrative.flips import nearest_rival, smallest_flip
    from sim.narrative.reasons import because

    choosing = Choosing.of(trajectory, decision)
    flip = smallest_flip(decision, choosing)
    rival = nearest_rival(decision, choosing)
    return {
        "scenario": trajectory.scenario.name,
        "seed": trajectory.seed,
        "run": trajectory.run,
        **{name: getattr(decision, name) for name in ("decision", "day", "date", "leader", "kind", "about")},
        "chosen": decision.chosen.name,
        "likeliest": decision.likeliest.name,
        "options": [{**option._asdict(), "components": dict(option.components)} for option in decision.options],
        "because": because(decision, Cast(trajectory.scenario)),
        "flip": flip._asdict() if flip else None,
        "nearest_rival": {"option": rival[0], "utility_missing": rival[1]} if rival else None,
    }

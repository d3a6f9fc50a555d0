"""`climbdown explain`: one decision, what spoke for it, and the smallest change that would have turned it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from analysis.cli.errors import UserError
from analysis.cli.explained import Explained
from analysis.cli.named_leader import find_leader
from analysis.cli.one_run import (
    Parameters,
    ParametersOption,
    PolicyFile,
    keep,
    kept_game,
    kept_run,
    read_policies,
    refuse_place,
    run_once,
)
from analysis.cli.options import AsJson, Out, RunNumber, Seed, Settings, load_varied
from analysis.cli.printing import canvas, say, say_json
from analysis.cli.writing import Force

if TYPE_CHECKING:
    from sim.results.kept_games import KeptGame
    from sim.results.record_rows import Decision
    from sim.results.trajectory import Trajectory
    from sim.scenario import Scenario


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
All = Annotated[bool, typer.Option("--all", help="Also every consideration of every option, as a table.")]
Kind = Annotated[Sort, typer.Option("--kind", help="A move of the leader's own (turn) or an answer to a request.")]

Subject = Annotated[
    str, typer.Argument(metavar="SCENARIO|RUN", help="A scenario to run, or a kept run (folder or .zip).")
]


def explain(
    scenario: Subject,
    at: At,
    who: Who,
    kind: Kind = Sort.any,
    across: Across = 0,
    everything: All = False,
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

    Why, in a sentence; every option with its chance and utility, kind by kind; what set the choice apart from its
    likeliest rival; and the smallest single change that would have turned it.

    With --across 200 the decision nearest to the day is looked at in 200 runs: what is chosen how often, and how often
    each consideration decides.

    A kept run is explained as it was: it has its own settings, seed, run and parameters.
    """
    from sim.results.replacing import Address

    asked = Asked(who, find_date(at), kind, everything)
    record = kept_run(scenario)
    if record is not None:
        refuse_anew(scenario, (across, settings, policy, out))
        show(record, asked, as_json, kept_game(scenario, record))
        return
    varied = load_varied(scenario, settings)
    find_leader(varied.leaders, who)
    if across:
        refuse_for_many((policy, out, everything))
        show_across(varied, asked, (seed, str(parameters)), across, as_json)
        return
    refuse_place(out, force, Address(varied, seed, run, str(parameters)))
    trajectory = run_once(varied, seed, run, parameters, read_policies(policy, varied))
    keep(trajectory, out, force)
    show(trajectory, asked, as_json)


class Asked(NamedTuple):
    """Whose decision is wanted, on or after which day, of which sort, and whether with all considerations."""

    who: str
    day: dt.date
    sort: Sort
    everything: bool

    @property
    def kind(self) -> str:
        """The kind of decision as the record has it; empty for any."""
        return "" if self.sort == Sort.any else str(self.sort)


def refuse_anew(name: str, wanted: Iterable[object]) -> None:
    """Say that a kept run is not run again.

    Raises
    ------
    UserError
        When something was asked for that only a new run can show.
    """
    if any(wanted):
        raise UserError(f"{name}: a kept run is explained as it was; --set, --across, --policy and --out run anew")


def refuse_for_many(wanted: Iterable[object]) -> None:
    """Say that many runs are neither kept nor played by a policy, nor shown in every number.

    Raises
    ------
    UserError
        When something was asked for that belongs to one run.
    """
    if any(wanted):
        raise UserError("--across looks at many runs; --policy, --out and --all belong to one")


def show(record: Trajectory, asked: Asked, as_json: bool, game: KeptGame | None = None) -> None:
    """Print a decision of a run for a person or a program; of a kept `game` it is told which ones a person took."""
    from analysis.cli.decision_lines import decision_lines

    side = find_leader(record.scenario.leaders, asked.who)
    decision = find_decision(record, side, asked.day, asked.sort)
    person = game is not None and decision.decision in game.decisions
    if as_json:
        say_json(as_plain(record, decision, person))
    else:
        say(decision_lines(Explained(record, decision, asked.day, asked.kind, asked.everything, person), canvas()))


def show_across(varied: Scenario, asked: Asked, luck: tuple[int, str], runs: int, as_json: bool) -> None:
    """Print what many lucks make of a decision; `luck` is the seed and which parameters."""
    from analysis.cli.across import explain_across
    from analysis.estimates.deciding import Question

    days = float((asked.day - varied.start).days)
    question = Question(varied, find_leader(varied.leaders, asked.who), days, asked.kind, *luck)
    explain_across(question, asked.day, runs, as_json)


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


def as_plain(trajectory: Trajectory, decision: Decision, person: bool = False) -> dict[str, Any]:
    """Return a decision for a program; one that a person took has no reasons."""
    from sim.narrative.cast import Cast
    from sim.narrative.chance_words import chance_word
    from sim.narrative.choosing import Choosing, once_there_was_time
    from sim.narrative.decision_facts import RecordFacts
    from sim.narrative.flips import nearest_rival, nest_chances, smallest_flip
    from sim.narrative.reasons import because, motive

    cast, facts = Cast(trajectory.scenario), RecordFacts(trajectory).at(decision)
    choosing = Choosing.of(trajectory, decision)
    then = once_there_was_time(decision, choosing)
    flip, near = smallest_flip(*then), nearest_rival(*then)
    why = motive(decision, cast, facts)
    return {
        "scenario": trajectory.scenario.name,
        "seed": trajectory.seed,
        "run": trajectory.run,
        **{name: getattr(decision, name) for name in ("decision", "day", "date", "leader", "kind", "about")},
        "chosen": decision.chosen.name,
        "likeliest": decision.likeliest.name,
        "rival": why.rival or None,
        "chance_word": chance_word(decision.chosen.probability),
        "attention": choosing.attention,
        "nests": nest_chances(decision, choosing),
        "options": [{**option._asdict(), "components": dict(option.components)} for option in decision.options],
        "decided_by": "person" if person else "model",
        "because": None if person else because(decision, cast, facts),
        "reasons": [
            {**clause.key._asdict(), "text": clause.text, "difference": clause.difference}
            for clause in (() if person else why.clauses)
        ],
        "flip": flip._asdict() if flip else None,
        "nearest_rival": {"option": near[0], "utility_missing": near[1]} if near else None,
    }

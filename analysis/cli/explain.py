"""`climbdown explain`: one decision, what spoke for it, and the smallest change that would have turned it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.explained import Explained
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
from analysis.cli.printing import canvas, say, say_json
from analysis.cli.writing import Force

if TYPE_CHECKING:
    from sim.results.record_rows import Decision
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

    wanted = "" if kind == Sort.any else str(kind)
    record = kept_run(scenario)
    if record is not None:
        if across or settings or policy is not None or out is not None:
            raise UserError(
                f"{scenario}: a kept run is explained as it was; --set, --across, --policy and --out run anew"
            )
        day = find_date(at)
        found = find_decision(record, find_leader(record.scenario.leaders, who), day, kind)
        _say(Explained(record, found, day, wanted, everything), as_json)
        return
    varied = load_varied(scenario, settings)
    side, day = find_leader(varied.leaders, who), find_date(at)
    if across:
        if policy is not None or out is not None or everything:
            raise UserError("--across looks at many runs; --policy, --out and --all belong to one")
        from analysis.cli.across import explain_across
        from analysis.estimates.deciding import Question

        days = float((day - varied.start).days)
        explain_across(Question(varied, side, days, wanted, seed, str(parameters)), day, across, as_json)
        return
    refuse_place(out, force, Address(varied, seed, run, str(parameters)))
    trajectory = run_once(varied, seed, run, parameters, read_policies(policy, varied))
    keep(trajectory, out, force)
    found = find_decision(trajectory, side, day, kind)
    _say(Explained(trajectory, found, day, wanted, everything), as_json)


def _say(explained: Explained, as_json: bool) -> None:
    """Print a decision for a person or a program."""
    from analysis.cli.decision_lines import decision_lines

    if as_json:
        say_json(as_plain(explained.record, explained.decision))
    else:
        say(decision_lines(explained, canvas()))


def find_leader(leaders: Any, who: str) -> str:
    """Return the side meant by an id, a leader's name, a country, or a part of one; capitals do not matter.

    Raises
    ------
    UserError
        When there is no such side, or both are meant; those that there are are named.
    """
    from sim.files.suggestions import did_you_mean

    wanted = who.strip().casefold()
    names = {side: (side, leader.name, leader.country) for side, leader in leaders.items()}
    known = ", ".join(f"{side} ({leader.name or side})" for side, leader in leaders.items())
    for fits in (_is_whole, _is_word, _is_part):
        found = [side for side in names if wanted and any(fits(wanted, name.casefold()) for name in names[side])]
        if len(found) == 1:
            return str(found[0])
        if found:
            raise UserError(f"{who!r} may mean either leader here: {known}")
    spelled = {part.casefold(): part for own in names.values() for name in own for part in (*name.split(), name)}
    hint = did_you_mean(wanted, [part for part in spelled if part])
    raise UserError(f"there is no leader {who!r} here; the leaders are {known}{hint}")


def _is_whole(wanted: str, name: str) -> bool:
    return wanted == name


def _is_word(wanted: str, name: str) -> bool:
    return wanted in name.split()


def _is_part(wanted: str, name: str) -> bool:
    return wanted in name


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


def as_plain(trajectory: Trajectory, decision: Decision) -> dict[str, Any]:
    """Return a decision for a program."""
    from sim.narrative.cast import Cast
    from sim.narrative.chance_words import chance_word
    from sim.narrative.choosing import Choosing
    from sim.narrative.decision_facts import RecordFacts
    from sim.narrative.flips import nearest_rival, nest_chances, smallest_flip
    from sim.narrative.reasons import because, motive

    cast, facts = Cast(trajectory.scenario), RecordFacts(trajectory).at(decision)
    choosing = Choosing.of(trajectory, decision)
    flip, near = smallest_flip(decision, choosing), nearest_rival(decision, choosing)
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
        "because": because(decision, cast, facts),
        "reasons": [
            {**clause.key._asdict(), "text": clause.text, "difference": clause.difference} for clause in why.clauses
        ],
        "flip": flip._asdict() if flip else None,
        "nearest_rival": {"option": near[0], "utility_missing": near[1]} if near else None,
    }

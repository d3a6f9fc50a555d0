"""The report on a run: how it went and why, what other lucks make of the same beginning, and what one change does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from shlex import quote
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from analysis.documents.assumptions import assumptions
from analysis.documents.beside_lucks import lucks_sections
from analysis.documents.decisions_shown import decisive
from analysis.documents.document import Block, Commands, Document, Picture, Points, Prose, Section, Table
from analysis.documents.figure_tables import (
    actor_names,
    decision_rows,
    lines,
    pair_panels,
    said_of_events,
    said_of_options,
    thinned_steps,
)
from analysis.documents.run_figures import report_course
from analysis.documents.run_story import diaries
from analysis.documents.wording import estimate, number, percent, sentence
from analysis.estimates.bands import side_by_side
from analysis.estimates.measure_differences import measure_differences
from analysis.figures.figure import DecisionStack, PartingOfTheWays, WhoCallsWhom
from sim.narrative.case_words import PLAIN, CaseWords, words_of
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.reasons import A_PERSON, because
from sim.narrative.story import tell
from sim.narrative.two_runs import first_different_decision
from sim.results.parting import parting
from sim.results.record_rows import Decision, events
from sim.scenario.scenario import FORMAT
from sim.version import __version__
from sim.vocabulary import events as e

if TYPE_CHECKING:
    from sim.results.kept_games import KeptGame
    from sim.results.runs import Runs
    from sim.results.trajectory import Trajectory

REACHING = frozenset(row.word for row in e.ROWS if row.reaches)
"""Kinds of event that the figure of who reaches for whom shows: requests, answers, meetings and what comes of them."""

ASKING_TO_MEET = (e.WORDS[e.CALL_REQUESTED], e.WORDS[e.SUMMIT_PROPOSED])
"""Kinds of event by which a leader reaches for the other."""

MEETINGS = (e.WORDS[e.CALL_HELD], e.WORDS[e.SUMMIT_HELD])

SHOWN = ("pressure", "drawdown", "hostility", "approval")


class Counterfactual(NamedTuple):
    """The same luck under other settings: what was changed in words, that run, and many runs so changed."""

    setting: str
    run: Trajectory
    runs: Runs | None = None


def run_document(
    trajectory: Trajectory,
    others: Runs | None = None,
    instead: Counterfactual | None = None,
    name: str = "",
    game: KeptGame | None = None,
) -> Document:
    """Make the report on a run.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    others : Runs, optional
        The same scenario under many other lucks, made with ``pictures=True``.
    instead : Counterfactual, optional
        The same luck under other settings.
    name : str
        What to call the scenario or record in the commands that make the report again.
    game : KeptGame, optional
        Which seats and decisions were a person's: they have no reasons to tell.
    """
    scenario = trajectory.scenario
    told = tell(trajectory, silent=game.seats if game else ())
    ending, *rest, caveat = told.ending
    sections = [
        Section("How it went", tuple(_course(trajectory))),
        Section("Why: the decisions behind it", tuple(_reasons(trajectory, game.decisions if game else ()))),
        *(_changed(trajectory, others, instead) if instead else ()),
        *(lucks_sections(others) if others is not None else ()),
        Section(
            "The whole story",
            (Prose((told.opening,)), *diaries(told.chapters)),
        ),
        assumptions(scenario),
        Section("How this was made, and how to make it again", tuple(_making(trajectory, others, instead, name))),
    ]
    return Document(
        "a report",
        told.title,
        scenario.summary or "Who asks first?",
        (ending, " ".join(rest), *_beside(trajectory, others, instead)),
        tuple(sections),
        caveat,
        f"Made by climbdown {__version__}: scenario {scenario.name}, seed {trajectory.seed}, run {trajectory.run}, "
        f"parameters {trajectory.parameters}.",
    )


def _beside(trajectory: Trajectory, others: Runs | None, instead: Counterfactual | None) -> Iterator[str]:
    """What the answer says of other lucks and other settings."""
    if others is not None:
        alike = float((others.outcomes == str(trajectory.outcome.outcome_class)).mean())
        yield f"Of {len(others):,} other lucks from the same beginning, {percent(alike)} end in the same way."
    if instead is not None:
        yield sentence(f"Under the same luck with {instead.setting} the outcome is: {_class(instead.run)}")


def _course(trajectory: Trajectory) -> Iterator[Block]:
    cast = Cast(trajectory.scenario)
    told = [
        f"{cast.country(side)}: at most {trajectory.outcome.peak_pressure[side]:.0f} {cast.words['points'].plural}, "
        f"{cast.words['market']} at worst {percent(-trajectory.outcome.trough[side])}"
        for side in cast.sides
    ]
    figure = report_course(trajectory, SHOWN, cast.fill("How did {pressure}, {market} and opinion go?"))
    yield Picture(figure, sentence("; ".join(told)), Table.of("", figure.series))
    log = trajectory.events
    log = log[log["kind"].isin(REACHING)]
    if (~log["actor"].isin(["", "both"])).any():  # a lane needs somebody who acts alone
        timeline = WhoCallsWhom(
            log, "Who reached for whom, and what came of it?", actor_names(trajectory), said_of_events(cast)
        )
        numbers = log[["date", "kind", "actor", "target", "level", "origin"]]
        yield Picture(timeline, _requests(trajectory), Table.of("", numbers))


def _requests(trajectory: Trajectory) -> str:
    cast, log = Cast(trajectory.scenario), events(trajectory)
    asked = {side: sum(event.actor == side and event.kind in ASKING_TO_MEET for event in log) for side in cast.sides}
    met = sum(event.kind in MEETINGS for event in log)
    told = " and ".join(f"{cast.leader(side)} asked {count} times" for side, count in asked.items())
    asking = cast.fill("for {call.a} or {summit.a}; they {call_held.past} or {summit_held.past}")
    return sentence(f"{told} {asking} {met} times")


def _reasons(trajectory: Trajectory, of_a_person: Collection[int]) -> Iterator[Block]:
    cast, shown, facts = Cast(trajectory.scenario), decisive(trajectory), RecordFacts(trajectory)
    if not shown:
        yield Prose(("No decision led to a contact in this run.",))
    for choice in shown:
        name, day = cast.leader(choice.leader), spoken_date(choice.date)
        what = f"answers a request ({_about(choice, cast)})" if choice.about else "makes a move"
        rows = decision_rows(trajectory, choice.decision)
        figure = DecisionStack(rows, f"{name} {what}, {day}", said_of_options(cast))
        chance = percent(choice.chosen.probability)
        why = A_PERSON if choice.decision in of_a_person else because(choice, cast, facts.at(choice))
        told = f"{name} had a chance of {chance} to do what was done. {why}"
        numbers = rows.drop(columns=["decision", "day", "step", "leader", "request"])
        yield Picture(figure, told, Table.of("", numbers))


def _about(choice: Decision, cast: Cast) -> str:
    """What is answered, in a word or two."""
    return cast.words["talks" if choice.about == "mediation" else choice.about].noun


def _changed(trajectory: Trajectory, others: Runs | None, instead: Counterfactual) -> list[Section]:
    names, words = ("as it is", instead.setting), words_of(trajectory.scenario)
    pair = {names[0]: thinned_steps(trajectory), names[1]: thinned_steps(instead.run)}
    found = parting(events(trajectory), events(instead.run))
    table = side_by_side(pair, pair_panels(trajectory))
    told = f"The two runs part on {spoken_date(found.date)}." if found else "Both settings tell the same story."
    told += f" As it is: {_class(trajectory)}. With {instead.setting}: {_class(instead.run)}."
    figure = PartingOfTheWays(table, found.day if found else None, f"What if: {instead.setting}?")
    blocks: list[Block] = [Picture(figure, told, Table.of("", table)), *_different(trajectory, instead)]
    if others is not None and instead.runs is not None:
        blocks.append(comparison_sheet(others.table(), instead.runs.table(), trajectory.scenario.horizon_days, words))
    return [Section("What one change does under the same luck", tuple(blocks))]


def _different(trajectory: Trajectory, instead: Counterfactual) -> Iterator[Block]:
    """The first decision that fell differently, with the reasons on both sides."""
    here, there = first_different_decision(trajectory, instead.run)
    if here is None or there is None or (here.leader, here.day) != (there.leader, there.day):
        return
    cast, told = Cast(trajectory.scenario), []
    for label, choice, run in (("As it is", here, trajectory), (f"With {instead.setting}", there, instead.run)):
        why = because(choice, cast, RecordFacts(run).at(choice))
        told.append(f"{label} ({percent(choice.chosen.probability)}): {why}")
    when = spoken_date(here.date)
    yield Prose((f"The first decision to fall differently: {cast.leader(here.leader)}, {when}.",))
    yield Points(tuple(told))


def comparison_sheet(first: pd.DataFrame, second: pd.DataFrame, horizon: float, words: CaseWords = PLAIN) -> Table:
    """What the change does to every measure over many lucks, each luck run under both settings."""
    found = lines(measure_differences(first, second, horizon, words))
    table = pd.DataFrame(
        {
            "measure": [row["title"] for row in found],
            "unit": [row["unit"] for row in found],
            "as it is": [estimate(_kind(row["unit"]), row["first"]) for row in found],
            "changed": [estimate(_kind(row["unit"]), row["second"]) for row in found],
            "difference (95% interval)": [_difference(row) for row in found],
        }
    )
    return Table.of(f"The same change over {len(first):,} lucks, each run under both settings", table, names=2)


def _difference(row: Mapping[str, Any]) -> str:
    """The difference with its interval; shares differ by percentage points, not by per cent."""
    factor, unit = (100.0, " points") if _kind(row["unit"]) == "share" else (1.0, "")
    found, low, high = (_signed(factor * row[end]) for end in ("difference", "low", "high"))
    return f"{found}{unit} ({low} to {high})"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number(value)}"


def _kind(unit: str) -> str:
    return "share" if unit.startswith("share of runs") else "amount"


def _making(trajectory: Trajectory, others: Runs | None, instead: Counterfactual | None, name: str) -> Iterator[Block]:
    scenario, subject = trajectory.scenario, name or trajectory.scenario.name
    address = f"--seed {trajectory.seed} --run {trajectory.run} --parameters {trajectory.parameters}"
    made = f"order of moves {trajectory.order}; made by climbdown {trajectory.version}"
    points = [
        f"Scenario: {scenario.name}, from {scenario.start} for {scenario.horizon_days} days.",
        f"Seed {trajectory.seed}, run {trajectory.run}, parameters {trajectory.parameters}, {made}.",
    ]
    if others is not None:
        last = len(others) - 1
        points.append(f"Other lucks: runs 0 to {last:,} of seed {others.seed}, parameters {others.parameters}.")
    if trajectory.format != FORMAT:
        points.append(
            f"Kept in format {trajectory.format}: names are those of today, the rules have changed since, "
            "and what was not recorded then is blank."
        )
        yield from (Points(tuple(points)), Commands((f"climbdown report {subject}",)))
        return
    yield Points(tuple(points))
    change = "".join(f" --set {quote(one)}" for one in instead.setting.split(", ")) if instead else ""
    yield Commands(
        (
            f"pip install 'climbdown[studies]=={trajectory.version}'",
            f"climbdown run {subject} {address}",
            f"climbdown report {subject} {address}{change}",
        )
    )


def _class(trajectory: Trajectory) -> str:
    return words_of(trajectory.scenario).fill(trajectory.outcome.outcome_class.ending)

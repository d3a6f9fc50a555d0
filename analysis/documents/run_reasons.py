"""Why a run went as it did: the decisions that led to the first contact, each against its likeliest rival."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from analysis.documents.decisions_shown import decisive
from analysis.documents.document import Block, Picture, Prose, Table
from analysis.documents.figure_tables import decision_rows, said_of_options
from analysis.documents.rivals import Contest, contest, waterfall_figure
from analysis.documents.wording import percent, sentence
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.option_words import option_words
from sim.narrative.reasons import A_PERSON, because
from sim.results.record_rows import Decision

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory

ADDRESS = ["decision", "day", "step", "leader", "request", "nest"]
"""Columns that only say which decision it is."""
READ = (
    "Each bar begins where the one before ended; the last is the lead in utility. All options with all considerations "
    "are in the numbers."
)


def reasons_blocks(trajectory: Trajectory, of_a_person: Collection[int]) -> Iterator[Block]:
    """Yield the decisions that decided, each as a figure with its reasons.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    of_a_person : collection of int
        Decisions that a person took, which have no reasons to tell.
    """
    shown = decisive(trajectory)
    if not shown:
        yield Prose((_undecided(trajectory),))
    cast, facts = Cast(trajectory.scenario), RecordFacts(trajectory)
    for decision in shown:
        why = A_PERSON if decision.decision in of_a_person else because(decision, cast, facts.at(decision))
        found = contest(trajectory, decision)
        figure = waterfall_figure(trajectory, decision, decision_finding(decision, found, cast)) if found else None
        if figure is None:
            yield Prose((f"{_did(decision, cast)}. There was nothing else to do.",))
            continue
        called = said_of_options(cast)
        rows = decision_rows(trajectory, decision.decision).drop(columns=ADDRESS)
        rows = rows.assign(option=[called.get(name, name) for name in rows["option"]]).rename(columns=called)
        yield Picture(figure, f"{why} {_chance(decision, why)}{READ}", Table.of("", rows))


def decision_finding(decision: Decision, found: Contest | None, cast: Cast) -> str:
    """Return what was done, when, and by how much that looked better than its rival or worse, in one sentence."""
    did = _did(decision, cast)
    if found is None:
        return sentence(did)
    lead = found.chosen.utility - found.rival.utility
    how = "better" if lead >= 0 else "worse"
    return f"{did}: that looked {abs(lead):.2f} {how} than \u2018{found.theirs}\u2019"


def _undecided(trajectory: Trajectory) -> str:
    """What is said where no decision of the run led to a contact: there was none, or it came of something else."""
    first = trajectory.outcome.first_contact
    if first is None:
        return "No decision led to a contact in this run."
    fixed = ", which had been fixed before the first day" if first.asked_by == "both" else ""
    return f"No decision in this run led to the first contact on {spoken_date(first.date)}{fixed}."


def _chance(decision: Decision, why: str) -> str:
    """How probable what was done had been, unless the reasons have said so."""
    told = percent(decision.chosen.probability)
    return "" if f"({told})" in why else f"The chance that this would be done was {told}. "


def _did(decision: Decision, cast: Cast) -> str:
    deed = option_words(decision.chosen.name, decision.about, cast).past
    return f"{cast.leader(decision.leader)} {deed} on {spoken_date(decision.date)}"

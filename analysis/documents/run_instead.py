"""What one change does under the same luck: two runs until they part, and many pairs of lucks in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from analysis.documents.differing import changed_blocks
from analysis.documents.document import Block, Picture, Points, Prose, Section, Table
from analysis.documents.field_names import said_setting
from analysis.documents.figure_tables import pair_panels, thinned_steps
from analysis.documents.wording import percent
from analysis.estimates.bands import side_by_side
from analysis.figures.figure import PartingOfTheWays
from sim.files import parse_setting
from sim.narrative.case_words import words_of
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.reasons import because
from sim.narrative.two_runs import first_different_decision
from sim.results.parting import Parting, parting
from sim.results.record_rows import events

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.results.trajectory import Trajectory

AS_IT_IS = "as it is"


class Counterfactual(NamedTuple):
    """The same luck under other settings: each of these as it was typed, that run, and many runs so changed."""

    settings: tuple[str, ...]
    run: Trajectory
    runs: Runs | None = None

    @property
    def said(self) -> str:
        """The settings inside a sentence: ``caution of Donald Trump at 0.9``, ``no hosts``."""
        cast = Cast(self.run.scenario)
        return " and ".join(said_setting(cast, *parse_setting(one)) for one in self.settings)


def changed_section(trajectory: Trajectory, others: Runs | None, instead: Counterfactual) -> Section:
    """Return the section on one change: both runs in one figure, the first decision that fell differently, numbers."""
    names = (AS_IT_IS, instead.said)
    pair = {names[0]: thinned_steps(trajectory), names[1]: thinned_steps(instead.run)}
    panels = pair_panels(trajectory)
    table = side_by_side(pair, panels)
    found = parting(events(trajectory), events(instead.run))
    figure = PartingOfTheWays(
        table,
        found.day if found else None,
        parting_finding(found, trajectory, instead),
        trajectory.scenario.start.isoformat(),
        tuple(title for name, title in panels.items() if name.endswith(".drawdown")),
    )
    told = f"{_ends(trajectory, instead)} Where a line ends before the other, its run was over."
    blocks: list[Block] = [Picture(figure, told, Table.of("", table)), *_different(trajectory, instead)]
    if others is not None and instead.runs is not None:
        scenarios = (trajectory.scenario, instead.run.scenario)
        blocks += changed_blocks(others.table(), instead.runs.table(), scenarios)
    return Section("What one change does under the same luck", tuple(blocks))


def parting_finding(found: Parting | None, trajectory: Trajectory, instead: Counterfactual) -> str:
    """Return when two runs part and what becomes of each, in one sentence."""
    if found is None:
        return "Both settings tell the same story"
    ends = [ending(run) for run in (trajectory, instead.run)]
    what = f"both end with {ends[0]}" if ends[0] == ends[1] else f"{AS_IT_IS} {ends[0]}, with the change {ends[1]}"
    return f"The two runs part on {spoken_date(found.date)}: {what}"


def ending(trajectory: Trajectory) -> str:
    """Return the outcome of a run in the words of its case."""
    return words_of(trajectory.scenario).fill(trajectory.outcome.outcome_class.ending)


def _ends(trajectory: Trajectory, instead: Counterfactual) -> str:
    """How both runs end."""
    return f"As it is: {ending(trajectory)}. With {instead.said}: {ending(instead.run)}."


def _different(trajectory: Trajectory, instead: Counterfactual) -> Iterator[Block]:
    """The first decision that fell differently, with the reasons on both sides."""
    here, there = first_different_decision(trajectory, instead.run)
    if here is None or there is None or (here.leader, here.day) != (there.leader, there.day):
        return
    cast, told = Cast(trajectory.scenario), []
    for label, choice, run in (("As it is", here, trajectory), (f"With {instead.said}", there, instead.run)):
        why = because(choice, cast, RecordFacts(run).at(choice))
        told.append(f"{label} ({percent(choice.chosen.probability)}): {why}")
    when = spoken_date(here.date)
    yield Prose((f"The first decision to fall differently: {cast.leader(here.leader)}, {when}.",))
    yield Points(tuple(told))

"""The report on a run: how it went and why, what other lucks make of the same beginning, and what one change does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from shlex import quote
from typing import TYPE_CHECKING

from analysis.documents.assumptions import assumptions
from analysis.documents.beside_lucks import lucks_sections
from analysis.documents.decisions_shown import decisive
from analysis.documents.document import Block, Commands, Document, Note, Picture, Points, Prose, Section, Table
from analysis.documents.run_course import course_blocks
from analysis.documents.run_instead import Counterfactual, changed_section, ending
from analysis.documents.run_reasons import reasons_blocks
from analysis.documents.run_story import diaries
from analysis.documents.wording import percent, sentence
from analysis.figures.figure import FanChart, Figure, ShareBars
from sim.narrative.cast import Cast
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.reasons import because
from sim.narrative.story import tell
from sim.scenario.scenario import FORMAT
from sim.version import __version__

if TYPE_CHECKING:
    from sim.results.kept_games import KeptGame
    from sim.results.runs import Runs
    from sim.results.trajectory import Trajectory

TOLD = "Through whom it comes and how far each {market} falls is told in the table of every measure."


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
    end, on_the_way, contact, *terms, caveat = told.ending
    sections = [
        Section("How it went", (Prose((" ".join([on_the_way, *terms]),)), *course_blocks(trajectory))),
        Section("Why: the decisions behind it", tuple(reasons_blocks(trajectory, game.decisions if game else ()))),
        *((changed_section(trajectory, others, instead),) if instead else ()),
        *(_beside_lucks(others) if others is not None else ()),
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
        (end, " ".join([contact, *_why(trajectory, game)]), *_beside(trajectory, others, instead)),
        tuple(sections),
        caveat,
        f"Made by climbdown {__version__}: scenario {scenario.name}, seed {trajectory.seed}, run {trajectory.run}, "
        f"parameters {trajectory.parameters}.",
    )


def _why(trajectory: Trajectory, game: KeptGame | None) -> Iterator[str]:
    """Why the one asked whose asking led to the first contact; nothing where nobody's did or a person decided."""
    asked = decisive(trajectory)[:1] if trajectory.outcome.first_contact else []
    cast, facts = Cast(trajectory.scenario), RecordFacts(trajectory)
    for decision in asked:
        if game is None or decision.decision not in game.decisions:
            yield because(decision, cast, facts.at(decision))


def _beside(trajectory: Trajectory, others: Runs | None, instead: Counterfactual | None) -> Iterator[str]:
    """What the answer says of other lucks and other settings."""
    if others is not None:
        alike = float((others.outcomes == str(trajectory.outcome.outcome_class)).mean())
        yield f"Of {len(others):,} other lucks from the same beginning, {percent(alike)} end in the same way."
    if instead is not None:
        yield sentence(f"Under the same luck with {instead.said} the outcome is: {ending(instead.run)}")


def _beside_lucks(others: Runs) -> Iterator[Section]:
    """Yield what other lucks make of the same beginning, with what the table of measures tells left to that."""
    scenario = others.scenarios[0]
    hosts = {Cast(scenario).mediator(name) for name in scenario.mediators}
    for section in lucks_sections(others):
        kept = [block for block in section.blocks if not (isinstance(block, Picture) and _is_told(block.figure, hosts))]
        has_sheet = any(isinstance(block, Table) for block in kept)
        told = (Note(Cast(scenario).fill(TOLD)),) if has_sheet else ()
        yield Section(section.heading, (*_sheets_folded(kept, others), *told))


def _is_told(figure: Figure, hosts: Set[str]) -> bool:
    """Whether the table of measures tells the same in few numbers: through whom, and how far markets fall."""
    if isinstance(figure, FanChart):
        return all(name.endswith(".drawdown") for name in figure.names or ("",))
    return isinstance(figure, ShareBars) and not hosts.isdisjoint(figure.shares["title"])


def _sheets_folded(blocks: Iterable[Block], others: Runs) -> Iterator[Block]:
    """Yield the blocks with their tables opened only when asked for: they fill pages, and a command gives them."""
    command = f"climbdown ensemble {others.scenarios[0].name} -n {len(others)} --seed {others.seed}"
    for block in blocks:
        yield block._replace(folded=command) if isinstance(block, Table) else block


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
    change = "".join(f" --set {quote(one)}" for one in instead.settings) if instead else ""
    yield Commands(
        (
            f"pip install 'climbdown[studies]=={trajectory.version}'",
            f"climbdown run {subject} {address}",
            f"climbdown report {subject} {address}{change}",
        )
    )

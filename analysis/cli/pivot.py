"""`climbdown run --pivot`: which decision decided the run, and how it goes on had it been taken otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

if TYPE_CHECKING:
    from analysis.pivot import Finding, Pivot
    from sim.results.trajectory import Trajectory
    from sim.run import Order

PivotSwitch = Annotated[
    bool, typer.Option("--pivot", help="Also say which decision decided the run, and how it might have ended.")
]


class PivotAsked(NamedTuple):
    """The run whose decision is looked for, the script it was run with, and the sides that the script moves."""

    record: Trajectory
    policy: Path | None = None
    scripted: tuple[str, ...] = ()

    def orders(self) -> tuple[Order, ...]:
        """The script as orders: its moves are kept in every future where they are possible."""
        from sim.run import load_script

        if self.policy is None:
            return ()
        scenario = self.record.scenario
        return load_script(self.policy, tuple(scenario.leaders)).orders(scenario.start)


def search(asked: PivotAsked) -> Pivot:
    """Look for the decision that decided a run, with progress on the error stream."""
    from analysis.cli.counting_progress import progress, stopping
    from analysis.cli.engine_at_hand import engine_at_hand
    from analysis.pivot import Search

    looking = Search(asked.record, asked.scripted, asked.orders())
    if not looking.candidates:
        return looking.run()
    with (
        engine_at_hand(looking.runs) as engine,
        stopping(engine.end) as stop,
        progress(looking.runs, "futures", engine.status) as show,
    ):

        def done(count: int) -> None:
            show(count)
            stop.check()

        return looking.run(done)


def looked_for(asked: PivotAsked | None) -> Pivot | None:
    """Search where it was asked for."""
    return None if asked is None else search(asked)


def pivot_lines(pivot: Pivot | None, aloud: bool = False) -> Iterator[str]:
    """Yield what was found as lines for a terminal, a blank one first; nothing where nothing was asked.

    Parameters
    ----------
    pivot : Pivot or None
        What was found.
    aloud : bool
        Whether it is read aloud: then in a paragraph without digits but dates.
    """
    from analysis.cli.printing import canvas
    from analysis.documents.pivot_aloud import pivot_aloud
    from analysis.documents.pivot_told import pivot_section
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.painted import Role, in_role
    from sim.narrative.wrapping import wrapped

    if pivot is None:
        return
    if aloud:
        heading, paragraph = pivot_aloud(pivot)
        yield from ("", heading, "", *wrapped(paragraph))
        return
    section = pivot_section(pivot)
    yield ""
    yield from in_role([section.heading], Role.heading)
    yield ""
    yield from block_lines(section.blocks, canvas())


def pivot_plain(pivot: Pivot | None) -> dict[str, Any]:
    """Return what was found for a program, under ``pivot``; nothing where nothing was asked.

    ``decision`` is null where no single decision decided the run.
    """
    if pivot is None:
        return {}
    found = pivot.pivot
    return {
        "pivot": {
            "decision": found.candidate.decision.decision if found else None,
            "decisions_that_could_have_gone_otherwise": pivot.decisions,
            "other_options": len(pivot.candidates),
            "looked_at_closely": [_plain(finding) for finding in pivot.findings],
        }
    }


def _plain(finding: Finding) -> dict[str, Any]:
    decision, other = finding.candidate
    return {
        **{name: getattr(decision, name) for name in ("decision", "day", "date", "leader", "kind", "about")},
        "chosen": decision.chosen.name,
        "chosen_chance": decision.chosen.probability,
        "other": other.name,
        "other_chance": other.probability,
        "decided": finding.decided,
        "distance": {**finding.distance.named(), "level": finding.distance.level},
        "endings": {
            branch: {name: estimate.named("share") for name, estimate in shares.items()}
            for branch, shares in (("chosen", finding.taken), ("other", finding.other))
        },
        "typical_fresh_luck": finding.typical,
    }

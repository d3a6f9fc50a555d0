"""`climbdown run --pivot`: which decision decided the run, and how it goes on had it been taken otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from analysis.pivot import Finding, Pivot
    from sim.results.trajectory import Trajectory

PivotSwitch = Annotated[
    bool,
    typer.Option(
        "--pivot", help="Say which decision decided the run: what else could have been done, and the endings."
    ),
]


def search(record: Trajectory, policy: Path | None = None, scripted: Collection[str] = ()) -> Pivot:
    """Look for the decision that decided a run, with its progress on the error stream.

    Parameters
    ----------
    record : Trajectory
        The run.
    policy : Path, optional
        The script that it was run with; its moves are kept where they are possible.
    scripted : collection of str
        The sides that the script moves; their decisions are no candidates.
    """
    from analysis.cli.counting_progress import progress, stopping
    from analysis.cli.engine_at_hand import engine_at_hand
    from analysis.pivot import Search

    looking = Search(record, scripted, _orders(record, policy))
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


def _orders(record: Trajectory, policy: Path | None) -> Any:
    from sim.run import load_script

    if policy is None:
        return ()
    return load_script(policy, tuple(record.scenario.leaders)).orders(record.scenario.start)


def told(pivot: Pivot, width: int) -> Iterator[str]:
    """Yield what was found as lines of at most `width` columns."""
    from analysis.documents.pivot_told import pivot_section
    from analysis.documents.terminal_writing import block_lines
    from analysis.figures.characters import Canvas
    from sim.narrative.painted import Role, in_role

    section = pivot_section(pivot)
    yield from in_role([section.heading], Role.heading)
    yield ""
    yield from block_lines(section.blocks, Canvas(width))


def as_plain(pivot: Pivot) -> dict[str, Any]:
    """Return what was found for a program; `decision` is null where no single decision decided the run."""
    found = pivot.pivot
    return {
        "decision": found.candidate.decision.decision if found else None,
        "decisions_that_could_have_gone_otherwise": pivot.decisions,
        "other_options": len(pivot.candidates),
        "looked_at_closely": [_plain(finding) for finding in pivot.findings],
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

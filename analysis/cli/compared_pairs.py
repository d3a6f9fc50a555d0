"""`climbdown compare -n`: two settings under many lucks, what differs and how surely, a typical pair side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.cli.counting_progress import Stopping, progress, stopping
from analysis.cli.engine_at_hand import Engine, engine_at_hand
from analysis.cli.printing import canvas, say, say_json
from analysis.cli.writing import write_text

if TYPE_CHECKING:
    from analysis.estimates.paired_runs import Pairs, Parted
    from sim.results.trajectory import Trajectory
    from sim.scenario import Scenario

FOLLOWED = {"compiled": 1000, "plain": 20}
"""Pairs whose events are compared one by one, by engine."""


class Asked(NamedTuple):
    """What the command line asks for."""

    seed: int
    runs: int
    parameters: str
    threads: int | None
    as_json: bool
    html: Path | None = None
    settings: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


class Compared(NamedTuple):
    """What came of it: pairs, differences by measure, medians of times, where pairs part, and a typical pair."""

    pairs: Pairs
    differences: Any
    medians: dict[str, dict[str, Any]]
    parted: Parted
    typical: tuple[Trajectory, Trajectory]


def compare_many(pair: tuple[Scenario, Scenario], names: tuple[str, str], asked: Asked) -> None:
    """Run two settings under many lucks and tell what the change does."""
    with engine_at_hand() as engine, stopping(engine.end) as stop:
        found = measured(pair, asked, engine, stop)
    if asked.html is not None:
        write_page(asked.html, found, pair, asked)
    if asked.as_json:
        say_json(as_plain(found, pair[0], names, asked))
    else:
        say(told(found, pair, names, asked))
        say([f"Page: {asked.html}"] if asked.html is not None else [])


def write_page(file: Path, found: Compared, pair: tuple[Scenario, Scenario], asked: Asked) -> None:
    """Write a comparison as a web page.

    Raises
    ------
    UserError
        When the file cannot be written.
    """
    from analysis.documents.compared_document import compared_document
    from analysis.documents.html_writing import html_page
    from sim.version import __version__

    head = {
        "settings": asked.settings,
        "runs": len(found.pairs.second),
        "asked": asked.runs,
        "seed": asked.seed,
        "parameters": asked.parameters,
        "version": __version__,
    }
    document = compared_document(found.differences, found.medians, found.parted, pair, head)
    write_text(file, html_page(document), "page")


def measured(pair: tuple[Scenario, Scenario], asked: Asked, engine: Engine, stop: Stopping) -> Compared:
    """Run, compare, follow pairs to where they part, and run a typical one in full."""
    from analysis.estimates.paired_runs import differences, median_days, run_pairs, where_they_part
    from sim.run import run_one

    with progress(2 * asked.runs, status=engine.status) as show:
        pairs = run_pairs(pair, asked.seed, asked.runs, asked.parameters, asked.threads, _both(show, stop))
    if pairs.second.empty:
        raise KeyboardInterrupt
    followed = FOLLOWED["plain" if stop.asked and engine.slow else engine.name]
    stop.asked = False
    lucks = range(min(followed, asked.runs))
    with progress(len(lucks), "pairs", engine.status) as show:
        parted = where_they_part(pair, asked.seed, lucks, asked.parameters, _both(show, stop))
    one, other = (run_one(s, asked.seed, parted.typical_run, asked.parameters) for s in pair)
    horizon = float(max(scenario.horizon_days for scenario in pair))
    medians = median_days(pairs, asked.seed)
    return Compared(pairs, differences(pairs, horizon), medians, parted, (one, other))


def _both(show: Any, stop: Stopping) -> Any:
    def finished(done: int) -> None:
        show(done)
        stop.check()

    return finished


def told(found: Compared, pair: tuple[Scenario, Scenario], names: tuple[str, str], asked: Asked) -> Iterator[str]:
    """Yield the comparison as lines for the terminal."""
    from analysis.documents.pair_differences import pair_blocks, parting_sentence
    from analysis.documents.terminal_writing import block_lines
    from sim.narrative.two_runs import different_choice, side_by_side
    from sim.narrative.wrapping import wrapped

    page = canvas()
    many = f"{len(found.pairs.second):,} lucks"
    if found.pairs.partial:
        many = f"stopped early after {many} of {asked.runs:,}"
    title = pair[0].title or pair[0].name
    head = f"{title}: two settings under {many}, seed {asked.seed}, parameters {asked.parameters}."
    yield from wrapped(head, width=page.width)
    for name in names:
        yield from wrapped(name, first="  ", rest="     ", width=page.width)
    yield ""
    yield from block_lines(pair_blocks(found.differences, found.medians, pair), page)
    yield ""
    yield from wrapped(parting_sentence(found.parted), width=page.width)
    if found.parted.share:
        yield ""
        yield from side_by_side(*found.typical, names, page.width)
        yield from different_choice(*found.typical, page.width)


def as_plain(found: Compared, scenario: Scenario, names: tuple[str, str], asked: Asked) -> dict[str, Any]:
    """Return the comparison for a program."""
    return {
        "scenario": scenario.name,
        "seed": asked.seed,
        "parameters": asked.parameters,
        "settings": list(names),
        "runs": len(found.pairs.second),
        "asked": asked.runs,
        "partial": found.pairs.partial,
        "measures": found.differences.to_dict(orient="records"),
        "median_days": found.medians,
        "parting": {**found.parted._asdict(), **_first_parting(found.typical)},
    }


def _first_parting(typical: tuple[Trajectory, Trajectory]) -> dict[str, Any]:
    """Where the typical pair parts: step and date of the event, and the first decision that falls differently."""
    from sim.narrative.two_runs import first_different_decision
    from sim.results.parting import parting
    from sim.results.record_rows import events

    where = parting(*(events(run) for run in typical))
    if where is None:
        return {"step": None, "date": None, "decision": None}
    choices = first_different_decision(*typical)
    keys = ("decision", "step", "day", "date", "leader", "kind", "about")
    told = [{**{k: getattr(c, k) for k in keys}, "chosen": c.chosen.name} if c else None for c in choices]
    return {"step": where.step, "date": where.date, "decision": told}

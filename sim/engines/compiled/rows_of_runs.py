"""How a question about many runs becomes jobs for the compiled engine, and its answer one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.engine import Jobs
from sim.engines.compiled.gathering import Gathered, gather, join, join_pictures
from sim.engines.compiled.packing import Buffer
from sim.engines.compiled.plan import Ints, Prepared, prepare
from sim.luck import LARGEST_RUN, LARGEST_SEED
from sim.policies.forks import Fork
from sim.results.asked import Asked
from sim.results.runs import Runs, Tell, Variants
from sim.scenario.scenario import Scenario

Progress = Callable[[int], None] | None


def run_rows(
    scenarios: Sequence[Scenario],
    settings: Mapping[str, Sequence[float]] | None,
    asked: Asked,
    tell: Tell,
    progress: Progress = None,
) -> Runs:
    """Run every row as often as asked; see :func:`sim.run.run_many`."""
    check(asked)
    if settings:
        return _run_variants(_variants(scenarios, settings), asked, tell, progress)
    runs = np.arange(asked.first_run, asked.first_run + asked.runs, dtype=np.int64)
    prepared = [prepare(scenario, asked.parameters, Fork(asked.orders)) for scenario in scenarios]
    answers = list(_until_interrupted(prepared, runs, asked, progress))
    row = np.repeat(np.arange(len(answers)), asked.runs)
    return _assemble(scenarios, prepared, answers, asked, tell, (row, np.tile(runs, len(answers))))


def check(asked: Asked) -> None:
    """Refuse numbers out of range."""
    for name, value, low, high in (
        ("seed", asked.seed, 0, LARGEST_SEED),
        ("runs", asked.runs, 1, LARGEST_RUN),
        ("first_run", asked.first_run, 0, LARGEST_RUN - asked.runs + 1),
    ):
        if isinstance(value, bool) or not hasattr(value, "__index__") or not low <= value <= high:
            raise ValueError(f"{name}={value!r}; allowed: a whole number from {low} to {high}")
    if asked.parameters not in ("central", "drawn"):
        raise ValueError(f"parameters={asked.parameters!r}; allowed: 'central', 'drawn'")


def _variants(scenarios: Sequence[Scenario], settings: Mapping[str, Sequence[float]]) -> Variants:
    if len(scenarios) != 1:
        raise ValueError("settings vary one scenario; give one")
    if len({len(values) for values in settings.values()}) != 1:
        raise ValueError("settings need one value per row for every path; their lengths differ")
    variants = Variants(scenarios[0], settings)
    for extreme in (min, max):
        variants.check({path: float(extreme(values)) for path, values in settings.items() if len(values)})
    return variants


def _until_interrupted(
    prepared: Sequence[Prepared], runs: Ints, asked: Asked, progress: Progress
) -> Iterator[Gathered]:
    for row in prepared:
        answer = gather(row, Jobs(asked.seed, runs), asked.threads, asked.pictures, progress)
        yield answer
        if not answer.done.all():
            return


def _run_variants(variants: Variants, asked: Asked, tell: Tell, progress: Progress) -> Runs:
    prepared = prepare(variants.base, asked.parameters, Fork(asked.orders))
    unknown = [path for path in variants.settings if path not in prepared.opening.places]
    if unknown:
        return run_rows(list(variants), None, asked, tell, progress)
    count = len(variants)
    runs = np.tile(np.arange(asked.first_run, asked.first_run + asked.runs, dtype=np.int64), count)
    row = np.repeat(np.arange(count), asked.runs)
    table = np.column_stack([np.asarray(values, dtype=np.float64) for values in variants.settings.values()])
    jobs = Jobs(asked.seed, runs, tuple(variants.settings), table[row])
    answer = gather(prepared, jobs, asked.threads, asked.pictures, progress)
    return _assemble(variants, [prepared], [answer], asked, tell, (row, runs))


def _assemble(
    scenarios: Sequence[Scenario],
    prepared: Sequence[Prepared],
    answers: Sequence[Gathered],
    asked: Asked,
    tell: Tell,
    where: tuple[Ints, Ints],
) -> Runs:
    """One table from the answers of all rows, without the runs that were not done."""
    row, runs = where
    done = np.concatenate([answer.done for answer in answers])
    begun = prepared[: len(answers)]
    measures = join([p.columns for p in begun], [answer.rows for answer in answers])
    pictures = join_pictures([p.opening.sides for p in begun], [answer.pictures for answer in answers])
    return Runs(
        scenarios=scenarios,
        seed=asked.seed,
        parameters=asked.parameters,
        row=row[done],
        run=runs[done],
        measures=_only(done, measures),
        pictures=_only(done, pictures),
        partial=bool(not done.all() or len(answers) < len(prepared)),
        tell=tell,
    )


def _only(done: npt.NDArray[np.bool_], columns: Mapping[str, Buffer]) -> dict[str, Buffer]:
    return {name: column[done] for name, column in columns.items()}

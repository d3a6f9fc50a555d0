"""How fast a study is from plan to summary, beside Mesa's batch runner with pandas, and where its time goes.

Usage: python benchmarks/sweep.py [--quick] [--only abc] [--large] [--out FOLDER]

Prints a page, and writes it as sweep.md where --out says. --quick takes small sizes, to see that everything works; its
figures mean nothing. --large adds part d, ten million rows, which takes a quarter of an hour. Every figure comes from
one run of this file; per-run times make studies of two sizes comparable.
"""

from __future__ import annotations

import argparse
import pickle
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent))  # a checkout need not be installed to be measured

from ratios.clock import Taken, interleave, median, take  # noqa: E402
from ratios.findings import Findings, Ratio, Table, machine, markdown, shown  # noqa: E402
from ratios.large_study import measure  # noqa: E402

from analysis.studies import How, Study, read_study, summarise, sweep  # noqa: E402
from analysis.studies.compacting import compact  # noqa: E402
from analysis.studies.dask_workers import about, compute  # noqa: E402
from analysis.studies.part_computing import Computer  # noqa: E402
from analysis.studies.parts_layout import Layout  # noqa: E402
from analysis.studies.parts_storing import Owner, keep_part, part_bytes  # noqa: E402
from analysis.studies.study_columns import factor_types, measure_types, schema_of  # noqa: E402
from analysis.studies.study_manifest import manifest_of  # noqa: E402
from analysis.studies.study_opening import begin  # noqa: E402

STUDY = """
study: measured
scenario: us-china-2025
factors:
  face_need: {{paths: [leaders.us.face_need, leaders.china.face_need], low: 0, high: 1, steps: 3}}
  china_ego: {{path: leaders.china.ego, levels: [0.1, 0.9]}}
design: grid
replications: {replications}
parameters: central
seed: 11
"""
ROWS = 6


class Sizes(NamedTuple):
    """Replications of our study and of Mesa's, rounds, and the large study: its settings, and runs of each."""

    ours: int
    mesa: int
    rounds: int
    large: tuple[int, int]


FULL, QUICK = Sizes(3000, 4, 5, (1_000_000, 10)), Sizes(20, 1, 1, (300, 10))


def study_of(replications: int, folder: Path) -> Study:
    """The measured study with so many runs of each of its six rows."""
    path = folder / f"{replications}.yaml"
    path.write_text(STUDY.format(replications=replications), encoding="utf-8")
    return read_study(path)


def against_mesa(sizes: Sizes, folder: Path) -> Findings:
    """Rows a second from plan to summary: ours, and batch_run with a CSV from pandas."""
    ours, theirs = study_of(sizes.ours, folder), study_of(sizes.mesa, folder)
    places = (folder / f"a{number}" for number in range(10**6))
    contenders: dict[str, Callable[[], object]] = {
        "climbdown sweep, one worker": lambda: summarise(sweep(ours, next(places), How(workers=1)).folder),
        "mesa.batch_run, one process, pandas CSV": lambda: with_mesa(theirs, folder / "mesa.csv"),
    }
    taken = {name: median(rounds) for name, rounds in interleave(contenders, sizes.rounds).items()}
    per_run = [one.per(study.runs) for one, study in zip(taken.values(), (ours, theirs), strict=True)]
    found = Findings("a. A study end to end against mesa.batch_run and a CSV")
    found.ratios = [Ratio("a", "Mesa's time of a run / ours, CPU", per_run[1].cpu / per_run[0].cpu)]
    found.ratios += [Ratio("a", "Mesa's time of a run / ours, wall", per_run[1].wall / per_run[0].wall)]
    rows = [
        (name, study.runs, one.cpu * 1e6, one.wall * 1e6, 1 / one.wall)
        for name, study, one in zip(taken, (ours, theirs), per_run, strict=True)
    ]
    found.tables = [Table("Microseconds a run", ("contender", "runs", "CPU", "wall", "rows a second"), rows)]
    found.notes = ["Both run the same rows under the same luck, write every run's measures, and sum outcomes by row."]
    return found


def with_mesa(study: Study, file: Path) -> object:
    """The same study with Mesa's tool: batch_run, a table, a CSV, and the outcome counts of every row."""
    import pandas as pd
    from mesa import batch_run

    from sim.engines.mesa import NegotiationModel
    from sim.files import vary

    variants = [vary(study.recipe.scenario, study.settings(row)) for row in range(study.design.size)]
    parameters = {"scenario": variants, "seed": study.recipe.seed, "run": range(study.recipe.replications)}
    rows = batch_run(NegotiationModel, parameters, number_processes=1, max_steps=10**6, display_progress=False)
    table = pd.DataFrame(rows)
    table["scenario"] = [variants.index(scenario) for scenario in table["scenario"]]
    table.to_csv(file, index=False)
    return table.groupby("scenario")["truce"].mean()


def where_it_goes(sizes: Sizes, folder: Path) -> Findings:
    """The steps of a study one after the other on one thread, each on its own clock."""
    study = study_of(sizes.ours, folder)
    rounds = [steps_of(study, folder / f"b{number}") for number in range(sizes.rounds)]
    steps = {name: median([one[name] for one in rounds]) for name in rounds[0]}
    whole = sum(one.cpu for one in steps.values())
    found = Findings("b. Where the time goes")
    share = 1 - steps["running"].cpu / whole
    found.ratios = [Ratio("b", "storage and bookkeeping / the whole, CPU", share, 0.2, at_least=False)]
    rows = [
        (name, one.cpu / study.runs * 1e6, one.wall / study.runs * 1e6, f"{one.cpu / whole:.1%}")
        for name, one in steps.items()
    ]
    found.tables = [Table(f"Microseconds a run, {study.runs:,} runs", ("step", "CPU", "wall", "of CPU"), rows)]
    return found


def steps_of(study: Study, place: Path) -> dict[str, Taken]:
    """CPU and wall time of every step of a study."""
    place.mkdir()
    steps: dict[str, Taken] = {}

    @contextmanager
    def clock(name: str) -> Any:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        before = steps.get(name, Taken(0.0, 0.0))
        passed = time.process_time() - cpu, time.perf_counter() - wall
        steps[name] = Taken(before.cpu + passed[0], before.wall + passed[1])

    with clock("folder and types"):
        folder = begin(study, place)
        computer = Computer(study.recipe, folder.schema)
    counting = clocked(computer, clock)
    for part in map(folder.layout.part, folder.layout.order()):
        with clock("design values"):
            values = study.design.values(part.first_row, part.last_row)
        with clock("running and table"):
            table = counting.part(part, values)
        with clock("encoding"):
            content = part_bytes(folder.owner, part, table)
        with clock("writing, flushed"):
            keep_part(place, folder.owner, part.number, content)
    with clock("one table of all parts"):
        folder = folder.finish(compact(place, folder.layout, folder.parts(), folder.schema))
    with clock("summary"):
        summarise(folder)
    both, run = steps.pop("running and table"), steps["running"]
    return {"running": run, "columns in words": Taken(both.cpu - run.cpu, both.wall - run.wall), **steps}


def clocked(computer: Computer, clock: Callable[[str], Any]) -> Computer:
    """The same computer, with its counting on a clock."""
    counter = computer.opened({})
    count = counter.count  # type: ignore[union-attr]

    def counted(*words: Any) -> Any:
        with clock("running"):
            return count(*words)

    counter.count = counted  # type: ignore[union-attr, method-assign]
    return computer


def threads_or_processes(sizes: Sizes, folder: Path) -> Findings:
    """The same parts computed and stored by one thread, two threads and two processes, turn by turn."""
    study = study_of(sizes.ours, folder)
    types = factor_types(study.recipe, study.design), measure_types(study.recipe)
    manifest = manifest_of(study)
    owner = Owner(manifest["digest"], Layout(*manifest["layout"]))
    package = pickle.dumps((study.recipe, types, owner, about()))
    places = (folder / f"c{number}" for number in range(10**6))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        contenders: dict[str, Callable[[], object]] = {
            "one thread": lambda: sweep(study, next(places), How(workers=1)),
            "two threads": lambda: sweep(study, next(places), How(workers=2)),
            "two processes": lambda: in_processes(study, package, pool, next(places)),
        }
        contenders["two processes"]()  # they import and load compiled code once
        taken = interleave(contenders, sizes.rounds)
    walls = {name: [one.wall for one in rounds] for name, rounds in taken.items()}
    found = Findings("c. Threads or processes")
    for name in ("two threads", "two processes"):
        gains = [one / two for one, two in zip(walls["one thread"], walls[name], strict=True)]
        aim = 1.8 if name == "two threads" else None
        found.ratios.append(Ratio("c", f"one thread / {name}, wall, median of pairs", statistics.median(gains), aim))
        found.ratios.append(Ratio("c", f"one thread / {name}, wall, best pair", max(gains)))
    work = median(taken["two threads"]).cpu / median(taken["one thread"]).cpu
    found.ratios.append(Ratio("c", "CPU time of two threads / of one (1 is no loss)", work))
    rows = [(name, statistics.median(w) / study.runs * 1e6, min(w) / study.runs * 1e6) for name, w in walls.items()]
    found.tables = [Table("Microseconds a run, wall", ("who", "median", "best"), rows)]
    found.notes = ["Wall time tells only where nobody else uses the processors. Starting processes is not counted."]
    return found


def in_processes(study: Study, package: bytes, pool: ProcessPoolExecutor, place: Path) -> None:
    """Carry out a study with processes, as `analysis.studies` does with threads."""
    place.mkdir()
    folder = begin(study, place)
    parts = [folder.layout.part(number) for number in folder.layout.order()]
    values = [study.design.values(part.first_row, part.last_row) for part in parts]
    for part, content in zip(parts, pool.map(compute, [package] * len(parts), parts, values), strict=True):
        keep_part(place, folder.owner, part.number, content)
    folder.finish(compact(place, folder.layout, folder.parts(), schema_of(*pickle.loads(package)[1])))


PARTS: Mapping[str, Callable[[Sizes, Path], Findings]] = {
    "a": against_mesa,
    "b": where_it_goes,
    "c": threads_or_processes,
    "d": lambda sizes, folder: measure(*sizes.large, folder),
}
USUAL = "abc"


def main() -> int:
    """Measure the parts asked for, print the page, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes: see that it works")
    parser.add_argument("--only", default=USUAL, help="which parts, such as ac")
    parser.add_argument("--large", action="store_true", help="part d too, or alone with --only d")
    parser.add_argument("--out", type=Path, help="a folder for sweep.md")
    asked = parser.parse_args()
    unknown = set(asked.only) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; allowed: {', '.join(PARTS)}")
    parts = "".join(dict.fromkeys(asked.only + "d" * asked.large))
    sizes, setting = QUICK if asked.quick else FULL, machine()
    with tempfile.TemporaryDirectory() as place:
        take(lambda: sweep(study_of(2, Path(place)), Path(place) / "warm"))
        found = [PARTS[name](sizes, folder) for name in parts if (folder := Path(place) / name).mkdir() is None]
    page = as_page(setting, found)
    print(page)
    if asked.out is not None:
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / "sweep.md").write_text(page + "\n", encoding="utf-8")
    return 0


def as_page(setting: Mapping[str, str], found: list[Findings]) -> str:
    """Everything found as Markdown."""
    lines = ["# Speed of studies", "", *(f"- {name}: {value}" for name, value in setting.items()), ""]
    ratios = [(r.part, r.what, shown(r.figure), r.aimed, r.verdict) for part in found for r in part.ratios]
    lines += markdown(("", "ratio", "figure", "aim", ""), ratios)
    for part in found:
        lines += ["", f"## {part.title}", ""]
        for note in part.notes:
            lines += [note, ""]
        for table in part.tables:
            lines += [f"**{table.title}**", "", *markdown(table.head, table.rows)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

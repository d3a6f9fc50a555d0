"""How long `climbdown report` takes for a study and for a run, and how much of that is not the page's own work.

Usage: python benchmarks/report.py [--quick]

Prints a table: CPU seconds (user and system) of the whole command in a process of its own, and beside them, measured in
the same way, those of importing what the command imports and of drawing one figure of one bar by vl-convert: what any
program pays that makes a page with Vega. The ratio of the two is what can be compared between machines. The study is
run first, and the script of Vega is put together once; neither is counted. --quick takes a study of few runs.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent

STUDY, FEW, RUN = "face-mediator", "ego-ego", "us-china-2025"
AIM_SECONDS = 4.1
"""A third of what the study took before: 12.3 s on the machine of the first measurement."""

FLOOR = (
    "import altair, analysis.documents.study_report, analysis.figures.vega, vl_convert; "
    "vl_convert.vegalite_to_svg({'data': {'values': [{'a': 1}]}, 'mark': 'bar', 'encoding': {'x': {'field': 'a'}}})"
)


class Row(NamedTuple):
    """One page: of what, its size in MB, and CPU seconds of the command and of the floor."""

    subject: str
    size: float
    seconds: float
    floor: float


def cpu_seconds(command: tuple[str, ...], times: int) -> float:
    """CPU time of a command, user and system, its own processes included; the least of some."""
    return min(_once(command) for _ in range(times))


def _once(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], cwd=HERE.parent, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(folder: Path, study: str, lucks: int, times: int) -> Iterator[Row]:
    """The study's page, then a run's."""
    climbdown = ("-m", "analysis.cli.main")
    subprocess.run(
        [sys.executable, *climbdown, "sweep", study, "--out", str(folder / "study"), "--yes"],
        cwd=HERE.parent, check=True, capture_output=True,
    )  # fmt: skip
    floor = cpu_seconds(("-c", FLOOR), times)
    for name, subject in ((study, (str(folder / "study"),)), (RUN, (RUN, "--lucks", str(lucks)))):
        page = folder / f"{name}.html"
        report = (*climbdown, "report", *subject, "--out", str(page), "--force")
        if times > 1:
            _once(report)
        seconds = cpu_seconds(report, times)
        yield Row(name, page.stat().st_size / 1e6, seconds, floor)


def main() -> int:
    """Measure, and print each row when it is there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes: see that it works")
    asked = parser.parse_args()
    print(f"aim for {STUDY}: {AIM_SECONDS} s of CPU")
    print(f"{'page':<20}{'MB':>6}{'CPU s':>8}{'floor s':>9}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        sizes = (FEW, 50, 1) if asked.quick else (STUDY, 500, 3)
        for row in measured(Path(folder), *sizes):
            ratio = row.seconds / row.floor
            print(f"{row.subject:<20}{row.size:>6.1f}{row.seconds:>8.1f}{row.floor:>9.1f}{ratio:>7.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

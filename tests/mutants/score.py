"""How many mutants the tests notice, file by file: ``score.md`` is written from the journal of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from tests.mutants.operators import mutants_of
from tests.mutants.running import SURVIVED

FOLDER = Path(__file__).parent
PAGE = FOLDER / "score.md"
JUDGED: dict[str, str] = yaml.safe_load((FOLDER / "equivalent.yaml").read_text(encoding="utf-8")) or {}
"""Mutants judged to be no change of behaviour, each with the reason."""

HEAD = """\
# How many wrong rules the tests notice

<!-- Written by `python -m tests.mutants.hunt --score`. -->

{how} Killed: a test failed (or ran into an endless loop). Equivalent: judged to change nothing that anybody could see,
with the reason in `equivalent.yaml` (those judged in earlier samples are counted as tried). The golden
transcripts take no part.

| file | possible | tried | killed | survived | equivalent |
|---|---:|---:|---:|---:|---:|
"""


class Line(NamedTuple):
    """One file's numbers."""

    file: str
    possible: int
    tried: int
    killed: int
    survived: int
    equivalent: int

    def text(self) -> str:
        """A row of the table."""
        return f"| {self.file} | {' | '.join(str(number) for number in self[1:])} |\n"


def line_of(file: str, verdicts: Mapping[str, Mapping[str, str]]) -> Line:
    """Count one file; verdicts on mutants that no longer exist are passed over."""
    keys = [mutant.key for mutant in mutants_of(file)]
    met = [verdicts[key] for key in keys if key in verdicts and key not in JUDGED]
    survived = sum(verdict["status"] == SURVIVED for verdict in met)
    equivalent = sum(key in JUDGED for key in keys)
    return Line(file, len(keys), len(met) + equivalent, len(met) - survived, survived, equivalent)


def total(lines: Sequence[Line]) -> Line:
    """The sum of all files."""
    sums = [sum(numbers) for numbers in zip(*(line[1:] for line in lines), strict=True)]
    return Line("**all**", *sums)


def page(lines: Sequence[Line], sample: int, seed: int, when: dt.date) -> str:
    """The whole page: what was tried, when, and how it went."""
    every = all(line.tried == line.possible for line in lines)
    size = f"at most {sample} mutants of each file" if sample else "the mutants, as far as the run went"
    how = f"Run on {when:%Y-%m-%d}. " + (
        "Every mutant was tried." if every else f"A sample: {size}, drawn by luck (seed {seed})."
    )
    whole = total(lines)
    share = whole.survived / whole.tried if whole.tried else 0.0
    judged = whole.equivalent / whole.tried if whole.tried else 0.0
    rows = "".join(line.text() for line in lines if line.possible)
    return f"{HEAD.format(how=how)}{rows}{whole.text()}\nSurvivors: {share:.1%}. Judged equivalent: {judged:.1%}.\n"


def write_score(files: Sequence[str], verdicts: Mapping[str, Mapping[str, str]], sample: int, seed: int) -> None:
    """Write the page."""
    today = dt.datetime.now(dt.UTC).date()
    PAGE.write_text(page([line_of(file, verdicts) for file in files], sample, seed, today), encoding="utf-8")

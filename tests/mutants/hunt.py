"""A mutation run over rules, state and estimates: ``python -m tests.mutants.hunt`` (``make mutants``).

Which tests reach which lines is measured first. Then every mutant (or a sample, drawn file by file) meets the tests
that reach it, and each verdict is a line of the journal at once: an interrupted run goes on where it stopped.
The golden transcripts are left out: a mutant must die by a test that says what is wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import sys
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutants import reach
from tests.mutants.operators import ROOT, Mutant, mutants_of
from tests.mutants.running import EXTRA_SECONDS, PATIENCE, SURVIVED, Verdict, collect, in_a_child
from tests.mutants.score import JUDGED, write_score
from tests.mutants.swapping import name_at, put_in

FOLDERS = ("sim/rules", "sim/state", "analysis/estimates")
FILES_BESIDES = ("analysis/discovery/prim.py",)
TESTS = (
    *("tests/sim/rules", "tests/sim/state", "tests/claims/test_sizes.py", "tests/claims/test_sizes_further.py"),
    *("tests/analysis/estimates", "tests/analysis/discovery/test_prim.py"),
)
"""Tests of single rules and numbers: those that play whole runs would notice more, late and without saying why."""
BUDGET = 30.0
"""Seconds of tests that a mutant may cost; one that outlives the quickest of them counts as a survivor."""


class Plan(NamedTuple):
    """What is hunted, by how many processes, and where the run is kept."""

    files: list[str]
    sample: int
    seed: int
    jobs: int
    folder: Path
    again: bool = False
    """Whether survivors are tried once more, after tests were added."""

    @property
    def journal(self) -> Path:
        """One line per verdict."""
        return self.folder / "journal.jsonl"


def files_hunted(wanted: Sequence[str] = ()) -> list[str]:
    """The files that are mutated, or those of them whose path contains one of some words."""
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    files = [str(path.relative_to(ROOT)) for path in paths] + list(FILES_BESIDES)
    return [file for file in files if not wanted or any(word in file for word in wanted)]


def drawn(plan: Plan) -> list[Mutant]:
    """The mutants to try, one of each file in turn: a run that is stopped early has sampled every file alike."""
    orders = []
    for file in plan.files:
        mutants = mutants_of(file)
        digest = hashlib.sha256(f"{plan.seed}/{file}".encode()).hexdigest()
        random.Random(digest).shuffle(mutants)
        orders.append(mutants[: plan.sample or None])
    turns = zip_longest(*orders)
    return [mutant for turn in turns for mutant in turn if mutant is not None]


def tried(journal: Path) -> dict[str, dict[str, str]]:
    """The last verdict on each mutant in the journal; a half-written line is passed over."""
    found = {}
    for line in journal.read_text(encoding="utf-8").splitlines() if journal.exists() else []:
        try:
            verdict = json.loads(line)
        except ValueError:
            continue
        found[verdict["key"]] = verdict
    return found


def chosen(mutant: Mutant, known: reach.Reach) -> list[str]:
    """The tests that a mutant meets: those that execute its lines, or for a constant a line that reads it."""
    tests, spent = [], 0.0
    for test in known.tests(places(mutant)):
        spent += known.seconds[test]
        if spent > BUDGET and tests:
            break
        tests.append(test)
    return tests


def places(mutant: Mutant) -> list[tuple[str, int]]:
    """The lines that a mutant changes; for a constant all that name it."""
    if mutant.function:
        last = mutant.line + mutant.text_of_old().count("\n")
        return [(mutant.file, line) for line in range(mutant.line, last + 1)]
    name = name_at((ROOT / mutant.file).read_text(encoding="utf-8"), mutant.start)
    word = re.compile(rf"\b{name}\b")
    return [
        (file, number)
        for file in files_hunted()
        for number, line in enumerate((ROOT / file).read_text(encoding="utf-8").splitlines(), start=1)
        if word.search(line)
    ]


def meet(mutant: Mutant, items: dict[str, pytest.Item], known: reach.Reach) -> Verdict:
    """What becomes of one mutant."""
    names = [name for name in chosen(mutant, known) if name in items]
    usual = sum(known.seconds[name] for name in names)
    return in_a_child([items[n] for n in names], lambda: put_in(mutant), EXTRA_SECONDS + PATIENCE * usual)


def hunt(plan: Plan, items: dict[str, pytest.Item], known: reach.Reach) -> None:
    """Let several processes take the mutants that are still to be tried, one each in turn."""
    done = {key for key, it in tried(plan.journal).items() if not plan.again or it["status"] != SURVIVED}
    left = [mutant for mutant in drawn(plan) if mutant.key not in done and mutant.key not in judged()]
    say(f"{len(left)} mutants to try, {len(done)} tried before")
    children = []
    for job in range(plan.jobs):
        if (child := os.fork()) == 0:
            try:
                for mutant in left[job :: plan.jobs]:
                    note(plan.journal, mutant, meet(mutant, items, known))
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def note(journal: Path, mutant: Mutant, verdict: Verdict) -> None:
    """Append one verdict to the journal."""
    line = json.dumps({"key": mutant.key, "line": mutant.line, **verdict._asdict()})
    with journal.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    if verdict.status == SURVIVED:
        say(f"survived: {mutant.key} (line {mutant.line})")


def say(line: str) -> None:
    """Tell whoever watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def judged() -> set[str]:
    """Mutants judged to be no change at all, with their reasons in ``equivalent.yaml``."""
    return set(JUDGED)


def run(plan: Plan) -> None:
    """Measure the reach where it is not known, then hunt, then keep the score."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    kept = plan.folder / "reach.json"

    def work(items: dict[str, pytest.Item]) -> None:
        hunt(plan, items, reach.known_so_far(items, files_hunted(), kept))

    collect(TESTS, work, "-s", "-m", "not nightly and not slow and not browser")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="only files whose path contains one of these")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants of each file; 0 for all")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--folder", type=Path, default=ROOT / ".mutants", help="journal and reach; remove to begin anew"
    )
    parser.add_argument("--again", action="store_true", help="try survivors once more")
    parser.add_argument("--score", action="store_true", help="write tests/mutants/score.md from the journal")
    given = parser.parse_args()
    plan = Plan(files_hunted(given.words), given.sample, given.seed, given.jobs, given.folder, given.again)
    run(plan)
    if given.score:
        write_score(files_hunted(), tried(plan.journal), plan.sample, plan.seed)


if __name__ == "__main__":
    main()

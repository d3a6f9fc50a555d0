"""Can the model be extended as the page says? Each of its sections is carried out on a copy of the code and run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "extend-the-model.md").read_text(encoding="utf-8")
BLOCK = r":\n\n```\w+\n(?P<block>.*?)```\n"
STEP = re.compile(
    r"(?:In `(?P<file>[^`]+)`,|and) (?P<where>after|before) the (?P<how>line that begins|lines?)(?P<anchors>[^\n]*)"
    + BLOCK,
    re.DOTALL,
)
ASKS = {
    "A trait of leaders": "scenario = vary(scenario, {'leaders.verenia.stubbornness': 1})",
    "A number": (
        "without = vary(scenario, {'weights.refusal_sting': 0}); "
        "scenario = vary(scenario, {'weights.refusal_sting': 1}); "
        "assert any(not run_one(scenario, seed=3, run=run).steps.equals(run_one(without, seed=3, run=run).steps) "
        "for run in range(20))"
    ),
    "An action": "assert 'boycott' in set(run_one(scenario, seed=3).columns['decisions']['option'])",
    "A component of utility": "assert min(run_one(scenario, seed=3).columns['decisions']['fatigue']) < 0",
    "A measure": (
        "import os; os.environ['CLIMBDOWN_NO_NUMBA'] = '1'; from analysis.estimates import measures; "
        "from sim import run_many; table = run_many(scenario, seed=3, runs=4).table(); "
        "assert set(measures(table)['letters'].values(table)) <= {0.0, 1.0}"
    ),
    "An outcome class": (
        "from sim.vocabulary.outcomes import OutcomeClass; assert OutcomeClass('principles').code == 5; "
        "ends = (run_one(scenario, seed=3, run=run).outcome.outcome_class for run in range(60)); "
        "assert 'principles' in ends"
    ),
}
"""By section, what must hold of the extended model, in Python."""
FILES_AT_MOST = {
    "A trait of leaders": 4,
    "A number": 3,
    "An action": 6,
    "A component of utility": 5,
    "A measure": 3,
    "An outcome class": 4,
}


def section(title: str) -> str:
    """The text under a heading of the page."""
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def steps(title: str) -> list[tuple[str, str, str, str]]:
    """File, where, anchor and block of each step of a section."""
    found, file = [], ""
    for step in STEP.finditer(section(title)):
        file = step["file"] or file
        lines = re.findall(r"`([^`]+)`", step["anchors"])
        begins = "^" if step["how"] == "line that begins" else ""
        found.append((file, step["where"] + begins, "\n".join(lines), step["block"]))
    return found


def carried_out(text: str, where: str, anchor: str, block: str) -> str:
    """A file's text with a block put in."""
    if where.endswith("^"):
        (line,) = [line for line in text.splitlines() if line.startswith(anchor)]
        anchor = line
    at = f"{anchor}\n"
    assert text.count(at) == 1, f"{anchor!r} stands there {text.count(at)} times"
    return text.replace(at, at + block if where.startswith("after") else block + at)


@pytest.mark.parametrize("title", ASKS)
def test_each_section_works_as_it_stands(title: str, tmp_path: Path) -> None:
    done = steps(title)
    assert 1 < len({file for file, *_ in done}) <= FILES_AT_MOST[title]
    assert section(title).count("```") == 2 * len(done), "a step that cannot be read"
    for folder in ("sim", "analysis", "scenarios"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file, where, anchor, block in done:
        target = tmp_path / file
        target.write_text(carried_out(target.read_text("utf-8"), where, anchor, block), "utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from sim import load_scenario, run_one, vary\n"
        f"scenario = load_scenario('two-leaders'); {ASKS[title]}\n"
        "import sim; assert sim.__file__.startswith(sys.path[0])\n"
        "print(run_one(scenario, seed=3).outcome.outcome_class)"
    )
    ran = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr

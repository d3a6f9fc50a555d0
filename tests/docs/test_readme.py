"""Is everything that the README says to type possible, in its order, and is every verb among it?"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.classroom.lessons.reading import list_lessons
from analysis.cli.errors import EXTRA_OF
from analysis.cli.verbs import VERBS
from analysis.evidence.picture import chosen_run, story_block
from tests.architecture.source_tree import ROOT
from tests.docs.shell_lines import IN_TABLE, carry_out_page, shell_lines

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = IN_TABLE.findall(README)
IN_CLASS = README.partition("## In class")[2].partition("\n## ")[0]
STUDY = README.partition("## A study")[2].partition("\n## ")[0]
MOST_LINES = 130
"""A page: what a reader scrolls through once."""

PLAIN = """
import contextlib, io, json, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {extras}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Missing())
from analysis.cli.main import main
for words, typed in json.loads(sys.argv[1]):
    sys.stdin, said = io.StringIO(typed), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = main(words)
    print(json.dumps([words, code, said.getvalue()]))
"""
"""Command lines carried out one after the other where only the core is installed, as after ``make demo``."""


def typed_at(line: str) -> str:
    """What is typed where a line of the table asks: Enter to every question, and leaving a game."""
    return "\n" * 12 if "--ask" in line else "q\n"


@pytest.mark.slow
def test_what_the_readme_says_to_type_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(list(shell_lines("README.md"))) >= 5
    carry_out_page("README.md", tmp_path, monkeypatch)


def test_it_is_a_page() -> None:
    assert len(README.splitlines()) <= MOST_LINES


@pytest.mark.slow
def test_the_table_works_from_top_to_bottom_with_the_core_alone(tmp_path: Path) -> None:
    lines = [(shlex.split(line)[1:], typed_at(line)) for line in TABLE]
    script = PLAIN.format(extras=repr(set(EXTRA_OF)))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", script, json.dumps(lines)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ended = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(ended) == len(TABLE)
    for words, code, said in ended:
        assert code == 0, f"{words}\n{said}"
        assert said.strip(), words


@pytest.mark.nightly
def test_the_table_works_in_a_fresh_clone_after_make_demo(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    subprocess.run(["make", "demo"], cwd=clone, env=environment, check=True, capture_output=True)
    for line in TABLE:
        command = [clone / ".venv" / "bin" / "climbdown", *shlex.split(line)[1:]]
        done = subprocess.run(
            command, cwd=clone, env=environment, input=typed_at(line), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_every_verb_is_in_the_table_or_in_class_or_among_the_studies() -> None:
    in_table = [line.split()[1] for line in TABLE]
    others = [verb for verb in VERBS if verb not in in_table]
    studied = [verb for verb in others if f"climbdown {verb}" not in IN_CLASS]
    assert list(dict.fromkeys(in_table)) == [verb for verb in VERBS if verb in in_table]
    assert studied == ["sweep", "query", "rerun", "sensitivity", "discover", "report"]
    assert not [verb for verb in studied if f"climbdown {verb}" not in STUDY]


def test_an_instructor_comes_from_a_clone_to_the_first_lesson_by_one_command() -> None:
    commands = [line.split()[:2] for line in README.splitlines()[:16] if line.startswith("    make ")]
    assert commands[1] == ["make", "classroom"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nclassroom: ")[2].partition("\n\n")[0]
    (lesson,) = re.findall(r"climbdown serve .*--lesson (\w+)", recipe)
    assert lesson in list_lessons()
    assert f"climbdown serve --lesson {lesson}" in IN_CLASS
    assert "](docs/how-to/teach-a-lesson.md)" in IN_CLASS


def test_the_first_screen_shows_what_it_is_a_picture_and_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:16])
    assert "![" in first
    assert "make demo" in first
    assert "make test" in first
    assert (ROOT / "docs" / "images" / "one-run.svg").is_file()


def test_the_limits_are_said() -> None:
    limits = README.partition("## What it cannot tell you")[2].partition("\n[")[0]
    for word in ("forecast", "priors", "no published estimate", "myopi|many moves ahead", "prior predictive"):
        assert re.search(word, limits), word


@pytest.mark.nightly
def test_the_story_is_the_story_of_the_command_above_it() -> None:
    assert "\n".join(story_block()) in README, "make it anew: python -m analysis.evidence docs --fast"


@pytest.mark.nightly
def test_the_run_that_is_shown_is_what_the_readme_says_it_is() -> None:
    told = README.partition("## ")[0]
    assert "go up a rung, agree a truce and settle within four months" in " ".join(told.split())
    shown = chosen_run()
    counts = shown.outcome.actions.values()
    assert all(count["escalate"] > 0 for count in counts)
    assert shown.outcome.ever["truce"]
    assert shown.outcome.outcome_class == "deal"

"""Is everything that the README says to type possible, and is every verb among it?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.cli.verbs import VERBS, available
from analysis.evidence.picture import chosen_run, story_block
from tests.architecture.source_tree import ROOT
from tests.docs.shell_lines import IN_TABLE, blocks, carry_out, carry_out_page, shell_lines

README = (ROOT / "README.md").read_text(encoding="utf-8")
SMALLER = {
    "all-traits": ("base: 512}\nreplications: 10", "base: 4}\nreplications: 2"),
    "markets-coercion": ("points: 512}\nreplications: 20", "points: 64}\nreplications: 10"),
}
"""Shipped studies that take minutes: what makes them small enough for a test."""


def test_what_the_readme_says_to_type_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(list(shell_lines("README.md"))) >= 5
    carry_out_page("README.md", tmp_path, monkeypatch)


def test_the_python_is_ten_lines() -> None:
    (block,) = blocks("README.md", "python")
    assert len([line for line in block.splitlines() if line.strip()]) <= 10


@pytest.mark.slow
def test_every_line_of_the_table_of_commands_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, (large, small) in SMALLER.items():
        study = (ROOT / "scenarios" / "studies" / f"{name}.yaml").read_text(encoding="utf-8")
        assert large in study
        (tmp_path / f"{name}.yaml").write_text(study.replace(large, small), encoding="utf-8")
        assert carry_out(f"climbdown sweep {name}.yaml --yes", monkeypatch).code == 0
    for line in IN_TABLE.findall(README):
        if line.split()[1] in available():
            done = carry_out(line, monkeypatch)
            assert done.code == 0, f"{line}\n{done.said}"
            assert done.said.strip(), line


def test_every_verb_is_in_the_table() -> None:
    assert [line.split()[1] for line in IN_TABLE.findall(README)] == list(VERBS)


def test_the_first_screen_shows_what_it_is_a_picture_and_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:16])
    assert "![" in first
    assert "make demo" in first
    assert "make test" in first
    assert (ROOT / "docs" / "images" / "one-run.svg").is_file()


def test_the_limits_are_said() -> None:
    limits = README.partition("## What it cannot tell you")[2].partition("\n## ")[0]
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

"""Does `show` tell every number with its source, and `--guesses` only those without support?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.cli.main import main
from sim.files import list_scenarios

SMALL = """name: small
start: 2025-01-01
leaders:
  us: {name: One, ego: {value: 0.7, source: a book, note: "never apologises", confidence: high}}
  china: {name: Two, ego: {value: 0.2, source: a guess, confidence: low}, caution: 0.3}
issues: {tariffs: {weight: {us: 1, china: 1}}}
scheduled: [{date: 2025-01-02, kind: set, path: dyad.tension, value: 0.5}]
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    return str(tmp_path / "small.yaml")


def test_sources(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", small]) == 0
    told = capsys.readouterr().out
    assert "0.7                      a book, high" in told
    assert "never apologises" in told
    assert "scheduled on 2 January 2025: set dyad.tension = 0.5" in told


def test_guesses(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", small, "--guesses", "--json"]) == 0
    rows = {row["path"]: row for row in json.loads(capsys.readouterr().out)}
    assert "leaders.us.ego" not in rows
    assert rows["leaders.china.ego"]["confidence"] == "low"
    assert rows["leaders.china.caution"]["given"]
    assert not rows["leaders.us.caution"]["given"]


def test_a_setting_replaces_the_source(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", small, "--json", "--set", "leaders.us.ego=0.1"]) == 0
    row = next(row for row in json.loads(capsys.readouterr().out) if row["path"] == "leaders.us.ego")
    assert (row["value"], row["source"], row["guess"]) == (0.1, "", True)


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios_fit_into_80_columns(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80, max(lines, key=len)


def test_what_a_file_forbids_and_calls_otherwise(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", small]) == 0
    plain = capsys.readouterr().out
    assert "neither side" not in plain and "words of its own" not in plain
    own = ("--set", "actions.court_partners=off", "--set", "words.call.noun=ring")
    assert main(["show", small, *own]) == 0
    told = capsys.readouterr().out
    assert "  acts that neither side may take: court_partners\n" in told
    assert "  words of its own for: call\n" in told

"""What many runs, two runs or one decision in many lucks come to is told in the words of the case, and in no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.cli.main import main

THINGS = (
    "pressure", "market", "truce", "deal", "call", "summit", "talks", "host", "envoy", "rupture", "letter",
    "leader", "side", "issue", "at_home", "no_contact", "adviser", "public",
)  # fmt: skip
ACTS = ("hold", "escalate", "ease", "signal", "rally", "court_partners")
REPLACED = re.compile(
    r"\b(pressure|tariffs?|markets?|truces?|deals?|calls?|summits?|talks|hosts?|envoys?|ruptures?|letters?|leaders?"
    r"|sides?|issues?|at home|no contact|advisers?|waiting|third countries)\b",
    re.IGNORECASE,
)
TYPED = re.compile(r"leaders\.verenia\.ego")


@pytest.fixture
def case(tmp_path: Path) -> str:
    said = {entry: f"zz{entry.replace('_', '')}" for entry in (*THINGS, *ACTS)}
    words = [f"  {entry}: {{noun: {said[entry]}, plural: {said[entry]}s}}" for entry in THINGS]
    words += [f"  {act}: {{noun: {said[act]}, infinitive: {said[act]}, past: {said[act]}ed}}" for act in ACTS]
    file = tmp_path / "case.yaml"
    file.write_text("\n".join(["extends: two-leaders", "words:", *words, ""]), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    "words",
    [
        ["ensemble", "-n", "6"],
        ["compare", "--set", "leaders.verenia.ego=0.2"],
        ["compare", "--set", "leaders.verenia.ego=0.2", "-n", "6"],
        ["explain", "--at", "2024-02-01", "--who", "Vask", "--across", "6"],
    ],
    ids=["ensemble", "compare", "compare many", "across"],
)
def test_no_replaced_word_survives(
    words: list[str], case: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert main([words[0], case, *words[1:]]) == 0
    told = TYPED.sub("", capsys.readouterr().out)
    assert "zz" in told
    assert [line for line in told.splitlines() if REPLACED.search(line)] == []

"""What is said of a study before it begins: how much it costs, how it is answered, and where it asks for too little."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.cli.sweep_plan import duration, size
from tests.analysis.studies.made import write


def test_times_and_sizes_are_said_as_a_person_would() -> None:
    assert [duration(t) for t in (0.2, 40, 150, 9000, 300_000)] == [
        "a second", "40 seconds", "2 minutes", "2 hours", "3 days",
    ]  # fmt: skip
    assert [size(n) for n in (10, 5e4, 2.5e6, 3e9, 4e12)] == ["1 kB", "50 kB", "2.5 MB", "3.0 GB", "4.0 TB"]


def test_too_few_runs_for_the_luck_are_said_before_the_study_is_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("SALib")
    text = "study: few\nscenario: two-leaders\nset: {horizon_days: 30}\nfactors:\n"
    text += "  ego: {path: leaders.north.ego, low: 0.4, high: 0.6}\n"
    text += "  face: {path: leaders.north.face_need, low: 0, high: 1}\n"
    file = write(tmp_path, text + "design: {kind: saltelli, base: 16}\nreplications: 2\n")
    assert main(["sweep", str(file), "--out", str(tmp_path / "out"), "--plan"]) == 0
    told = capsys.readouterr().out
    assert "too few for luck     2 of every row" in told
    assert "Days to first contact" in told
    assert "first_contact_days" not in told
    assert not (tmp_path / "out").exists()


def test_the_plan_names_rows_of_a_list_that_say_nothing_new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, "dyad.rapport\n0.2\n0.5\n0.20\n0.5\n", "d.csv")
    study = write(tmp_path, "scenario: two-leaders\nset: {horizon_days: 5}\ndesign: {kind: list, file: d.csv}\n")
    assert main(["sweep", str(study), "--plan"]) == 0
    assert "  repeated rows        2, the first on line 4 as line 2\n" in capsys.readouterr().out


def test_a_plan_says_by_what_the_question_will_be_answered(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["sweep", "face-mediator", "--out", str(tmp_path / "out"), "--plan"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert (
        "answered by outcome_deal: how often it ended with a deal set against with all hosts, against with none" in told
    )
    assert "both at full need for face rows of the design 18" in told

"""The command that measures the claims table: it goes on where it was stopped, and says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.evidence import __main__ as command
from analysis.evidence import effects
from analysis.evidence.claims import measuring
from analysis.evidence.claims.changes import settings
from analysis.evidence.claims.measured_lines import SHIPPED, read_measured
from analysis.evidence.claims.measuring import key_of, looks
from analysis.evidence.claims.paired_luck import Plan, level_for
from analysis.evidence.claims.table import mechanisms
from sim import load_scenario

ASKED = ["-n", "12", "--rows", "37"]


def test_it_measures_keeps_and_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "found.csv"
    assert command.main(["effects", *ASKED, "--keep", str(file)]) == 0
    out, err = capsys.readouterr()
    assert "| 37 | an agreement stands (-) |" in out
    assert err.splitlines()[-1] == "3 of 3: row 37, reykjavik-1986"
    assert [line.case for line in read_measured(file)] == mechanisms()[37].cases


def test_it_goes_on_where_it_was_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, whole = tmp_path / "found.csv", measuring.runs_of
    left = [3]

    def stopping(*given: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(measuring, "runs_of", stopping)
    assert effects.main([*ASKED, "--keep", str(file)]) == 130
    assert "the same command goes on" in capsys.readouterr().err
    assert len(read_measured(file)) == 1
    left[0] = 4
    assert effects.main([*ASKED, "--keep", str(file)]) == 0
    assert len(read_measured(file)) == 3
    monkeypatch.setattr(measuring, "runs_of", whole)
    other = tmp_path / "other.csv"
    assert effects.main([*ASKED, "--keep", str(other)]) == 0
    assert other.read_bytes() == file.read_bytes()


def test_what_cannot_be_done_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert effects.main(["--rows", "1", "--keep", str(tmp_path / "x.csv")]) == 2
    assert "row 1 is no mechanism of the claims table; those are 2, 3," in capsys.readouterr().err
    assert effects.main([*ASKED, "--keep", str(tmp_path / "none" / "x.csv")]) == 2
    (tmp_path / "bad.csv").write_text("no table\n")
    assert effects.main([*ASKED, "--keep", str(tmp_path / "bad.csv")]) == 2
    assert "bad.csv:1:" in capsys.readouterr().err
    for given in (["-n", "1"], ["--rows", "37"]):
        with pytest.raises(SystemExit, match="2"):
            effects.main(given)


def test_the_shipped_lines_are_of_declared_rows_and_cases() -> None:
    declared = {(row, case, effect.outcome) for row, effect in mechanisms().items() for case in effect.cases}
    assert {(line.row, line.case, line.outcome) for line in read_measured(SHIPPED)} == declared


@pytest.mark.nightly
def test_the_shipped_lines_are_of_this_model() -> None:
    declared = mechanisms()
    level = level_for(looks(declared))
    for line in read_measured(SHIPPED):
        pair = settings(load_scenario(line.case), declared[line.row])
        key = key_of(pair, line.outcome, Plan(line.lucks), level)
        assert line.key == key, f"row {line.row}, {line.case}; make it anew: python -m analysis.evidence effects"

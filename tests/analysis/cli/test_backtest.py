"""Does `climbdown backtest` forecast a casebook, for a person and for a program, and refuse what is none?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from analysis.cli.main import main
from analysis.evidence.casebook import known_of, scenario_of
from sim.files import load_scenario
from tests.analysis.evidence.casebook.shipped_cases import case, file_of, text_of

QUICK = ("trump_penanieto_2017", "trump_petro_2025", "correa_uribe_2008_angostura")


def backtest(path: Path, *words: str) -> int:
    return main(["backtest", "--casebook", str(path), "-n", "4", *words])


def test_a_casebook_of_one_s_own_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert backtest(file_of(tmp_path, QUICK)) == 0
    told = capsys.readouterr().out
    assert told.startswith("3 cases of few.yaml, 4 runs each, seed 0, ")
    assert "Five outcome classes over 3 cases" in told
    assert max(map(len, told.splitlines())) <= 80
    for name in QUICK:
        assert f"\n{name} " in told


def test_a_program_gets_json_and_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file_of(tmp_path, QUICK)
    found = []
    for workers in ("1", "2"):
        assert backtest(path, "--json", "--seed", "9", "--workers", workers) == 0
        found.append(json.loads(capsys.readouterr().out))
        found[-1].pop("elapsed_s")
    assert found[0] == found[1]
    assert [case["id"] for case in found[0]["cases"]] == list(QUICK)
    assert found[0]["seed"] == 9
    assert found[0]["casebook"] == str(path)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("class: deal", "class: peace", "allowed: deal, truce-or-partial, no-deal, blow-up, no-contact"),
        ("domain: trade", "domain: trad", "did you mean 'trade'?"),
        ("forecast_origin:", "forcast_origin:", "did you mean 'forecast_origin'?"),
    ],
)
def test_a_bad_casebook_ends_with_2_and_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str, said: str
) -> None:
    path = tmp_path / "bad.yaml"
    text = text_of(QUICK)
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    line = text[: text.index(right)].count("\n") + 1
    assert backtest(path) == 2
    told = capsys.readouterr()
    assert not told.out
    assert f"{path}:{line}:" in told.err
    assert said in told.err


@pytest.mark.parametrize("words", [["--casebook", "nowhere.yaml"], ["-n", "0"], ["--seed", "-1"]])
def test_odd_arguments_end_with_2(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backtest", *words]) == 2
    assert not capsys.readouterr().out


def test_the_scenarios_of_a_casebook_can_be_had(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = file_of(tmp_path, QUICK), tmp_path / "cases"
    assert backtest(path, "--scenarios", str(folder)) == 0
    assert capsys.readouterr().out == f"3 scenarios: {folder}\n"
    assert sorted(file.stem for file in folder.iterdir()) == sorted(QUICK)
    assert load_scenario(folder / f"{QUICK[1]}.yaml") == scenario_of(known_of(case(QUICK[1])))
    assert backtest(path, "--scenarios", str(folder)) == 2
    assert "--force" in capsys.readouterr().err
    assert backtest(path, "--scenarios", str(folder), "--force") == 0


def test_what_is_interrupted_is_told_as_far_as_it_came(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.evidence import backtest as package

    whole = package.forecast_cases

    def stopped(*arguments: object) -> object:
        yield next(iter(whole(*arguments)))  # type: ignore[arg-type]

    monkeypatch.setattr(package, "forecast_cases", stopped)
    assert backtest(file_of(tmp_path, QUICK)) == 0
    assert capsys.readouterr().out.startswith("stopped early: 1 of 3 cases of few.yaml")


def test_before_the_first_case_there_is_nothing_to_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.evidence import backtest as package

    monkeypatch.setattr(package, "forecast_cases", lambda *_: iter(()))
    assert backtest(file_of(tmp_path, QUICK)) == 130
    assert "interrupted before the first case was finished" in capsys.readouterr().err

"""`sensitivity` tells indices with intervals by the study's design, and what it cannot tell."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from hypothesis import given as over
from hypothesis import strategies as st

pytest.importorskip("SALib")

from analysis.cli.main import main
from analysis.cli.sensitivity import _amount
from analysis.studies.designs import Factor
from tests.analysis.documents.made import MadeFolder, made_study


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> object:
    def put(folder: MadeFolder) -> None:
        monkeypatch.setattr("analysis.studies.open_folder", lambda _: folder)

    return put


@pytest.mark.parametrize(
    ("kind", "options", "heading", "pairs"),
    [
        (
            "saltelli",
            {"base": 256, "replications": 32},
            "with interactions",
            2,
        ),  # luck drowns what moves a call: no index
        ("morris", {"trajectories": 20}, "luck alone", 4),
    ],
)
def test_by_the_design(
    kind: str, options: dict, heading: str, pairs: int, given: object, capsys: pytest.CaptureFixture[str]
) -> None:
    given(made_study(kind, **options))
    assert main(["sensitivity", "made", "--measure", "first_contact_days", "--measure", "ever_call"]) == 0
    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    assert heading in told
    assert "luck makes" in told
    lines = told.splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("  input"))
    assert lines[first + 1].startswith("* ego")
    assert any(line.startswith("Runs of every setting") for line in lines)
    assert "So many would do" in told
    assert f"Corrected for {pairs} pairs of an input and a measure (Holm 1979)" in " ".join(told.split())


def test_a_share_below_0_is_noise_in_words_and_in_the_table(
    given: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here caution does nothing: its shares are about 0, and one of them is below."""
    given(made_study("saltelli", base=128, replications=12))
    file = tmp_path / "indices.csv"
    assert main(["sensitivity", "made", "--measure", "first_contact_days", "--out", str(file)]) == 0
    with file.open(newline="") as lines:
        rows = {row["input"]: row for row in csv.DictReader(lines)}
    noise = rows["caution"]["first_is_noise"] == "True" or rows["caution"]["total_is_noise"] == "True"
    assert noise
    assert (rows["ego"]["told_apart"], rows["caution"]["told_apart"]) == ("True", "False")
    told = capsys.readouterr().out
    assert "noise (" in told
    table = told[told.index("with interactions") :].splitlines()
    assert not [line for line in table if re.search(r"\s-\d+% \(", line)]


@over(st.floats(-20, 20), st.floats(0, 20), st.floats(0, 20), st.booleans())
def test_no_share_is_said_to_be_more_than_the_whole(share: float, down: float, up: float, is_noise: bool) -> None:
    told = _amount(share, share - down, share + up, is_noise)
    assert all(float(number) <= 100 for number in re.findall(r"-?\d+(?=%)", told)), told


def test_pairs_that_are_not_shown_are_counted(given: object, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("ego", "caution", "patience", "resolve", "decisiveness", "face_need")
    factors = tuple(Factor((f"leaders.verenia.{name}",), 0.0, 1.0, name=name) for name in names)
    given(made_study("saltelli", factors, 12, base=64, second_order=True))
    assert main(["sensitivity", "made", "--measure", "first_contact_days", "--second"]) == 0
    assert "(5 pairs with less; --out FILE.csv has them)" in capsys.readouterr().out


def test_all_headline_measures_and_constant_ones(given: object, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_study("saltelli", base=32)
    rows = folder.table_of_rows.assign(outcome="deal")
    given(type(folder)(folder.path, folder.study, {}, rows))
    assert main(["sensitivity", "made"]) == 0
    told = capsys.readouterr().out
    assert "constant: every design point answers 1" in told
    assert all(len(line) <= 80 for line in told.splitlines())


def test_gaps_are_said_and_never_zeros(given: object, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_study("saltelli", base=64)
    rows = folder.table_of_rows.drop(index=range(6)).reset_index(drop=True)
    rows.loc[:1, "status"] = "failed"
    given(type(folder)(folder.path, folder.study, {}, rows))
    assert main(["sensitivity", "made", "--measure", "first_contact_days"]) == 0
    told = capsys.readouterr().out
    assert "6 of 1,024 runs are not done yet" in told
    assert "2 runs failed; they are left out" in told
    assert "8 of 1024 runs are missing (2 failed" in told


def test_json_and_csv(given: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given(made_study("saltelli", base=256, replications=16, second_order=True))
    file = tmp_path / "indices.csv"
    words = ["sensitivity", "made", "--measure", "first_contact_days", "--second", "--json", "--out", str(file)]
    assert main(words) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert told["method"] == "sobol"
    assert [row["input"] for row in told["inputs"]] == ["ego", "caution"]
    assert told["second"][0]["other"] == "caution"
    assert 0 <= told["luck"]["share"] <= 1
    with file.open(newline="") as lines:
        assert [row["input"] for row in csv.DictReader(lines)] == ["ego"]
    assert main(words[:5]) == 0
    assert "two inputs together" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "words", "message"),
    [
        ("grid", [], "needs a study with the design morris or saltelli; this one is grid"),
        ("saltelli", ["--second"], "second_order: true"),
        ("saltelli", ["--measure", "first_contact_day_s"], "no measure 'first_contact_day_s'"),
        ("saltelli", ["--out", "x.txt"], "is written as FILE.csv"),
    ],
)
def test_what_it_cannot_do(
    kind: str, words: list[str], message: str, given: object, capsys: pytest.CaptureFixture[str]
) -> None:
    given(made_study(kind, **({} if kind == "grid" else {"base": 16})))
    assert main(["sensitivity", "made", *words]) == 2
    assert message in capsys.readouterr().err


def test_no_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sensitivity", str(tmp_path)]) == 2
    assert "no study here" in capsys.readouterr().err


def test_an_answer_that_says_nothing_is_not_given_but_how_many_runs_would_do(
    given: object, capsys: pytest.CaptureFixture[str]
) -> None:
    given(made_study("saltelli", base=64, replications=2))
    assert main(["sensitivity", "made", "--measure", "first_contact_days"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "so no index is given: about " in told
    assert "would do, instead of 2" in told
    assert "with interactions" not in told
    assert main(["sensitivity", "made", "--measure", "first_contact_days", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert all(row["total"] is None for row in result["inputs"])


def test_the_reason_is_the_reason(given: object, capsys: pytest.CaptureFixture[str]) -> None:
    folder = made_study("morris", trajectories=20, replications=8)
    rows = folder.table_of_rows
    values = rows["first_contact_day"].fillna(1e9).where(rows["replication"] != rows["row"] % 8)
    given(type(folder)(folder.path, folder.study, {}, rows.assign(with_gaps=values)))
    assert main(["sensitivity", "made", "--measure", "with_gaps"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "8 runs a point, but no point has a value in all of them" in told
    assert "one run a design point" not in told

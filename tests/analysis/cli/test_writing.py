"""Files that commands write: never over what the user had, never into a study, by every verb that writes one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import analysis.cli
from analysis.cli.errors import UserError
from analysis.cli.main import main
from analysis.cli.writing import PAGE, refuse_inside, refuse_taken, write_text

MINE = "what I had\n"
WRITERS = {
    "run --html": ["run", "two-leaders", "--html"],
    "ensemble --html": ["ensemble", "two-leaders", "-n", "5", "--html"],
    "report --out": ["report", "two-leaders", "--lucks", "0", "--set", "horizon_days=30", "--out"],
}
QUICK = ["run --html", "ensemble --html"]
"""Those that write their page in no time."""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """What a study's folder looks like."""
    folder = tmp_path / "study"
    (folder / "runs").mkdir(parents=True)
    (folder / "manifest.json").write_text("{}")
    (folder / "rows.parquet").write_bytes(b"PAR1")
    return folder


@pytest.mark.parametrize("words", WRITERS.values(), ids=list(WRITERS))
def test_a_page_is_not_written_over_what_the_user_had(words: list[str], tmp_path: Path, study: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(MINE)
    assert main([*words, str(file)]) == 2
    assert file.read_text() == MINE
    assert main([*words, str(study / "rows.parquet"), "--force"]) == 2
    assert (study / "rows.parquet").read_bytes() == b"PAR1"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["notes.yaml", "study"]


@pytest.mark.parametrize("writer", QUICK)
def test_a_page_replaces_a_page_and_what_one_insists_on(writer: str, tmp_path: Path) -> None:
    file = tmp_path / "notes.yaml"
    file.write_text(MINE)
    assert main([*WRITERS[writer], str(file), "--force"]) == 0
    assert PAGE in file.read_bytes()[:2000]
    assert main([*WRITERS[writer], str(file)]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["run", "two-leaders", "--out", "{study}/kept"],
        ["play", "two-leaders", "--out", "{study}/kept"],
        ["ensemble", "two-leaders", "-n", "5", "--out", "{study}/kept"],
        ["new", "name", "--out", "{study}/runs"],
        ["schema", "--out", "{study}"],
        ["sensitivity", "{study}", "--out", "{study}/a.csv"],
        ["query", "{study}", "--csv", "{study}/a.csv"],
    ],
    ids=lambda words: words[0],
)
def test_no_verb_writes_into_a_study(words: list[str], study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word.format(study=study) for word in words]) == 2
    assert "lies in the study" in capsys.readouterr().err
    assert sorted(entry.name for entry in study.rglob("*")) == ["manifest.json", "rows.parquet", "runs"]


@pytest.mark.parametrize("verb", ["run", "ensemble"])
def test_no_verb_writes_into_a_kept_run_or_ensemble(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept"
    few = ["-n", "5"] if verb == "ensemble" else []
    assert main([verb, "two-leaders", "--set", "horizon_days=20", *few, "--out", str(kept)]) == 0
    before = {file.name: file.read_bytes() for file in kept.iterdir()}
    for name in (*before, "new.csv", "deep/new.csv"):
        for words in (["report", "two-leaders"], ["run", "two-leaders"], ["ensemble", "two-leaders", "-n", "5"]):
            assert main([*words, "--out", str(kept / name), "--force"]) == 2
            assert f"lies in the kept {verb}" in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in kept.iterdir()} == before


def test_a_page_never_replaces_a_run_that_is_kept_in_one_file(tmp_path: Path) -> None:
    kept = tmp_path / "kept.zip"
    assert main(["run", "two-leaders", "--set", "horizon_days=20", "--out", str(kept)]) == 0
    before = kept.read_bytes()
    assert main(["report", str(kept), "--lucks", "0", "--out", str(kept), "--force"]) == 2
    assert kept.read_bytes() == before


def test_a_schema_replaces_a_schema_only(tmp_path: Path) -> None:
    file = tmp_path / "schema.json"
    file.write_text(MINE)
    assert main(["schema", "--out", str(tmp_path)]) == 2
    assert file.read_text() == MINE
    assert main(["schema", "--out", str(tmp_path), "--force"]) == main(["schema", "--out", str(tmp_path)]) == 0


def test_a_scenario_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").symlink_to(tmp_path / "nowhere")
    assert main(["new", "mine", "--out", str(tmp_path)]) == 2
    assert not (tmp_path / "nowhere").exists()


def test_where_nothing_stands_in_the_way(tmp_path: Path) -> None:
    for place in (None, tmp_path / "new.csv", Path("/dev/null")):
        refuse_taken(place, force=False)
        refuse_inside(place)
    with pytest.raises(UserError, match="is a folder"):
        refuse_taken(tmp_path, force=True)


def test_a_study_is_found_through_links_and_above(tmp_path: Path, study: Path) -> None:
    (tmp_path / "link").symlink_to(study)
    for place in (tmp_path / "link" / "a.csv", study / "runs" / ".." / "a.csv", study / "runs" / "deep" / "a.csv"):
        with pytest.raises(UserError, match="lies in the study"):
            refuse_inside(place)
    (study / "manifest.json").unlink()
    refuse_inside(study / "a.csv")


def test_what_could_not_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.csv: the table was not written: there is no folder"):
        write_text(tmp_path / "none" / "a.csv", "", "table")
    assert write_text(tmp_path / "a.csv", "ü", "table") == 2


def test_no_verb_writes_a_file_in_any_other_way() -> None:
    writers = {"write_text", "write_bytes", "to_csv", "savefig", "to_parquet"}
    for path in Path(analysis.cli.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                keeps_text = any(keyword.arg == "index" for keyword in node.keywords) and not node.args
                assert node.func.attr not in writers or keeps_text, f"{path.name}:{node.lineno}: {node.func.attr}"

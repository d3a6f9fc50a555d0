"""Does `new` write a file that passes `check`, and never over another?"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from analysis.cli.main import main
from tests.format_1 import FOLDER


@pytest.mark.parametrize("more", [[], ["--extends", "us-china-2025"]])
def test_what_it_writes_passes_check(more: list[str], tmp_path: Path) -> None:
    assert main(["new", "mine", "--out", str(tmp_path), *more]) == 0
    assert main(["check", str(tmp_path / "mine.yaml")]) == 0


def test_an_existing_file_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yaml").write_text("precious", encoding="utf-8")
    assert main(["new", "mine", "--out", str(tmp_path)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("words", [["Mine"], ["../mine"], ["mine", "--extends", "nothing"]])
def test_wrong_words(words: list[str], tmp_path: Path) -> None:
    assert main(["new", *words, "--out", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["no", "on", "null", "true", "y"])
@pytest.mark.parametrize("base", [[], ["--extends", "two-leaders"]])
def test_a_word_of_yaml_may_be_a_name(name: str, base: list[str], tmp_path: Path) -> None:
    assert main(["new", name, *base, "--out", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path / f"{name}.yaml")]) == 0


OLD = FOLDER / "scenarios" / "us-dprk-2019.yaml"


def test_an_old_file_is_converted_and_what_changed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "newer", "--from", str(OLD), "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "climbdown: 1 became 2" in said
    assert "mediators.vietnam.record is now mediators.vietnam.hosting_memory" in said
    assert main(["check", str(tmp_path / "newer.yaml")]) == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["newer.yaml"]
    assert "name: newer\n" in (tmp_path / "newer.yaml").read_text(encoding="utf-8")


def test_a_conversion_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yaml").write_text("precious", encoding="utf-8")
    assert main(["new", "mine", "--from", str(OLD), "--out", str(tmp_path)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("text", "said"),
    [("climbdown: 2\n", "only files of format 1 are converted"), ("a: [", "this is not YAML"), ("", "is empty")],
)
def test_what_cannot_be_converted_writes_nothing(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    assert main(["new", "newer", "--from", str(tmp_path / "old.yaml"), "--out", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert [entry.name for entry in tmp_path.iterdir()] == ["old.yaml"]


def test_faults_that_an_old_file_had_are_said_of_the_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OLD.read_text(encoding="utf-8").replace("domain: security", "domain: secrets")
    (tmp_path / "old.yaml").write_text(text, encoding="utf-8")
    assert main(["new", "newer", "--from", str(tmp_path / "old.yaml"), "--out", str(tmp_path)]) == 2
    assert f"{tmp_path}/newer.yaml:10:9: domain is 'secrets'" in capsys.readouterr().err


def test_one_begins_anew_or_converts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "newer", "--from", str(OLD), "--extends", "two-leaders", "--out", str(tmp_path)]) == 2
    assert "give one of them" in capsys.readouterr().err


@pytest.mark.parametrize("base", [["--extends", "two-leaders"], ["--from", str(OLD)]])
def test_questions_are_a_way_of_their_own(base: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "mine", "--ask", *base, "--out", str(tmp_path)]) == 2
    assert "give one of them" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_shipped_case_is_no_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine", "--from", "two-leaders"]) == 2
    assert "begins with --extends two-leaders" in capsys.readouterr().err


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let a text be typed at the questions."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_twelve_answers_make_a_file_that_passes_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "A: one, no; B, null\na book: 2nd\n" + "\n" * 11)
    assert main(["new", "no", "--ask", "--out", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path / "no.yaml")]) == 0
    assert 'source-1: "a book: 2nd"' in (tmp_path / "no.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lines", [0, 3, 11])
def test_answers_that_end_early_leave_nothing_behind(
    lines: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "\n" * lines)
    assert main(["new", "mine", "--ask", "--out", str(tmp_path / "in")]) == 2
    assert f"the answers ended at question {lines + 1} of 12" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert main(["new", "mine", "--ask", "--out", str(tmp_path)]) == 130
    assert "nothing was written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_is_told_before_the_first_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "")
    (tmp_path / "mine.yaml").write_text("precious", encoding="utf-8")
    assert main(["new", "mine", "--ask", "--out", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert "exists already" in told.err and "1 of 12" not in told.out

"""Does `new` write a file that passes `check`, and never over another?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.main import main


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

"""Does the command measure what is asked, write the page whole, and refuse what is not there?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.evidence.__main__ import main

SMALL = ["dynamics", "--rows", "D5,D16", "--cases", "us-china-2025", "-n", "4", "--parameters", "central"]


def test_a_few_rows_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SMALL) == 0
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines() if line.startswith("D")] == ["D5", "D16"]


def test_the_page_is_written_where_it_is_asked(tmp_path: Path) -> None:
    assert main([*SMALL[:1], str(tmp_path), *SMALL[1:]]) == 0
    text = (tmp_path / "dynamics.md").read_text(encoding="utf-8")
    assert text.startswith("# How the standoff goes\n")
    assert "## D16" in text


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL[:1], str(tmp_path / "nowhere"), *SMALL[1:]]) == 2
    told = capsys.readouterr()
    assert "nowhere" in told.err
    assert told.out == "", "measured before it was known where to write"


@pytest.mark.parametrize(
    "wrong", [["--rows", "D99"], ["--cases", "atlantis"], ["-n", "1"], ["--parameters", "guessed"]]
)
def test_what_is_not_there_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["dynamics", *wrong])
    assert stopped.value.code == 2
    assert wrong[1] in capsys.readouterr().err

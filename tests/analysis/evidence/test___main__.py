"""The command that makes the pages: it writes where it is told, and says what is wrong without a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.evidence import __main__ as command
from analysis.evidence.free_parameters import parameter_table
from tests.architecture.source_tree import ROOT

BLANK = "# ODD\n<!-- parameters:start -->\n<!-- parameters:end -->\n<!-- signs:start -->\nold\n<!-- signs:end -->\n"


def test_fast_leaves_the_signs_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "odd.md").write_text(BLANK)
    (tmp_path / "README.md").write_text("<!-- story:start -->\n<!-- story:end -->\n")
    monkeypatch.setattr(command, "page", lambda: "# The prior predictive check\n")
    assert command.main([str(docs), "--fast"]) == 0
    text = (docs / "odd.md").read_text()
    assert "\n".join(parameter_table()) in text
    assert "<!-- signs:start -->\nold\n" in text
    assert (docs / "prior-predictive.md").read_text() == "# The prior predictive check\n"
    assert "Who calls first?" in (tmp_path / "README.md").read_text()
    assert (docs / "images" / "one-run.svg").stat().st_size > 0


def test_a_folder_without_the_page_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path), "--fast"]) == 2
    (tmp_path / "odd.md").write_text("no markers")
    assert command.main([str(tmp_path), "--fast"]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path / 'odd.md'}: " in said
    assert "parameters:start" in said


def test_the_page_that_lacks_its_markers_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "odd.md").write_text(BLANK)
    (tmp_path / "README.md").write_text("no markers")
    assert command.main([str(docs), "--fast"]) == 2
    assert "README.md: " in capsys.readouterr().err


@pytest.mark.nightly
def test_the_signs_in_the_docs_are_those_of_this_model() -> None:
    page = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
    assert "\n".join(command.signs()) in page, "make it anew: python -m analysis.evidence docs"

"""The tutorials run from top to bottom, and are kept without what they print."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("altair")

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "tutorials"
BOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_three() -> None:
    assert [book.name for book in BOOKS] == ["01-first-run.ipynb", "02-a-sweep.ipynb", "03-a-counterfactual.ipynb"]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_outputs_are_stripped_and_prose_leads(book: Path) -> None:
    content = nbformat.read(book, as_version=4)
    nbformat.validate(content)
    code = [cell for cell in content.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert content.cells[0].cell_type == "markdown"
    assert all(len(cell.source.splitlines()) <= 30 for cell in code)


@pytest.mark.slow
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.stem)
def test_it_runs_from_top_to_bottom(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(FOLDER.parents[1]))
    content = nbformat.read(book, as_version=4)
    nbclient.NotebookClient(content, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    shown = [output for cell in content.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error"]
    assert any("vega" in output.get("data", {}).get("text/html", "") for output in shown), "no figure"

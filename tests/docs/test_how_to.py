"""Can everything that the how-to pages say to type be typed?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT
from tests.docs.shell_lines import blocks, carry_out_page, shell_lines

PAGES = (
    "write-a-scenario",
    "script-a-history",
    "find-the-pivot",
    "take-a-seat",
    "play-in-class",
    "subclass-a-leader",
    "use-batch-run",
    "use-from-python",
    "watch",
    "backtest",
    "mechanisms",
)


@pytest.mark.parametrize("name", PAGES)
def test_what_the_page_says_to_type_can_be_typed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carry_out_page(f"docs/how-to/{name}.md", tmp_path, monkeypatch)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_something_to_type(name: str) -> None:
    page = f"docs/how-to/{name}.md"
    assert list(shell_lines(page)) or blocks(page, "python") or blocks(page, "bash")


def test_the_python_is_ten_lines() -> None:
    (block,) = blocks("docs/how-to/use-from-python.md", "python")
    assert len([line for line in block.splitlines() if line.strip()]) <= 10


def test_the_index_of_documents_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md") if path.name != "README.md"]
    top = [str(path) for path in pages if path.parts[0] not in {"tutorials", "explanation"}]
    assert not [path for path in top if f"({path})" not in index]

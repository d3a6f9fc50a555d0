"""Can everything that the page on reports says to type be typed, in order?"""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("altair")

from tests.docs.shell_lines import carry_out_page


@pytest.mark.slow
def test_what_the_page_says_to_type_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carry_out_page("docs/how-to/read-a-report.md", tmp_path, monkeypatch)
    assert {"asking.study", "asking.html", "pairs.csv", "what-if.html", "kept.html"} <= {
        p.name for p in tmp_path.iterdir()
    }
    assert all(page.stat().st_size < 3_000_000 for page in tmp_path.glob("*.html"))

"""Can everything that the page on studies says to type be typed, in order?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shell_lines import carry_out_page


@pytest.mark.slow
def test_what_the_page_says_to_type_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carry_out_page("docs/how-to/run-a-study.md", tmp_path, monkeypatch)
    assert {"face", "hosts", "hosts.yaml", "blow-ups.csv"} <= {path.name for path in tmp_path.iterdir()}

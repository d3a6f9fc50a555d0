"""Can everything that the page on studies says to type be typed, in order?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shell_lines import blocks, carry_out_page

PAGE = "docs/how-to/run-a-study.md"


@pytest.mark.slow
def test_what_the_page_says_to_type_can_be_typed_and_answers_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = carry_out_page(PAGE, tmp_path, monkeypatch)
    assert {"face", "hosts", "hosts.yaml", "blow-ups.csv"} <= {path.name for path in tmp_path.iterdir()}
    answers = blocks(PAGE, "text")
    assert len(answers) == 2
    assert [answer for answer in answers if answer not in said] == []

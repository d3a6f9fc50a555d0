"""The page on reading a decision shows what the command shows, and the borders that the code has."""

from __future__ import annotations

import re

import pytest

from analysis.cli.main import main
from sim.narrative.chance_words import CHANCE_WORDS
from sim.narrative.settlement_words import SHARE_BANDS
from tests.architecture.source_tree import ROOT
from tests.docs.shell_lines import blocks, shell_lines

PAGE = "docs/how-to/read-a-decision.md"
TEXT = (ROOT / PAGE).read_text(encoding="utf-8")


def test_the_page_shows_what_the_command_says(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = shell_lines(PAGE)
    assert main(line.split()[1:]) == 0
    assert blocks(PAGE, "text") == [capsys.readouterr().out]


def test_chance_words_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| (\d+)% \| (\d+)% .*?\| ([a-z ]+) \|$", TEXT, re.MULTILINE)
    borders = [round(100 * row.least) for row in CHANCE_WORDS]
    assert rows == [
        (str(low), str(high), row.words)
        for low, high, row in zip(borders, [*borders[1:], 100], CHANCE_WORDS, strict=True)
    ]


def test_bands_of_shares_are_those_of_the_code() -> None:
    rows = re.findall(r"^\| (\d+)% \| ([a-z ]+) \|$", TEXT, re.MULTILINE)
    assert rows == [(f"{100 * b.most:.0f}", b.words) for b in SHARE_BANDS]

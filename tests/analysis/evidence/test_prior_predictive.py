"""The page: its parts from a few runs, and at night the whole page byte for byte."""

from __future__ import annotations

import re

import pytest

from analysis.evidence.chosen import chosen_part
from analysis.evidence.comparing import comparison_part
from analysis.evidence.component_reach import COMPONENTS, decisions_of
from analysis.evidence.counted import count
from analysis.evidence.prior_predictive import (
    case_part,
    components_part,
    opening,
    page,
    said_of,
    shipped_runs,
    told_runs,
    verdict,
    wide_runs,
)
from tests.architecture.source_tree import ROOT

DOCS = ROOT / "docs" / "prior-predictive.md"


def test_every_part_of_the_page_has_the_lines_that_a_small_study_gives() -> None:
    main = count(60)
    parts = [
        *opening(),
        *components_part(decisions_of(shipped_runs(1)), decisions_of(wide_runs(4))),
        *case_part(main),
        *chosen_part(),
        *comparison_part(main, told_runs(4), 60),
    ]
    made, kept = headings("\n".join(parts)), headings(DOCS.read_text(encoding="utf-8"))
    assert made == kept
    for component in COMPONENTS:
        assert sum(line.startswith(f"| `{component}` |") for line in parts) == 2


def headings(text: str) -> list[str]:
    """Headings and first cells of tables: the page without its numbers."""
    return re.findall(r"^(?:#+ .*|\| [^|]*\|)", text, re.MULTILINE)


def test_what_is_off_is_said() -> None:
    assert verdict([], "fine") == "fine"
    assert verdict(["ego is dead", "x"], "fine") == "**Off:** ego is dead; x."


def test_a_part_whose_figures_helped_to_choose_a_number_says_so() -> None:
    said = " ".join(said_of("hosts", "outcome-classes"))
    assert said.startswith("outcome-classes: Not evidence: it was looked at while `")
    assert "`floor_base`" in said and "hosts" not in said
    assert said_of("hosts") == []


@pytest.mark.nightly
def test_the_page_in_the_docs_is_the_page_that_this_model_makes() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "make it anew: python -m analysis.evidence docs"

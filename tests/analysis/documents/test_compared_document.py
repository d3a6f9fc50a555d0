"""A comparison's page answers first, draws every difference, and keeps every number of the terminal."""

from __future__ import annotations

import pytest

from analysis.documents.compared_document import compared_document, settings_said
from analysis.documents.document import Picture, Table
from analysis.documents.html_writing import html_page
from analysis.estimates.paired_runs import Parted, differences, median_days, run_pairs
from sim.files import load_scenario, vary
from tests.analysis.documents.page_reader import read

HEAD = {
    "settings": (("leaders.us.ego=0.1",), ()),
    "runs": 60,
    "asked": 90,
    "seed": 0,
    "parameters": "drawn",
    "version": "1",
}


@pytest.mark.parametrize("changed", [{"leaders.us.ego": 0.1}, {}])
def test_it_is_a_whole_page(changed: dict[str, float]) -> None:
    base = load_scenario("us-dprk-2019")
    pair = vary(base, changed), base
    pairs = run_pairs(pair, 0, 60, "drawn", None, lambda _: None)
    found = differences(pairs, float(base.horizon_days))
    parted = Parted(60, 0.9, 1.0, 7.0, 30.0, 4)
    document = compared_document(found, median_days(pairs, 0), parted, pair, HEAD)
    blocks = [block for section in document.sections for block in section.blocks]
    assert sum(isinstance(block, Picture) for block in blocks) == bool(changed)
    assert sum(isinstance(block, Table) for block in blocks) >= 5
    page = read(html_page(document))
    said = " ".join(page.text)
    assert "lucks, stopped early of 90 asked" in said
    assert document.answer[0] in said
    assert document.question == "A: ego of Donald Trump at 0.1 against B: the scenario as it is"
    assert "(A leaders.us.ego=0.1)" in document.made
    assert not {"script", "link"} & set(page.tags)
    assert ("svg" in page.tags) == bool(changed)


def test_settings_have_names_for_readers() -> None:
    base = load_scenario("us-china-2025")
    typed = ("mediators.vietnam=null", "leaders.china.face_need=0.9")
    pair = vary(base, {"mediators.vietnam": None, "leaders.china.face_need": 0.9}), base
    assert list(settings_said(pair, (typed, ()))) == [
        "A: no Vietnam and need for face of Xi Jinping at 0.9",
        "B: the scenario as it is",
    ]

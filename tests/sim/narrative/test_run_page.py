"""The page of a run is complete in itself: nothing is fetched, nothing written by a scenario's author can run."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from sim.narrative.run_page import page
from tests.sim.sample import sample_scenario, sample_trajectory

VOID = ("meta", "path", "rect", "br")


def test_nothing_is_fetched_from_outside() -> None:
    html = page(sample_trajectory())
    assert not re.search(r"(src|href)\s*=|https?:|url\(|@import|<script|<link|<iframe", html)


def test_it_is_made_for_phones_and_paper() -> None:
    html = page(sample_trajectory())
    assert 'name="viewport"' in html
    assert "@media print" in html


def test_the_story_and_how_it_was_made_are_in_it() -> None:
    html = page(sample_trajectory())
    for part in ("Outcome: a deal", "The two leaders speak on the line.", "a model&#x27;s world", "seed 7", "run 3"):
        assert part in html


def test_names_cannot_break_out() -> None:
    leaders = {
        s: x.model_copy(update={"name": "<script>alert(1)</script>", "country": '"><b>'})
        for s, x in sample_scenario().leaders.items()
    }
    html = page(
        sample_trajectory(scenario=sample_scenario(title="</title><script>").model_copy(update={"leaders": leaders}))
    )
    assert "<script" not in html
    assert "<b>" not in html


def test_the_drawings_are_well_formed() -> None:
    for svg in re.findall(r"<svg.*?</svg>", page(sample_trajectory()), re.DOTALL):
        assert ElementTree.fromstring(svg).get("role") == "img"


def test_every_element_is_closed() -> None:
    opened: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, _: object) -> None:
            opened.extend([tag] if tag not in VOID else [])

        def handle_endtag(self, tag: str) -> None:
            if tag not in VOID:
                assert opened.pop() == tag

    Balance().feed(page(sample_trajectory()))
    assert opened == []

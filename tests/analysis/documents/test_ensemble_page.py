"""Is the page whole, safe whatever the names are, and without need of a network?"""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given

from analysis.documents.ensemble_page import page
from sim.files import list_scenarios, load_scenario
from sim.scenario import Scenario
from tests.analysis.estimates.examples import found_in
from tests.generate import few, scenarios

EMPTY = {"meta", "path", "rect", "br", "link", "!doctype"}


class Balance(HTMLParser):
    """Notes tags that are not closed and addresses that are fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tables += tag == "table"
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "xlink:href")]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(text: str) -> Balance:
    balance = Balance()
    balance.feed(text)
    assert balance.open == []
    assert balance.fetched == []
    assert "url(" not in text
    return balance


@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios(name: str) -> None:
    text = page(found_in(load_scenario(name)), load_scenario(name))
    assert checked(text).tables >= 5
    assert "60 runs, stopped early of 120 asked, seed 0" in text


@few
@given(scenario=scenarios(8))
def test_any_scenario(scenario: Scenario) -> None:
    checked(page(found_in(scenario, 4), scenario))

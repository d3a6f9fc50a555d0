"""The main case counted: what the page says of 2,000 runs is what 2,000 runs give, and its conditions hold."""

from __future__ import annotations

import re

import pytest

from analysis.estimates import outcome_words
from analysis.evidence.counted import (
    CASE,
    Counted,
    agreed,
    agreement_if,
    asked_by,
    classes,
    complaints,
    contrast,
    contrasts,
    count,
    days_if_settled,
    days_to_settlement,
    mediated,
)
from analysis.evidence.prior_predictive import RUNS
from tests.architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def main() -> Counted:
    return count(RUNS)


def test_the_conditions_on_the_main_case_hold(main: Counted) -> None:
    assert complaints(main) == []


def test_the_page_in_the_docs_was_made_by_this_model(main: Counted) -> None:
    page = (ROOT / "docs" / "prior-predictive.md").read_text(encoding="utf-8")
    found = classes(main)
    for name, word in outcome_words().items():
        line = re.search(rf"^\| {word} \| ([\d.]+)% \[.*?\| ([\d.]+)% \[", page, re.MULTILINE)
        assert line is not None, word
        for said, part in zip(line.groups(), ("with", "without"), strict=True):
            now = 100 * float(found[part].loc[name, "share"])
            assert float(said) == pytest.approx(now, abs=1.0), (
                f"docs/prior-predictive.md has {said}% {word}, {CASE} gives {now:.1f}%: the page is older than the "
                "model. Make it anew: python -m analysis.evidence docs"
            )


def test_hosts_that_change_nothing_and_one_class_for_all_are_complained_of(main: Counted) -> None:
    idle = main._replace(bare=main.table)
    assert complaints(idle) == ["hosts do not surely lessen the runs in which the leaders neither speak nor agree"]
    hindered = main._replace(table=main.bare, bare=main.table)
    assert any(said.startswith("hosts do not surely lessen") for said in complaints(hindered))
    alike = main._replace(table=main.table.assign(outcome="deal"))
    assert {"deal takes 100% of the runs", "only 1 outcome classes are reached"} <= set(complaints(alike))


def test_a_contrast_is_paired(main: Counted) -> None:
    same = contrast("", agreed(main.table), agreed(main.table))
    assert same.difference.value == 0
    added = contrasts(main)[-2]
    assert added.difference.value == pytest.approx(added.with_hosts.value - added.without.value)


def test_rates_are_shares_of_what_they_say(main: Counted) -> None:
    table = main.table
    met = table["mediator"] != ""
    assert mediated(table).value == pytest.approx(met.mean())
    assert agreement_if(table, mediated=True).value == pytest.approx(agreed(table[met]).mean())
    assert asked_by(table, "us").value + asked_by(table, "china").value == pytest.approx(1)
    assert days_if_settled(main).value <= days_to_settlement(main).value

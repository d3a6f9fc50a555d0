"""What is said about a planted box, and about questions with no answer."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.discovery import Box, DiscoveryError, Members, Span, WhereError, discover
from analysis.discovery.finding import quasi_p, question_in_words
from tests.analysis.discovery import planted

WHERE = "outcome == 'no_contact'"


def test_says_what_was_planted_with_numbers_that_can_be_counted_again() -> None:
    table = planted.runs(3000, 1, 0.85, 0.05)
    found = discover(table, planted.FACTORS, WHERE, boxes=1)
    first = found.findings[0]
    inside = first.box.holds(table)
    assert set(first.box.limits) == {"caution", "groundwork"}
    assert first.density.value == table.loc[inside, "case"].mean() == pytest.approx(0.85, abs=0.05)
    assert first.coverage == pytest.approx((inside & table["case"]).sum() / table["case"].sum())
    assert first.density.low < first.density.value < first.density.high
    assert first.words.startswith("no contact in 8")
    assert f"covers {first.coverage:.0%} of all such runs" in first.words
    assert (first.limits["quasi_p"] < 1e-6).all()
    assert (found.runs, found.cases) == (3000, int(table["case"].sum()))


def test_a_second_box_is_found_outside_the_first() -> None:
    table = planted.runs(4000, 2)
    table.loc[(table["ego"] < 0.15) & (table["clock"] == "fixed"), "outcome"] = "no_contact"
    found = discover(table, planted.FACTORS, WHERE, boxes=3)
    assert len(found.findings) >= 2
    assert {"ego", "clock"} <= set(found.findings[1].box.limits)
    assert sum(finding.coverage for finding in found.findings) <= 1 + 1e-9


def test_failed_runs_are_no_cases_and_no_opposite() -> None:
    table = planted.runs(1000, 2)
    failed = table.assign(status="failed", outcome=None).head(300)
    both = pd.concat([table.assign(status="done"), failed], ignore_index=True)
    alone, mixed = (discover(one, planted.FACTORS, WHERE, boxes=1) for one in (table, both))
    assert (mixed.runs, mixed.cases, mixed.left_out) == (1000, alone.cases, 300)
    assert mixed.findings[0].words == alone.findings[0].words


def test_few_cases_are_not_lost_to_a_name_that_happens_to_have_more() -> None:
    """Here PRIM by all factors drops two of three names first, by chance, and the planted box with them."""
    found = discover(planted.runs(600, 4, 0.3, 0.05), planted.FACTORS, WHERE, boxes=1)
    assert set(found.findings[0].box.limits) == {"caution", "groundwork"}


def test_pure_chance_finds_little() -> None:
    table = planted.runs(1000, 4, 0.3, 0.3)
    found = discover(table, planted.FACTORS, WHERE, boxes=1)
    assert not found.findings or found.findings[0].density.value < 0.5


def test_quasi_p_by_hand() -> None:
    """Box with 2 of 2 cases; without its limit 2 of 4 are cases: the chance is 1/4."""
    table = planted.runs(4).assign(caution=[0.1, 0.2, 0.8, 0.9], case=[False, False, True, True])
    found = quasi_p(planted.inputs(table), Box({"caution": Span(0.5)}))
    assert found.loc[0, "quasi_p"] == pytest.approx(0.25)
    assert found.loc[0, "density_without"] == 0.5


def test_questions_in_words() -> None:
    assert question_in_words('outcome=="blow_up"') == "broken off"
    assert question_in_words(" trough_us > 0.1 ") == "trough_us > 0.1"


def test_questions_without_an_answer_say_so() -> None:
    table = planted.runs(50)
    with pytest.raises(DiscoveryError, match="no run is a case"):
        discover(table, planted.FACTORS, "caution > 2")
    with pytest.raises(WhereError, match="no run is a case: no row has 'truce' in outcome; there are: 'deal'"):
        discover(table, planted.FACTORS, "outcome == 'truce'")
    with pytest.raises(WhereError, match="no column"):
        discover(table, planted.FACTORS, "outcom == 'truce'")
    with pytest.raises(DiscoveryError, match="at least one box"):
        discover(table, planted.FACTORS, WHERE, boxes=0)


def test_limits_stay_open_where_rounding_would_close_them() -> None:
    table = planted.runs(500).assign(caution=lambda t: 0.5 + t["caution"] * 1e-9)
    table.loc[0, "caution"] = 100.0
    found = discover(table, ["caution", "groundwork"], WHERE, boxes=1)
    for finding in found.findings:
        for limit in finding.box.limits.values():
            assert isinstance(limit, Members) or limit.low < limit.high
    assert found.tree.table["density"].between(0, 1).all()


def test_the_density_of_a_box_counts_each_luck_once() -> None:
    """Fault: replications share their luck, and a density was as sure as if each run had one of its own."""
    table = planted.runs(2000, 3, 0.85, 0.05)
    alone = discover(table, planted.FACTORS, WHERE, boxes=1).findings[0]
    twice = pd.concat([table.assign(seed=1, run=range(2000))] * 2, ignore_index=True)
    many = discover(twice, planted.FACTORS, WHERE, boxes=1).findings[0]
    assert many.density.n == many.runs == 2 * many.density.lucks
    assert many.density.width >= alone.density.width * (alone.runs / many.density.lucks) ** 0.5 * 0.95

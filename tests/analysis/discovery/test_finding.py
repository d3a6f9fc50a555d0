"""What is claimed of a planted box, that nothing is claimed of nothing, and of questions with no answer."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.discovery import DiscoveryError, Plan, WhereError, discover
from analysis.discovery import finding as finding_module
from analysis.discovery.finding import LEAST_COVERAGE, question_in_words
from tests.analysis.discovery import planted

WHERE = "outcome == 'no_contact'"
QUICK = Plan(shuffles=19)


def found_in(table: pd.DataFrame, boxes: int = 1, plan: Plan = QUICK) -> object:
    return discover(table, planted.FACTORS, WHERE, boxes, plan)


def test_a_planted_box_is_found_and_told_by_the_lucks_that_did_not_find_it() -> None:
    table = planted.crossed(300, 12, 1, 0.85, 0.05)
    found = found_in(table)
    (first,) = found.findings
    inside = first.box.holds(table)
    assert set(first.box.limits) == {"caution", "groundwork"}
    assert first.held.runs == inside.sum() / 2
    assert first.held.density.low < 0.85 < first.held.density.high + 0.05
    assert first.held.gain.low > 0.5
    assert first.held.coverage.value > 0.6
    assert (first.limits["quasi_p"] < 1e-6).all()
    assert first.nothing.p == 1 / 20
    assert (found.runs, found.cases, found.lucks) == (3600, int(table["case"].sum()), (6, 6))


def test_held_out_density_is_not_flattered() -> None:
    """Sought density exceeds the truth on average, the held-out one does not."""
    sought, held, truth = [], [], []
    for seed in range(16):
        table = planted.crossed(60, 12, seed, 0.5, 0.15)
        found = found_in(table, plan=Plan(shuffles=1))
        first = found.findings[0] if found.findings else found.doubtful
        if first is not None:
            inside = first.box.holds(table)
            truth.append(0.15 + 0.35 * planted.in_box(table)[inside].mean())
            sought.append(first.sought[1])
            held.append(first.held.density.value)
    assert len(truth) > 9
    assert sum(sought) - sum(truth) > 0.02 * len(truth)
    assert abs(sum(held) - sum(truth)) < 0.02 * len(truth)


def claims(tables: int, by_luck: float) -> int:
    """Small studies of nothing in which a box is claimed."""
    return sum(bool(found_in(planted.crossed(30, 10, seed, 0.35, 0.35, by_luck)).findings) for seed in range(tables))


@pytest.mark.parametrize("by_luck", [0.0, 0.15])
def test_where_nothing_has_an_effect_hardly_any_box_is_claimed(by_luck: float) -> None:
    """Of 24 studies at most 5%: more than 4 would happen less than once in a hundred times."""
    assert claims(24, by_luck) <= 4


@pytest.mark.nightly
@pytest.mark.parametrize("by_luck", [0.0, 0.15])
def test_where_nothing_has_an_effect_many_studies(by_luck: float) -> None:
    """Of 500 at most 5% and three standard errors."""
    assert claims(500, by_luck) <= 39


def test_the_held_out_lucks_alone_refuse_most_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two judges is sharp without the other: here shuffles say nothing."""
    nothing = finding_module.found_in_nothing
    monkeypatch.setattr(finding_module, "found_in_nothing", lambda *a: nothing(*a[:3], 1)._replace(p=0.0))
    assert claims(24, 0.0) <= 4


def test_the_shuffles_alone_refuse_most_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding_module, "_why_not", lambda _: "")
    assert claims(12, 0.0) <= 3


def test_a_tiny_box_is_no_finding() -> None:
    """5% of the settings with all cases there: much density, hardly any coverage."""
    table = planted.crossed(200, 16, 3, 0.45, 0.45)
    table.loc[table["ego"] < 0.05, "outcome"] = "no_contact"
    table["case"] = table["outcome"] == "no_contact"
    found = discover(table, ["ego"], WHERE, 1, QUICK)
    for one in found.findings:
        assert one.held.coverage.value >= LEAST_COVERAGE
    refused = found.doubtful
    assert refused is None or refused.why_not


@pytest.mark.parametrize(
    ("coverage", "runs", "gain", "words"),
    [
        (0.05, 100, 0.1, "under 10% of the cases"),
        (0.5, 4, 0.1, "under 5% of the runs"),
        (0.5, 100, -0.1, "not confirm"),
        (0.5, 100, 0.01, "hardly more frequent"),
    ],
)
def test_what_is_no_finding(coverage: float, runs: int, gain: float, words: str) -> None:
    held = found_in(planted.crossed(100, 10, 1, 0.9, 0.1)).findings[0].held
    changed = held._replace(
        runs=runs, coverage=held.coverage._replace(value=coverage), gain=held.gain._replace(low=gain, value=gain)
    )
    changed = changed._replace(usual=held.usual._replace(n=1000))
    assert words in finding_module._why_not(changed)
    assert not finding_module._why_not(held)


def test_a_second_box_is_found_outside_the_first() -> None:
    table = planted.crossed(400, 10, 2)
    table.loc[(table["ego"] < 0.25) & (table["clock"] == "fixed"), "outcome"] = "no_contact"
    found = found_in(table, 3)
    assert len(found.findings) >= 2
    assert {"ego", "clock"} <= {name for one in found.findings for name in one.box.limits}
    assert [one.is_first for one in found.findings[:2]] == [True, False]
    assert sum(one.held.coverage.value for one in found.findings) <= 1 + 1e-9
    inside = sum(one.box.holds(table).astype(int) for one in found.findings[:1])
    assert found.findings[1].held.usual.n == (len(table) - inside.sum()) / 2


def test_failed_runs_are_no_cases_and_no_opposite() -> None:
    table = planted.crossed(80, 10, 2, 0.9, 0.1)
    failed = table.assign(status="failed", outcome=None).head(300)
    both = pd.concat([table.assign(status="done"), failed], ignore_index=True)
    alone, mixed = found_in(table), found_in(both)
    assert (mixed.runs, mixed.cases, mixed.left_out) == (800, alone.cases, 300)
    assert mixed.findings[0].held == alone.findings[0].held


def test_the_order_of_rows_changes_nothing() -> None:
    table = planted.crossed(80, 10, 2, 0.6, 0.2)
    one, two = found_in(table), found_in(table.sample(frac=1, random_state=5, ignore_index=True))
    assert [(f.box, f.held.runs, f.held.cases) for f in one.findings] == [
        (f.box, f.held.runs, f.held.cases) for f in two.findings
    ]


def test_too_few_lucks_give_no_box_and_say_so() -> None:
    found = found_in(planted.crossed(200, 7, 1, 0.9, 0.1))
    assert (found.findings, found.tree) == ((), None)
    assert "7 lucks: at least 8" in found.why_none
    assert found.often.lucks == 7


def test_questions_in_words() -> None:
    assert question_in_words('outcome=="blow_up"') == "broken off"
    assert question_in_words(" trough_us > 0.1 ") == '"trough_us > 0.1" holds'


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

"""Are outcomes summed over all runs and at the ends of each factor, failures apart?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.estimates import luck_numbers, measure, share, wilson
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.studies import StudyFolder, group_totals, summarise, sweep
from tests.analysis.studies.made import SMALL, sides, write


def test_shares_are_those_of_the_rows(small: StudyFolder) -> None:
    summary, rows = summarise(small), small.rows()
    assert summary.runs == 3600
    for outcome, found in summary.shares.items():
        assert found == pytest.approx((rows["outcome"] == outcome).mean())
    low = next(end for end in summary.ends if end.factor == "ego")
    chosen = rows[rows["ego"] <= rows["ego"].min() + 0.25 * (rows["ego"].max() - rows["ego"].min())]
    assert low.runs == len(chosen)
    assert low.shares["deal"] == pytest.approx((chosen["outcome"] == "deal").mean())
    assert {end.where for end in summary.ends if end.factor == "help"} == {"as it is", "none"}


def test_names_of_a_factor_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Fault: by the alphabet 'most hosts' stood between 'all hosts' and 'no host', wherever the file had it."""
    turned = SMALL.replace("      as it is: {}\n", "").replace(
        "{mediators: {}}\n", "{mediators: {}}\n      as it is: {}\n"
    )
    text = turned.replace("points: 60", "points: 6").replace("replications: 60", "replications: 2")
    summary = summarise(sweep(write(tmp_path, text), tmp_path / "out").folder)
    assert [end.where for end in summary.ends if end.factor == "help"] == ["none", "as it is"]


def test_every_interval_counts_each_luck_once(small: StudyFolder) -> None:
    """Fault: sixty lucks shared by sixty rows are sixty lucks, not 3,600 runs that know nothing of each other."""
    summary, rows = summarise(small), small.rows()
    for end in (summary.outcomes, *(end.outcomes for end in summary.ends)):
        assert {made.lucks for made in end.values()} == {60}
    deal = share((rows["outcome"] == "deal").astype(float), luck_numbers(rows))
    assert summary.outcomes["deal"] == pytest.approx(deal)
    assert deal.width > 1.5 * wilson(int((rows["outcome"] == "deal").sum()), 3600).width


def test_measures_are_those_of_the_rows(small: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group_totals, "PIECE", 1)
    rows = small.rows()
    for line in summarise(small).measures:
        made = restricted_estimate(measure(rows, line.measure), rows)
        assert (line.estimate, line.low, line.high) == pytest.approx(made.numbers, nan_ok=True)
        assert (line.runs, line.runs + line.missing, line.lucks) == (made.n, 3600, made.lucks)
    assert "first_contact_days" in {line.measure for line in summarise(small).measures}


def test_a_program_reads_shares_as_numbers(small: StudyFolder) -> None:
    plain = summarise(small).as_plain()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["shares"]["deal"] == summarise(small).outcomes["deal"].value
    assert set(plain["intervals"]["deal"]) == {"low", "high", "lucks"}
    assert set(plain["ends"][0]) == {"factor", "where", "runs", "shares", "intervals"}


def test_contrasts_come_largest_first(small: StudyFolder) -> None:
    swings = [contrast.swing for contrast in summarise(small).contrasts()]
    assert len(swings) == 3
    assert swings == sorted(swings, reverse=True)


def test_failures_count_apart(failing: StudyFolder) -> None:
    summary = summarise(failing)
    assert (summary.runs, summary.failed) == (15, 3)
    assert sum(summary.shares.values()) == pytest.approx(1)


def test_without_outcomes_there_is_only_a_count(tmp_path: Path) -> None:
    folder = sweep(write(tmp_path, SMALL + "outputs: [trough]\n"), tmp_path / "out").folder
    summary = summarise(folder)
    assert (summary.runs, summary.failed, summary.outcomes, summary.ends) == (3600, 0, {}, ())
    assert {line.measure for line in summary.measures} == {f"trough_{side}" for side in sides()}
    assert all("trough" in name for name in folder.manifest["measures"])

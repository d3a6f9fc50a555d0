"""Plain values and lines of CSV hold the same numbers as were measured, row by row."""

from __future__ import annotations

import csv
import io
import json

import pytest

from analysis.evidence.claims.paired_luck import Plan
from analysis.evidence.mechanisms import each_off, measure_switches
from analysis.evidence.mechanisms.mechanisms_rows import COLUMNS, as_plain, csv_text
from analysis.evidence.mechanisms.switched_cases import OUTCOMES, chosen_switches
from sim import load_scenario, vary

CASE = vary(load_scenario("two-leaders"), {"domain": "school"})
EFFECTS = measure_switches(CASE, each_off(CASE, chosen_switches([21, 28, 34])), Plan(30, 4, "central"))


def test_plain_values() -> None:
    plain = as_plain(EFFECTS)
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["scenario"], plain["seed"], plain["parameters"], plain["lucks"]) == ("two-leaders", 4, "central", 30)
    assert (plain["asked"], plain["intervals"], plain["partial"]) == (3, 24, False)
    ego, gate, hosts = plain["mechanisms"]
    assert ego["switched_off"] == {"leaders.verenia.ego": 0, "leaders.aldmark.ego": 0}
    assert (gate["state"], gate["why"]) == ("off already", "no adviser is a gatekeeper")
    assert all(change["change"] == change["low"] == change["high"] == 0 for change in gate["outcomes"])
    assert hosts["mechanism"] == "hosts who step in", "what a program reads does not change with the words of a case"
    for one, found in zip(plain["mechanisms"], EFFECTS.found, strict=True):
        assert [change["outcome"] for change in one["outcomes"]] == list(OUTCOMES)
        for told, change in zip(one["outcomes"], found.changes, strict=True):
            assert (told["change"], told["low"], told["high"]) == change.estimate.numbers
            assert told["as_it_is"] - told["without"] == pytest.approx(told["change"])


def test_lines_of_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_text(EFFECTS))))
    assert len(rows) == 3 * len(OUTCOMES)
    assert tuple(rows[0]) == COLUMNS
    for line, (found, change) in zip(rows, ((f, c) for f in EFFECTS.found for c in f.changes), strict=True):
        assert (int(line["row"]), line["outcome"], line["state"]) == (found.row, change.outcome, str(found.state))
        assert float(line["change"]) == pytest.approx(change.estimate.value, rel=1e-5)
        assert int(line["lucks_moved"]) == change.moved
        assert line["distinguishable"] == str(change.estimate.low > 0 or change.estimate.high < 0)
    units = {line["outcome"]: line["unit"] for line in rows}
    assert units == dict.fromkeys(OUTCOMES, "share") | {
        "ask_days": "days",
        "contact_days": "days",
        "asks_before": "share less share",
    }

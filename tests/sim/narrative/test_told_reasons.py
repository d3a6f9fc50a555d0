"""Reasons stand where they say most, and a spent one is left out."""

from __future__ import annotations

from sim.narrative.items import Item, Rank
from sim.narrative.told_reasons import AT_TABLE, WORTH, Dose, Spent, with_reasons
from sim.narrative.told_run import ToldRun
from tests.sim.sample import sample_decision, sample_trajectory


def items(run: ToldRun) -> list[Item]:
    return [Item(event.date, event.date, event.kind, (event.event,), Rank.always) for event in run.log]


def test_what_is_decided_at_a_table_has_reasons() -> None:
    assert set(WORTH) >= AT_TABLE


def test_reasons_belong_to_the_decision_of_the_event() -> None:
    run = ToldRun(sample_trajectory())
    found = with_reasons(items(run), run, Dose(9, 2), ())
    assert {item.events[0] for item in found if item.why} == {10}
    assert found[10].why.startswith("The alternative was to wait, but ")
    assert sum(bool(item.why) for item in with_reasons(items(run), run, Dose(1, 2), ())) == 1
    assert not any(item.why for item in with_reasons(items(run), run, Dose(9, 2), ("us", "cn")))


def test_a_truce_is_explained_by_the_answers_at_the_table() -> None:
    rows = [{**row, "about": "truce"} for row in sample_decision(50, 27.0, "us", "accept", "answer")]
    rows += [{**row, "about": "truce"} for row in sample_decision(51, 27.0, "cn", "accept", "answer")]
    run = ToldRun(sample_trajectory(decisions={name: [row[name] for row in rows] for name in rows[0]}))
    both = with_reasons(items(run), run, Dose(9, 2), ())[9].why
    one = with_reasons(items(run), run, Dose(9, 2), ("cn",))[9].why
    assert both == "Both did so rather than refuse, because the market had fallen by about a twentieth."
    assert one == both.replace("Both", "The President")


def test_a_clause_is_spent_after_its_uses_and_at_once_for_the_same_leader() -> None:
    run = ToldRun(sample_trajectory())
    ask = run.choices[1]
    one = ask._replace(chosen=ask.option("hold"))
    ledger = Spent(Dose(9, 2))
    assert ledger.tell(ask, run)
    assert not ledger.tell(ask, run)
    assert ledger.tell(one, run)
    assert ledger.tell(ask, run)
    assert ledger.tell(one, run)
    assert not ledger.tell(ask, run)

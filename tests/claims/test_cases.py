"""Do the runs of the article's four other cases reach the situations that it describes (rows 29 to 32)?

What each case sets is in ``tests/scenarios/test_article_cases.py``. A fair share is one run in ten of the counted ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sim.files import load_scenario, vary
from sim.run import run_one
from tests.claims.stage import SEED, SURE, Told, kinds, ledgers, meetings, reason, standard_errors

RUNS = 600
FAIR = RUNS // 10


def in_order(told: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether some events came one after the other, whatever happened between them."""
    ahead = iter(told)
    return all(kind in ahead for kind in wanted)


def happened(told: Sequence[Told]) -> list[str]:
    return [event.kind for event in told]


def test_claim_29_threats_then_letters_then_a_summit() -> None:
    course = ("escalate", "letter_sent", "summit_held")
    reached = [
        run for run, told in enumerate(ledgers(load_scenario("us-dprk-2018"), RUNS)) if in_order(happened(told), course)
    ]
    assert len(reached) >= FAIR
    record = run_one("us-dprk-2018", seed=SEED, run=reached[0], parameters="drawn")
    assert in_order(kinds(record), course)
    assert record.outcome.first_in_person is not None


def test_claim_30_a_second_summit_without_a_deal() -> None:
    course = ("summit_held", "no_deal")
    told = [happened(run) for run in ledgers(load_scenario("us-dprk-2019"), RUNS)]
    empty = [run for run, events in enumerate(told) if in_order(events, course)]
    assert len(empty) >= FAIR
    outcomes = [run_one("us-dprk-2019", seed=SEED, run=run, parameters="drawn").outcome for run in empty[:10]]
    assert "no_deal" in {outcome.outcome_class for outcome in outcomes}


def test_claim_30_a_bond_without_substance_does_not_settle() -> None:
    """Off: strangers. On: friends. Both want more than there is; 1,000 summits with the same luck."""
    scenario = load_scenario("us-dprk-2019")
    apart = {f"leaders.{side}.public.win_set": 0.95 for side in scenario.leaders}
    strangers, friends = meetings([{**apart, "dyad.rapport": bond} for bond in (0, 1)], 1000, scenario)
    for table in (strangers, friends):
        assert "deal" not in set(table["outcome"]) and "no_deal" in set(table["outcome"])
        assert np.all(table["pressure_dprk"] == scenario.leaders["dprk"].pressure.points)  # the programme went on
    assert (friends["outcome"] == "no_deal").sum() >= (strangers["outcome"] == "no_deal").sum()


def test_claim_31_the_target_gains_from_delay() -> None:
    """Off: a target in a hurry. On: as patient as the case has it."""
    scenario = load_scenario("us-russia-2025")
    off, on = (run_one(vary(scenario, change), seed=SEED) for change in ({"leaders.russia.patience": 0}, {}))
    assert reason(off, "russia", "hold", "stakes") == 0 < reason(on, "russia", "hold", "stakes")
    assert reason(on, "russia", "hold", "stakes") > reason(on, "us", "hold", "stakes")


def test_claim_31_the_patient_target_gets_more_in_the_end() -> None:
    """Two who can agree, the ground well laid; 2,000 meetings with the same luck, and what the target gets."""
    scenario = load_scenario("us-russia-2025")
    soft = {f"leaders.{side}.{field}": 0.2 for side in scenario.leaders for field in ("resolve", "public.win_set")}
    begin = {**soft, "dyad.groundwork": 0.9}
    hurried, patient = meetings([{**begin, "leaders.russia.patience": 0}, begin], 2000, scenario)
    both = (hurried["outcome"] == "deal") & (patient["outcome"] == "deal")
    assert both.sum() > 100
    weights = {name: issue.weight["russia"] for name, issue in scenario.issues.items()}
    gain = sum(
        (patient[f"settlement_{name}"] - hurried[f"settlement_{name}"])[both] * weight
        for name, weight in weights.items()
    )
    assert standard_errors(gain) > SURE


def test_claim_31_the_proposal_is_refused_in_a_fair_share_of_runs() -> None:
    scenario = load_scenario("us-russia-2025")
    russia = sorted(scenario.leaders).index("russia")
    refusals = {"request_declined", "request_lapsed", "mediation_declined", "mediation_lapsed"}
    told = list(ledgers(scenario, RUNS))
    assert sum(any(e.kind in refusals and e.actor == russia for e in run) for run in told) >= FAIR
    assert sum("truce_agreed" not in happened(run) for run in told) > RUNS / 2
    assert scenario.truce.term_days == 30


def test_claim_32_a_clash_before_cameras() -> None:
    told = [happened(run) for run in ledgers(load_scenario("us-ukraine-2025"), RUNS)]
    clashed = [run for run, events in enumerate(told) if in_order(events, ("summit_held", "blow_up"))]
    assert len(clashed) >= RUNS / 20
    record = run_one("us-ukraine-2025", seed=SEED, run=clashed[0], parameters="drawn")
    assert record.outcome.ever["rupture"]
    outcomes = [run_one("us-ukraine-2025", seed=SEED, run=run, parameters="drawn").outcome for run in clashed[:10]]
    assert "blow_up" in {outcome.outcome_class for outcome in outcomes}

"""Claims about third parties who may host (rows 34, 35, 36)."""

from __future__ import annotations

import numpy as np

from sim.files import vary
from sim.policies.simple import always
from sim.results.trajectory import Trajectory
from sim.vocabulary.codes import BY_HAZARD
from tests.claims.stage import (
    CASE,
    SURE,
    Changes,
    answers_freely,
    count,
    first_run,
    kinds,
    ledgers,
    once,
    play,
    reason,
    rows,
    series,
    standard_errors,
)

HOSTS = tuple(CASE.mediators)
WILLING = always("hold", answer="accept")


def hosts(names: tuple[str, ...] = HOSTS, **values: float) -> Changes:
    """The same values for several mediators."""
    return {f"mediators.{host}.{name}": value for host in names for name, value in values.items()}


def invited(changes: Changes, run: int) -> Trajectory:
    """Washington invites a host; both are willing."""
    return play(changes, us=once("invite_mediator", answer="accept"), china=WILLING, run=run, days=40)


def test_claim_34_a_host_brings_both_to_cut_at_the_same_time() -> None:
    """Off: no third party in the world. On: one is invited, talks convene, and both cut at once."""
    on = first_run(lambda record: "truce_agreed" in kinds(record), lambda run: invited({}, run))
    off = invited({"mediators": {}}, on.run)
    assert not [kind for kind in kinds(off) if kind.startswith("mediat")]
    assert {"mediation_offered", "mediation_convened", "mediation_held"} <= set(kinds(on))
    truce = rows(on, "events", kind="truce_agreed")[0]
    assert truce["mediator"] in HOSTS and truce["actor"] == "both"
    assert "ease" not in kinds(on)
    for side in ("us", "china"):
        assert series(on, f"{side}.pressure")[truce["step"] + 1] < series(on, f"{side}.pressure")[truce["step"]]
    assert np.all(series(off, "us.pressure") == CASE.leaders["us"].pressure.points)


def test_claim_34_the_formula_saves_the_face_that_a_call_would_cost() -> None:
    """What the other side weighs when a host asks, with and without a formula, beside what it weighs when called."""

    def asked(formula: float) -> Trajectory:
        changes = hosts(face_formula=formula)
        return first_run(
            lambda record: bool(rows(record, "decisions", leader="china", about="mediation")),
            lambda run: play(changes, us=once("invite_mediator"), china=answers_freely, run=run, days=20),
        )

    off, on = asked(0), asked(0.6)
    assert reason(on, "china", "accept", "face", "mediation") > reason(off, "china", "accept", "face", "mediation")
    called = play(us=once("request_call"), china=answers_freely)
    assert reason(on, "china", "accept", "face", "mediation") > reason(called, "china", "accept", "face", "call")


def test_claim_34_a_host_without_a_stake_does_not_offer() -> None:
    offers = {}
    for stake in (0, 1):
        told = ledgers(vary(CASE, {**hosts(stake=stake), "horizon_days": 60}), runs=200)
        offers[stake] = sum(
            event.kind == "mediation_offered" and event.origin == BY_HAZARD for run in told for event in run
        )
    assert offers[0] == 0 < offers[1]


def test_claim_34_a_host_acceptable_to_one_side_only_convenes_nothing() -> None:
    spurned = {f"mediators.{host}.acceptability.china": 0 for host in HOSTS}
    base, off = count(CASE, [{}, spurned], runs=500)
    assert not off["ever_talks"].any() and set(off["mediator"]) == {""}
    assert base["ever_talks"].sum() > 0


def test_claim_35_hosts_differ_and_both_sides_choose() -> None:
    """2,000 runs: each of the three hosts somewhere; never one whom a side refuses; always the only one left."""
    refused = {"mediators.singapore.acceptability.china": 0}
    only = {f"mediators.{host}.acceptability.us": 0 for host in HOSTS if host != "vietnam"}
    base, without, alone = count(CASE, [{}, refused, only], runs=2000)
    assert set(HOSTS) <= set(base["mediator"])
    assert "singapore" not in set(without["mediator"])
    assert set(alone["mediator"]) <= {"", "vietnam"} and "vietnam" in set(alone["mediator"])
    record = first_run(lambda r: r.outcome.mediator is not None, lambda run: invited({}, run))
    assert record.outcome.mediator in HOSTS


def test_claim_35_the_more_acceptable_host_is_invited() -> None:
    for favourite in HOSTS:
        changes = {f"mediators.{host}.acceptability.{side}": 0.9 if host == favourite else 0.1
                   for host in HOSTS for side in ("us", "china")}  # fmt: skip
        record = play({**changes, **hosts(stake=0)}, us=once("invite_mediator"))
        assert rows(record, "events", kind="mediator_invited")[0]["mediator"] == favourite


def test_claim_36_a_host_remembers_how_the_last_one_ended() -> None:
    """Off: a triumph. On: a disappointment. Days to the first offer of one's own, 1,500 runs, same luck, 4.9 s.e."""
    first = {}
    for record in (1, -1):
        changes = {**hosts(hosting_memory=record, stake=0.5, reluctance=0.2), "horizon_days": 120}
        days = [
            min((e.day for e in told if e.kind == "mediation_offered" and e.origin == BY_HAZARD), default=120)
            for told in ledgers(vary(CASE, changes), runs=1500)
        ]
        first[record] = np.array(days)
    assert standard_errors(first[-1] - first[1]) > SURE


def test_claim_36_others_remember_it_too() -> None:
    off, on = (play(hosts(hosting_memory=record, stake=0)) for record in (0, -1))
    assert reason(on, "us", "invite_mediator", "precedent") < reason(off, "us", "invite_mediator", "precedent")


def test_claim_36_failed_talks_tire_a_host() -> None:
    refusing = always("hold", answer="decline")
    record = first_run(
        lambda r: "mediation_declined" in kinds(r),
        lambda run: play(hosts(stake=0), us=once("invite_mediator"), china=refusing, run=run),
    )
    host = rows(record, "events", kind="mediation_offered")[0]["mediator"]
    assert series(record, f"mediators.{host}.fatigue")[-1] > 0

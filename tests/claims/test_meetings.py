"""Claims about what happens when the two meet, and what is announced beforehand (rows 16, 18, 37)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.policies.simple import always
from tests.claims.stage import STILL, first_run, kinds, meetings, once, play, rows, series

GENTLE = {
    "dyad.groundwork": 1, "dyad.rapport": 1, "dyad.tension": 0, "summit.open_press": 0,
    **{f"leaders.{side}.{field}": 0 for side in ("us", "china") for field in ("ego", "resolve", "public.win_set")},
}  # fmt: skip
LINKED = {"fish": {"us": 3, "china": 1}, "tolls": {"us": 1, "china": 3}}
LIKE = {name: {"us": 1, "china": 1} for name in LINKED}


def at_stake(weights: dict[str, dict[str, int]], divisible: bool = True) -> dict[str, object]:
    return {"issues": {name: {"weight": of, "divisible": divisible} for name, of in weights.items()}}


def worth(table: dict[str, np.ndarray], weights: dict[str, dict[str, int]]) -> np.ndarray:
    """What both sides together get from each settlement, each side's whole being 1."""
    total = {side: sum(of[side] for of in weights.values()) for side in ("us", "china")}
    parts = [
        table[f"settlement_{name}"] * of["china"] / total["china"]
        + (1 - table[f"settlement_{name}"]) * of["us"] / total["us"]
        for name, of in weights.items()
    ]
    return np.sum(parts, axis=0)


def test_claim_16_linked_issues_are_traded_against_each_other() -> None:
    """Off: one issue cut in two. On: each side cares for another one. 400 summits of two who can agree, same luck."""
    for weights, more in ((LIKE, False), (LINKED, True)):
        (table,) = meetings([{**GENTLE, **at_stake(weights)}], runs=400)
        deals = {name: values[table["outcome"] == "deal"] for name, values in table.items()}
        assert len(deals["outcome"]) > 0
        together = worth(deals, weights)
        assert np.allclose(together, 1) if not more else np.all(together > 1.2)
        if more:  # shares are those of the first side by name, which here is china
            assert np.all(deals["settlement_tolls"] > deals["settlement_fish"])


def test_claim_16_what_cannot_be_divided_goes_to_one_side() -> None:
    shares = {}
    for divisible in (True, False):
        (table,) = meetings([{**GENTLE, **at_stake(LIKE, divisible)}], runs=400)
        deals = table["outcome"] == "deal"
        shares[divisible] = np.concatenate([table[f"settlement_{name}"][deals] for name in LIKE])
        assert len(shares[divisible])
    assert set(shares[False]) <= {0.0, 1.0}
    assert not set(shares[True]) <= {0.0, 1.0}


def test_claim_18_preparation_lowers_the_hazard_of_a_rupture_and_never_removes_it() -> None:
    """20,000 summits with the same luck, without ground and with all of it."""
    bare, laid = meetings([{"dyad.groundwork": 0}, {"dyad.groundwork": 1}], runs=20000)
    assert np.all(laid["ever_rupture"] <= bare["ever_rupture"])
    assert 0 < laid["ever_rupture"].sum() < bare["ever_rupture"].sum()
    assert set(laid["outcome"][laid["ever_rupture"]]) == {"blow_up"}


@pytest.mark.parametrize(
    "paths", [("leaders.us.ego", "leaders.china.ego"), ("summit.open_press",)], ids=["egos", "cameras"]
)
def test_claim_18_egos_and_cameras_raise_it(paths: tuple[str, ...]) -> None:
    off, on = meetings([dict.fromkeys(paths, value) for value in (0, 1)], runs=4000)
    assert np.all(on["ever_rupture"] >= off["ever_rupture"])
    assert on["ever_rupture"].sum() > off["ever_rupture"].sum()


def test_claim_18_a_blow_up_is_an_event_that_costs_the_bond() -> None:
    wild = {**STILL, "summit.open_press": 1, "dyad.tension": 1, "leaders.us.ego": 1, "leaders.china.ego": 1}
    quick = {**wild, "latencies.answer_days": 1, "latencies.summit_lead_days": 5}
    record = first_run(
        lambda r: "blow_up" in kinds(r),
        lambda run: play(quick, us=once("propose_summit"), china=always("hold", answer="accept"), run=run),
    )
    blow_up = rows(record, "events", kind="blow_up")[0]
    assert rows(record, "events", event=blow_up["cause"])[0]["kind"] == "summit_held"
    assert record.outcome.outcome_class == "blow_up"
    rapport = series(record, "rapport")
    assert rapport[blow_up["step"] + 1] < rapport[blow_up["step"]]


def test_claim_37_an_announced_signing_makes_an_empty_table_cost_more() -> None:
    """Off: no ceremony. On: one is announced. Two who cannot agree meet on the same day with the same luck."""
    apart = {f"leaders.{side}.public.win_set": 0.95 for side in ("us", "china")}
    soon = {"latencies.answer_days": 1, "latencies.summit_lead_days": 5}
    calm = {"dyad.groundwork": 1, "dyad.rapport": 1, "dyad.tension": 0, "summit.open_press": 0, "leaders.us.ego": 0}

    def meet(announced: bool, run: int) -> object:
        changes = {**STILL, **apart, **soon, **calm, "summit.signing_announced": announced}
        return play(changes, us=once("propose_summit"), china=always("hold", answer="accept"), run=run)

    on = first_run(lambda record: "no_deal" in kinds(record), lambda run: meet(True, run))
    off = meet(False, on.run)
    assert "no_deal" in kinds(off)
    assert "signing_announced" in kinds(on) and "signing_announced" not in kinds(off)
    for column in ("us.face", "china.face", "us.approval", "china.approval", "rapport"):
        assert series(on, column)[-1] < series(off, column)[-1]
    assert on.outcome.outcome_class == off.outcome.outcome_class == "no_deal"

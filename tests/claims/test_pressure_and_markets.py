"""Claims about pressure, what it does to markets and other fields, and what leaders make of it (rows 2, 9, 10, 11)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.policies.simple import always
from tests.claims.stage import ALONE, STILL, kinds, meetings, once, play, rows, series


def test_claim_02_one_side_escalates_and_the_other_is_drawn_to_retaliate() -> None:
    """Off: the first side's ladder ends where it stands. On: one rung is left. Afterwards both stand at the top."""
    top = {**STILL, "leaders.us.pressure.ceiling": 245, "leaders.us.pressure.rung": 25}
    off = play({**top, "leaders.us.pressure.points": 245}, us=once("escalate"))
    on = play({**top, "leaders.us.pressure.points": 220}, us=once("escalate"))
    steps = rows(on, "events", kind="escalate")
    assert [(step["actor"], step["amount"]) for step in steps] == [("us", 25.0)]
    assert "escalate" not in kinds(off)
    assert not rows(off, "decisions", leader="us", option="escalate")
    assert series(on, "us.pressure").max() == series(off, "us.pressure").max() == 245

    def next_turn(record: object) -> dict[str, float]:
        return next(
            row for row in rows(record, "decisions", leader="china", option="escalate") if row["day"] > steps[0]["day"]
        )

    struck, calm = next_turn(on), next_turn(off)
    assert struck["day"] == calm["day"]
    assert struck["reciprocity"] > calm["reciprocity"]
    assert struck["face"] > calm["face"] == 0
    assert struck["probability"] > calm["probability"]


def test_claim_02_the_ladder_has_rungs_and_a_ceiling() -> None:
    record = play({**STILL, "leaders.us.pressure.rung": 60}, us=always("escalate"), days=60)
    climbed = [row["amount"] for row in rows(record, "events", kind="escalate", actor="us")]
    assert climbed == [60, 40]
    assert series(record, "us.pressure")[-1] == 245


def test_claim_09_markets_fall_on_escalation_and_jump_on_relief() -> None:
    """Off: markets without exposure. On: as the case has it. Markets move on news alone."""
    shielded = {f"leaders.{side}.market.exposure": 0 for side in ("us", "china")}
    for move, sign in (("escalate", -1), ("ease", 1)):
        off = play({**STILL, **shielded}, us=once(move))
        on = play(STILL, us=once(move))
        assert np.all(series(off, "us.index") == 0)
        for side in ("us", "china"):
            assert np.sign(series(on, f"{side}.index")[-1]) == sign
    fallen = play(STILL, us=always("escalate"))
    assert series(fallen, "us.drawdown").max() > series(play(STILL), "us.drawdown").max()
    scarred = play({**STILL, "leaders.us.market.rebound": 0, "weights.flow_damage": 0}, us=once("ease"))
    assert series(scarred, "us.index")[-1] == 0


def test_claim_09_pressure_that_stands_hurts_more_every_day() -> None:
    """Off: nobody presses. On: both do, and both wait: markets and pain never recover while it lasts."""
    none = {f"leaders.{side}.pressure.points": 0 for side in ("us", "china")}
    off, on = play({**STILL, **none}, days=120), play(STILL, days=120)
    for side in ("us", "china"):
        assert np.all(np.diff(series(on, f"{side}.burden")) > 0)
        assert np.all(np.diff(series(on, f"{side}.pain")) >= 0)
        assert np.all(np.diff(series(on, f"{side}.index")) < 0)
        assert np.all(series(off, f"{side}.index") == 0)
        assert series(off, f"{side}.pain")[-1] < series(off, f"{side}.pain")[0]
    assert np.all(np.diff(series(on, "tension")) >= 0) and series(off, "tension")[-1] < series(off, "tension")[0]


def test_claim_09_a_falling_market_hurts_a_leader_who_minds_it() -> None:
    off = play({**STILL, "leaders.us.market_sensitivity": 0, "leaders.us.market.lobby": 0, "leaders.us.advisers": {}})
    on = play({**STILL, "leaders.us.market_sensitivity": 1, "leaders.us.market.lobby": 0, "leaders.us.advisers": {}})
    assert np.all(series(off, "us.pain") == 0)
    assert np.all(series(on, "us.pain") > 0)


def test_claim_10_sustained_pressure_spills_over_into_tension_and_hostility() -> None:
    none = {f"leaders.{side}.pressure.points": 0 for side in ("us", "china")}
    off, on = play({**STILL, **none}, days=60), play(STILL, days=60)
    dry = play({**STILL, "weights.spillover": 0}, days=60)
    assert np.all(series(on, "tension")[1:] > series(off, "tension")[1:])
    assert np.all(series(on, "tension")[1:] > series(dry, "tension")[1:])
    calm, tense = play({**STILL, "dyad.tension": 0}), play({**STILL, "dyad.tension": 1})
    assert np.all(series(tense, "china.hostility")[1:] > series(calm, "china.hostility")[1:])


def test_claim_10_tension_feeds_the_hazard_of_a_rupture() -> None:
    """4,000 summits with the same luck: whatever ruptures in calm ruptures under tension too."""
    calm, tense = meetings([{"dyad.tension": 0}, {"dyad.tension": 1}], runs=4000)
    assert np.all(tense["ever_rupture"] >= calm["ever_rupture"])
    assert tense["ever_rupture"].sum() > calm["ever_rupture"].sum()


@pytest.mark.parametrize(("reply", "sign"), [("escalate", -1), ("ease", 1)])
def test_claim_11_whether_pressure_works_is_learned_from_what_follows(reply: str, sign: int) -> None:
    """Off: a leader who never learns. On: the other hits back and the belief falls, or yields and it rises."""
    begin = {**ALONE, "leaders.us.beliefs.coercion_works": 0.6}
    off, on = (
        play({**begin, "leaders.us.beliefs.learning_rate": rate}, us=once("escalate"), china=always(reply))
        for rate in (0, 0.3)
    )
    assert np.all(series(off, "us.coercion_works") == 0.6)
    assert np.sign(series(on, "us.coercion_works")[-1] - 0.6) == sign
    weighed = [row["coercion"] for row in rows(on, "decisions", leader="us", option="escalate")]
    stubborn = [row["coercion"] for row in rows(off, "decisions", leader="us", option="escalate")]
    assert np.sign(weighed[-1] - stubborn[-1]) == sign
    assert stubborn[0] == stubborn[-1] > 0


def test_claim_11_a_refused_summit_teaches_that_it_backfired() -> None:
    """The playbook: escalate, then ask to meet; the other declines."""

    def playbook(turn: object) -> str:
        moves = {0: "escalate", 1: "propose_summit"}
        number = taken.append(1) or len(taken) - 1 if turn.kind == "turn" else None
        move = moves.get(number, "hold")
        return "decline" if turn.kind == "answer" else move

    taken: list[int] = []
    record = play(ALONE, us=playbook)
    assert kinds(record)[:4] == ["earlier_contact", "escalate", "summit_proposed", "request_declined"]
    belief = series(record, "us.coercion_works")
    assert belief[-1] < belief[0]

"""Claims about advisers and envoys (rows 22 to 28)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.results.trajectory import Trajectory
from tests.claims.stage import (
    CASE,
    STILL,
    insult_on_first_day,
    kinds,
    once,
    play,
    reason,
    rows,
    series,
    shock_on_first_day,
)

AIDES = tuple(CASE.leaders["us"].advisers)


def aides(**values: object) -> dict[str, object]:
    """The same values for every adviser in Washington."""
    return {f"leaders.us.advisers.{aide}.{name}": value for aide in AIDES for name, value in values.items()}


def voice(record: Trajectory, aide: str) -> np.ndarray:
    return series(record, f"advisers.us.{aide}.voice")


@pytest.mark.parametrize("run", range(8))
def test_claim_22_envoys_get_as_far_as_the_aides_let_them(run: int) -> None:
    """Off: open doors and a trusted envoy. On: doors shut."""
    trusted = {**STILL, "leaders.china.envoys.cui-tiankai.standing": 1}
    off = play({**trusted, **aides(openness=1, channel="any")}, china=once("send_envoy"), run=run)
    on = play({**trusted, **aides(openness=0, channel="any")}, china=once("send_envoy"), run=run)
    assert "envoy_received" in kinds(off) and "envoy_blocked" not in kinds(off)
    assert "envoy_blocked" in kinds(on) and "envoy_received" not in kinds(on)
    assert rows(on, "events", kind="envoy_blocked")[0]["envoy"] == "cui-tiankai"
    assert series(off, "groundwork")[-1] > series(on, "groundwork")[-1]
    assert series(off, "china.receptiveness")[-1] > series(on, "china.receptiveness")[-1]


def test_claim_23_a_new_envoy_is_named() -> None:
    """Off: a bench of one. On: another stands by."""
    off = play({**STILL, "leaders.china.envoys.li-chenggang": None}, china=once("appoint_envoy"))
    on = play(STILL, china=once("appoint_envoy"))
    assert not rows(off, "decisions", leader="china", option="appoint_envoy")
    named = rows(on, "events", kind="envoy_appointed")
    assert [(row["actor"], row["envoy"]) for row in named] == [("china", "li-chenggang")]


def test_claim_23_the_need_for_one_is_felt_after_a_closed_door() -> None:
    begin = {**STILL, "leaders.china.envoys.cui-tiankai.standing": 1}
    blocked = play({**begin, **aides(openness=0)}, china=once("send_envoy"))
    received = play({**begin, **aides(openness=1, channel="any")}, china=once("send_envoy"))
    last = [rows(r, "decisions", leader="china", option="appoint_envoy")[-1]["groundwork"] for r in (blocked, received)]
    assert last[0] > last[1] > 0


def test_claim_24_an_administration_is_divided_and_its_voices_shift() -> None:
    """Off: nobody but the leader. On: four voices, of which an insult lifts the hawk's."""
    off = play({**STILL, "leaders.us.advisers": {}})
    assert reason(off, "us", "escalate", "advisers") == 0
    assert not [name for name in off.columns["steps"] if name.startswith("advisers.us.")]
    calm, struck = play(STILL), play({**STILL, **insult_on_first_day("china")})
    for record in (calm, struck):
        assert np.allclose(sum(voice(record, aide) for aide in AIDES), 1)
    assert voice(struck, "navarro")[2] > voice(calm, "navarro")[2]
    assert voice(struck, "bessent")[2] < voice(calm, "bessent")[2]
    assert len({round(float(voice(calm, aide)[0]), 9) for aide in AIDES}) == len(AIDES)


def test_claim_25_a_hawk_is_content_with_silence_and_escalation() -> None:
    off, on = (play({**STILL, "leaders.us.advisers.navarro.stance": stance}) for stance in (0, 0.9))
    assert reason(on, "us", "escalate", "advisers") > reason(off, "us", "escalate", "advisers")
    for option in ("ease", "request_call", "propose_summit", "signal", "send_letter"):
        assert reason(on, "us", option, "advisers") < reason(off, "us", option, "advisers")
    unheard = play({**STILL, "leaders.us.advisers.navarro.influence": 0})
    assert reason(unheard, "us", "escalate", "advisers") < reason(on, "us", "escalate", "advisers")


def test_claim_26_a_dove_who_minds_markets_is_heard_when_they_fall() -> None:
    """Off: he does not watch them. On: he does. The market falls by a fifth on the first day."""
    crash = {**STILL, **shock_on_first_day("us", 0.2)}
    deaf = play({**crash, "leaders.us.advisers.bessent.market_sensitivity": 0})
    keen = play({**crash, "leaders.us.advisers.bessent.market_sensitivity": 0.9})
    quiet = play({**STILL, "leaders.us.advisers.bessent.market_sensitivity": 0.9})
    assert np.all(voice(keen, "bessent")[2:] > voice(deaf, "bessent")[2:])
    assert np.all(voice(keen, "bessent")[2:] > voice(quiet, "bessent")[2:])
    late = [rows(record, "decisions", leader="us", option="request_call")[-1]["advisers"] for record in (keen, deaf)]
    assert late[0] > late[1]


def test_claim_27_finance_outside_urges_talks_in_proportion_to_the_fall() -> None:
    off, on = (play({**STILL, "leaders.us.market.lobby": lobby}) for lobby in (0, 1))
    assert reason(on, "us", "request_call", "markets") > reason(off, "us", "request_call", "markets")
    assert reason(on, "us", "hold", "markets") < reason(off, "us", "hold", "markets")
    unfallen = {"leaders.us.market.drawdown": 0, "weights.flow_damage": 0}
    for lobby in (0, 1):
        high = play({**STILL, **unfallen, "leaders.us.market.lobby": lobby})
        assert reason(high, "us", "request_call", "markets") == 0


def test_claim_28_a_gatekeeper_keeps_envoys_out_and_calls_for_the_leader_alone() -> None:
    """60 envoys with the same luck. Off: the loudest aide lets any contact through. On: only leader to leader."""
    alone = aides(influence=0, openness=1) | {"leaders.us.advisers.lutnick.influence": 1}
    received = {}
    for channel in ("any", "leader_only"):
        changes = {**STILL, **alone, "leaders.us.advisers.lutnick.channel": channel}
        records = [play(changes, china=once("send_envoy"), run=run, days=20) for run in range(60)]
        received[channel] = np.array(["envoy_received" in kinds(record) for record in records])
        received[f"{channel} asks"] = reason(records[0], "us", "request_call", "advisers")
        received[f"{channel} sends"] = reason(records[0], "us", "send_envoy", "advisers")
    assert np.all(received["leader_only"] <= received["any"])
    assert received["leader_only"].sum() < received["any"].sum()
    assert received["leader_only asks"] > received["any asks"]
    assert received["leader_only sends"] < received["any sends"]

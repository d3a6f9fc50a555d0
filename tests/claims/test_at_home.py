"""Claims about publics, face, partners and the personal bond (rows 6, 7, 8, 13, 14, 33)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.policies.simple import always
from tests.claims.stage import (
    ALONE,
    STILL,
    answers_freely,
    insult_on_first_day,
    kinds,
    meetings,
    once,
    play,
    reason,
    rows,
    series,
)


def test_claim_06_third_countries_are_courted_instead() -> None:
    """Off: all partners are won already. On: there is a field to play."""
    off = play({**STILL, "leaders.china.outside_option": 1}, china=once("court_partners"))
    on = play(STILL, china=once("court_partners"))
    assert not rows(off, "decisions", leader="china", option="court_partners")
    assert "court_partners" not in kinds(off) and "court_partners" in kinds(on)
    won = series(on, "china.outside_option")
    assert won[-1] > won[0]
    assert reason(on, "china", "court_partners", "coalition") > 0
    unhurt = play({**STILL, "leaders.us.pressure.points": 0})
    assert reason(unhurt, "china", "court_partners", "coalition") == 0


def test_claim_06_partners_shield_the_market_and_stiffen_the_back() -> None:
    alone = play(STILL, us=always("escalate"), china=always("hold"))
    backed = play(STILL, us=always("escalate"), china=always("court_partners"))
    assert series(backed, "china.index")[-1] > series(alone, "china.index")[-1]
    assert series(backed, "us.index")[-1] == series(alone, "us.index")[-1]
    poor, rich = (play({**STILL, "leaders.china.outside_option": option}) for option in (0, 0.9))
    assert reason(poor, "china", "escalate", "coalition") == 0 < reason(rich, "china", "escalate", "coalition")


def test_claim_07_propaganda_raises_hostility_wins_face_and_ties_hands() -> None:
    """Off: a leader who waits. On: one who rallies the public once; both after the same insult."""
    off, on = (play({**STILL, **insult_on_first_day("us")}, china=policy) for policy in (always("hold"), once("rally")))
    rallied = rows(on, "events", kind="rally")[0]
    assert rallied["actor"] == "china"
    after = int(rallied["step"]) + 1
    for column in ("china.hostility", "china.face"):
        assert np.all(series(on, column)[after:] > series(off, column)[after:])
    tied, free = (
        next(
            row["audience"]
            for row in rows(record, "decisions", leader="china", option="ease")
            if row["day"] > rallied["day"]
        )
        for record in (on, off)
    )
    assert tied < free


def test_claim_07_it_pays_where_defiance_pays() -> None:
    begin = {**STILL, **insult_on_first_day("us")}
    off, on = (play({**begin, "leaders.china.public.defiance_pays": pay}, china=once("rally")) for pay in (0, 0.8))
    assert reason(off, "china", "rally", "audience") == 0 < reason(on, "china", "rally", "audience")
    assert series(on, "china.approval")[-1] > series(off, "china.approval")[-1]


def test_claim_08_the_bond_is_worn_by_escalation() -> None:
    """Off: there is no bond to lose. On: the bond of the case."""
    off, on = (play({**ALONE, "dyad.rapport": rapport}, us=once("escalate")) for rapport in (0, 0.3))
    assert np.all(series(off, "rapport") == 0)
    quiet = play({**ALONE, "dyad.rapport": 0.3})
    assert series(on, "rapport")[-1] < series(quiet, "rapport")[-1] < 0.3


def test_claim_08_the_bond_is_built_by_contact_and_worn_by_snubs() -> None:
    ends = {
        answer: series(play(ALONE, us=once("request_call"), china=always("hold", answer=answer)), "rapport")[-1]
        for answer in ("accept", "decline", "lapse")
    }
    assert ends["accept"] > ends["decline"] > ends["lapse"]


def test_claim_08_a_bond_makes_a_snub_cost_something() -> None:
    off, on = (
        play({**ALONE, "dyad.rapport": rapport}, us=once("request_call"), china=answers_freely) for rapport in (0, 0.6)
    )
    assert (
        reason(off, "china", "lapse", "reciprocity", "call") == 0 > reason(on, "china", "lapse", "reciprocity", "call")
    )


def test_claim_13_defiance_can_pay_at_home() -> None:
    off, on = (play({**STILL, "leaders.china.public.defiance_pays": pay}, china=once("escalate")) for pay in (0, 0.8))
    assert reason(off, "china", "escalate", "audience") == 0 < reason(on, "china", "escalate", "audience")
    assert series(on, "china.approval")[-1] > series(off, "china.approval")[-1]
    mild = play({**STILL, "leaders.china.public.hostility": 0})
    assert reason(mild, "china", "escalate", "audience") < reason(on, "china", "escalate", "audience")


FREE_TO_ASK = {"weights.asking": 0, "weights.refusal_fear": 0}
"""Nothing is lost by being the one who asks; what is left is the face that yielding under pressure costs."""


@pytest.mark.parametrize("option", ["ease", "request_call", "propose_summit", "signal"])
def test_claim_14_honour_speaks_against_every_visible_step_under_pressure(option: str) -> None:
    on = reason(play({**STILL, **FREE_TO_ASK}), "china", option, "face")
    assert on < 0
    for off in ({"leaders.china.face_need": 0}, {"leaders.us.pressure.points": 0}):
        assert reason(play({**STILL, **FREE_TO_ASK, **off}), "china", option, "face") == 0
    mild, laid = {"leaders.china.public.hostility": 0.1}, {"dyad.groundwork": 1}
    for eased in (mild, laid):
        assert reason(play({**STILL, **FREE_TO_ASK, **eased}), "china", option, "face") > on


@pytest.mark.parametrize("option", ["request_call", "propose_summit", "signal", "send_letter", "send_envoy"])
def test_claim_14_honour_pays_for_asking_even_where_no_pressure_is_seen(option: str) -> None:
    """Off: no need for face. On: as the case has it. Nobody presses, so there is nothing to be seen yielding to."""
    unpressed = {**STILL, "leaders.us.pressure.points": 0}
    off, on = (play({**unpressed, **need}) for need in ({"leaders.china.face_need": 0}, {}))
    assert reason(off, "china", option, "face") == 0 > reason(on, "china", option, "face")


def test_claim_14_face_sunk_in_the_fight_makes_every_step_back_dearer() -> None:
    """Off: words that bind nobody. On: who has cried that he will never yield pays more for yielding."""
    begin = {**STILL, **insult_on_first_day("us"), "weights.face_gain": 0}
    off, on = (play({**begin, "weights.entrenchment": bound}, china=once("rally")) for bound in (0, 2))
    for option in ("ease", "request_call"):
        dear, cheap = (rows(record, "decisions", leader="china", option=option)[-1]["face"] for record in (on, off))
        assert dear < cheap < 0


def test_claim_14_honour_speaks_for_hitting_back() -> None:
    off, on = (play({**STILL, **insult_on_first_day("us"), "leaders.china.face_need": need}) for need in (0, 0.9))
    assert reason(off, "china", "escalate", "face") == 0 < reason(on, "china", "escalate", "face")
    assert reason(play(STILL), "china", "escalate", "face") == 0  # nobody has struck


def test_claim_33_warm_beginnings_are_carried_into_the_quarrel() -> None:
    """Off: strangers, and a call that nobody remembers. On: the bond and the memory of the case."""
    strangers = {"dyad.rapport": 0, "leaders.us.precedents.call-january-2025.salience": 0}
    off, on = play({**STILL, **strangers}), play(STILL)
    assert np.all(series(off, "rapport") == 0) and np.all(series(on, "rapport") > 0)
    assert series(on, "us.hope")[0] > series(off, "us.hope")[0]
    assert reason(on, "us", "request_call", "precedent") > reason(off, "us", "request_call", "precedent")


def test_claim_33_a_bond_lowers_the_hazard_of_a_rupture() -> None:
    """4,000 summits with the same luck: friends rupture only where strangers do."""
    strangers, friends = meetings([{"dyad.rapport": 0}, {"dyad.rapport": 1}], runs=4000)
    assert np.all(friends["ever_rupture"] <= strangers["ever_rupture"])
    assert friends["ever_rupture"].sum() < strangers["ever_rupture"].sum()

"""Claims about remembered episodes and about misjudging the other (rows 15, 19, 38)."""

from __future__ import annotations

import datetime as dt

import numpy as np

from sim.state.layout import TRAITS
from tests.claims.stage import CASE, STILL, answers_freely, once, play, reason, series

OVAL = "leaders.china.precedents.oval-office-2025"
HANOI = "leaders.china.precedents.hanoi-2019"


def test_claim_15_the_initiator_acts_on_an_image_and_not_on_the_truth() -> None:
    """Off: a true image. On: the misjudgement of the case, which takes the other to mind less and to want it more."""
    true = {f"leaders.us.beliefs.bias.{trait}": 0 for trait in TRAITS}
    off, on = play({**STILL, **true}), play(STILL)
    china, bias = CASE.leaders["china"], CASE.leaders["us"].beliefs.bias
    for trait in TRAITS:
        truth = getattr(china, trait)
        seen = min(max(truth + getattr(bias, trait), 0), 1)
        assert np.all(series(off, f"perceived.us.{trait}") == truth)
        assert np.all(series(on, f"perceived.us.{trait}") == seen)
    assert on.scenario.leaders["china"].face_need > series(on, "perceived.us.face_need")[0]
    for option in ("request_call", "propose_summit"):
        assert reason(on, "us", option, "glory") > reason(off, "us", option, "glory")


def test_claim_15_what_the_other_does_does_not_depend_on_the_image() -> None:
    true = {f"leaders.us.beliefs.bias.{trait}": 0 for trait in TRAITS}
    off, on = (play({**STILL, **changes}, us=once("request_call"), china=answers_freely) for changes in (true, {}))
    assert reason(off, "china", "accept", "face", "call") == reason(on, "china", "accept", "face", "call")


def test_claim_19_an_earlier_guest_is_remembered_with_fear() -> None:
    """Off: the quarrel left no mark. On: as vivid as the case has it."""
    off, on = play({**STILL, f"{OVAL}.salience": 0}), play(STILL)
    assert np.all(series(on, "china.fear") > series(off, "china.fear"))
    for option in ("request_call", "propose_summit"):
        assert reason(on, "china", option, "precedent") < reason(off, "china", option, "precedent")
    assert reason(on, "china", "propose_summit", "precedent") < reason(on, "china", "request_call", "precedent")
    asked = [
        play({**STILL, **c}, us=once("propose_summit"), china=answers_freely) for c in ({f"{OVAL}.salience": 0}, {})
    ]
    assert reason(asked[1], "china", "accept", "precedent", "summit") < reason(
        asked[0], "china", "accept", "precedent", "summit"
    )


def test_claim_19_memories_fade_and_good_ground_calms() -> None:
    record = play(STILL, days=90)
    assert series(record, "china.fear")[-1] < series(record, "china.fear")[0]
    older = play({**STILL, f"{OVAL}.date": dt.date(2015, 1, 1)})
    assert series(older, "china.fear")[0] < series(record, "china.fear")[0]
    laid = play({**STILL, "dyad.groundwork": 1, "leaders.china.precedents.call-january-2025": None})
    bare = play({**STILL, "dyad.groundwork": 0, "leaders.china.precedents.call-january-2025": None})
    assert reason(bare, "china", "request_call", "precedent") < reason(laid, "china", "request_call", "precedent") <= 0


def test_claim_19_the_lesson_depends_on_the_kind() -> None:
    fear = {
        kind: series(play({**STILL, f"{OVAL}.kind": kind}, days=5), "china.fear")[0]
        for kind in ("success", "no_deal", "humiliation", "broken_promise")
    }
    assert fear["success"] == min(fear.values())
    assert fear["humiliation"] == max(fear.values())
    hope = [
        series(play({**STILL, f"{OVAL}.kind": kind}, days=5), "china.hope")[0] for kind in ("success", "humiliation")
    ]
    assert hope[0] > hope[1]


def test_claim_38_an_allys_experience_counts_as_far_as_its_weight() -> None:
    """Off: someone else's story. On: as one's own."""
    assert CASE.leaders["china"].precedents["hanoi-2019"].via
    off, on = (play({**STILL, f"{HANOI}.weight": weight}) for weight in (0, 1))
    assert np.all(series(on, "china.fear") > series(off, "china.fear"))
    assert reason(on, "china", "request_call", "precedent") < reason(off, "china", "request_call", "precedent")
    assert series(off, "china.fear")[0] == series(play({**STILL, HANOI: None}), "china.fear")[0]

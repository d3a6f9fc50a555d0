"""Claims about the call that nobody asks for (rows 1, 3, 4, 5, 12, 17, 20, 21)."""

from __future__ import annotations

import numpy as np
import pytest

from sim.policies.simple import always
from tests.claims.stage import ALONE, CASE, STILL, answers_freely, kinds, once, play, reason, rows, series, weighed

MARKETS_STILL = {path: value for path, value in STILL.items() if path not in ALONE}


def test_claim_01_the_first_contact_is_reported_with_date_asker_and_level() -> None:
    record = play(us=once("request_call"), china=always("hold", answer="accept"))
    first = record.outcome.first_contact
    asked, held = rows(record, "events", kind="call_requested")[0], rows(record, "events", kind="call_held")[0]
    assert first is not None
    assert (first.date, first.level, first.asked_by) == (held["date"], "call", asked["actor"])
    assert record.outcome.first_voice == first and record.outcome.first_in_person is None


def test_claim_01_nothing_is_reported_when_nobody_calls_before_the_horizon() -> None:
    record = play()
    assert record.outcome.first_contact is None
    assert record.outcome.outcome_class == "no_contact"
    in_person = play(us=once("propose_summit"), china=always("hold", answer="accept"), days=120)
    assert in_person.outcome.first_contact.level == "summit"


def test_claim_03_waiting_for_the_other_to_ask_speaks_for_holding() -> None:
    """Off: no ego, nothing gained by being the one who is called. On: a large one."""
    off, on = (play({**STILL, "leaders.us.ego": ego}) for ego in (0, 0.9))
    assert reason(off, "us", "hold", "ego") == 0
    assert reason(on, "us", "hold", "ego") > 0 > reason(on, "us", "request_call", "ego")

    def patience(record: object) -> float:
        return weighed(record, "us", "hold")["utility"] - weighed(record, "us", "request_call")["utility"]

    assert patience(on) > patience(off)


def test_claim_03_the_more_the_other_is_expected_to_ask_the_better_it_is_to_wait() -> None:
    little, much = (play({**STILL, "leaders.us.beliefs.asked": asked}) for asked in (0.5, 20))
    assert reason(much, "us", "hold", "ego") > reason(little, "us", "hold", "ego") > 0
    held = series(play(STILL, days=90), "us.receptiveness")
    assert held[0] == held[-1]  # nobody has answered anything
    waited = [row["ego"] for row in rows(play(STILL, days=90), "decisions", leader="us", option="hold")]
    assert waited[-1] < waited[0]  # silence teaches that no call will come


def test_claim_03_waiting_spares_the_price_of_asking_and_face() -> None:
    """Off: no hope. On: hope times what being asked would spare; signs that the other hurts feed it."""
    off, on = (play({**STILL, **hope}) for hope in ({"weights.hope": 0}, {}))
    assert reason(off, "us", "hold", "face") == 0 < reason(on, "us", "hold", "face")
    assert reason(on, "us", "hold", "ego") > reason(off, "us", "hold", "ego")
    unhurt, hurt = (play({**STILL, "leaders.china.market.drawdown": fall}) for fall in (0, 0.2))
    assert series(hurt, "us.expects_ask")[0] > series(unhurt, "us.expects_ask")[0]


def test_claim_03_the_record_has_day_by_day_what_waiting_is_worth() -> None:
    """Each would rather be asked than ask, and the day's record says by how much: hold against the better of asks."""
    record = play(STILL)
    first = rows(record, "decisions", leader="us", kind="turn")[0]
    day = int(first["day"])
    asks = [weighed(record, "us", option)["utility"] for option in ("request_call", "propose_summit")]
    worth = weighed(record, "us", "hold")["utility"] - max(asks)
    assert series(record, "us.waiting_over_asking")[day] == pytest.approx(worth, abs=0.05)
    proud, humble = (play({**STILL, "leaders.us.ego": ego}) for ego in (1, 0))
    assert np.all(series(proud, "us.waiting_over_asking") > series(humble, "us.waiting_over_asking"))


def test_claim_04_praise_in_public_lifts_belief_and_lends_cover() -> None:
    mute = {"weights.signal_credit": 0, "weights.overture": 0, "weights.signal_strength": 0}
    off, on = play({**STILL, **mute}, us=once("signal")), play(STILL, us=once("signal"))
    assert [row["actor"] for row in rows(on, "events", kind="signal")] == ["us"]
    assert series(on, "china.receptiveness")[-1] > series(off, "china.receptiveness")[-1]
    assert series(on, "china.cover").max() > series(off, "china.cover").max()
    assert series(on, "china.cover").max() > series(play(STILL), "china.cover").max()


def test_claim_04_the_taste_for_the_moment_speaks_for_it() -> None:
    off, on = (play({**STILL, "leaders.us.summit_appetite": appetite}) for appetite in (0, 0.9))
    assert reason(off, "us", "signal", "glory") == 0 < reason(on, "us", "signal", "glory")


def test_claim_05_overtures_are_left_unanswered_for_the_sake_of_face_and_caution() -> None:
    """40 requests with the same luck. Off: no need for face, no caution. On: all of both."""
    answers: dict[int, list[str]] = {}
    for trait in (0, 1):
        changes = {**STILL, "leaders.china.face_need": trait, "leaders.china.caution": trait}
        for run in range(40):
            record = play(changes, us=once("request_call"), china=answers_freely, run=run, days=20)
            answers.setdefault(trait, []).extend(
                kind for kind in kinds(record) if kind in ("request_accepted", "request_declined", "request_lapsed")
            )
    assert len(answers[0]) == len(answers[1]) > 30
    yes = {trait: [kind == "request_accepted" for kind in given] for trait, given in answers.items()}
    assert all(before or not after for before, after in zip(yes[0], yes[1], strict=True))
    assert sum(yes[1]) < sum(yes[0])
    assert {"request_declined", "request_lapsed"} <= set(answers[1])


def test_claim_05_the_refusal_carries_its_reasons() -> None:
    changes = {**STILL, "leaders.china.face_need": 0, "leaders.china.caution": 0}
    off = play(changes, us=once("request_call"), china=answers_freely)
    on = play(STILL, us=once("request_call"), china=answers_freely)
    assert reason(off, "china", "accept", "face", about="call") == 0 > reason(on, "china", "accept", "face", "call")
    assert reason(on, "china", "accept", "groundwork", "call") < 0
    assert (
        weighed(on, "china", "accept", "call")["probability"] < weighed(off, "china", "accept", "call")["probability"]
    )


def test_claim_12_the_summit_is_craved_more_than_the_call() -> None:
    sure = {**STILL, "leaders.us.beliefs.accepted": 50, "leaders.us.beliefs.refused": 50}
    off, on = (play({**sure, "leaders.us.summit_appetite": appetite}) for appetite in (0, 0.9))
    for option in ("request_call", "propose_summit"):
        assert reason(off, "us", option, "glory") == 0 < reason(on, "us", option, "glory")
    assert reason(on, "us", "propose_summit", "glory") > 1.5 * reason(on, "us", "request_call", "glory")


def test_claim_12_the_moment_is_worth_as_much_as_a_yes_is_expected() -> None:
    shy, sure = (play({**STILL, "leaders.us.beliefs.accepted": yes}) for yes in (0.5, 50))
    assert reason(sure, "us", "request_call", "glory") > reason(shy, "us", "request_call", "glory")


def test_claim_17_no_leaders_before_the_ground_is_laid() -> None:
    off, on = (play({**STILL, "leaders.china.caution": caution}) for caution in (0, 0.85))
    for option, sign in (("request_call", -1), ("propose_summit", -1), ("send_envoy", 1)):
        assert reason(off, "china", option, "groundwork") == 0
        assert sign * reason(on, "china", option, "groundwork") > 0
    laid = play({**STILL, "dyad.groundwork": 0.9})
    assert reason(laid, "china", "request_call", "groundwork") > reason(on, "china", "request_call", "groundwork")
    assert reason(on, "china", "propose_summit", "groundwork") < reason(on, "china", "request_call", "groundwork")


def test_claim_20_not_knowing_what_a_call_would_bring() -> None:
    """Off: a hundred remembered answers. On: hardly one; half of them yes in both."""
    known, unknown = (
        play({**STILL, "leaders.china.beliefs.accepted": n, "leaders.china.beliefs.refused": n}) for n in (50, 0.5)
    )
    assert reason(unknown, "china", "request_call", "groundwork") < reason(known, "china", "request_call", "groundwork")
    bold = play(
        {
            **STILL,
            "leaders.china.caution": 0,
            "leaders.china.beliefs.accepted": 0.5,
            "leaders.china.beliefs.refused": 0.5,
        }
    )
    assert reason(bold, "china", "request_call", "groundwork") == 0


def test_claim_21_asking_first_is_a_contest_of_egos() -> None:
    """What asking costs both sides together grows with either ego; a shield, or turning the cost off, takes it away."""

    def both_ask(changes: dict[str, float]) -> float:
        record = play({**STILL, **changes})
        return sum(reason(record, side, "request_call", "ego") for side in CASE.leaders)

    costs = [
        both_ask({"leaders.us.ego": us, "leaders.china.ego": china}) for us, china in ((0, 0), (0.9, 0), (0.9, 0.6))
    ]
    assert costs[0] == 0 > costs[1] > costs[2]
    assert both_ask({"weights.asking": 0, "weights.refusal_fear": 0}) == 0
    assert both_ask({"dyad.groundwork": 1}) > costs[2]


def test_claim_21_asking_is_a_gamble_on_the_answer() -> None:
    """Off: sure of a yes. On: sure of a no. What contact brings shrinks, and the refusal is feared."""
    count = {"us": "accepted", "china": "refused"}
    sure, shy = (
        {f"leaders.us.beliefs.{name}": 50 if name == count[side] else 0.5 for name in ("accepted", "refused")}
        for side in ("us", "china")
    )
    off, on = (play({**STILL, "weights.image_count": 0, **counts}) for counts in (sure, shy))
    for option in ("request_call", "propose_summit"):
        for component in ("markets", "ripeness", "glory"):
            assert reason(off, "us", option, component) > reason(on, "us", option, component) >= 0
        for component in ("ego", "face"):
            assert 0 > reason(off, "us", option, component) > reason(on, "us", option, component)


def test_claim_21_the_one_who_hurts_more_pays_more_for_asking() -> None:
    """What both sides have to lose by asking, by how much more one side hurts than the other."""
    asking = {"weights.refusal_fear": 0, **STILL}
    even = play({**asking, "leaders.us.market.drawdown": 0, "leaders.china.market.drawdown": 0})
    hurt = play({**asking, "leaders.us.market.drawdown": 0.2, "leaders.china.market.drawdown": 0})
    assert reason(hurt, "us", "request_call", "ego") < reason(even, "us", "request_call", "ego") < 0
    assert reason(even, "china", "request_call", "ego") < reason(hurt, "china", "request_call", "ego") < 0


def test_claim_21_the_more_deniable_the_way_of_asking_the_less_it_costs() -> None:
    """The ladder of the climb-down: each way bears its share of the price that an ego pays for asking for a call."""
    record = play({"weights.refusal_fear": 0, **MARKETS_STILL})
    price = reason(record, "us", "request_call", "ego")
    ladder = ("send_envoy", "signal", "invite_mediator", "send_letter")
    shares = [CASE.weights.envoy_price, CASE.weights.signal_price, CASE.weights.invite_price, CASE.weights.letter_price]
    assert 0 < shares[0] < shares[1] < shares[2] <= shares[3] <= 1 and price < 0
    for option, share in zip(ladder, shares, strict=True):
        assert reason(record, "us", option, "ego") == pytest.approx(share * price)


def test_claim_21_who_asks_loses_face_and_who_is_asked_gains_it() -> None:
    record = play(ALONE, us=once("request_call"), china=always("hold", answer="decline"))
    asked = rows(record, "events", kind="call_requested")[0]
    us, china = series(record, "us.face"), series(record, "china.face")
    assert us[asked["step"] + 1] < us[asked["step"]] and china[asked["step"] + 1] > china[asked["step"]]


def test_claim_05_a_refusal_stings_and_silence_stings_more() -> None:
    """Face, approval and the price of the next request, after a yes, a no, and no answer."""
    ends = {}
    for answer in ("accept", "decline", "lapse"):
        record = play(ALONE, us=once("request_call"), china=always("hold", answer=answer), days=20)
        dear = rows(record, "decisions", leader="us", option="request_call")[-1]["ego"]
        ends[answer] = (series(record, "us.face")[-1], series(record, "us.approval")[-1], dear)
    for yes, no, silence in zip(*ends.values(), strict=True):
        assert yes > no > silence


def test_claim_12_a_meeting_uses_up_the_moment_for_the_next() -> None:
    """Off: nothing is used up. On: after a call there is less to call about, and to meet for."""
    kept = {"weights.spend_call": 0}
    off, on = (play({**ALONE, **c}, us=once("request_call"), china=always("hold", answer="accept")) for c in (kept, {}))
    for option in ("request_call", "propose_summit"):
        spent, whole = (rows(record, "decisions", leader="us", option=option)[-1]["glory"] for record in (on, off))
        assert 0 < spent < whole


def test_claim_21_being_asked_flatters() -> None:
    off, on = (
        play({**ALONE, "leaders.china.ego": ego}, us=once("request_call"), china=answers_freely) for ego in (0, 0.9)
    )
    assert reason(off, "china", "accept", "ego", "call") == 0 < reason(on, "china", "accept", "ego", "call")

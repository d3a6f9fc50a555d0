"""How large is what each mechanism does? A claim that only asks for a direction would not miss a hundredth of it.

One test per mechanism, in the case of the article unless it says otherwise: the effect of the mechanism, on against
off or one step of it, is held against the number that it has now, within a fifth; where the effect is in proportion to
a weight, against the weight times a number. ``weakened.yaml`` names for each row the numbers and parts that, scaled to
a hundredth or removed, must make one of these fail.

Rows 2 to 15; the others are in ``test_sizes_further.py``.
"""

from __future__ import annotations

import math

from sim.policies.simple import always
from sim.rules.answer.answering import accept_chance
from sim.rules.meet.home import objection
from sim.rules.meet.summit import blow_up_chance
from sim.rules.observe.sight import look
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from tests.claims.sizing import (
    CHINA,
    SURE_YES,
    TRUSTING,
    US,
    WEIGHTS,
    WILLING,
    gap,
    jump,
    last,
    looked_at,
    sized,
    weighs,
    world,
)
from tests.claims.stage import (
    ALONE,
    CASE,
    STILL,
    insult_on_first_day,
    once,
    play,
    reason,
    rows,
    series,
)


def test_claim_02_a_blow_speaks_for_a_blow_in_return() -> None:
    insult = insult_on_first_day("us")
    sized(gap(weighs("china", "escalate", "reciprocity"), {}, insult), 0.41)
    sized(gap(weighs("china", "escalate", "face"), {}, insult), 0.37)


def test_claim_03_the_hope_to_be_asked_is_worth_waiting() -> None:
    """Waiting is sweet to an ego by itself, and it spares the price of asking; each with the other turned off."""
    off, on = {"leaders.us.ego": 0}, {"leaders.us.ego": 1, "leaders.us.beliefs.asked": 4}
    for other, now in (("hope", 0.28 * WEIGHTS.hold_ego), ("hold_ego", 0.17 * WEIGHTS.hope * WEIGHTS.asking)):
        sized(gap(weighs("us", "hold", "ego"), {**off, f"weights.{other}": 0}, {**on, f"weights.{other}": 0}), now)


def test_claim_04_praise_lends_cover_and_belief() -> None:
    on, off = play(STILL, us=once("signal")), play(STILL)
    sized(series(on, "china.cover").max() - series(off, "china.cover").max(), 0.29)
    sized(series(on, "china.receptiveness")[-1] - series(off, "china.receptiveness")[-1], 0.05)


def test_claim_05_face_and_caution_hold_an_answer_back() -> None:
    none = {"leaders.china.face_need": 0, "leaders.china.caution": 0}
    bare = -0.78 * (1 - WEIGHTS.asked_cover)
    sized(gap(weighs("china", "accept", "face", "call"), none, {}, asked=True), bare)
    sized(gap(weighs("china", "accept", "groundwork", "call"), none, {}, asked=True), -0.9)


def test_claim_05_a_refusal_costs_face_and_makes_the_next_request_dearer() -> None:
    refused = play(ALONE, us=once("request_call"), china=always("hold", answer="decline"))
    sized(jump(refused, "us.face", "request_declined", "china"), -WEIGHTS.refusal_face)
    sized(jump(refused, "us.chill", "request_declined", "china"), WEIGHTS.refusal_chill)
    dear = last(refused, "us", "request_call", "ego") - last(play(ALONE), "us", "request_call", "ego")
    sized(dear, -0.42 * WEIGHTS.chill_price * WEIGHTS.asking * WEIGHTS.refusal_chill)


def test_claim_06_courting_closes_part_of_the_gap_and_shields_the_market() -> None:
    record = play(STILL, china=once("court_partners"))
    sized(jump(record, "china.outside_option", "court_partners", "china"), 0.066)
    sized(gap(weighs("china", "court_partners", "coalition"), {"leaders.us.pressure.points": 0}, {}), 0.33)


def test_claim_07_a_rally_heats_the_public_and_wins_face() -> None:
    insult = insult_on_first_day("us")
    on = play({**STILL, **insult}, china=once("rally"))
    off = play({**STILL, **insult}, china=always("hold"))
    step = int(rows(on, "events", kind="rally")[0]["step"]) + 1
    sized(series(on, "china.hostility")[step] - series(off, "china.hostility")[step], 0.021)
    sized(series(on, "china.face")[step] - series(off, "china.face")[step], 0.1)
    sized(series(on, "china.sunk_face")[step] - series(off, "china.sunk_face")[step], WEIGHTS.sink)


def test_claim_08_contact_builds_the_bond_and_blows_and_snubs_wear_it() -> None:
    begin = {**ALONE, "dyad.rapport": 0.5}
    sized(jump(play(begin, us=once("escalate")), "rapport", "escalate", "us"), -0.051)
    ends = {
        answer: series(play(begin, us=once("request_call"), china=always("hold", answer=answer)), "rapport")[-1]
        for answer in ("accept", "decline", "lapse")
    }
    sized(ends["accept"] - ends["decline"], 0.068)
    sized(ends["decline"] - ends["lapse"], 0.028)


def test_claim_09_an_escalation_costs_the_market_points_and_the_fall_hurts() -> None:
    sized(jump(play(STILL, us=once("escalate")), "us.index", "escalate", "us"), -0.021)
    sized(jump(play(STILL, us=once("ease")), "us.index", "ease", "us"), 0.013)
    deaf, keen = ({"leaders.us.market_sensitivity": value, "leaders.us.market.lobby": 0} for value in (0, 1))
    sized(gap(weighs("us", "ease", "markets"), deaf, keen), 1.5)


def test_claim_09_a_month_of_pressure_costs_the_market_points_every_day() -> None:
    """The market of the one whose goods are taxed loses what the tax costs, day by day."""
    suffered = CASE.leaders["china"].pressure.points / CASE.leaders["china"].pressure.ceiling
    now = -30 * WEIGHTS.flow_damage * CASE.leaders["us"].market.exposure * suffered
    sized(series(play(STILL), "us.index")[-1], now)
    sized(gap(lambda record: series(record, "us.burden")[-1], {"weights.flow_damage": 0}, {}), -now)
    lasting = series(play({**STILL, "weights.flow_damage": 0}, days=60), "us.burden")
    sized(lasting[-1], float(lasting[0]))  # what pressure has cost does not become the new normal while it stands


def test_claim_10_two_months_of_pressure_leave_tension_and_tension_hostility() -> None:
    none = {f"leaders.{side}.pressure.points": 0 for side in ("us", "china")}
    off, on = play({**STILL, **none}, days=60), play(STILL, days=60)
    sized(series(on, "tension")[-1] - series(off, "tension")[-1], 0.23)
    calm, tense = play({**STILL, "dyad.tension": 0}), play({**STILL, "dyad.tension": 1})
    sized(series(tense, "china.hostility")[10] - series(calm, "china.hostility")[10], 0.012)
    sized(blow_up_chance(world({"dyad.tension": 1})) - blow_up_chance(world({"dyad.tension": 0})), 0.16)


def test_claim_11_one_answer_in_kind_moves_the_belief_in_pressure() -> None:
    record = play({**ALONE, "leaders.us.beliefs.coercion_works": 0.6}, us=once("escalate"), china=always("escalate"))
    sized(series(record, "us.coercion_works")[-1] - 0.6, -0.22)
    yields = play({**ALONE, "leaders.us.beliefs.coercion_works": 0.6}, us=once("escalate"), china=always("ease"))
    sized(series(yields, "us.coercion_works")[-1] - 0.6, 0.15)


def test_claim_12_the_moment_is_craved_and_most_of_all_in_person() -> None:
    craved = CASE.leaders["us"].summit_appetite * SURE_YES
    for option, loading in (("request_call", WEIGHTS.call_glory), ("propose_summit", WEIGHTS.summit_glory)):
        off = {**TRUSTING, "leaders.us.summit_appetite": 0}
        sized(gap(weighs("us", option, "glory"), off, TRUSTING), loading * craved)


def test_claim_12_a_call_uses_up_the_moment_for_another() -> None:
    called = play({**ALONE, **TRUSTING}, us=once("request_call"), china=WILLING, days=15)
    after, before = last(called, "us", "request_call", "glory"), reason(called, "us", "request_call", "glory")
    sized(1 - after / before, WEIGHTS.spend_call)


def test_claim_13_defiance_pays_before_a_hostile_public() -> None:
    off, on = ({"leaders.china.public.defiance_pays": pay} for pay in (0, 0.8))
    sized(gap(weighs("china", "escalate", "audience"), off, on), 0.29)
    cheered, still = (play({**STILL, **pay}, china=once("escalate")) for pay in (on, off))
    sized(series(cheered, "china.approval")[-1] - series(still, "china.approval")[-1], 0.0043)
    calm, hot = (objection(world({"leaders.china.public.hostility": h}), CHINA, 0.5) for h in (0, 0.8))
    sized(hot - calm, 0.18 * WEIGHTS.home_audience)


def test_claim_14_a_visible_step_under_pressure_costs_face_and_ground_covers_it() -> None:
    sized(gap(weighs("china", "ease", "face"), {"leaders.china.face_need": 0}, {}), -0.78)
    sized(gap(weighs("china", "ease", "face"), {}, {"dyad.groundwork": 1}), 0.36)


def test_claim_14_face_sunk_in_the_fight_makes_a_step_back_dearer() -> None:
    insulted = {**STILL, **insult_on_first_day("us"), "weights.sink": 0.3, "weights.face_gain": 0}
    rallied, still = (play(insulted, china=policy) for policy in (once("rally"), always("hold")))
    dearer = last(rallied, "china", "ease", "face") / last(still, "china", "ease", "face")
    sunk = series(rallied, "china.sunk_face")[-1] - series(still, "china.sunk_face")[-1]
    sized(dearer - 1, WEIGHTS.entrenchment * sunk)


def test_claim_15_a_wrong_image_promises_a_likelier_yes() -> None:
    true = {f"leaders.us.beliefs.bias.{trait}": 0 for trait in ("face_need", "resolve", "patience", "summit_appetite")}
    odds = []
    for begun in (looked_at(true), looked_at({})):
        look(begun, US)
        yes = accept_chance(begun, begun.images[US], CHINA, answers.CALL, NONE)
        odds.append(math.log(yes / (1 - yes)))
    sized(odds[1] - odds[0], 0.59)
    record = play(STILL)
    sized(series(record, "perceived.us.face_need")[0] - CASE.leaders["china"].face_need, -0.25)
    sized(series(record, "perceived.us.resolve")[0] - CASE.leaders["china"].resolve, -0.3)

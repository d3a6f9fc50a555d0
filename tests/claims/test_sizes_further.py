"""How large is what each mechanism does? Rows 16 to 38; see ``test_sizes.py``."""

from __future__ import annotations

import datetime as dt

import pytest

from sim.rules.answer.answering import accept_chance
from sim.rules.meet.bargaining import nash_claim, other_best
from sim.rules.meet.home import objection
from sim.rules.meet.mediation import hold_talks
from sim.rules.meet.summit import blow_up_chance, leave_empty_handed
from sim.rules.observe.advisers import access_chance
from sim.rules.observe.hosts import best_host, eagerness
from sim.vocabulary import answers
from sim.vocabulary import components as c
from tests.claims.sizing import (
    CHINA,
    DOUBTING,
    SURE_YES,
    TRUSTING,
    US,
    WEIGHTS,
    WILLING,
    expecting,
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
    answers_freely,
    insult_on_first_day,
    once,
    play,
    reason,
    rows,
    series,
    shock_on_first_day,
)


def test_claim_16_each_gets_what_it_cares_for() -> None:
    """By hand: of two issues worth 3 to 1 and 1 to 3, each takes its own whole: 3/4 each, where halves are 1/2.

    Where the first half of an issue is worth more than the second (exponent 0.6) each keeps a little of the other's
    issue: the odds are 3 ** (1 / 0.4), and both have 0.7689.
    """
    issues = {"tolls": {"china": 3, "us": 1}, "fish": {"china": 1, "us": 3}}
    part = 1 / (1 + 3 ** (-1 / 0.4))
    curved = 0.75 * part**0.6 + 0.25 * (1 - part) ** 0.6
    for order in (list(issues), list(reversed(issues))):
        for exponent, both in ((1, 0.75), (0.6, curved)):
            given = {name: {"weight": issues[name], "divisible": True} for name in order}
            begun = world({"issues": given, "bargaining.exponent": exponent})
            claim = nash_claim(begun, CHINA, (0.1, 0.1), 0.5)
            assert (claim, other_best(begun, CHINA, claim)) == pytest.approx((both, both), abs=1e-6)


def test_claim_17_caution_keeps_from_calls_without_ground_and_sends_envoys() -> None:
    bare = (1 - CASE.dyad.groundwork) * CASE.leaders["china"].caution
    for option, now in (("request_call", -1), ("propose_summit", -WEIGHTS.summit_caution), ("send_envoy", 1)):
        off = {**TRUSTING, "leaders.china.caution": 0}
        sized(gap(weighs("china", option, "groundwork"), off, TRUSTING), bare * now)
    received = play(
        {**STILL, **{f"leaders.us.advisers.{a}.openness": 1 for a in CASE.leaders["us"].advisers}},
        china=once("send_envoy"),
    )
    sized(series(received, "groundwork").max() - series(received, "groundwork")[0], 0.048)


def test_claim_18_ground_lowers_the_hazard_and_egos_and_cameras_raise_it() -> None:
    base = blow_up_chance(world())
    sized(blow_up_chance(world({"dyad.groundwork": 1})) - base, -0.17)
    sized(base - blow_up_chance(world({"leaders.us.ego": 0})), 0.096)
    sized(blow_up_chance(world({"summit.open_press": 1})) - blow_up_chance(world({"summit.open_press": 0})), 0.16)


def test_claim_19_an_earlier_guest_is_remembered() -> None:
    oval = "leaders.china.precedents.oval-office-2025"
    sized(gap(lambda record: series(record, "china.fear")[0], {f"{oval}.salience": 0}, {}), 0.31)
    sized(gap(weighs("china", "request_call", "precedent"), {**TRUSTING, f"{oval}.salience": 0}, TRUSTING), -0.28)
    older = {f"{oval}.date": dt.date(2015, 1, 1)}
    sized(gap(lambda record: series(record, "china.fear")[0], older, {}), 0.3)


def test_claim_20_not_knowing_weighs_on_the_cautious() -> None:
    known, unknown = ({**expecting(n, n), "at_start.contact": None} for n in (50, 0.5))
    sized(gap(weighs("china", "request_call", "groundwork"), known, unknown), -0.26)


def test_claim_21_asking_costs_and_costs_more_before_an_ego_and_being_asked_flatters() -> None:
    humble, proud = ({**TRUSTING, "leaders.china.ego": ego} for ego in (0, 1))
    sized(gap(weighs("us", "request_call", "ego"), {**TRUSTING, "leaders.us.ego": 0}, TRUSTING), -0.53 * WEIGHTS.asking)
    sized(gap(weighs("us", "request_call", "ego"), humble, proud), -0.32 * WEIGHTS.asking)
    flattered = WEIGHTS.asked_ego * CASE.leaders["china"].ego
    sized(gap(weighs("china", "accept", "ego", "call"), {"leaders.china.ego": 0}, {}, asked=True), flattered)


def test_claim_21_the_one_who_hurts_more_shows_more_weakness_by_asking() -> None:
    calm, hurt = ({**TRUSTING, "leaders.us.market.drawdown": fall} for fall in (0, 0.14))
    dearer = -0.9 * WEIGHTS.asking * WEIGHTS.weakness_gap
    sized(gap(weighs("us", "request_call", "ego"), calm, hurt), dearer)


def test_claim_21_a_refusal_is_feared_and_what_contact_brings_counts_as_far_as_a_yes_is_believed_in() -> None:
    """From a belief in a yes of 0.99 down to one of 0.01."""
    fallen = 2 * SURE_YES - 1
    us = CASE.leaders["us"]
    sized(gap(weighs("us", "request_call", "ego"), TRUSTING, DOUBTING), -us.ego * WEIGHTS.refusal_fear * fallen)
    sized(gap(weighs("us", "request_call", "face"), TRUSTING, DOUBTING), -us.face_need * WEIGHTS.refusal_fear * fallen)
    pain = reason(play(STILL), "us", "ease", "markets")
    sized(gap(weighs("us", "request_call", "markets"), TRUSTING, DOUBTING), -pain * WEIGHTS.gamble * fallen)


def test_claim_21_who_asks_is_seen_to_need_it() -> None:
    asked = play(ALONE, us=once("request_call"), china=answers_freely)
    sized(jump(asked, "us.face", "call_requested", "us"), -WEIGHTS.asking_shame)
    sized(jump(asked, "china.face", "call_requested", "us"), WEIGHTS.asking_shame / 2)


def test_claim_22_a_door_is_as_open_as_the_aides() -> None:
    wide, narrow = ({f"leaders.us.advisers.{a}.openness": o for a in CASE.leaders["us"].advisers} for o in (1, 0.5))
    sized(access_chance(world(wide), US, 1.0) / access_chance(world(narrow), US, 1.0), 2.0)
    sized(access_chance(world(), US, 1.0) - access_chance(world(), US, 0.0), 0.14)


def test_claim_23_the_next_on_the_bench_is_in_office_and_more_wanted_after_a_closed_door() -> None:
    named = rows(play(STILL, china=once("appoint_envoy")), "events", kind="envoy_appointed")
    assert [row["envoy"] for row in named] == ["li-chenggang"]
    shut = {f"leaders.us.advisers.{a}.openness": 0 for a in CASE.leaders["us"].advisers}
    blocked, still = play({**STILL, **shut}, china=once("send_envoy")), play({**STILL, **shut})
    wanted, usual = (last(record, "china", "appoint_envoy", "groundwork") for record in (blocked, still))
    sized(wanted / usual, 1.5)


def test_claim_24_voices_share_the_leaders_ear() -> None:
    """By hand: the mean of all stances, each by what its voice is, is what speaks for escalation."""
    record = play(STILL)
    first = rows(record, "decisions", leader="us", option="escalate")[0]
    voices = {aide: series(record, f"advisers.us.{aide}.voice")[0] for aide in CASE.leaders["us"].advisers}
    heard = sum(voice * CASE.leaders["us"].advisers[aide].stance for aide, voice in voices.items())
    sized(first["advisers"], CASE.weights.advisers * heard)
    struck = play({**STILL, **insult_on_first_day("china")})
    sized(series(struck, "advisers.us.navarro.voice")[2] - series(record, "advisers.us.navarro.voice")[2], 0.021)


def test_claim_25_a_hawk_speaks_for_escalation_and_against_a_call() -> None:
    off, on = ({"leaders.us.advisers.navarro.stance": stance} for stance in (0, 0.9))
    sized(gap(weighs("us", "escalate", "advisers"), off, on), 0.16)
    sized(gap(weighs("us", "request_call", "advisers"), off, on), -0.079)
    dovish, hawkish = (looked_at({**hard, "leaders.us.public.hostility": 0}) for hard in (off, on))
    sized(objection(hawkish, US, 1.0) - objection(dovish, US, 1.0), 0.068 * WEIGHTS.home_advisers)


def test_claim_26_a_falling_market_lifts_the_voice_that_watches_it() -> None:
    crash = shock_on_first_day("us", 0.2)
    deaf, keen = ({**crash, "leaders.us.advisers.bessent.market_sensitivity": value} for value in (0, 0.9))
    sized(gap(lambda record: series(record, "advisers.us.bessent.voice")[2], deaf, keen), 0.23)


def test_claim_27_the_lobby_pushes_as_far_as_markets_have_fallen() -> None:
    off, on = ({"leaders.us.market.lobby": lobby} for lobby in (0, 1))
    sized(gap(weighs("us", "request_call", "markets"), {**TRUSTING, **off}, {**TRUSTING, **on}), 0.17)


def test_claim_28_a_gatekeeper_shuts_the_door_and_opens_the_line() -> None:
    loud = {f"leaders.us.advisers.{a}.influence": 0 for a in CASE.leaders["us"].advisers}
    loud |= {"leaders.us.advisers.lutnick.influence": 1, "leaders.us.advisers.lutnick.openness": 1}
    any_, alone = ({**loud, "leaders.us.advisers.lutnick.channel": channel} for channel in ("any", "leader_only"))
    sized(access_chance(world(alone), US, 0.5) / access_chance(world(any_), US, 0.5), 0.1)
    sized(gap(weighs("us", "request_call", "advisers"), any_, alone), 0.5)


def test_claim_33_a_bond_and_a_good_memory_are_carried_along() -> None:
    sized(blow_up_chance(world({"dyad.rapport": 0})) - blow_up_chance(world({"dyad.rapport": 1})), 0.14)
    forgotten = {f"leaders.us.precedents.{name}.salience": 0 for name in ("call-january-2025", "mar-a-lago-2017")}
    sized(gap(lambda record: series(record, "us.hope")[0], forgotten, {}), 0.53 * WEIGHTS.success_warmth)
    doubted = {**TRUSTING, **forgotten}
    sized(gap(weighs("us", "request_call", "precedent"), doubted, TRUSTING), 0.48 * WEIGHTS.success_warmth)


def test_claim_34_a_formula_saves_face_and_both_cut_at_once() -> None:
    begun, plain = (looked_at({f"mediators.{host}.face_formula": f for host in CASE.mediators}) for f in (0.6, 0))
    yes = [accept_chance(one, one.leaders[CHINA], CHINA, answers.MEDIATION, 0) for one in (begun, plain)]
    assert yes[0] > yes[1]
    sized(begun.reply[0][c.FACE] - plain.reply[0][c.FACE], 0.2)
    record = play({}, us=once("invite_mediator", answer="accept"), china=WILLING, days=40)
    truce = rows(record, "events", kind="truce_agreed")[0]
    sized(jump(record, "us.pressure", "truce_agreed", "both"), -87)
    assert truce["amount"] == CASE.truce.cut


def test_claim_35_the_host_most_acceptable_to_both_is_asked() -> None:
    for number, favourite in enumerate(CASE.mediators):
        begun = world({f"mediators.{host}.acceptability.{side}": 0.9 if host == favourite else 0.5
                       for host in CASE.mediators for side in ("us", "china")})  # fmt: skip
        assert best_host(begun) == number


def test_claim_36_a_good_memory_makes_a_host_eager_and_a_failure_tires_it() -> None:
    first = next(iter(CASE.mediators))
    good, bad = (
        eagerness(one, one.mediators[0]) for one in (world({f"mediators.{first}.hosting_memory": r}) for r in (1, -1))
    )
    sized(good / bad, 4)
    off, on = (
        {**{f"mediators.{host}.hosting_memory": r for host in CASE.mediators}, "horizon_days": 10} for r in (0, -1)
    )
    before, after = (reason(play(record), "us", "invite_mediator", "precedent") for record in (off, on))
    sized(after - before, -WEIGHTS.mediation_record)


def test_claim_36_a_round_of_talks_tires_a_host() -> None:
    begun = world({"weights.fatigue": 0})
    hold_talks(begun, 0)
    sized(begun.mediators[0].fatigue, WEIGHTS.round_fatigue)


def test_claim_37_an_empty_table_costs_more_where_a_signing_was_announced() -> None:
    left = []
    for announced in (False, True):
        begun = world({"summit.signing_announced": announced})
        leave_empty_handed(begun)
        left.append((begun.leaders[US].face, begun.publics[US].approval, begun.dyad[0].rapport))
    for before, after, now in zip(*left, (-0.2, -0.09, -0.06), strict=True):
        sized(after - before, now)


def test_claim_38_an_allys_story_leaves_its_fear_by_its_weight() -> None:
    hanoi = "leaders.china.precedents.hanoi-2019.weight"
    sized(gap(lambda record: series(record, "china.fear")[0], {hanoi: 0}, {hanoi: 1}), 0.047)
    whole, half = (gap(lambda record: series(record, "china.fear")[0], {hanoi: 0}, {hanoi: w}) for w in (1, 0.5))
    sized(half / whole, 0.5)

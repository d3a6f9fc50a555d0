"""How large is what each mechanism does? A claim that only asks for a direction would not miss a hundredth of it.

One test per mechanism, in the case of the article unless it says otherwise: the effect of the mechanism, on against
off or one step of it, is held against the number that it has now, within a fifth. ``weakened.yaml`` names for each
row the numbers and parts that, scaled to a hundredth or removed, must make one of these fail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from sim.engines.mesa import NegotiationModel
from sim.files import vary
from sim.policies.simple import always
from sim.results.trajectory import Trajectory
from sim.rules.answer.answering import accept_chance
from sim.rules.meet.bargaining import nash_claim, other_best
from sim.rules.meet.mediation import eagerness
from sim.rules.meet.summit import blow_up_chance, leave_empty_handed
from sim.rules.observe.advisers import access_chance
from sim.rules.observe.sight import best_host
from sim.vocabulary import answers
from tests.claims.stage import (
    ALONE,
    CASE,
    STILL,
    Changes,
    answers_freely,
    insult_on_first_day,
    once,
    play,
    reason,
    rows,
    series,
    shock_on_first_day,
)

WITHIN = 0.2
CHINA, US = 0, 1
WILLING = always("hold", answer="accept")


def sized(effect: float, now: float) -> None:
    """Assert that an effect is as large as it was when this was written, within a fifth."""
    assert effect == pytest.approx(now, rel=WITHIN), f"{effect:.4g} against {now}"


def gap(measure: Callable[[Trajectory], float], off: Changes, on: Changes, asked: bool = False) -> float:
    """What a change of the scenario does to a measure of a short run, in which Washington may ask for a call."""

    def measured(changes: Changes) -> float:
        moves = {"us": once("request_call"), "china": answers_freely} if asked else {}
        return measure(play({**STILL, **changes}, **moves))

    return measured(on) - measured(off)


def weighs(side: str, option: str, component: str, about: str = "") -> Callable[[Trajectory], float]:
    """A component of an option at the first decision."""
    return lambda record: reason(record, side, option, component, about)


def jump(record: Trajectory, column: str, kind: str, actor: str) -> float:
    """By how much a column moves in the step of an act."""
    step = int(rows(record, "events", kind=kind, actor=actor)[0]["step"])
    values = series(record, column)
    return float(values[step + 1] - values[step])


def world(changes: Changes | None = None) -> Any:
    """The world of the case on its first day."""
    return NegotiationModel(vary(CASE, dict(changes)) if changes else CASE).world


def last(record: Trajectory, side: str, option: str, component: str) -> float:
    """A component of an option at the last decision."""
    return float(rows(record, "decisions", leader=side, option=option)[-1][component])


def test_claim_02_a_blow_speaks_for_a_blow_in_return() -> None:
    insult = insult_on_first_day("us")
    sized(gap(weighs("china", "escalate", "reciprocity"), {}, insult), 0.41)
    sized(gap(weighs("china", "escalate", "face"), {}, insult), 0.37)


def test_claim_03_the_hope_to_be_asked_is_worth_waiting() -> None:
    off, on = {"leaders.us.ego": 0}, {"leaders.us.ego": 1, "leaders.us.beliefs.asked": 4}
    sized(gap(weighs("us", "hold", "ego"), off, on), 0.26)


def test_claim_04_praise_lends_cover_and_belief() -> None:
    on, off = play(STILL, us=once("signal")), play(STILL)
    sized(series(on, "china.cover").max() - series(off, "china.cover").max(), 0.29)
    sized(series(on, "china.receptiveness")[-1] - series(off, "china.receptiveness")[-1], 0.062)


def test_claim_05_face_and_caution_hold_an_answer_back() -> None:
    none = {"leaders.china.face_need": 0, "leaders.china.caution": 0}
    sized(gap(weighs("china", "accept", "face", "call"), none, {}, asked=True), -0.46)
    sized(gap(weighs("china", "accept", "groundwork", "call"), none, {}, asked=True), -0.9)


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
    sized(gap(weighs("us", "request_call", "markets"), deaf, keen), 1.4)


def test_claim_10_two_months_of_pressure_leave_tension_and_tension_hostility() -> None:
    none = {f"leaders.{side}.pressure.points": 0 for side in ("us", "china")}
    off, on = play({**STILL, **none}, days=60), play(STILL, days=60)
    sized(series(on, "tension")[-1] - series(off, "tension")[-1], 0.076)
    calm, tense = play({**STILL, "dyad.tension": 0}), play({**STILL, "dyad.tension": 1})
    sized(series(tense, "china.hostility")[10] - series(calm, "china.hostility")[10], 0.012)
    sized(blow_up_chance(world({"dyad.tension": 1})) - blow_up_chance(world({"dyad.tension": 0})), 0.16)


def test_claim_11_one_answer_in_kind_moves_the_belief_in_pressure() -> None:
    record = play({**ALONE, "leaders.us.beliefs.coercion_works": 0.6}, us=once("escalate"), china=always("escalate"))
    sized(series(record, "us.coercion_works")[-1] - 0.6, -0.22)
    yields = play({**ALONE, "leaders.us.beliefs.coercion_works": 0.6}, us=once("escalate"), china=always("ease"))
    sized(series(yields, "us.coercion_works")[-1] - 0.6, 0.15)


def test_claim_12_the_moment_is_craved_and_twice_as_much_in_person() -> None:
    for option, now in (("request_call", 0.18), ("propose_summit", 0.4)):
        sized(gap(weighs("us", option, "glory"), {"leaders.us.summit_appetite": 0}, {}), now)


def test_claim_13_defiance_pays_before_a_hostile_public() -> None:
    off, on = ({"leaders.china.public.defiance_pays": pay} for pay in (0, 0.8))
    sized(gap(weighs("china", "escalate", "audience"), off, on), 0.29)
    cheered, still = (play({**STILL, **pay}, china=once("escalate")) for pay in (on, off))
    sized(series(cheered, "china.approval")[-1] - series(still, "china.approval")[-1], 0.0043)


def test_claim_14_a_visible_step_under_pressure_costs_face_and_ground_covers_it() -> None:
    sized(gap(weighs("china", "request_call", "face"), {"leaders.china.face_need": 0}, {}), -0.66)
    sized(gap(weighs("china", "request_call", "face"), {}, {"dyad.groundwork": 1}), 0.3)


def test_claim_15_a_wrong_image_promises_a_likelier_yes() -> None:
    true = {f"leaders.us.beliefs.bias.{trait}": 0 for trait in ("face_need", "resolve", "patience", "summit_appetite")}
    sized(gap(weighs("us", "request_call", "glory"), true, {}), 0.017)
    record = play(STILL)
    sized(series(record, "perceived.us.face_need")[0] - CASE.leaders["china"].face_need, -0.25)
    sized(series(record, "perceived.us.resolve")[0] - CASE.leaders["china"].resolve, -0.3)


def test_claim_16_each_gets_what_it_cares_for() -> None:
    """By hand: of two issues worth 3 to 1 and 1 to 3, each takes its own whole: 3/4 each, where halves are 1/2."""
    issues = {"tolls": {"china": 3, "us": 1}, "fish": {"china": 1, "us": 3}}
    for order in (list(issues), list(reversed(issues))):
        begun = world({"issues": {name: {"weight": issues[name], "divisible": True} for name in order}})
        claim = nash_claim(begun, CHINA, (0.1, 0.1), 0.5)
        assert (claim, other_best(begun, CHINA, claim)) == pytest.approx((0.75, 0.75))


def test_claim_17_caution_keeps_from_calls_without_ground_and_sends_envoys() -> None:
    for option, now in (("request_call", -0.9), ("propose_summit", -1.3), ("send_envoy", 0.77)):
        sized(gap(weighs("china", option, "groundwork"), {"leaders.china.caution": 0}, {}), now)
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
    sized(gap(weighs("china", "request_call", "precedent"), {f"{oval}.salience": 0}, {}), -0.28)
    older = {f"{oval}.date": dt.date(2015, 1, 1)}
    sized(gap(lambda record: series(record, "china.fear")[0], older, {}), 0.3)


def test_claim_20_not_knowing_weighs_on_the_cautious() -> None:
    known, unknown = ({f"leaders.china.beliefs.{name}": n for name in ("accepted", "refused")} for n in (50, 0.5))
    sized(gap(weighs("china", "request_call", "groundwork"), known, unknown), -0.26)


def test_claim_21_asking_costs_and_costs_more_before_an_ego_and_being_asked_flatters() -> None:
    sized(gap(weighs("us", "request_call", "ego"), {"leaders.us.ego": 0}, {}), -0.3)
    humble, proud = ({"leaders.china.ego": ego} for ego in (0, 1))
    sized(gap(weighs("us", "request_call", "ego"), humble, proud), -0.19)
    sized(gap(weighs("china", "accept", "ego", "call"), {"leaders.china.ego": 0}, {}, asked=True), 0.18)


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


def test_claim_26_a_falling_market_lifts_the_voice_that_watches_it() -> None:
    crash = shock_on_first_day("us", 0.2)
    deaf, keen = ({**crash, "leaders.us.advisers.bessent.market_sensitivity": value} for value in (0, 0.9))
    sized(gap(lambda record: series(record, "advisers.us.bessent.voice")[2], deaf, keen), 0.23)


def test_claim_27_the_lobby_pushes_as_far_as_markets_have_fallen() -> None:
    off, on = ({"leaders.us.market.lobby": lobby} for lobby in (0, 1))
    sized(gap(weighs("us", "request_call", "markets"), off, on), 0.17)


def test_claim_28_a_gatekeeper_shuts_the_door_and_opens_the_line() -> None:
    loud = {f"leaders.us.advisers.{a}.influence": 0 for a in CASE.leaders["us"].advisers}
    loud |= {"leaders.us.advisers.lutnick.influence": 1, "leaders.us.advisers.lutnick.openness": 1}
    any_, alone = ({**loud, "leaders.us.advisers.lutnick.channel": channel} for channel in ("any", "leader_only"))
    sized(access_chance(world(alone), US, 0.5) / access_chance(world(any_), US, 0.5), 0.1)
    sized(gap(weighs("us", "request_call", "advisers"), any_, alone), 0.5)


def test_claim_33_a_bond_and_a_good_memory_are_carried_along() -> None:
    sized(blow_up_chance(world({"dyad.rapport": 0})) - blow_up_chance(world({"dyad.rapport": 1})), 0.14)
    forgotten = {f"leaders.us.precedents.{name}.salience": 0 for name in ("call-january-2025", "mar-a-lago-2017")}
    sized(gap(lambda record: series(record, "us.hope")[0], forgotten, {}), 0.46)
    sized(gap(weighs("us", "request_call", "precedent"), forgotten, {}), 0.41)


def test_claim_34_a_formula_saves_face_and_both_cut_at_once() -> None:
    begun, plain = (world({f"mediators.{host}.face_formula": f for host in CASE.mediators}) for f in (0.6, 0))
    yes = [accept_chance(one, one.leaders[CHINA], CHINA, answers.MEDIATION, 0) for one in (begun, plain)]
    sized(yes[0] - yes[1], 0.078)
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
    sized(after - before, -0.25)


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

"""Do the shipped cases set what the article's scenario and mediator claims (rows 29 to 35) need?"""

from __future__ import annotations

import datetime as dt

from sim.files import load_scenario


def test_claim_29_threats_letters_and_a_wish_to_meet() -> None:
    scenario = load_scenario("us-dprk-2018")
    for leader in scenario.leaders.values():
        assert leader.pressure.points > 0.5 * leader.pressure.ceiling
        assert leader.pressure.points + leader.pressure.rung <= leader.pressure.ceiling
        assert leader.summit_appetite > 0.6
        assert leader.envoys
    assert scenario.dyad.groundwork < 0.1 and scenario.dyad.rapport < 0.2
    assert scenario.horizon_days > 2 * scenario.latencies.summit_lead_days


def test_claim_30_a_bond_without_substance_and_no_ceremony_known_of() -> None:
    scenario = load_scenario("us-dprk-2019")
    earlier = load_scenario("us-dprk-2018")
    assert not scenario.summit.signing_announced, "its programme was published with the meeting"
    assert scenario.at_start.meeting_on == dt.date(2019, 2, 27)
    assert scenario.dyad.rapport > earlier.dyad.rapport + 0.2
    assert scenario.dyad.groundwork < 0.5
    assert any(not issue.divisible for issue in scenario.issues.values())
    assert all(leader.precedents["singapore-2018"].kind == "success" for leader in scenario.leaders.values())
    assert scenario.mediators["vietnam"].hosting_memory == 0


def test_claim_31_the_asked_side_gains_from_delay() -> None:
    scenario = load_scenario("us-russia-2025")
    us, russia = scenario.leaders["us"], scenario.leaders["russia"]
    assert russia.patience > us.patience + 0.3
    assert russia.outside_option > us.outside_option
    assert russia.resolve > us.resolve
    assert us.beliefs.bias.patience < 0
    assert scenario.truce.term_days == 30


def test_claim_32_open_cameras_and_sour_rapport() -> None:
    scenario = load_scenario("us-ukraine-2025")
    assert scenario.summit.open_press >= 0.8 and scenario.summit.signing_announced
    assert scenario.dyad.groundwork > 2 * scenario.dyad.rapport
    assert scenario.observed.outcome == "blow_up"
    assert scenario.latencies.summit_lead_days + 2 * scenario.latencies.answer_days < scenario.horizon_days


def test_claim_33_earlier_warm_contact_is_remembered() -> None:
    scenario = load_scenario("us-china-2025")
    trust = [
        leader.beliefs.accepted / (leader.beliefs.accepted + leader.beliefs.refused)
        for leader in scenario.leaders.values()
    ]
    assert scenario.dyad.rapport > sum(trust) / 2
    assert all(leader.precedents["call-january-2025"].kind == "success" for leader in scenario.leaders.values())


def test_claims_34_and_35_hosts_with_a_stake_who_differ() -> None:
    mediators = load_scenario("us-china-2025").mediators
    assert set(mediators) == {"european-host", "singapore", "vietnam"}
    for host in mediators.values():
        assert host.stake >= 0.5 and host.face_formula > 0.3
        assert min(host.acceptability.values()) > 0.3
    differences = {
        (host.hosting_memory, host.reluctance, host.face_formula, *host.acceptability.values())
        for host in mediators.values()
    }
    assert len(differences) == 3


def test_claim_36_a_host_remembers_how_it_ended() -> None:
    mediators = load_scenario("us-china-2025").mediators
    assert mediators["vietnam"].hosting_memory < 0 < mediators["singapore"].hosting_memory
    assert mediators["vietnam"].reluctance > mediators["singapore"].reluctance


def test_the_main_case_has_the_people_and_the_memories_of_the_article() -> None:
    scenario = load_scenario("us-china-2025")
    us, china = scenario.leaders["us"], scenario.leaders["china"]
    assert (us.pressure.points, china.pressure.points) == (145, 125)
    assert us.advisers["navarro"].stance > 0.5
    assert us.advisers["bessent"].stance < 0
    assert us.advisers["bessent"].market_sensitivity > 0.5
    assert [adviser for adviser, person in us.advisers.items() if person.channel == "leader_only"] == ["lutnick"]
    assert list(china.envoys) == ["cui-tiankai", "li-chenggang"]
    assert china.precedents["oval-office-2025"].kind == "humiliation" and china.precedents["oval-office-2025"].via
    assert china.precedents["hanoi-2019"].kind == "no_deal" and china.precedents["hanoi-2019"].via
    assert us.precedents["phase-one"].kind == china.precedents["phase-one"].kind == "broken_promise"
    assert us.beliefs.bias.face_need < 0 and us.beliefs.bias.resolve < 0
    assert not scenario.issues["taiwan"].divisible

"""The brief says what a leader wants and must not give, from the scenario, and nothing of the other side's."""

from __future__ import annotations

import pytest

from sim.files import list_scenarios, load_scenario, vary
from sim.narrative.case_words import CaseWords
from sim.narrative.cast import Cast
from sim.narrative.seat_card import CHARACTER, seat_card, spoken_part, to_you
from sim.scenario.leader import Leader
from sim.vocabulary.domains import Domain
from sim.vocabulary.wording import Wording, uncounted

BASE = load_scenario("two-leaders")


def card(side: str = "verenia", **changes: object) -> str:
    scenario = vary(BASE, {path.replace("__", "."): value for path, value in changes.items()})
    return " ".join(" ".join(seat_card(Cast(scenario), side)).split())


@pytest.mark.parametrize("name", list_scenarios())
def test_every_leader_of_every_case_has_a_brief_that_fits_a_screen(name: str) -> None:
    cast = Cast(load_scenario(name))
    for side in cast.sides:
        lines = seat_card(cast, side)
        assert all(len(line) <= 80 for line in lines)
        assert len(lines) <= 42
        assert {"What you want", "What you must not give", "Who you are"} <= set(lines)


def test_aims_are_the_sides_own() -> None:
    assert "Canal tolls 60 and Fishing grounds 40" in card("verenia")
    assert "Fishing grounds 60 and Canal tolls 40" in card("aldmark")


def test_red_lines_are_the_sides_own() -> None:
    lines = {"issues__fish__red_line__aldmark": 0.5}
    assert "Your red line: half of Fishing grounds." in card("aldmark", **lines)
    assert "You have drawn no red line." in card("verenia", **lines)


def test_what_must_pass_is_said() -> None:
    assert "less than a fifth of all that is at stake may not pass at home" in card()
    assert "may not pass" not in card(leaders__verenia__public__win_set=0)


def test_what_cannot_be_shared_is_said() -> None:
    assert "Canal tolls cannot be shared" in card(issues__canal__divisible=False)


def test_the_terms_of_a_truce_are_the_scenarios() -> None:
    assert "A truce for 30 days: both suspend 45% of the tariffs" in card(truce__term_days=30, truce__cut=0.45)


@pytest.mark.parametrize("trait", sorted(CHARACTER))
def test_only_what_is_marked_makes_a_character(trait: str) -> None:
    assert trait in Leader.model_fields
    told = [card(**{f"leaders__verenia__{trait}": value}) for value in (0.1, 0.5, 0.9)]
    little, much = (Cast(BASE).fill(text) for text in CHARACTER[trait])
    assert [little in text for text in told] == [True, False, False]
    assert [much in text for text in told] == [False, False, True]


def test_words_of_the_case_are_used() -> None:
    cast = Cast(BASE)
    given = {"truce": Wording("standstill"), "market": Wording("share price"), "pressure": uncounted("strikes")}
    cast.words = CaseWords(Domain.trade, given)
    told = " ".join(seat_card(cast, "verenia"))
    assert "A standstill for" in told and "share price" in told and "strikes" in told
    assert "truce" not in told and "market" not in told and "tariffs" not in told


@pytest.mark.parametrize("domain", list(Domain))
def test_what_is_at_home_is_your_own(domain: Domain) -> None:
    cast = Cast(BASE)
    cast.words = CaseWords(domain)
    said = " ".join(" ".join(seat_card(cast, "verenia")).split())
    assert f"may not pass {to_you(cast.words['at_home'].noun)}." in said
    assert to_you("among their own people") == "among your own people"
    assert to_you("among those close to them") == "among those close to you"


@pytest.mark.parametrize(("share", "words"), [(0.2, "a fifth"), (1 / 3, "a third"), (0.45, "45%"), (0.5, "half")])
def test_parts(share: float, words: str) -> None:
    assert spoken_part(share) == words

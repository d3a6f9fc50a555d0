"""Is a third party one that was known, or nobody in particular, and never the one that came later?"""

from __future__ import annotations

import pytest

from analysis.evidence.casebook import known_of
from analysis.evidence.casebook.third_parties import AT_WORK, GENERIC, RELUCTANCE, STAKE, is_mediated, mediators_of
from sim.vocabulary.domains import Domain
from tests.analysis.evidence.casebook.shipped_cases import case, development

SIDES = ("a", "b")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("sadat_begin_1978_camp_david", True),
        ("galtieri_thatcher_1982", True),
        ("kagame_museveni_2019_gatuna", False),
        ("us_china_2025_geneva", False),
    ],
)
def test_a_mediator_counts_when_it_was_at_work(name: str, known: bool) -> None:
    found = known_of(case(name))
    assert is_mediated(found) is known
    assert list(mediators_of(found, SIDES)) == [AT_WORK if known else GENERIC]


def test_no_scenario_names_who_mediated() -> None:
    for one in development().cases:
        names = one.mediator.get("names")
        told = str(mediators_of(known_of(one), SIDES))
        assert names is None or names not in told


def test_cases_of_one_domain_and_frame_have_the_same_unnamed_third_party() -> None:
    found: dict[tuple[str, str], str] = {}
    for known in map(known_of, development().cases):
        if not is_mediated(known):
            block = str(mediators_of(known, SIDES))
            assert found.setdefault((known.domain, known.frame), block) == block


def test_few_stand_by_in_trade() -> None:
    assert min(STAKE, key=lambda domain: STAKE[domain]) is Domain.trade
    assert all(0 < reluctance < 1 for reluctance in RELUCTANCE.values())


def test_a_mediator_that_gave_up_says_when() -> None:
    known = known_of(case("galtieri_thatcher_1982"))
    assert mediators_of(known, SIDES, known.origin)[AT_WORK]["failed_on"] == known.origin
    assert "failed_on" not in mediators_of(known, SIDES)[AT_WORK]

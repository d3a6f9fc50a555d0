"""Are words of a case filled from its domain and its file, and does nothing of what was replaced remain?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import vary
from sim.narrative.case_words import PLAIN, CaseWords, words_of
from sim.vocabulary.domains import Domain
from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.wording import Wording
from tests.sim.sample import sample_scenario

NONSENSE = Wording("zorgle", "zorglen", "zorgle it", "zorgled it")


@pytest.mark.parametrize("domain", [None, *Domain])
def test_every_entry_has_words_in_every_domain_without_gaps(domain: Domain | None) -> None:
    words = CaseWords(domain)
    assert tuple(words) == ENTRIES
    for entry, wording in words.items():
        assert wording.noun and wording.plural, entry
        said = (wording.noun, wording.plural, wording.infinitive, wording.past, wording.a)
        assert not any("{" in text or "  " in text for text in said), (entry, said)
        assert bool(wording.infinitive) == bool(wording.past), entry


def test_trade_has_tariffs_and_a_strike_has_a_share_price() -> None:
    assert CaseWords(Domain.trade)["escalate"].past == "raised tariffs"
    assert CaseWords(Domain.security)["escalate"].does == "steps up the pressure"
    assert CaseWords(Domain.labour)["propose_summit"].infinitive == "propose a meeting"
    assert f"{CaseWords(Domain.labour)['market']}" == "share price"
    assert words_of(sample_scenario()).fill("{pressure}, {truce.a}") == "tariffs, a truce"


def test_a_renamed_thing_is_renamed_in_all_that_is_made_of_it() -> None:
    words = CaseWords(given={"letter": Wording("memo"), "pressure": Wording("demand", "demands")})
    assert words["send_letter"].past == words["letter_sent"].past == "wrote a memo"
    assert words["letter"].plural == "memos"
    assert words["escalate"].does == "steps up the demand"


@given(entry=st.sampled_from(ENTRIES), domain=st.sampled_from(Domain))
def test_a_replaced_word_is_nowhere_in_what_is_made_of_it(entry: str, domain: Domain) -> None:
    usual, renamed = CaseWords(domain), CaseWords(domain, {entry: NONSENSE})
    assert (renamed[entry].noun, renamed[entry].plural, renamed[entry].past) == ("zorgle", "zorglen", "zorgled it")
    gone = [word for word in (usual[entry].noun, usual[entry].plural, usual[entry].infinitive) if word]
    gone = [word for word in gone if all(usual[other].noun != word for other in ENTRIES if other != entry)]
    for other, wording in renamed.items():
        for form in ("noun", "plural", "infinitive", "past"):
            text = getattr(wording, form)
            if getattr(usual[other], form) != text or other == entry:
                assert not any(re.search(rf"\b{re.escape(word)}\b", text) for word in gone), (other, text)


@given(st.text(alphabet="ab{}.! ", min_size=1, max_size=12))
def test_what_a_file_says_is_said_as_it_stands(text: str) -> None:
    assert CaseWords(given={"truce": Wording(text, text)}).fill("{truce}|{truce.plural}") == f"{text}|{text}"


def test_values_go_before_words_and_an_unknown_name_is_an_error() -> None:
    assert PLAIN.fill("{actor} {escalate.does}", actor="Vask") == "Vask steps up the pressure"
    assert PLAIN.fill("{truce}", truce="own") == "own"
    with pytest.raises(KeyError):
        PLAIN.fill("{nothing}")


def test_words_of_a_case_are_worked_out_once() -> None:
    """They are asked for with every sentence and every figure; a page of a class shows dozens."""
    sample = sample_scenario()
    assert words_of(sample) is words_of(sample_scenario())
    renamed = vary(sample, {"words": {"letter": {"noun": "memo"}}})
    assert words_of(renamed)["letter"].noun == "memo"
    assert words_of(sample)["letter"].noun == "letter"

"""Has every domain its words, and do they name entries that there are?"""

from __future__ import annotations

import pytest

from sim.vocabulary.domains import WORDS, Domain
from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.wording import NO_WORDS


@pytest.mark.parametrize("domain", Domain)
def test_every_domain_has_words_for_entries_that_there_are(domain: Domain) -> None:
    assert set(WORDS[domain]) <= set(ENTRIES)
    assert NO_WORDS not in WORDS[domain].values()


def test_what_is_no_quarrel_of_states_has_no_tariffs_countries_or_summits() -> None:
    for domain in (Domain.labour, Domain.company, Domain.family, Domain.school):
        assert {"market", "third_country", "summit", "at_home"} <= set(WORDS[domain])

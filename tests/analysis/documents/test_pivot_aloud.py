"""Is what was found said without digits but dates, in the words of the tables, and honestly where nothing decided?"""

from __future__ import annotations

import re

from analysis.documents.pivot_aloud import CAVEAT, NO_OTHER, NOT_FOUND, pivot_aloud
from analysis.documents.pivot_told import HEADING
from analysis.pivot import Pivot, Search
from sim.narrative.chance_words import chance_word
from sim.run import run_one
from tests.analysis.documents.test_pivot_told import OTHER, PIVOT, RECORD, TAKEN
from tests.analysis.pivot.planted import QUICK, TOO_SHORT

DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def test_the_choice_and_both_endings_are_said_in_words() -> None:
    heading, said = pivot_aloud(PIVOT)
    decision, other = PIVOT.findings[0].candidate
    assert heading == HEADING
    assert said.startswith(f"On 12 January 2025 Leader of east {TAKEN.past}, which was ")
    assert f"chosen to {OTHER.infinitive}, which was {chance_word(other.probability)}." in said
    assert f"which was {chance_word(decision.chosen.probability)}, and" in said
    likeliest = max(PIVOT.findings[0].other.items(), key=lambda one: one[1].value)
    assert likeliest[0] == "truce"
    assert f"the other way: truce ({chance_word(likeliest[1].value)})." in said
    assert said.endswith(CAVEAT)
    assert not re.search(r"\d", DATE.sub("", said))


def test_a_few_futures_are_no_amount() -> None:
    first = PIVOT.findings[0]
    small = first._replace(distance=first.distance._replace(value=0.05, low=0.01))
    assert "there, a few end otherwise" in pivot_aloud(PIVOT._replace(findings=(small,)))[1]


def test_where_nothing_decided_that_is_said() -> None:
    _, said = pivot_aloud(Search(run_one(TOO_SHORT), plan=QUICK).run())
    assert said.startswith(NOT_FOUND)
    assert not re.search(r"\d", DATE.sub("", said))
    assert pivot_aloud(Pivot(RECORD, (), ()))[1] == NO_OTHER


def test_others_are_counted() -> None:
    first = PIVOT.findings[0]
    assert "Two other decisions moved the ending too." in pivot_aloud(PIVOT._replace(findings=(first,) * 3))[1]
    assert "One other decision moved the ending too." in pivot_aloud(PIVOT._replace(findings=(first,) * 2))[1]

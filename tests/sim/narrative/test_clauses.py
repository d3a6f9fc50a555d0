"""Every consideration has a clause for every pair of options, in the words of the case, with no fact that is not so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

import pytest

from sim.narrative.cast import Cast
from sim.narrative.clause_table import FACTUAL, Factual
from sim.narrative.clauses import Manner, Said, clause_text
from sim.narrative.decision_facts import NO_FACTS, Facts
from sim.narrative.option_words import option_words
from sim.vocabulary import actions, answers
from sim.vocabulary import components as c
from tests.renamed_case import renamed, survivors, usual_words
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())
TURNS = [(word, "") for word in actions.WORDS]
ANSWERS = [(word, topic) for word in answers.WORDS for topic in answers.TOPICS]
KNOWN: Mapping[str, Mapping[str, str]] = {
    "fall": {"fall": "a third"},
    "truce": {},
    "blow": {"deed": "escalate"},
    "step": {"deed": "ease"},
    "refused": {"how": "turned down"},
    "rupture": {},
    "blocked": {},
    "host": {"host_name": "Norway"},
    **{f"again {word}": {"deed": word} for word in actions.WORDS},
}


FACTS = Facts(KNOWN)


@pytest.mark.parametrize("component", c.WORDS)
@pytest.mark.parametrize("facts", [NO_FACTS, FACTS], ids=["no facts", "all facts"])
def test_each_component_has_words_for_each_pair_of_options(component: str, facts: Facts) -> None:
    for menu in (TURNS, *([entry for entry in ANSWERS if entry[1] == topic] for topic in answers.TOPICS)):
        for (chosen, about), (rival, _), manner in product(menu, menu, Manner):
            text = clause_text(Said(component, manner, chosen, rival, about, "us"), CAST, facts)
            assert text
            assert not re.search(r"[{}\d]|  ", text)


@pytest.mark.parametrize("row", FACTUAL, ids=lambda row: f"{row.component} {row.option} {row.fact}")
def test_a_fact_is_told_only_where_it_holds(row: Factual) -> None:
    name, _, about = row.option.partition(" ")
    other = "lapse" if about else next(word for word in actions.WORDS if word != name)
    chosen, rival = (name, other) if row.favours else (other, name)
    said = Said(row.component, Manner.pro if row.favours else Manner.con, chosen, rival, about, "us")
    words = dict(KNOWN[row.fact])
    deed = option_words(words.pop("deed", "hold"), "", CAST)
    act = option_words(name, about, CAST).subject
    expected = CAST.fill(row.text, deed=deed, act=act, other="The Chairman", **words)
    assert clause_text(said, CAST, Facts({row.fact: KNOWN[row.fact]})) == expected
    assert clause_text(said, CAST, NO_FACTS) != expected


@pytest.mark.parametrize("row", c.ROWS, ids=lambda row: row.word)
def test_a_comparison_says_that_the_one_is_better_than_the_other(row: c.Component) -> None:
    said = Said(row.word, Manner.less, "send_letter", "request_call", "", "us")
    expected = CAST.fill(row.less, act="a letter", rival="asking for a call")
    assert clause_text(said, CAST, NO_FACTS) == expected
    assert expected.index("a letter") < expected.index("asking for a call")


AGAINST_A_TURN = [row for row in FACTUAL if not row.favours and " " not in row.option]


@pytest.mark.parametrize("row", AGAINST_A_TURN, ids=lambda row: f"{row.component} {row.option} {row.fact}")
def test_a_fact_about_the_rival_is_told_of_the_rival_in_a_comparison_too(row: Factual) -> None:
    name = row.option
    other = next(word for word in actions.WORDS if word != name)
    facts = Facts({row.fact: KNOWN[row.fact]})
    told = [clause_text(Said(row.component, manner, other, name, "", "us"), CAST, facts) for manner in LESS_OR_CON]
    assert told[0] == told[1]


LESS_OR_CON = (Manner.less, Manner.con)


def test_no_word_that_a_case_replaces_is_told() -> None:
    scenario = renamed(sample_scenario())
    cast, replaced = Cast(scenario), usual_words(scenario)
    spoken = set()
    for menu in (TURNS, *([entry for entry in ANSWERS if entry[1] == topic] for topic in answers.TOPICS)):
        for (chosen, about), (rival, _), manner in product(menu, menu[:2], Manner):
            spoken.update(option_words(chosen, about, cast))
            for component, facts in product(c.WORDS, (NO_FACTS, FACTS)):
                spoken.add(clause_text(Said(component, manner, chosen, rival, about, "us"), cast, facts))
    assert not survivors(" | ".join(spoken), replaced)

"""The sentences of reasons are about components, options and facts that there are, and repeat nothing of a rival."""

from __future__ import annotations

from string import Formatter

from sim.narrative.case_words import PLAIN
from sim.narrative.clause_table import FACTUAL, GENERAL, PARTICULAR
from sim.vocabulary import actions, answers
from sim.vocabulary import components as c
from tests.sim.narrative.test_clauses import FACTS

OPTIONS = {*actions.WORDS, *(f"{word} {topic}" for word in answers.WORDS for topic in answers.TOPICS)}
VALUES = {"act", "rival", "other", "deed", "fall", "how", "host_name"}


def fields_of(template: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(template) if name}


def test_the_tables_are_about_what_there_is() -> None:
    assert set(GENERAL) == set(c.WORDS)
    for component, option, _ in (*PARTICULAR, *(row[:3] for row in FACTUAL)):
        assert component in c.WORDS
        assert option in OPTIONS
    assert {row.fact for row in FACTUAL} <= set(FACTS)


def test_templates_are_filled_from_words_and_what_a_clause_knows() -> None:
    general = [text for row in GENERAL.values() for text in row]
    for text in (*general, *PARTICULAR.values(), *(row.text for row in FACTUAL)):
        assert fields_of(text) <= VALUES | set(PLAIN)


def test_only_comparisons_name_the_rival_and_they_all_do() -> None:
    for row in GENERAL.values():
        assert all("rival" not in fields_of(text) for text in (row.pro, row.con))
        assert all("rival" in fields_of(text) for text in (row.more, row.less))
    assert all("rival" not in fields_of(text) for text in PARTICULAR.values())


def test_a_sentence_says_no_more_than_its_fact_brings() -> None:
    brought = {"fall": {"fall"}, "blow": {"deed"}, "step": {"deed"}, "refused": {"how"}, "host": {"host_name"}}
    for row in FACTUAL:
        own = {"deed"} if row.fact.startswith("again ") else brought.get(row.fact, set())
        assert fields_of(row.text) & {"fall", "deed", "how", "host_name"} <= own

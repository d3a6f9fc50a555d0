"""The sentences of reasons are about components, options and facts that there are, and repeat nothing of a rival."""

from __future__ import annotations

from string import Formatter

from sim.narrative.case_words import PLAIN
from sim.narrative.clause_table import FACTUAL, PARTICULAR
from sim.vocabulary import actions, answers
from sim.vocabulary import components as c
from tests.sim.narrative.test_clauses import KNOWN

OPTIONS = {*actions.WORDS, *(f"{word} {topic}" for word in answers.WORDS for topic in answers.TOPICS)}
VALUES = {"act", "rival", "other", "deed", "fall", "how", "host_name"}


def fields_of(template: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in Formatter().parse(template) if name}


def test_the_tables_are_about_what_there_is() -> None:
    for component, option, _ in (*PARTICULAR, *(row[:3] for row in FACTUAL)):
        assert component in c.WORDS
        assert option in OPTIONS
    assert {row.fact for row in FACTUAL} <= set(KNOWN)


def test_templates_are_filled_from_words_and_what_a_clause_knows() -> None:
    general = [text for row in c.ROWS for text in (row.pro, row.con, row.more, row.less)]
    for text in (*general, *PARTICULAR.values(), *(row.text for row in FACTUAL)):
        assert fields_of(text) <= VALUES | set(PLAIN)


def test_only_comparisons_name_the_rival() -> None:
    assert all("rival" not in fields_of(text) for text in (*PARTICULAR.values(), *(row.text for row in FACTUAL)))


def test_a_sentence_says_no_more_than_its_fact_brings() -> None:
    brought = {"fall": {"fall"}, "blow": {"deed"}, "step": {"deed"}, "refused": {"how"}, "host": {"host_name"}}
    for row in FACTUAL:
        own = {"deed"} if row.fact.startswith("again ") else brought.get(row.fact, set())
        assert fields_of(row.text) & {"fall", "deed", "how", "host_name"} <= own

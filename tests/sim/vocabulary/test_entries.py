"""Is every word of the vocabulary an entry that a case may call otherwise?"""

from __future__ import annotations

from sim.vocabulary import actions, answers, components, events, levels, milestones, outcomes, things
from sim.vocabulary.domains import Domain
from sim.vocabulary.entries import ENTRIES, GENERAL, default


def test_every_word_is_an_entry_once() -> None:
    tables = (actions, answers, components, events, levels, outcomes)
    words = {word for table in tables for word in table.WORDS if word} | {row.word for row in things.ROWS}
    assert words <= set(ENTRIES)
    named_by_their_event = {"lapse", "withdrawal", "breach", "failed_at_home"}
    assert set(milestones.EVER) - set(ENTRIES) <= named_by_their_event
    assert len(set(ENTRIES)) == len(ENTRIES)


def test_rows_of_one_entry_share_its_forms_and_none_speaks_twice() -> None:
    by_word = {row.word: row.wording for row in actions.ROWS}
    for row in events.ROWS:
        if row.word in by_word:
            assert row.wording.noun == row.wording.past == "", row.word
            assert GENERAL[row.word].noun == by_word[row.word].noun
            assert GENERAL[row.word].sentence == row.wording.sentence


def test_a_domain_changes_only_what_it_names() -> None:
    assert default("pressure", Domain.trade).noun == "tariffs"
    assert default("pressure", None).noun == default("pressure", Domain.peace).noun == "pressure"
    assert default("letter", Domain.trade) == GENERAL["letter"]

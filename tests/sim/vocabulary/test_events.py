"""Is everything known about each kind of event, so that nothing need list them again?"""

from __future__ import annotations

import string

from sim.vocabulary import events as e
from sim.vocabulary.entries import ENTRIES, GENERAL
from sim.vocabulary.event_rows import GAPS
from sim.vocabulary.milestones import EVER


def gaps(text: str) -> set[str]:
    """The names in braces, without the form of a word."""
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def test_sentences_leave_only_gaps_that_a_story_fills() -> None:
    for row in e.ROWS:
        assert row.wording.sentence and row.meaning
        assert gaps(row.wording.sentence) <= {*GAPS, *ENTRIES}, row.word


def test_what_is_summed_up_can_be_said_of_somebody() -> None:
    assert all(GENERAL[row.word].past for row in e.ROWS if row.summed)


def test_groups_and_ranks_are_those_named() -> None:
    assert {row.group for row in e.ROWS} == {e.PRESSURE, e.REACHING, e.MEETING, e.PARTING, e.ELSE}
    assert {row.rank for row in e.ROWS} == {None, e.ALWAYS, e.OFTEN, e.SELDOM, e.LAST}


def test_every_milestone_has_its_event() -> None:
    assert {row.ever for row in e.ROWS} - {""} == set(EVER)

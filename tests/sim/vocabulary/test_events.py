"""Is everything known about each kind of event, so that nothing need list them again?"""

from __future__ import annotations

import string

from sim.vocabulary import events as e
from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.event_rows import GAPS
from sim.vocabulary.milestones import EVER


def gaps(text: str) -> set[str]:
    """The names in braces, without the form of a word."""
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def test_sentences_leave_only_gaps_that_a_story_fills() -> None:
    for row in e.ROWS:
        assert row.wording.sentence and row.meaning
        assert gaps(row.wording.sentence) <= {*GAPS, *ENTRIES}, row.word


def test_groups_are_those_named() -> None:
    assert {row.group for row in e.ROWS} == {e.PRESSURE, e.REACHING, e.MEETING, e.PARTING, e.ELSE}


def test_every_milestone_has_its_event() -> None:
    assert {row.ever for row in e.ROWS} - {""} == set(EVER)


def test_whatever_ends_or_breaks_something_is_always_told() -> None:
    assert {row.word for row in e.ROWS if row.always} >= {"deal", "truce_agreed", "truce_breached", "blow_up"}

"""Is everything known about each kind of event, so that nothing need list them again?"""

from __future__ import annotations

import string

from sim.vocabulary import events as e
from sim.vocabulary.milestones import EVER

FILLED = {
    "actor", "target", "country", "mediator", "envoy", "points", "to", "under", "crossing", "share", "fall", "amount",
    "accepts", "matter", "meeting", "ago", "touch",
}  # fmt: skip


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_sentences_leave_only_gaps_that_a_story_fills() -> None:
    for row in e.ROWS:
        assert row.sentence and row.meaning
        assert gaps(row.sentence) | gaps(row.trade) <= FILLED, row.word
        for sums in (row.sums, row.trade_sums):
            assert not sums or (gaps(sums[0]) == set() and gaps(sums[1]) == {"n"}), row.word


def test_groups_and_ranks_are_those_named() -> None:
    assert {row.group for row in e.ROWS} == {e.PRESSURE, e.REACHING, e.MEETING, e.PARTING, e.ELSE}
    assert {row.rank for row in e.ROWS} == {None, e.ALWAYS, e.OFTEN, e.SELDOM, e.LAST}


def test_every_milestone_has_its_event() -> None:
    assert {row.ever for row in e.ROWS} - {""} == set(EVER)

"""What every story tells: all that was agreed, broken or held in person, the firsts, and what decided."""

from __future__ import annotations

from sim.narrative.importance import ALWAYS, always_told, rank_of
from sim.narrative.items import Rank
from sim.vocabulary import events as e
from sim.vocabulary.milestones import EVER
from tests.sim.narrative.logs import run_of
from tests.sim.sample import event, sample_log

US = {"actor": "us", "target": "cn"}


def test_the_firsts_of_the_sample_with_who_asked() -> None:
    assert always_told(run_of(sample_log())) >= {8, 9, 10, 12, 13, 14}


def test_every_milestone_is_always_told_once_at_least() -> None:
    for word in EVER:
        for kind in (row.word for row in e.ROWS if row.ever == word):
            level = {"call": "call", "summit": "summit"}.get(word, "")
            assert 0 in always_told(run_of([event(0, 1.0, kind, actor="both", level=level)]))


def test_only_the_first_ask_is_always_told() -> None:
    log = [event(n, float(n), "call_requested", level="call", **US) for n in range(3)]
    assert always_told(run_of(log, first_contact=None, first_voice=None)) == {0}


def test_ranks() -> None:
    kinds = ["escalate", "signal", "envoy_sent", "letter_sent", "call_held"]
    run = run_of([event(n, float(n), kind, actor="us", level="letter") for n, kind in enumerate(kinds)])
    ranks = [rank_of(scene, frozenset(), run) for scene in run.scenes]
    assert ranks == [Rank.pressure, Rank.gesture, Rank.errand, Rank.telling, Rank.telling]
    assert rank_of(run.scenes[1], frozenset({1}), run) is Rank.always
    assert e.WORDS[e.TRUCE_RENEWED] in ALWAYS

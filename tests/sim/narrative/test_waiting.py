"""Silences are as long as the record has them, and what is said of the two is what the record has of them."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.chance_words import chance_word
from sim.narrative.told_run import ToldRun
from sim.narrative.waiting import LONGEST_MINIMUM, SHORTEST, WORD_PASSED, silences, waiting
from sim.results.record_rows import Event
from sim.run import run_one
from tests.sim.sample import event, sample_scenario, sample_steps, sample_trajectory

US, CN = {"actor": "us", "target": "cn"}, {"actor": "cn", "target": "us"}


def silent(log: list[Event], **columns: Any) -> ToldRun:
    steps = sample_steps(sample_scenario(), 100)
    steps.update({name: [value] * 100 for name, value in columns.items()})
    table = {name: [getattr(entry, name) for entry in log] for name in Event._fields}
    return ToldRun(sample_trajectory(steps=steps, events=table, outcome=sample_trajectory().outcome))


NEUTRAL = {f"{side}.{name}": 0.0 for side in ("us", "cn") for name in ("chill", "sunk_face", "pain")}


def said(log: list[Event], **columns: Any) -> str:
    return " ".join(item.text for item in waiting(silent(log, **(NEUTRAL | columns)), 5))


@given(st.integers(0, 40))
@settings(max_examples=10, deadline=None)
def test_no_word_passes_in_a_silence_and_none_is_short(number: int) -> None:
    run = ToldRun(run_one("two-leaders", seed=number))
    spoken = [entry.day for entry in run.log if entry.kind in WORD_PASSED]
    for silence in silences(run):
        assert not any(silence.start < day < silence.end for day in spoken)
        assert silence.days >= min(SHORTEST, LONGEST_MINIMUM)


def test_a_silence_has_its_days() -> None:
    (item,) = waiting(silent([event(0, 60.0, "letter_sent", level="letter", **US)]), 0)[:1]
    assert (item.first, item.last) == ("2025-04-18", "2025-06-17")
    assert item.text == "no word passed between the two leaders: nine weeks of silence"
    assert item.events == ()


def test_what_each_believed_of_the_other() -> None:
    beliefs = {"us.expects_ask": 0.05, "cn.expects_ask": 0.8}
    hope = "The Chairman thought it likely that The President would ask within the month"
    assert f"{hope}; The President thought it a long shot of The Chairman" in said([], **beliefs)
    even = "The Chairman saw about an even chance that The President would ask within the month"
    assert f"{even}; The President expected less of The Chairman" in said([], **(beliefs | {"cn.expects_ask": 0.5}))
    assert "Both thought it unlikely that" in said([], **{"us.expects_ask": 0.2, "cn.expects_ask": 0.25})
    assert "Neither thought it likely that" in said([], **{"us.expects_ask": 0.05, "cn.expects_ask": 0.25})
    assert "thought" not in said([], **{"us.expects_ask": float("nan")})


@given(*(2 * (st.floats(0, 1),)))
def test_hope_is_told_of_whoever_had_more_of_it(one: float, other: float) -> None:
    text = said([], **{"us.expects_ask": one, "cn.expects_ask": other})
    told = re.search(r"(The \w+) (?:thought it|saw) ([a-z ]+) that (The \w+) would ask within", text)
    if told:
        more = one if told[1] == "The President" else other
        assert more == max(one, other)
        assert told[2].replace("an even chance", "even") == chance_word(more)
    elif "Both thought" in text:
        assert chance_word(one) == chance_word(other)
    else:
        assert max(round(one, 2), round(other, 2)) < 0.35


def test_hurt_is_told_before_hopes_and_hopes_before_habit() -> None:
    met = event(0, 5.0, "summit_held", actor="both", level="summit")
    rupture = event(1, 5.0, "blow_up", actor="both", level="summit", cause=0)
    gains = {"us.waiting_over_asking": 1.0, "cn.waiting_over_asking": 1.0}
    text = said([met, rupture], **gains, **{"us.chill": 0.9, "cn.chill": 0.9})
    assert text.index("Neither had forgotten") < text.index("Both thought it") < text.index("Both would rather")


def test_who_would_rather_wait() -> None:
    gains = {"us.waiting_over_asking": 1.0, "cn.waiting_over_asking": 1.0}
    assert "Both would rather wait than ask" in said([], **gains)
    one = said([], **(gains | {"cn.waiting_over_asking": -0.5}))
    assert "The President would rather wait than ask; The Chairman saw more in asking, and yet did not ask" in one
    assert "rather" not in said([], **dict.fromkeys(gains, -1.0))


def test_hurt_and_pride() -> None:
    met = event(0, 5.0, "summit_held", actor="both", level="summit")
    rupture = event(1, 5.0, "blow_up", actor="both", level="summit", cause=0)
    assert "The President had not forgotten the rupture of 23 April" in said([met, rupture], **{"us.chill": 0.9})
    both = {"us.chill": 0.9, "cn.chill": 0.9}
    assert "Neither had forgotten the rupture of 23 April" in said([met, rupture], **both)
    assert "forgotten" not in said([met, rupture])
    assert "The Chairman had vowed too loudly not to yield" in said([], **{"cn.sunk_face": 0.9})
    assert "The strain hurt China more than the United States" in said([], **{"cn.pain": 1.0})


def test_an_affront_by_oneself_does_not_hurt() -> None:
    refused = event(0, 0.0, "request_declined", level="call", **US)
    assert "The Chairman had not forgotten the no" in said([refused], **{"us.chill": 0.9, "cn.chill": 0.9})


def test_nothing_is_said_twice_running() -> None:
    letter = event(0, 50.0, "letter_sent", level="letter", **US)
    first, second = waiting(silent([letter], **NEUTRAL), 5)
    assert "Both thought it" in first.text
    assert "Both thought it" not in second.text
    assert "were silent for" in second.text


def test_talks_of_envoys_meanwhile_are_said() -> None:
    talks = event(0, 30.0, "mediation_held", mediator="host", level="talks")
    assert "though their envoys did meet" in said([talks])
    assert "though their" not in said([])

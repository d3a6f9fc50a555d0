"""Every event stands in exactly one scene: a request with its answer, a meeting with what came of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sim.narrative.scenes import Scene, scenes
from sim.results.record_rows import Event
from sim.run import run_one
from sim.vocabulary import events as e
from tests.sim.sample import event, sample_log

US, CN = {"actor": "us", "target": "cn"}, {"actor": "cn", "target": "us"}


def of(log: list[Event]) -> list[tuple[int, ...]]:
    return [scene.numbers for scene in scenes(log)]


@given(st.lists(st.sampled_from(e.WORDS), max_size=60), st.data())
@settings(max_examples=40, deadline=None)
def test_every_event_stands_in_one_scene(kinds: list[str], data: st.DataObject) -> None:
    log = [
        event(
            n, float(n // 3), kind, cause=data.draw(st.integers(-1, n - 1)), request=data.draw(st.integers(-1, n - 1))
        )
        for n, kind in enumerate(kinds)
    ]
    assert sorted(number for numbers in of(log) for number in numbers) == list(range(len(log)))


def test_requests_stand_with_their_answers_and_talks_with_their_offer() -> None:
    assert of(sample_log()) == [(0,), (1,), (2, 3), (4, 5, 6, 7, 8, 9), (10, 11, 12), (13,), (14,)]


def test_the_talks_date_their_scene() -> None:
    talks = next(scene for scene in scenes(sample_log()) if scene.has(e.MEDIATION_HELD))
    assert talks.main.kind == "mediation_held"
    assert talks.one(e.TRUCE_AGREED, e.DEAL) is not None
    assert not talks.has(e.DEAL)


def test_requests_that_cross_stand_together() -> None:
    log = [
        event(0, 1.0, "call_requested", level="call", **US),
        event(1, 2.0, "call_requested", level="call", **CN),
        event(2, 2.0, "requests_crossed", level="call", actor="both", cause=1),
        event(3, 2.0, "call_scheduled", level="call", actor="both", cause=2),
    ]
    assert of(log) == [(0, 1, 2, 3)]


def test_an_envoy_stands_with_the_door_and_a_breach_with_the_step_up() -> None:
    log = [
        event(0, 1.0, "envoy_sent", **US),
        event(1, 4.0, "envoy_received", level="envoy", cause=0, request=0, **CN),
        event(2, 5.0, "escalate", **US),
        event(3, 5.0, "truce_breached", cause=2, **US),
    ]
    assert of(log) == [(0, 1), (2, 3)]
    assert scenes(log)[0].main.event == 1


def test_a_renewal_at_a_meeting_stands_with_it_and_one_in_time_alone() -> None:
    log = [
        event(0, 1.0, "truce_agreed", actor="both"),
        event(1, 5.0, "summit_held", actor="both", level="summit"),
        event(2, 5.0, "truce_renewed", actor="both", cause=1),
        event(3, 9.0, "truce_renewed", actor="both", cause=0, request=0),
    ]
    assert of(log) == [(0,), (1, 2), (3,)]


def test_real_logs_are_told_whole() -> None:
    record = run_one("us-china-2025", seed=4)
    table = record.columns["events"]
    log = [Event._make(row) for row in zip(*(table[name] for name in Event._fields), strict=True)]
    found: list[Scene] = scenes(log)
    assert sorted(number for scene in found for number in scene.numbers) == list(range(len(log)))
    assert [scene.main.day for scene in found] == sorted(scene.main.day for scene in found)

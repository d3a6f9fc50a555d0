"""What is told together is told with its counts, and they are right."""

from __future__ import annotations

from sim.narrative.group_text import GROUPS
from sim.narrative.groups import ALONE, group_of
from sim.results.record_rows import Event
from tests.sim.narrative.logs import run_of
from tests.sim.sample import event

US, CN = {"actor": "us", "target": "cn"}, {"actor": "cn", "target": "us"}


def together(log: list[Event]) -> str:
    run = run_of(log)
    groups = {group_of(scene, run) for scene in run.scenes}
    assert len(groups) == 1
    assert ALONE not in groups
    return GROUPS[groups.pop().partition(" ")[0]](run.scenes, run)


def test_both_sides_on_the_ladder() -> None:
    log = [event(n, float(n), "escalate", amount=10.0, **(CN if n == 2 else US)) for n in range(4)]
    assert together(log) == "the United States raised tariffs three times, to 150, and China by 10 points, to 130"


def test_calls_and_talks_from_which_nothing_came() -> None:
    calls = [event(n, float(n), "call_held", actor="both", level="call") for n in range(3)]
    assert together(calls) == "the two leaders spoke with one another three times; nothing was agreed"
    talks = [
        event(n, float(n), "mediation_held", mediator=m, level="talks") for n, m in enumerate(["host", "singapore"])
    ]
    assert "talks twice, arranged by Høst, a European one and Singapore; nothing came of it" in together(talks)


def test_asks_that_came_to_nothing() -> None:
    log = []
    for n, (kind, level, answer) in enumerate(
        [
            ("call_requested", "call", "declined"),
            ("call_requested", "call", "lapsed"),
            ("summit_proposed", "summit", "lapsed"),
        ]
    ):
        log += [
            event(2 * n, float(3 * n), kind, level=level, **US),
            event(2 * n + 1, 3.0 * n + 1, f"request_{answer}", level=level, request=2 * n, cause=2 * n, **CN),
        ]
    assert together(log) == (
        "The President asked for a call twice and proposed a summit once; The Chairman said no once and did not answer "
        "twice"
    )


def test_letters_and_envoys() -> None:
    letters = [event(n, float(n), "letter_sent", level="letter", **(US if n < 2 else CN)) for n in range(3)]
    assert together(letters) == (
        "The President wrote a letter twice; The Chairman had not answered by the end twice. "
        "The Chairman wrote a letter; The President had not answered by the end"
    )
    doors = ["envoy_received", "envoy_blocked", "envoy_blocked"]
    visits = [event(n, float(n), kind, level="envoy", **CN) for n, kind in enumerate(doors)]
    assert together(visits) == "envoys of the United States were let in once and kept out twice"
    assert together([visits[0], visits[1]._replace(**US)]) == (
        "an envoy of the United States was let in; an envoy of China was kept out"
    )


def test_offers() -> None:
    host = {"mediator": "host", "level": "talks"}
    log = [
        event(0, 1.0, "mediation_offered", actor="host", **host),
        event(1, 2.0, "mediation_declined", actor="us", request=0, cause=0, **host),
        event(2, 3.0, "mediator_invited", actor="us", target="singapore", mediator="singapore"),
        event(3, 3.0, "mediator_refused", actor="singapore", mediator="singapore", cause=2),
    ]
    assert together(log) == (
        "The President sought a host once and Høst, a European one offered once to bring both sides together; "
        "Singapore did not want to be drawn in; The President refused once"
    )


def test_what_was_so_at_the_start() -> None:
    log = [
        event(0, 0.0, "earlier_contact", actor="both", level="call", amount=14.0, origin="scheduled"),
        event(1, 0.0, "summit_scheduled", actor="both", level="summit", origin="scheduled"),
    ]
    assert together(log) == "the two leaders had last been in touch 14 days before; a summit was already fixed"

"""Every kind of event has a sentence; names come from the scenario; points are said only where pressure is tariffs."""

from __future__ import annotations

from itertools import product

import pytest

from sim.narrative.cast import Cast
from sim.narrative.sentences import sentence, spoken_past, spoken_points, spoken_share
from sim.narrative.wrapping import wrapped
from sim.vocabulary import levels
from sim.vocabulary.domains import Domain
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.sim.sample import event, sample_scenario

CAST = Cast(sample_scenario())
SIDES = (("us", "cn"), ("cn", "us"))


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_each_reads_as_a_sentence_in_80_columns(kind: str) -> None:
    for domain, actor in product(Domain, ("us", "both", "host", "")):
        happened = event(0, 1.0, kind, actor=actor, target="cn", level="call", envoy="first", amount=0.25)
        text = sentence(happened, Cast(sample_scenario(domain=domain)), 120.0)
        assert text[0].isupper()
        assert text.endswith(".")
        assert "{" not in text
        assert all(len(line) <= 80 for line in wrapped(text, first="12 May  "))


def test_points_are_said_in_trade_and_not_elsewhere() -> None:
    step = event(0, 1.0, "escalate", actor="us", target="cn", amount=25.0)
    assert sentence(step, CAST, 170.0) == "The President raises tariffs by 25 points to 170."
    assert (
        sentence(step, Cast(sample_scenario(domain=Domain.security)), 170.0) == "The President steps up the pressure."
    )


def test_people_are_named() -> None:
    blocked = event(0, 1.0, "envoy_blocked", actor="us", target="cn", envoy="second")
    assert '"Second" Envoy' in sentence(blocked, CAST)
    offered = event(0, 1.0, "mediation_offered", actor="singapore", target="both", mediator="singapore")
    assert sentence(offered, CAST) == "Singapore offers a room for talks."


@pytest.mark.parametrize("level", ["letter", "call", "summit", "talks", "truce", ""])
def test_answers_name_what_is_answered(level: str) -> None:
    yes = sentence(event(0, 1.0, "request_accepted", actor="cn", target="us", level=level), CAST)
    no = sentence(event(0, 1.0, "request_declined", actor="cn", target="us", level=level), CAST)
    assert CAST.fill(levels.BY_WORD[level].accepts) in yes
    assert CAST.fill(levels.BY_WORD[level].request) in no


def test_an_unknown_id_speaks_for_itself() -> None:
    offered = event(0, 1.0, "mediation_offered", actor="zurich", mediator="zurich")
    assert sentence(offered, CAST) == "Zurich offers a room for talks."


@pytest.mark.parametrize(
    ("points", "said"), [(1.0, "1 point"), (25.0, "25 points"), (12.5, "12.5 points"), (24.99, "25 points")]
)
def test_points(points: float, said: str) -> None:
    assert spoken_points(points, CAST) == said


@pytest.mark.parametrize(("share", "said"), [(0.6, "60%"), (0.004, "0.4%"), (0.0, "0%"), (float("nan"), "part")])
def test_shares(share: float, said: str) -> None:
    assert spoken_share(share) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(0.0, "on this very day"), (1.0, "the day before"), (13.0, "13 days before"), (float("nan"), "before")],
)
def test_pasts(days: float, said: str) -> None:
    assert spoken_past(days) == said


def test_what_was_before_the_first_day_says_how_long_ago() -> None:
    contact = event(0, 0.0, "earlier_contact", actor="both", target="both", level="call", amount=13.0)
    assert sentence(contact, CAST) == "The two leaders were last in touch 13 days before (call)."
    failed = event(0, 0.0, "earlier_talks_failed", actor="singapore", target="both", mediator="singapore", amount=1.0)
    assert sentence(failed, CAST) == "Talks under Singapore ended with nothing the day before."


def test_who_stands_at_the_door_is_an_envoy_of_the_other_side() -> None:
    both = {"first": sample_scenario().leaders["us"].envoys["first"].model_copy(update={"name": "Their Own"})}
    leaders = dict(sample_scenario().leaders)
    leaders["cn"] = leaders["cn"].model_copy(update={"envoys": both})
    cast = Cast(sample_scenario().model_copy(update={"leaders": leaders}))
    received = event(0, 1.0, "envoy_received", actor="cn", target="us", level="envoy", envoy="first")
    assert sentence(received, cast).startswith("First Envoy")


def test_the_article_of_a_name_is_small_inside_a_sentence() -> None:
    named = sample_scenario()
    proposed = [
        sentence(event(0, 1.0, "summit_proposed", actor=one, target=other), Cast(named)) for one, other in SIDES
    ]
    assert proposed[0].startswith("The President proposes ")
    assert proposed[1].endswith(" to the President.")

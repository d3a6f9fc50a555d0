"""What is not told one by one is told as a sum, right in number."""

from __future__ import annotations

from sim.narrative.cast import Cast
from sim.narrative.stretches import KINDS_TOLD, listed, spelled, sums
from sim.vocabulary import events as e
from sim.vocabulary.domains import Domain
from tests.sim.sample import event, sample_scenario

CAST = Cast(sample_scenario())


def test_once_and_often() -> None:
    log = [
        event(0, 1.0, "escalate", actor="us"),
        event(1, 2.0, "escalate", actor="us"),
        event(2, 2.0, "rally", actor="us"),
    ]
    assert sums(log, CAST) == ["The President raised tariffs twice and rallied the public."]
    assert sums(log, Cast(sample_scenario(domain=Domain.peace)))[0].startswith(
        "The President stepped up the pressure twice"
    )


def test_nothing_to_say() -> None:
    assert sums([], CAST) == []
    assert sums([event(0, 1.0, "call_held", actor="both")], CAST) == []


def test_offers_are_told_by_name() -> None:
    offers = [event(n, 1.0, "mediation_offered", actor="singapore", mediator="singapore") for n in range(3)]
    assert sums(offers, CAST) == ["Offers of talks: Singapore."]


def test_only_the_most_frequent_kinds_are_told() -> None:
    log = [event(n, 1.0, kind, actor="us") for n, kind in enumerate(row.word for row in e.ROWS if row.summed)]
    assert sums(log, CAST)[0].count(",") == KINDS_TOLD - 2


def test_lists_and_numbers_in_words() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert (spelled(2), spelled(12), spelled(13)) == ("two", "twelve", "13")

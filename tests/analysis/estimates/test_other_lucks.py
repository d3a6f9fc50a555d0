"""A game played again under other lucks: the moves are kept, shares add up, and both engines say the same."""

from __future__ import annotations

import pytest

from analysis.estimates import other_lucks, wilson
from analysis.estimates.other_lucks import Ended, Replayed, end_of, play_again, summed
from sim.files import load_scenario, vary
from sim.run import Order, run_one
from sim.vocabulary import outcomes

SHORT = vary(load_scenario("two-leaders"), {"horizon_days": 40})
MOVES = (Order("verenia", "send_letter", 10.0), Order("verenia", "accept", 0.0, about="call"))
GAME = Replayed(SHORT, 3, "central", (*MOVES, Order("verenia", "hold", standing=True)))


def nothing(_: int) -> None:
    """Progress that nobody sees."""


@pytest.fixture(autouse=True)
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_lucks, "engine_state", lambda: "plain")


def test_each_luck_is_the_run_under_the_same_orders() -> None:
    alone = [run_one(SHORT, 3, run, orders=GAME.orders).outcome for run in range(8)]
    assert end_of(GAME, range(8)) == [Ended(str(o.outcome_class), o.first_voice is not None) for o in alone]


def test_the_moves_are_kept_and_the_side_holds_in_between() -> None:
    for run in range(6):
        counts = run_one(SHORT, 3, run, orders=GAME.orders).outcome.actions["verenia"]
        assert counts["send_letter"] <= 1
        assert counts["hold"] == sum(counts.values()) - counts["send_letter"]


def test_shares_are_those_of_the_runs_and_add_up() -> None:
    found = play_again(GAME, [1, 2, 4, 5], nothing)
    assert found == summed(end_of(GAME, [1, 2, 4, 5]))
    assert found.runs == 4
    assert sum(share.value for share in found.stands.values()) == pytest.approx(1.0)
    assert set(found.stands) == set(outcomes.WORDS)


def test_three_ends_summed_up_by_hand() -> None:
    found = summed([Ended("truce", True), Ended("no_contact", False), Ended("truce", False)])
    assert list(found.stands)[:2] == ["truce", "no_contact"]
    assert found.stands["truce"] == wilson(2, 3)
    assert found.stands["deal"] == wilson(0, 3)
    assert found.spoke == wilson(1, 3)


def test_ctrl_c_leaves_what_was_played() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    assert play_again(GAME, range(30), stop).runs == 10


@pytest.mark.slow
def test_the_fast_engine_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = play_again(GAME, [0, 1, 2, 4, 5], nothing)
    monkeypatch.setattr(other_lucks, "engine_state", lambda: "ready")
    assert play_again(GAME, [0, 1, 2, 4, 5], nothing) == plain

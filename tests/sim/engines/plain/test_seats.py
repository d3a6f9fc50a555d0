"""Orders are judged at the leader's first decision of their kind, refused before anything changes, and used once."""

from __future__ import annotations

import pickle
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.mesa import LeaderAgent, NegotiationModel
from sim.engines.plain.confrontation import BrokenRun, Confrontation
from sim.engines.plain.world_copy import copy_world
from sim.policies.protocol import IllegalMove, Turn
from sim.policies.scripted import read_script
from sim.run import run_one
from sim.scenario import Scenario
from sim.vocabulary import actions as a
from sim.vocabulary import answers as replies
from tests.generate import scenarios
from tests.sim.engines.plain.playing import ORDERS, TOGETHER, clocked, some, whim
from tests.sim.rules.worlds import PLAIN


def held(run: Confrontation) -> bytes:
    """Everything a run holds, to the bit."""
    seats = run.seats
    waiting = sorted(run.pending.items())
    return pickle.dumps((copy_world(run.world), run.course, run.decisions, waiting, seats.answers, seats._before))


def refusal(run: Confrontation, orders: dict[str, str]) -> IllegalMove | None:
    """Let a step go by with orders; the refusal if one is refused."""
    try:
        run.step(orders)
    except IllegalMove as refused:
        return refused if refused.move not in refused.turn.options else None
    return None


@some
@given(scenarios(max_days=25), st.integers(0, 99), st.sampled_from(ORDERS))
def test_a_refused_order_changes_nothing_and_the_run_goes_on(scenario: Scenario, seed: int, order: str) -> None:
    luck = Random(seed)
    run, twin = (Confrontation(clocked(scenario, order), seed) for _ in range(2))
    while not run.finished:
        free = [side for side in run.sides if side not in run.pending and luck.random() < 0.7]
        wanted = {side: luck.choice((*a.WORDS, *replies.WORDS)) for side in free}
        before = held(run)
        refused = refusal(run, wanted)
        if refused is None:
            twin.step(wanted)
        elif refused.turn.leader not in wanted:  # it had waited: it alone is forgotten
            twin.pending = {side: word for side, word in twin.pending.items() if side != refused.turn.leader}
        else:
            assert held(run) == before
        assert held(run) == held(twin)
    assert run.trajectory().equals(twin.trajectory())


def test_an_illegal_order_of_the_second_mover_undoes_the_first_mover_s_act() -> None:
    run = Confrontation(TOGETHER)
    before = held(run)
    with pytest.raises(IllegalMove, match="west cannot 'withdraw' now; legal are hold"):
        run.step({"east": "escalate", "west": "withdraw"})
    assert held(run) == before
    run.step({"east": "escalate", "west": "rally"})
    assert run.outcome.actions["east"]["escalate"] == run.outcome.actions["west"]["rally"] == 1


def test_an_order_that_waited_and_became_impossible_is_dropped() -> None:
    run = Confrontation(PLAIN, seed=1)
    run.pending = {"east": "withdraw"}
    with pytest.raises(IllegalMove):
        run.run_model()
    assert run.pending == {}
    run.run_model()
    assert run.trajectory().equals(run_one(PLAIN, seed=1))


def test_an_order_may_be_an_answer_and_waits_for_the_request() -> None:
    run = Confrontation(PLAIN, seed=1)
    run.step({"west": "lapse"})
    run.run_model()
    table = run.trajectory().columns["decisions"]
    rows = zip(table["leader"], table["kind"], table["option"], table["chosen"], strict=True)
    answers = [option for leader, kind, option, chosen in rows if chosen and (leader, kind) == ("west", "answer")]
    assert answers[0] == "lapse"


@pytest.mark.parametrize("order", ["dance", "", "HOLD", None, 3])
def test_a_word_that_is_neither_a_move_nor_an_answer_is_refused_at_once(order: Any) -> None:
    run = Confrontation(PLAIN)
    before = held(run)
    with pytest.raises(ValueError, match=r"neither a move nor an answer; allowed: hold, .*accept"):
        run.step({"east": order})
    assert held(run) == before


def test_a_scripted_leader_survives_a_refused_order_of_the_other() -> None:
    text = "- {date: 2025-01-06, leader: east, action: rally}\n- {date: 2025-01-09, leader: east, action: signal}\n"
    policies = read_script(text, "moves.yaml", ("east", "west")).policies()
    run = Confrontation(TOGETHER, policies=policies)
    while not run.finished:
        try:
            run.step({"west": "withdraw"} if "west" not in run.pending else None)
        except IllegalMove:
            run.step()
    counts = run.outcome.actions["east"]
    assert (counts["rally"], counts["signal"]) == (1, 1)


def test_a_mind_of_mesa_is_back_where_it_was_after_a_refused_order() -> None:
    class Counting(LeaderAgent):
        """Counts how often it was asked."""

        times = 0

        def choose(self, turn: Turn) -> str | None:
            self.times += 1
            return whim(1)(turn)

    model = NegotiationModel(TOGETHER, leader_class={"east": Counting})
    with pytest.raises(IllegalMove):
        model.step({"west": "withdraw"})
    assert model.world.leaders[0].times == 0
    assert (model.day, model.steps, len(model.decisions["day"])) == (0, 0, 0)
    model.step()
    assert model.world.leaders[0].times == 1


@pytest.mark.parametrize("bad", [lambda _turn: "dance", lambda _turn: 1 / 0])
def test_an_error_of_a_policy_breaks_the_run(bad: Any) -> None:
    run = Confrontation(TOGETHER, policies={"west": bad})
    with pytest.raises((IllegalMove, ZeroDivisionError)) as first:
        run.run_model()
    with pytest.raises(BrokenRun) as again:
        run.step()
    assert again.value.__cause__ is first.value

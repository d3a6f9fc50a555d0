"""Does the Mesa model step, take orders, refuse what is illegal, and depend on nothing of Mesa's own state?"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from sim.engines.mesa import LeaderAgent, NegotiationModel
from sim.files import vary
from sim.policies.protocol import IllegalMove, Turn
from sim.policies.simple import always, logit
from sim.run import run_one
from tests.sim.rules.worlds import PLAIN

WEEKLY = vary(PLAIN, {"clock": {"kind": "fixed", "every_days": 7}})


def test_a_model_run_to_its_end_is_the_run_of_the_front_door() -> None:
    model = NegotiationModel(PLAIN, seed=4, run=2)
    model.run_model()
    assert model.trajectory().equals(run_one(PLAIN, seed=4, run=2))


def test_steps_are_counted_by_the_model_itself() -> None:
    model = NegotiationModel(vary(PLAIN, {"clock.step_days": 0.5}))
    for number in range(1, 5):
        model.steps = 40  # Mesa's count, which anybody may move
        model.step()
        assert model.day == number / 2
        assert model.steps == number
        assert model.datacollector.model_vars["step"][-1] == number


def test_a_model_stops_at_its_horizon_and_a_finished_one_stays_as_it_is() -> None:
    model = NegotiationModel(vary(PLAIN, {"horizon_days": 5}), policies=dict.fromkeys(("east", "west"), always("hold")))
    steps = 0
    while model.running:
        model.step()
        steps += 1
    assert steps == 5
    record = model.trajectory()
    model.step()
    assert model.trajectory().equals(record)


def test_nothing_depends_on_mesa_s_random_state() -> None:
    model = NegotiationModel(PLAIN, seed=6)
    while not model.finished:
        model.random.seed(random.Random(model.day).random())
        model.random.shuffle(list(range(5)))
        model.rng = np.random.default_rng(5)
        model.rng.random(3)
        model.step()
    assert model.trajectory().equals(run_one(PLAIN, seed=6))


def test_nothing_depends_on_the_order_of_agents() -> None:
    model = NegotiationModel(PLAIN, seed=6)
    while not model.finished:
        model.agents.shuffle(inplace=True)
        model.step()
    assert model.trajectory().equals(run_one(PLAIN, seed=6))


def test_a_record_shares_no_state_with_its_model() -> None:
    model = NegotiationModel(PLAIN, seed=3)
    for _ in range(20):
        model.step()
    early = model.trajectory()
    kept = {name: dict(table) for name, table in early.columns.items()}
    model.run_model()
    model.decisions["option"].clear()
    model.datacollector.model_vars["step"].clear()
    model.world.leaders[0].recent[1] = 99.0
    assert {name: dict(table) for name, table in early.columns.items()} == kept
    assert len(early.columns["steps"]["step"]) == 21


def test_two_models_share_no_state() -> None:
    one, other = NegotiationModel(PLAIN, seed=1), NegotiationModel(PLAIN, seed=1)
    one.run_model()
    other.run_model()
    assert one.trajectory().equals(other.trajectory())


def test_interleaved_models_do_not_disturb_each_other() -> None:
    models = [NegotiationModel(PLAIN, seed=seed) for seed in (1, 2)]
    while not all(model.finished for model in models):
        for model in models:
            if not model.finished:
                model.step()
    for seed, model in zip((1, 2), models, strict=True):
        assert model.trajectory().equals(run_one(PLAIN, seed=seed))


# -- deciding from outside -----------------------------------------------------------------------------------------


def test_orders_are_carried_out_at_the_next_turn_and_once() -> None:
    model = NegotiationModel(WEEKLY)
    model.step({"east": "escalate", "west": "rally"})
    events = model.trajectory().columns["events"]
    carried_out = set(zip(events["actor"][:2], events["kind"][:2], strict=True))  # who moves first is a matter of luck
    assert carried_out == {("east", "escalate"), ("west", "rally")}
    assert model.pending == {}


def test_an_order_waits_for_the_turn_under_the_poisson_clock() -> None:
    model = NegotiationModel(PLAIN, seed=0)
    model.step({"east": "rally"})
    while "east" in model.pending:
        model.step()
    assert model.outcome.actions["east"]["rally"] == 1


def test_an_illegal_order_names_what_is_legal() -> None:
    model = NegotiationModel(WEEKLY)
    with pytest.raises(IllegalMove) as raised:
        model.step({"east": "withdraw"})
    legal = NegotiationModel(WEEKLY).legal_actions("east")
    assert ", ".join(legal) in str(raised.value)
    assert raised.value.move == "withdraw"
    assert "withdraw" not in legal


def test_a_model_steps_on_after_an_error() -> None:
    """Mesa 3.5's own wrapper of ``step`` does nothing any more once a step has raised."""
    model = NegotiationModel(WEEKLY)
    with pytest.raises(IllegalMove):
        model.step({"east": "withdraw"})
    model.step()
    assert model.day == 1
    model.run_model()
    assert model.finished


def test_an_order_to_nobody_is_refused_and_forgotten() -> None:
    model = NegotiationModel(WEEKLY)
    with pytest.raises(ValueError, match="allowed: east, west"):
        model.step({"north": "hold"})
    model.step()
    assert model.day == 1


def test_what_is_legal_agrees_with_the_options_of_the_turn() -> None:
    seen: list[tuple[list[str], list[str]]] = []

    def watch(turn: Turn) -> None:
        if turn.kind == "turn":
            seen.append((list(turn.options), model.legal_actions(turn.leader)))

    model = NegotiationModel(PLAIN, seed=2, policies={"east": watch})
    model.run_model()
    assert len(seen) > 5
    assert all(options == legal for options, legal in seen)


class Stonewaller(LeaderAgent):
    """Holds, and leaves every request unanswered."""

    def choose(self, turn: Turn) -> str:
        return "lapse" if turn.kind == "answer" else "hold"


def test_a_leader_with_a_mind_of_its_own() -> None:
    models = (NegotiationModel(PLAIN, seed=seed, leader_class={"west": Stonewaller}) for seed in range(99))
    model = next(played for played in models if _asked(played))
    assert isinstance(model.world.leaders[1], Stonewaller)
    assert not isinstance(model.world.leaders[0], Stonewaller)
    record = model.trajectory()
    west = record.outcome.actions["west"]
    assert west["hold"] == sum(west.values())
    answers = record.decisions.query("leader == 'west' and kind == 'answer' and chosen")
    assert set(answers["option"]) == {"lapse"}


def _asked(model: NegotiationModel) -> bool:
    """Whether the west was asked for anything in the run, which is played here."""
    model.run_model()
    return bool(len(model.trajectory().decisions.query("leader == 'west' and kind == 'answer'")))


def test_both_leaders_may_be_of_one_class() -> None:
    model = NegotiationModel(PLAIN, leader_class=Stonewaller)
    model.run_model()
    assert model.outcome.outcome_class == "no_contact"


def test_a_policy_sees_reasons_chances_and_the_steps_so_far() -> None:
    seen: list[Turn] = []
    rows: list[int] = []

    def watch(turn: Turn) -> None:
        seen.append(turn)
        rows.append(len(turn.steps_so_far()["day"]))

    NegotiationModel(PLAIN, seed=2, policies={"east": watch}).run_model()
    for turn, count in zip(seen, rows, strict=True):
        assert sum(turn.options.values()) == pytest.approx(1)
        assert set(turn.components) == set(turn.utilities) == set(turn.options)
        for option, parts in turn.components.items():
            assert sum(parts.values()) == pytest.approx(turn.utilities[option])
        assert count == int(turn.day) + 1
        assert 0 < turn.luck < 1


def test_a_policy_that_leaves_everything_to_the_model_changes_nothing() -> None:
    record = run_one(PLAIN, seed=2, policies=dict.fromkeys(("east", "west"), logit))
    assert record.equals(run_one(PLAIN, seed=2))


# -- seeds ---------------------------------------------------------------------------------------------------------


def test_rng_is_another_word_for_seed() -> None:
    assert NegotiationModel(PLAIN, rng=7).seed == NegotiationModel(PLAIN, seed=7).seed == 7
    assert NegotiationModel(PLAIN, seed=7, rng=7).seed == 7
    assert NegotiationModel(PLAIN, rng=np.int64(7)).seed == 7


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"seed": 3, "rng": 7}, "differ"),
        ({"rng": np.random.default_rng(1)}, "hidden state"),
        ({"rng": True}, "whole number"),
        ({"seed": None}, "seed=None"),
        ({"seed": "7"}, "seed='7'"),
        ({"rng": -1}, "seed=-1"),
    ],
)
def test_a_seed_is_used_or_refused_and_never_dropped(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        NegotiationModel(PLAIN, **options)


def test_seed_and_run_are_in_the_world_that_rules_draw_from() -> None:
    setting = NegotiationModel(PLAIN, seed=11, run=5).world.setting[0]
    assert (setting.seed, setting.run) == (11, 5)

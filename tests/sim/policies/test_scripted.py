"""Scripts are read with every error at its place, and played at the first chance on or after each date."""

from __future__ import annotations

import datetime as dt
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.forks import Order
from sim.policies.protocol import Policy, decide
from sim.policies.scripted import Move, ScenarioError, Script, load_script, read_script
from sim.run import run_one
from tests.generate import few
from tests.sim.policies.turns import decided, turn
from tests.sim.rules.worlds import PLAIN

SCRIPT = """
- {date: 2025-04-20, leader: us, action: escalate}
- {date: 2025-04-19, leader: us, action: request_call}
- {date: 2025-04-21, leader: cn, answer: accept, about: mediation}
- {date: 2025-04-21, leader: cn, answer: lapse}
"""


def part(text: str, leader: str) -> Policy:
    return read_script(text, "moves.yaml", ("us", "cn")).policies()[leader]


def test_moves_are_made_in_order_of_date_at_the_first_chance() -> None:
    policy = part(SCRIPT, "us")
    moments = [(day, "") for day in (0, 2.5, 3, 9)]
    assert decided(policy, moments) == ["hold", "request_call", "escalate", "hold"]


def test_answers_wait_for_their_request() -> None:
    policy = part(SCRIPT, "cn")
    moments = [(1, "call"), (4, "call"), (5, "mediation"), (6, "call")]
    assert decided(policy, moments, "cn") == [None, "lapse", "accept", None]


@pytest.mark.parametrize("first", [0, 2, 9])
def test_a_policy_serves_the_next_run_too_whenever_its_first_decision_comes(first: float) -> None:
    policy = part(SCRIPT, "us")
    decided(policy, [(0, ""), (2, ""), (3, "")])
    assert decided(policy, [(first, ""), (10, ""), (11, "")])[-1] in ("escalate", "hold")
    assert decided(policy, [(9, ""), (10, ""), (11, "")]) == ["request_call", "escalate", "hold"]


def test_a_decision_taken_back_is_taken_again_and_those_before_it_stand() -> None:
    policy = part(SCRIPT, "us")
    decided(policy, [(0, ""), (2, ""), (3, "")])
    assert decide(policy, turn(3, before=2)) == "escalate"
    assert decide(policy, turn(2.5, before=1)) == "request_call"
    assert decide(policy, turn(3, before=2)) == "escalate"
    assert decide(policy, turn(4, before=3)) == "hold"


def test_otherwise_logit_leaves_the_rest_to_the_model() -> None:
    text = "otherwise: logit\nmoves:\n  - {date: 2025-04-20, leader: us, action: escalate}\n"
    policy = part(text, "us")
    assert decided(policy, [(0, ""), (2, ""), (3, "")]) == [None, "escalate", None]


def test_who_is_not_named_is_left_to_the_model() -> None:
    assert set(
        read_script("- {date: 2025-04-20, leader: us, action: hold}", "moves.yaml", ("us", "cn")).policies()
    ) == {"us"}


BAD = [
    ("", 1, "empty script"),
    ("us", 1, "a script is a list"),
    ("- us", 1, "moves.0 must be a block of fields"),
    ("- {date: 2025-04-20, leader: us, action: escalat}", 1, "did you mean 'escalate'"),
    ("- {date: 2025-04-20, leader: uk, action: hold}", 1, "allowed: us, cn"),
    ("- {date: 2025-13-20, leader: us, action: hold}", 1, "calendar"),
    ("- {date: soon, leader: us, action: hold}", 1, "must be a date"),
    ("- {date: 12:30, leader: us, action: hold}", 1, ""),
    ("- {leader: us, action: hold}", 1, "moves.0.date is missing"),
    ("- {date: 2025-04-20, action: hold}", 1, "moves.0.leader is missing"),
    ("- {date: 2025-04-20, leader: us}", 1, "either `action` or `answer`"),
    ("- {date: 2025-04-20, leader: us, action: hold, answer: accept}", 1, "either `action` or `answer`"),
    ("- {date: 2025-04-20, leader: us, action: hold, about: call}", 1, "goes with `answer`"),
    ("- {date: 2025-04-20, leader: us, answer: maybe}", 1, "allowed: accept, decline, lapse"),
    ("- {date: 2025-04-20, leader: us, answer: [accept]}", 1, "not a list"),
    (
        "- {date: 2025-04-20, leader: us, moves: hold}",
        1,
        "unknown key 'moves' in moves.0; allowed: date, leader, action, answer, about",
    ),
    ("otherwise: wait\nmoves: []", 1, "allowed: hold, logit"),
    ("otherwise: hold", 1, "moves is missing"),
    ("otherwise: hold\nmoves: hold", 2, "moves must be a list"),
    ("- {date: 2025-04-20, leader: us, action: hold}\n- {date: 2025-04-21, leader: us, action: [}", 2, ""),
    ("- !!python/object:os.system {}", 1, "tag"),
]


@pytest.mark.parametrize(("text", "line", "said"), BAD)
def test_errors_stand_at_their_place(text: str, line: int, said: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        read_script(text, "moves.yaml", ("us", "cn"))
    assert str(caught.value).startswith(f"moves.yaml:{line}:")
    assert said in str(caught.value)


def test_all_errors_come_at_once() -> None:
    text = "- {date: soon, leader: uk, action: jump}\n- {leader: us, action: hold}\n"
    with pytest.raises(ScenarioError) as caught:
        read_script(text, "moves.yaml", ("us", "cn"))
    assert len(caught.value.problems) == 4


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no such file"):
        load_script(tmp_path / "moves.yaml", ("us", "cn"))


def test_a_script_is_orders_in_order_of_date_and_idle_turns_last() -> None:
    script = read_script(SCRIPT, "moves.yaml", ("us", "cn"))
    assert script.leaders == ("cn", "us")
    assert script.orders(dt.date(2025, 4, 18)) == (
        Order("us", "request_call", 1.0),
        Order("us", "escalate", 2.0),
        Order("cn", "accept", 3.0, about="mediation"),
        Order("cn", "lapse", 3.0, about="any"),
        Order("cn", "hold", standing=True),
        Order("us", "hold", standing=True),
    )
    free = read_script(f"otherwise: logit\nmoves:{SCRIPT}", "moves.yaml", ("us", "cn"))
    assert free.orders(dt.date(2025, 4, 18)) == script.orders(dt.date(2025, 4, 18))[:4]


@few
@given(seed=st.integers(0, 2**32 - 1), otherwise=st.sampled_from(["hold", "logit"]), days=st.lists(st.integers(0, 40)))
def test_a_run_under_a_script_is_the_run_under_its_orders(seed: int, otherwise: str, days: list[int]) -> None:
    """With moves that are always possible, as an order waits where a script would stop the run."""
    moves = [
        Move(
            PLAIN.start + dt.timedelta(days=day),
            side,
            "" if day % 3 == 0 else "rally",
            "lapse" if day % 3 == 0 else "",
            "",
        )
        for day, side in zip(sorted(days), cycle(("east", "west")), strict=False)
    ]
    script = Script(otherwise, tuple(moves))
    assert run_one(PLAIN, seed, policies=script.policies()).equals(
        run_one(PLAIN, seed, orders=script.orders(PLAIN.start))
    )

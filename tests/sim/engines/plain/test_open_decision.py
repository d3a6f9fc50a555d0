"""Is a decision told with every option, its reasons and its chance, and nothing else?"""

from __future__ import annotations

import pytest

from sim.engines.plain.open_decision import DECISION_COLUMNS, Option, about, open_options, record_decision
from sim.results.record_columns import column_of
from sim.rules.answer.verdict import answer
from sim.rules.decide.turn import decide
from sim.vocabulary import actions as acts
from sim.vocabulary import answers
from sim.vocabulary import components as c
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import model_of, put_all, world_of


def test_the_options_of_a_turn_are_the_possible_actions() -> None:
    world = world_of()
    decide(world, 0)
    options = open_options(world, 0)
    assert [option.name for option in options] == [a for k, a in enumerate(acts.WORDS) if world.allowed[k]]
    assert all(option.nest in acts.NESTS for option in options)
    assert sum(option.probability for option in options) == pytest.approx(1)
    assert all(option.utility == pytest.approx(sum(option.components)) for option in options)
    assert about(world) == ""


def test_the_options_of_an_answer_are_three_and_declining_is_worth_nothing() -> None:
    world = world_of()
    answer(world, 0, answers.CALL, NONE)
    options = open_options(world, 0)
    assert [option.name for option in options] == ["accept", "decline", "lapse"]
    assert options[1].utility == 0
    assert sum(option.probability for option in options) == pytest.approx(1)
    assert about(world) == "call"


def test_argmax_is_told_as_certainty() -> None:
    world = put_all(world_of(), {"setting.0.argmax": 1})
    chosen = decide(world, 0)
    options = open_options(world, 0)
    assert [option.code for option in options if option.probability == 1] == [chosen]
    answer(world, 0, answers.CALL, NONE)
    assert sorted(option.probability for option in open_options(world, 0)) == [0, 0, 1]


def test_rows_carry_their_heading_and_one_choice() -> None:
    table = {column: [] for column in DECISION_COLUMNS}
    options = [Option(k, name, "wait", (0.5,) * 13, 6.5, 0.5) for k, name in enumerate(("hold", "ease"))]
    record_decision(table, (3, 1.5, "2025-01-07", 1, "east", "turn", "", -1), options, 1)
    assert table["decision"] == [3, 3]
    assert table["chosen"] == [False, True]
    assert [table[name] for name in c.WORDS] == [[0.5, 0.5]] * 13


def test_every_column_is_documented() -> None:
    assert all(column_of("decisions", name) for name in DECISION_COLUMNS)


def test_decisions_are_numbered_without_gaps() -> None:
    model = model_of(seed=3)
    model.run_model()
    numbers = list(dict.fromkeys(model.decisions["decision"]))
    assert numbers == list(range(len(numbers)))

"""A decision on a terminal: every option with its chance, nests that multiply, differences that add up, any width."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from analysis.cli.decision_lines import SMALL, all_considerations, decision_lines, difference_parts, kinds
from analysis.cli.explained import Explained
from analysis.figures.characters import Canvas
from sim.files import load_scenario, vary
from sim.narrative.cast import Cast
from sim.narrative.reasons import rival_of
from sim.results.record_rows import decisions
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario
from sim.vocabulary import components
from tests.generate import few, scenarios
from tests.renamed_case import renamed, survivors, usual_words
from tests.sim.sample import sample_trajectory


def check(record: Trajectory, canvas: Canvas) -> None:
    cast = Cast(record.scenario)
    for decision in decisions(record)[::7]:
        day = dt.date.fromisoformat(decision.date)
        lines = list(decision_lines(Explained(record, decision, day, "", True), canvas))
        assert all(cell_len(line) <= canvas.width for line in lines)
        found = kinds(decision, cast)
        assert math.fsum(kind.chance for kind in found) == pytest.approx(1)
        for kind in found:
            for bar in kind.options:
                assert kind.chance * bar.within == pytest.approx(bar.chance)
        rival = rival_of(decision)
        if rival is None:
            continue
        parts = difference_parts(decision.chosen, rival, cast)
        left = decision.chosen.utility - rival.utility - math.fsum(part.difference for part in parts)
        assert abs(left) <= SMALL * len(components.WORDS)


@few
@given(scenario=scenarios(20), run=st.integers(0, 2**32 - 1), width=st.sampled_from([80, 97, 120]))
def test_any_decision_of_any_run_fits_and_adds_up(scenario: Scenario, run: int, width: int) -> None:
    check(run_one(scenario, 3, run), Canvas(width, ascii_only=width == 97))


def test_every_consideration_of_every_option_is_shown_once() -> None:
    decision = decisions(sample_trajectory())[1]
    for width in (80, 120):
        tables = all_considerations(decision, width)
        assert [name for table in tables for name in table.heads[1:]] == list(components.WORDS)
        assert all(len(table.rows) == len(decision.options) for table in tables)


def lines(at: dt.date, kind: str = "", place: int = 1) -> str:
    record = sample_trajectory()
    return "\n".join(decision_lines(Explained(record, decisions(record)[place], at, kind), Canvas()))


def test_a_later_day_is_said_to_be_one() -> None:
    assert lines(dt.date(2025, 5, 10)).startswith(
        "The President decides nothing on 10 May 2025; the next time is 18 May"
    )
    assert lines(dt.date(2025, 5, 10), "turn").startswith("The President makes no move on 10 May 2025")
    assert lines(dt.date(2025, 5, 19), "answer", 2).startswith("The Chairman is asked nothing on 19 May 2025")
    assert lines(dt.date(2025, 5, 18)).startswith("18 May 2025: The President asked for a call (request_call).")


def test_it_names_the_options_in_words_and_by_id() -> None:
    text = lines(dt.date(2025, 5, 18))
    assert "ask for a call (request_call)" in text
    assert "rather than wait" in text
    assert "For 'ask for a call' (+) or for 'wait' (-), in utility" in text


@pytest.mark.parametrize(("name", "domain"), [("two-leaders", None), ("us-ukraine-2025", "labour")])
def test_no_word_that_a_case_replaces_is_told(name: str, domain: str | None) -> None:
    scenario = renamed(load_scenario(name), domain)
    record = run_one(scenario, run=3)
    for decision in decisions(record)[::5]:
        asked = Explained(record, decision, scenario.start)
        assert not survivors("\n".join(decision_lines(asked, Canvas())), usual_words(scenario))


def test_without_luck_nothing_is_said_of_habit_and_options_stand_by_utility() -> None:
    record = run_one(vary(load_scenario("two-leaders"), {"choice": "argmax"}), seed=1)
    decision = decisions(record)[0]
    lines = decision_lines(Explained(record, decision, dt.date.fromisoformat(decision.date)), Canvas(80))
    said = " ".join(lines)
    assert "habit" not in said
    assert "the best-looking option is always taken" in said
    for kind in kinds(decision, Cast(record.scenario)):
        utilities = [bar.utility for bar in kind.options]
        assert utilities == sorted(utilities, reverse=True)

"""Where watching stops: few, apart, answers first, and nothing given away about what comes next."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.worlds.stops import (
    APART_DAYS,
    MOST_STOPS,
    MOST_TURNS,
    REACHING_OUT,
    halts_of,
    stopped_before,
    worth_asking,
)
from sim.files import load_scenario, vary
from sim.results.record_rows import Decision, Option, decisions
from sim.run import run_one

HORIZON = 80.0


def option(name: str, nest: str, chance: float) -> Option:
    return Option(name, nest, {}, 0.0, chance)


def decision(number: int, day: float, kind: str, chance: float, *, yes: bool) -> Decision:
    """A decision to reach out, or to say yes, with that chance; `yes` is what came of it."""
    if kind == "turn":
        options = (option("hold", "wait", 1 - chance), option("send_letter", REACHING_OUT, chance))
    else:
        options = (option("decline", "refuse", 1 - chance), option("accept", "accept", chance))
    about = "" if kind == "turn" else "call"
    return Decision(number, day, "2025-01-01", int(day), "us", kind, about, -1, options, options[yes])


single = st.tuples(
    st.floats(0, 12), st.sampled_from(["turn", "turn", "turn", "answer"]), st.floats(0, 1), st.booleans()
)
runs = st.lists(single, max_size=60)


def made(parts: list[tuple[float, str, float, bool]]) -> list[Decision]:
    day, found = 0.0, []
    for number, (gap, kind, chance, yes) in enumerate(parts):
        day += gap
        found.append(decision(number, day, kind, chance, yes=yes))
    return found


@given(runs, runs, st.booleans())
def test_neither_what_is_chosen_nor_what_follows_moves_a_stop(
    before: list[tuple[float, str, float, bool]], after: list[tuple[float, str, float, bool]], turned: bool
) -> None:
    otherwise = [(gap, kind, chance, yes != turned) for gap, kind, chance, yes in before]
    whole = [found.decision for found in stopped_before(made(before + after), HORIZON)]
    alone = [found.decision for found in stopped_before(made(otherwise), HORIZON)]
    assert alone == [number for number in whole if number < len(before)]


@given(runs)
def test_stops_are_few_and_apart(parts: list[tuple[float, str, float, bool]]) -> None:
    found = list(stopped_before(made(parts), HORIZON))
    turns = [stop.day for stop in found if stop.kind == "turn"]
    answers = [stop.day for stop in found if stop.kind == "answer"]
    assert len(found) <= MOST_STOPS
    assert len(turns) <= MOST_TURNS
    assert all(later - sooner >= HORIZON / MOST_STOPS for sooner, later in pairwise(turns))
    assert all(later - sooner >= APART_DAYS for sooner, later in pairwise(answers))
    assert all(later.day - sooner.day >= APART_DAYS for sooner, later in pairwise(found) if later.kind == "turn")
    assert all(worth_asking(stop) for stop in found if stop.kind == "turn")


@given(runs)
def test_an_answer_is_asked_about_while_there_is_room(parts: list[tuple[float, str, float, bool]]) -> None:
    taken = made(parts)
    found = list(stopped_before(taken, HORIZON))
    full = found[-1].decision if len(found) == MOST_STOPS else math.inf
    last = -math.inf
    for answer in (one for one in taken if one.kind == "answer" and one.decision <= full):
        if answer.day - last >= APART_DAYS:
            assert answer in found
            last = answer.day


def test_own_turns_leave_room_for_answers() -> None:
    turns = [(12.0, "turn", 0.5, False)] * 8
    answers = [(12.0, "answer", 0.5, False)] * 8
    found = [stop.kind for stop in stopped_before(made(turns + answers), HORIZON)]
    assert found == ["turn"] * MOST_TURNS + ["answer"] * (MOST_STOPS - MOST_TURNS)


def test_a_turn_worth_asking_about_is_neither_idle_nor_certain() -> None:
    chances = (0.0, 0.24, 0.25, 0.5, 0.85, 0.86, 1.0)
    asked = [chance for chance in chances if worth_asking(decision(0, 0.0, "turn", chance, yes=False))]
    assert asked == [0.25, 0.5, 0.85]


def test_after_stops_leaders_reach_out_as_often_as_the_model_says() -> None:
    """Were the rule to look at what comes, there would be more of them than the chances make, or fewer."""
    world = vary(load_scenario("two-leaders"), {"horizon_days": 84})
    happened, chances = [], []
    for run in range(40):
        record = run_one(world, 8, run)
        by_number = {taken.decision: taken for taken in decisions(record)}
        for halt in halts_of(record):
            stop = by_number[halt.decision]
            assert halt.day == stop.day
            if stop.kind == "turn":
                chances.append(math.fsum(one.probability for one in stop.options if one.nest == REACHING_OUT))
                happened.append(stop.chosen.nest == REACHING_OUT)
    spread = math.sqrt(math.fsum(chance * (1 - chance) for chance in chances))
    assert len(happened) > 80
    assert abs(sum(happened) - math.fsum(chances)) < 4 * spread

"""A turn shows the decision as the record will have it, what is new since the last one, and no secrets."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.turn_making import CLOSED_DOORS
from sim.policies.simple import logit
from sim.run import open_game
from sim.scenario import Scenario
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.generate import scenarios
from tests.sim.engines.plain.playing import opened, play, some, turns, ways, whim
from tests.sim.rules.worlds import PLAIN


def test_what_is_done_behind_closed_doors_is_a_kind_of_event() -> None:
    assert set(CLOSED_DOORS) < set(EVENT_KINDS)


@some
@given(scenarios(max_days=30), st.integers(0, 99))
def test_under_simultaneous_moves_the_second_turn_shows_nothing_of_the_first(scenario: Scenario, seed: int) -> None:
    game = opened(scenario, seed, ("central", "simultaneous", (0, 1)))
    shown_on = -1.0  # the day of the last first turn; who has it is a matter of luck
    for turn in turns(game):
        if turn.kind == "turn" and turn.day != shown_on:
            (other_side,) = set(game.seats) - {turn.leader}
            here = game.snapshot()
            seen = []
            for option in turn.options:
                game.restore(here)
                game.decide(option)
                second = game.advance()
                assert second is not None
                seen.append((second, second.steps_so_far(), second.short_list))
            assert (seen[0][0].leader, seen[0][0].kind, seen[0][0].day) == (other_side, "turn", turn.day)
            assert all(other == seen[0] for other in seen)
            shown_on = turn.day
        else:
            game.decide(whim(seed)(turn))


@some
@given(scenarios(max_days=30), st.integers(0, 99), ways)
def test_a_turn_says_what_the_record_says(scenario: Scenario, seed: int, way: Any) -> None:
    game = opened(scenario, seed, way)
    seen = []
    for turn in turns(game):
        seen.append(turn)
        game.decide(whim(seed)(turn))
    table = game.trajectory().columns["decisions"]
    for turn in seen:
        rows = [row for row, number in enumerate(table["decision"]) if number == turn.decision]
        assert {table["option"][row]: table["probability"][row] for row in rows} == turn.options
        assert {table["option"][row]: table["utility"][row] for row in rows} == turn.utilities
        for row in rows:
            parts = turn.components[table["option"][row]]
            assert all(table[name][row] == value for name, value in parts.items())
        assert (table["leader"][rows[0]], table["day"][rows[0]]) == (turn.leader, turn.day)
        assert set(turn.short_list) <= set(turn.options)


@some
@given(scenarios(max_days=30), st.integers(0, 99), ways)
def test_what_happened_is_told_once_in_order_and_secrets_are_kept(scenario: Scenario, seed: int, way: Any) -> None:
    game = opened(scenario, seed, way)
    heard: dict[str, list[Any]] = {side: [] for side in game.seats}
    for turn in turns(game):
        heard[turn.leader] += turn.happened
        assert all(event.day <= turn.day for event in turn.happened)
        game.decide(whim(seed)(turn))
    table = game.trajectory().columns["events"]
    for side, events in heard.items():
        numbers = [event.event for event in events]
        assert numbers == sorted(set(numbers))
        last = numbers[-1] if numbers else -1
        for number in set(range(last)) - set(numbers):
            assert table["kind"][number] in ("mediator_invited", "mediator_refused")
            assert table["actor"][number] != side
        assert all(event.kind == table["kind"][event.event] for event in events)
        assert all(event.kind not in CLOSED_DOORS or event.actor == side for event in events)


def test_an_invitation_to_a_mediator_is_heard_by_the_side_that_makes_it_alone() -> None:
    game = opened(PLAIN, 2)
    heard: dict[str, set[int]] = {side: set() for side in game.seats}
    for turn in turns(game):
        heard[turn.leader] |= {event.event for event in turn.happened}
        game.decide("invite_mediator" if "invite_mediator" in turn.options else None)
    table = game.trajectory().columns["events"]
    invited = [(n, table["actor"][n]) for n, kind in enumerate(table["kind"]) if kind == "mediator_invited"]
    assert {actor for _, actor in invited} == set(game.seats)
    for number, actor in invited[:-4]:  # the last ones may have come after the last decision
        assert [side for side in game.seats if number in heard[side]] == [actor]


def test_newly_known_is_what_differs_from_the_last_decision_and_no_secret_of_the_other() -> None:
    game = opened(PLAIN, 1)
    known: dict[str, dict[str, float]] = {side: {} for side in game.seats}
    changed = 0
    for turn in turns(game):
        mine = known[turn.leader]
        other = "west" if turn.leader == "east" else "east"
        for name, change in turn.newly_known.items():
            assert change.before == mine.get(name)
            assert change.before != change.now
            assert not name.startswith((f"perceived.{other}", f"advisers.{other}", f"{other}.face", f"{other}.pain"))
        mine.update({name: change.now for name, change in turn.newly_known.items()})
        table = turn.steps_so_far()
        assert mine[f"{turn.leader}.pressure"] >= 0
        assert set(mine) < set(table)
        changed += f"{other}.pressure" in turn.newly_known
        game.decide(whim(1)(turn))
    assert changed > 2


def test_a_turn_does_not_change_when_the_game_goes_on() -> None:
    game = opened(PLAIN, 1)
    first = game.advance()
    assert first is not None
    steps = first.steps_so_far()
    play(game, logit)
    assert first.steps_so_far() == steps


def test_what_is_known_now_is_there_whether_or_not_it_is_new() -> None:
    """Two decisions within one step: the second sees what the first one's moment had, not the step's beginning."""
    game = open_game("us-ukraine-2025", 3, seats=("ukraine",))
    known: dict[str, float] = {}
    while (turn := game.advance()) is not None:
        known.update({column: change.now for column, change in turn.newly_known.items()})
        assert dict(turn.known) == known
        game.decide(None)

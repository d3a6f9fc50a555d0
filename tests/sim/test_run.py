"""Does the front door run a scenario to its record, the same each time, and refuse what it cannot do?"""

from __future__ import annotations

import pytest

from sim.files import ScenarioError, load_scenario, vary
from sim.policies.simple import always
from sim.run import IllegalMove, make_model, run_many, run_one, stream_many
from tests.sim.rules.worlds import PLAIN

SHORT = vary(PLAIN, {"horizon_days": 30})


def test_the_same_address_gives_the_same_record() -> None:
    assert run_one(SHORT, seed=5, run=2).equals(run_one(SHORT, seed=5, run=2))


@pytest.mark.parametrize("other", [{"seed": 6}, {"run": 3}])
def test_another_address_gives_another_record(other: dict[str, int]) -> None:
    address = {"seed": 5, "run": 2}
    mine, theirs = run_one(SHORT, **address), run_one(SHORT, **{**address, **other})
    assert mine.columns["steps"] != theirs.columns["steps"]


def test_names_paths_and_scenarios_are_the_same_door() -> None:
    scenario = load_scenario("two-leaders")
    assert run_one("two-leaders", seed=3).equals(run_one(scenario, seed=3))


def test_the_record_says_where_it_comes_from() -> None:
    record = run_one(SHORT, seed=5, run=2, parameters="drawn")
    assert (record.seed, record.run, record.parameters, record.order) == (5, 2, "drawn", "poisson")
    fixed = run_one(vary(SHORT, {"clock.kind": "fixed", "clock.order": "alternating"}))
    assert fixed.order == "alternating"


def test_drawn_parameters_are_drawn_by_run_and_central_ones_are_not() -> None:
    uncertain = vary(SHORT, {"leaders.east.ego": {"distribution": "uniform", "low": 0.1, "high": 0.9}})
    drawn = [make_model(uncertain, run=run, parameters="drawn").world.leaders[0].ego for run in range(4)]
    assert len(set(drawn)) == 4
    assert all(0.1 <= ego <= 0.9 for ego in drawn)
    assert make_model(uncertain, run=1, parameters="drawn").world.leaders[0].ego == drawn[1]
    assert {make_model(uncertain, run=run).world.leaders[0].ego for run in range(4)} == {0.5}


def test_a_policy_decides_in_the_logits_place() -> None:
    record = run_one(SHORT, policies={"east": always("escalate"), "west": always("hold")})
    assert set(record.outcome.actions["west"]) >= {"hold"}
    assert record.outcome.actions["west"]["hold"] == sum(record.outcome.actions["west"].values()) > 0
    assert record.outcome.actions["east"]["escalate"] > 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"seed": -1}, "seed=-1"),
        ({"seed": 2**32}, "seed"),
        ({"run": 1.5}, "run=1.5"),
        ({"run": True}, "run=True"),
        ({"parameters": "mean"}, "'central', 'drawn'"),
        ({"policies": {"north": always("hold")}}, "allowed: east, west"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        run_one(SHORT, **options)  # type: ignore[arg-type]


def test_an_unknown_scenario_is_refused() -> None:
    with pytest.raises(ScenarioError):
        run_one("us-chna-2025")


def test_an_illegal_move_names_the_legal_ones() -> None:
    with pytest.raises(IllegalMove, match="legal are hold"):
        run_one(SHORT, policies={"east": lambda turn: "hug" if turn.kind == "turn" else None})


def test_a_stream_is_the_table_in_pieces() -> None:
    whole = run_many(SHORT, seed=5, runs=25)
    pieces = list(stream_many(SHORT, seed=5, runs=25, piece=10))
    assert [len(piece) for piece in pieces] == [10, 10, 5]
    assert [run for piece in pieces for run in piece.run] == list(range(25))
    assert [outcome for piece in pieces for outcome in piece.outcomes] == whole.outcomes.tolist()


def test_an_interrupted_stream_ends_with_a_partial_piece() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    pieces = list(stream_many(SHORT, runs=500, piece=200, threads=1, progress=stop))
    assert [piece.partial for piece in pieces] == [True]
    assert len(pieces[0]) < 200


def test_a_stream_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="runs=0"):
        list(stream_many(SHORT, runs=0))

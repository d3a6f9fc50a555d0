"""Is a run of each shipped scenario still the one it was, on any Python and Mesa and either engine (peer rows 15, 22)?

A transcript that moves is explained in the commit that moves it: ``python -m tests.agreement.golden``. Step by step it
is exact where numbers are computed by the platform that wrote it, and holds to 1e-9 elsewhere.
"""

from __future__ import annotations

import pytest

from sim.files import list_scenarios
from sim.run import run_many, run_one
from tests.agreement.transcripts import FOLDER, RUN, SEED, TOLERANCE, digests, kept, transcript

NAMES = list_scenarios()


@pytest.mark.parametrize("name", NAMES)
def test_the_transcript_has_not_moved(name: str) -> None:
    golden, now = kept(name), transcript(name)
    assert now["events"] == golden["events"]
    for key in ("outcome", "mediator", "actions"):
        assert now[key] == golden[key]
    assert now["outcome_day"] == pytest.approx(golden["outcome_day"], abs=TOLERANCE)
    for column, values in golden["variables"].items():
        assert now["variables"][column] == pytest.approx(values, rel=TOLERANCE, abs=TOLERANCE), column


@pytest.mark.parametrize("name", NAMES)
def test_it_is_exact_where_it_was_written(name: str) -> None:
    golden, now = kept(name), transcript(name)
    if now["written_on"] != golden["written_on"]:
        pytest.skip(f"written on {golden['written_on']}, which may round differently; numbers are compared to 1e-9")
    moved = [
        step for step, (here, there) in enumerate(zip(now["digests"], golden["digests"], strict=True)) if here != there
    ]
    assert not moved, f"{name}, run {RUN}: a number of step {moved[0]} moved"


@pytest.mark.parametrize("name", NAMES)
def test_the_compiled_engine_ends_the_same_way(name: str) -> None:
    golden = kept(name)
    table = run_many(name, seed=SEED, runs=1, first_run=RUN).columns()
    assert (table["outcome"][0], table["mediator"][0]) == (golden["outcome"], golden["mediator"] or "")


def test_every_shipped_scenario_has_one_and_nothing_else_does() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == sorted(NAMES)


def test_the_digest_notices_the_smallest_change() -> None:
    run, other = run_one("two-leaders", seed=1), run_one("two-leaders", seed=1)
    assert digests(run) == digests(other)
    assert digests(run) != digests(run_one("two-leaders", seed=2))

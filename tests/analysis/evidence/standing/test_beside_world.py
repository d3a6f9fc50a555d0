"""Beside the world: only where something is known, only what the horizon sees, a share only of the case as it ships."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from analysis.evidence.standing import beside_world
from analysis.evidence.standing.beside_world import (
    DAMAGED,
    NO_TEST,
    OTHER_CASE,
    OTHER_MOVES,
    OUTDATED,
    last_day,
    world_beside,
    world_lines,
    world_plain,
    world_section,
)
from analysis.evidence.standing.standing_counts import cases_with_a_world
from analysis.evidence.standing.standing_table import Standing, StandingFileError, scenario_hash, shipped_standings
from sim import load_scenario, vary
from sim.narrative.cast import Cast, spoken_date
from sim.narrative.chance_words import chance_word
from sim.run import rules_digest
from sim.scenario.observed import Observed
from sim.version import __version__
from tests.generate import few, scenarios

CASE = "us-china-2025"


@cache
def held() -> list[Standing]:
    """The shipped lines as if they had been counted under the present rules: whether they were is asked elsewhere."""
    hashes = {case: scenario_hash(load_scenario(case)) for case in cases_with_a_world()}
    now = {"rules": rules_digest(), "version": __version__}
    return [line._replace(scenario=hashes[line.case], **now) for line in shipped_standings()]


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the table hold."""
    monkeypatch.setattr(beside_world, "shipped_standings", held)


def said(lines: list[str]) -> str:
    return " ".join(lines)


@pytest.mark.parametrize("case", cases_with_a_world())
def test_a_shipped_case_is_set_beside_the_world(case: str) -> None:
    scenario = load_scenario(case)
    world = world_beside(scenario)
    assert world is not None and world.standing is not None
    assert (world.standing.case, world.standing.outcome) == (case, scenario.observed.outcome)
    blank, *lines = world_lines(world)
    assert blank == ""
    assert "{" not in str([block.paragraphs for section in world_section(world) for block in section.blocks])
    assert 2 <= len(lines) <= 3
    assert all(len(line) <= 80 for line in lines)
    for part in (
        scenario.observed.source,
        Cast(scenario).fill(world.stood.ending),
        "of 4,000 runs of this case",
        NO_TEST,
    ):
        assert part in said(lines)


@pytest.mark.parametrize("case", cases_with_a_world())
def test_read_aloud_the_share_is_a_word_and_digits_are_those_of_dates(case: str) -> None:
    world = world_beside(load_scenario(case))
    told = said(world_lines(world, aloud=True))
    dated = world.scenario.observed.outcome_date
    assert f"stands so at the end is {chance_word(world.standing.share)}" in told and NO_TEST in told
    assert not re.search(r"\d", told.replace(spoken_date(dated.isoformat()), ""))


@settings(few, suppress_health_check=list(HealthCheck))
@given(scenarios(), st.booleans())
def test_a_case_without_a_world_has_nothing_beside_it(scenario: object, moved: bool) -> None:
    assert scenario.observed == Observed()
    world = world_beside(scenario, moved)
    assert (world_lines(world), world_section(world), world_plain(world)) == ([], (), None)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))  # each reads the case twice
@given(st.integers(1, 3650))
@example(365)
@example(48)  # the day of the first contact
@example(47)
def test_only_what_the_same_horizon_sees_is_told(days: int) -> None:
    shipped = load_scenario(CASE)
    moved = vary(shipped, {"horizon_days": days})
    world = world_beside(moved)
    told = said(world_lines(world))
    is_same = days == shipped.horizon_days
    assert (world.stood is not None) is is_same
    assert ("is not recorded" in told) is not is_same
    assert world.standing is None  # a value that is set has no source any more: another file, though the same runs
    is_contact_seen = shipped.observed.first_contact.date <= last_day(moved)
    page = str(world_section(world))
    assert (spoken_date(shipped.observed.first_contact.date.isoformat()) in page) is is_contact_seen
    if not is_same:
        assert spoken_date((moved.start + dt.timedelta(days=days)).isoformat()) in told
    assert NO_TEST in told


def test_an_outcome_after_the_horizon_of_a_file_of_ones_own_is_not_told() -> None:
    """Its own day of the outcome speaks, as there is no shipped horizon to compare with."""
    shipped = load_scenario(CASE)
    days = (shipped.observed.outcome_date - shipped.start).days
    for horizon, stood in ((days - 1, None), (days, shipped.observed.outcome)):
        own = shipped.model_copy(update={"name": "mine", "horizon_days": horizon})
        assert world_beside(own).stood == stood


def test_a_changed_case_has_a_world_and_no_share() -> None:
    world = world_beside(vary(load_scenario(CASE), {"leaders.us.ego": 0.2}))
    assert world.standing is None
    assert OTHER_CASE in said(world_lines(world)) and NO_TEST in said(world_lines(world))
    assert "%" not in said(world_lines(world))


def test_moves_from_outside_have_no_share() -> None:
    told = said(world_lines(world_beside(load_scenario(CASE), moved=True)))
    assert OTHER_MOVES in told and "%" not in told


@pytest.mark.parametrize("stale", [{"rules": "0" * 16}, {"version": "0.0.1"}, {"scenario": "0" * 12}])
def test_a_share_that_was_counted_for_another_state_is_not_told(
    stale: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tuple(line._replace(**stale) for line in held())
    monkeypatch.setattr(beside_world, "shipped_standings", lambda: old)
    told = said(world_lines(world_beside(load_scenario(CASE))))
    assert OUTDATED in told and "%" not in told


def test_a_world_whose_outcome_nobody_knows_says_so() -> None:
    told = said(world_lines(world_beside(vary(load_scenario(CASE), {"observed": {"source": "a diary"}}))))
    assert "is not recorded (a diary)" in told and NO_TEST in told


def test_run_tells_it_in_all_three_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["run", CASE, "--html", str(page)]) == 0
    assert NO_TEST in capsys.readouterr().out.replace("\n", " ")
    written = page.read_text(encoding="utf-8")
    for part in ("In the world", NO_TEST, "5 June 2025, asked for by Donald Trump", f"climbdown ensemble {CASE}"):
        assert part in written
    assert main(["run", CASE, "--json"]) == 0
    world = json.loads(capsys.readouterr().out)["world"]
    assert (world["outcome"], world["outcome_date"], world["caution"]) == ("truce", "2025-10-30", NO_TEST)
    assert {"stood", "lucks", "share", "low", "high", "seed", "scenario", "rules", "version"} <= set(world["share"])
    assert world["no_share"] is None


def test_run_tells_nothing_of_an_invented_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "two-leaders", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["world"] is None
    assert main(["run", "two-leaders"]) == 0
    assert NO_TEST not in capsys.readouterr().out.replace("\n", " ")


def test_settings_and_scripts_take_the_share_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "moves.yaml"
    script.write_text("- {date: 2025-04-20, leader: us, action: rally}\n")
    for more, why in ((["--set", "leaders.us.ego=0.2"], OTHER_CASE), (["--policy", str(script)], OTHER_MOVES)):
        assert main(["run", CASE, "--json", *more]) == 0
        world = json.loads(capsys.readouterr().out)["world"]
        assert (world["share"], world["no_share"]) == (None, why)


def test_a_damaged_table_leaves_the_world_without_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> tuple[Standing, ...]:
        raise StandingFileError("standing.csv: cannot be read")

    monkeypatch.setattr(beside_world, "shipped_standings", damaged)
    told = said(world_lines(world_beside(load_scenario(CASE))))
    assert DAMAGED in told and "%" not in told

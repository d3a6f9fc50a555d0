"""What is said of many runs agrees with their table."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.documents.document import Picture, Table
from analysis.documents.happening import Counted, answer, happening, measure_sheet
from analysis.documents.wording import with_interval
from analysis.figures.figure import ShareBars
from analysis.figures.figures_of_runs import Standings
from sim.files import load_scenario
from sim.run import run_many
from tests.analysis.synthetic import runs_table

ROWS = runs_table(500).assign(horizon_days=180)
COUNTED = Counted(ROWS, "runs", {"us": "United States", "cn": "China"})


def test_the_answer_names_ends_contact_and_askers_with_their_shares() -> None:
    endings, contact, askers = answer(COUNTED)
    share = ROWS["outcome"].eq("deal").mean()
    assert endings.startswith("Of 500 runs")
    assert f"{100 * share:.0f}%" in endings
    assert "end with a deal" in endings
    assert f"{100 * ROWS['first_contact_day'].notna().mean():.0f}%" in contact
    assert askers.startswith("Whose asking")
    assert "cn" not in askers.split()


def test_runs_without_contact_ask_no_question_that_does_not_arise() -> None:
    silent = ROWS.assign(
        first_contact_day=float("nan"), first_contact_asked_by=None, mediator=None, outcome="no_contact"
    )
    told = answer(Counted(silent, "runs", {}))
    assert told[0] == "Of 500 runs 100.0% (99.2% to 100.0%) end with no contact."
    assert len(told) == 2
    sections = happening(Counted(silent, "runs", {}))
    assert [type(block) for block in sections[0].blocks] == [Picture, Table]


def test_figures_carry_readers_names_and_their_numbers() -> None:
    first, soon = happening(COUNTED)
    pictures = [block for block in (*first.blocks, *soon.blocks) if isinstance(block, Picture)]
    assert len(pictures) == 4
    assert {"United States", "China", "both"} <= set(pictures[1].numbers.column("title"))
    assert sum(pictures[0].numbers.column("share")) == pytest.approx(1)


def test_failed_rows_are_left_out() -> None:
    half = ROWS.assign(status=["done", "failed"] * 250)
    assert answer(Counted(half, "runs", {}))[0].startswith("Of 250 runs")


def test_every_measure_has_a_line() -> None:
    table = measure_sheet(ROWS)
    assert "Where it stands: deal" in set(table.column("measure"))
    assert all(table.column("estimate (95% interval)"))


@pytest.mark.parametrize("name", ["two-leaders", "us-ukraine-2025"])
def test_real_runs_show_where_they_stand_by_date_and_name_their_measures(name: str) -> None:
    scenario = load_scenario(name)
    counted = Counted.of(scenario, run_many(scenario, runs=80).table(), "lucks")
    first, soon = happening(counted)
    figures = [block.figure for block in (*first.blocks, *soon.blocks) if isinstance(block, Picture)]
    assert isinstance(figures[0], Standings)
    assert all(figure.start == scenario.start.isoformat() for figure in figures if hasattr(figure, "start"))
    assert not [figure.title for figure in figures if figure.title.endswith("?")], "titles are findings"
    named = next(block for block in first.blocks if isinstance(block, Table)).column("measure")
    sides = set(scenario.leaders)
    assert not [name for name in named if sides & set(name.replace(":", " ").split())], "names, not ids"


def test_where_hardly_anybody_asks_it_is_told_who_asked_for_the_contact() -> None:
    scenario = load_scenario("us-ukraine-2025")
    counted = Counted.of(scenario, run_many(scenario, runs=80).table())
    figures = [block.figure for block in happening(counted)[0].blocks if isinstance(block, Picture)]
    assert isinstance(figures[1], ShareBars)
    assert figures[1].title.startswith("The first contact comes at the asking of both at once in ")


def test_what_is_said_of_the_curve_of_contact_is_its_own_last_point() -> None:
    scenario = load_scenario("two-leaders")
    picture = happening(Counted.of(scenario, run_many(scenario, runs=120).table()))[-1].blocks[0]
    last = picture.figure.curves.iloc[-1]
    assert with_interval("share", last["reached"], last["low"], last["high"]) in picture.told

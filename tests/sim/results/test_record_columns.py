"""Every column of a record is documented once, with its unit and meaning."""

from __future__ import annotations

from pathlib import Path

from sim.results.record_columns import COLUMNS, column_names, columns_page
from sim.vocabulary import components as c
from sim.vocabulary.actions import WORDS as ACTIONS
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.sim.sample import sample_scenario


def test_each_column_has_one_sentence_and_a_known_type() -> None:
    assert len({(column.table, column.name) for column in COLUMNS}) == len(COLUMNS)
    for column in COLUMNS:
        assert column.meaning.endswith("."), column
        assert column.kind in ("float", "int", "str", "bool"), column


def test_the_components_are_those_that_have_a_weight() -> None:
    of_decisions = [column.name for column in COLUMNS if column.table == "decisions" and column.unit == "utility"]
    assert of_decisions == list(c.WORDS)


def test_names_are_written_out_for_the_ids_of_a_scenario() -> None:
    names = column_names("steps", sample_scenario())
    assert {"cn.pressure", "us.pressure", "advisers.us.navarro.voice", "mediators.singapore.fatigue"} <= set(names)
    assert "perceived.cn.resolve" in names
    assert "{" not in "".join(names)


def test_the_reference_page_is_made_from_the_table() -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "record.md"
    assert page.read_text(encoding="utf-8") == columns_page()


def test_the_reference_page_names_every_column_kind_and_action() -> None:
    page = columns_page()
    for name in [column.name for column in COLUMNS] + list(EVENT_KINDS) + list(ACTIONS):
        assert f"`{name}`" in page

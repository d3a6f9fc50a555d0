"""A kept record with fresh checksums but false contents is refused, with the file's name and what is wrong in it."""

from __future__ import annotations

import hashlib
import json
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.results.csv_tables import table_from_csv, table_to_csv
from sim.results.placing import RecordError
from sim.results.record_checks import LARGEST_TABLE, largest_tables
from sim.results.record_columns import TABLES, column_names
from sim.results.trajectory import Trajectory
from sim.run import open_game, run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios
from tests.sim.sample import sample_scenario, sample_trajectory

FILES = ("manifest.json", "steps.csv", "events.csv", "decisions.csv", "outcome.csv", "scenario.yaml")


def forged(tmp_path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The sample record with one of its files changed and every checksum made fresh."""
    place = sample_trajectory().save(tmp_path / "record")
    (place / name).write_bytes(change((place / name).read_bytes()))
    refresh(place)
    return place


def refresh(place: Path) -> None:
    manifest = json.loads((place / "manifest.json").read_bytes())
    sums = {file: hashlib.sha256((place / file).read_bytes()).hexdigest() for file in FILES[1:]}
    (place / "manifest.json").write_text(json.dumps(manifest | {"sha256": sums}))


def refused(place: Path, name: str) -> str:
    with pytest.raises(RecordError, match=re.escape(name)) as caught:
        Trajectory.load(place)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def heading(**values: Any) -> Callable[[bytes], bytes]:
    return lambda data: json.dumps(json.loads(data) | values).encode()


def cells(table: str, change: Callable[[dict[str, list[Any]]], None]) -> Callable[[bytes], bytes]:
    def changed(data: bytes) -> bytes:
        columns = table_from_csv(table, data)
        change(columns)
        return table_to_csv({name: tuple(column) for name, column in columns.items()})

    return changed


def put(column: str, row: int, value: Any) -> Callable[[dict[str, list[Any]]], None]:
    return lambda columns: columns[column].__setitem__(row, value)


def test_the_forger_s_tools_leave_an_honest_record_readable(tmp_path: Path) -> None:
    for table in TABLES:
        place = forged(tmp_path, f"{table}.csv", cells(table, lambda _columns: None))
        assert Trajectory.load(place).equals(sample_trajectory())


@pytest.mark.parametrize(
    "values",
    [
        {"run": -1}, {"run": 2**32}, {"run": 1.0}, {"run": True}, {"run": "3"}, {"run": None},
        {"seed": -1}, {"seed": 10**30}, {"parameters": "mean"}, {"parameters": ["central"]}, {"order": "alternating"},
        {"version": 1}, {"scenario": "other"}, {"outcome": "truce"}, {"format": True}, {"format": 0},
    ],
)  # fmt: skip
def test_a_heading_that_no_run_has(tmp_path: Path, values: dict[str, Any]) -> None:
    place = forged(tmp_path, "manifest.json", heading(**values))
    (word,) = values
    assert word in refused(place, "outcome.csv" if word == "outcome" else "manifest.json")


@given(st.data())
@few
def test_dropped_and_foreign_columns_of_any_table(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    table = data.draw(st.sampled_from(TABLES))
    names = column_names(table, sample_scenario())
    dropped = data.draw(st.lists(st.sampled_from(names), min_size=1, unique=True))

    def drop(columns: dict[str, list[Any]]) -> None:
        for name in dropped:
            del columns[name]

    said = refused(forged(tmp_path_factory.mktemp("kept"), f"{table}.csv", cells(table, drop)), f"{table}.csv")
    assert "missing" in said or len(dropped) == len(names)


def test_columns_of_another_run(tmp_path: Path) -> None:
    def rename(columns: dict[str, list[Any]]) -> None:
        columns["uk.pressure"] = columns["us.pressure"]

    assert "uk.pressure" in refused(forged(tmp_path, "steps.csv", cells("steps", rename)), "steps.csv")


@pytest.mark.parametrize(
    ("table", "column", "row", "value"),
    [
        ("steps", "step", 3, 7),
        ("steps", "day", 3, -1.0),
        ("steps", "day", 3, 1e9),
        ("steps", "day", 3, float("nan")),
        ("steps", "date", 0, "tomorrow"),
        ("events", "event", 2, 1),
        ("events", "kind", 0, "earthquake"),
        ("events", "actor", 0, "uk"),
        ("events", "target", 0, "uk"),
        ("events", "level", 2, "pigeon"),
        ("events", "mediator", 4, "oslo"),
        ("events", "envoy", 0, "nobody"),
        ("events", "origin", 0, "whim"),
        ("events", "cause", 1, 1),
        ("events", "request", 3, -2),
        ("events", "decision", 0, 99),
        ("events", "date", 0, "2025-04-18"),
        ("decisions", "leader", 0, "uk"),
        ("decisions", "kind", 0, "question"),
        ("decisions", "about", 6, "weather"),
        ("decisions", "option", 0, "accept"),
        ("decisions", "request", 6, 15),
        ("decisions", "chosen", 0, True),
        ("decisions", "chosen", 1, False),
        ("decisions", "day", 0, 61.0),
    ],
)
def test_cells_that_no_run_leaves(tmp_path: Path, table: str, column: str, row: int, value: Any) -> None:
    refused(forged(tmp_path, f"{table}.csv", cells(table, put(column, row, value))), f"{table}.csv")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trough.us", "trough.uk"), ("ever.call", "ever.cake"), ("settlement.tariffs", "settlement.fish"),
        ("mediator,host", "mediator,oslo"), ("actions.us.hold", "actions.us.sleep"), ("outcome,deal", "x,deal"),
        ("outcome,deal", "outcome,peace"), ("peak_pressure.cn", "peak_pressure.us"),
    ],
)  # fmt: skip
def test_an_outcome_of_something_else(tmp_path: Path, old: str, new: str) -> None:
    refused(forged(tmp_path, "outcome.csv", lambda data: data.replace(old.encode(), new.encode())), "outcome.csv")


@pytest.mark.parametrize("name", FILES[1:4])
def test_an_empty_table(tmp_path: Path, name: str) -> None:
    refused(forged(tmp_path, name, lambda _data: b""), name)


def test_a_scenario_that_is_none(tmp_path: Path) -> None:
    refused(forged(tmp_path, "scenario.yaml", lambda _data: b"leaders: 5\n"), "scenario.yaml")


# -- sizes ---------------------------------------------------------------------------------------------------------


@few
@given(scenarios(max_days=40), st.integers(0, 99))
def test_every_run_can_be_kept_and_read_and_stays_below_its_bounds(
    tmp_path_factory: pytest.TempPathFactory, scenario: Scenario, run: int
) -> None:
    record = run_one(scenario, run=run, parameters="drawn")
    place = record.save(tmp_path_factory.mktemp("kept") / "record")
    assert Trajectory.load(place).equals(record)
    for table, most in largest_tables(scenario).items():
        assert (place / f"{table}.csv").stat().st_size < most / 2 < LARGEST_TABLE


def test_a_game_broken_off_can_be_kept_and_read(tmp_path: Path) -> None:
    game = open_game("us-china-2025", seats=("us", "china"))
    for number in range(12):
        assert game.advance() is not None
        assert Trajectory.load(game.trajectory().save(tmp_path / f"{number}.zip")).equals(game.trajectory())
        game.decide(None)


@pytest.mark.parametrize("name", FILES)
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, name: str) -> None:
    place = sample_trajectory().save(tmp_path / "record.zip")
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(place) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, b"0" * 60_000_000 if member == name else old.read(member))
    assert bomb.stat().st_size < 200_000
    tracemalloc.start()
    try:
        refused(bomb, name)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_either(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in FILES:
            archive.writestr(name, b"0" * 60_000_000 if name == "manifest.json" else b"")
    content = bytearray(bomb.read_bytes())
    content = content.replace(struct.pack("<L", 60_000_000), struct.pack("<L", 10))
    bomb.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(RecordError, match=r"bomb\.zip"):
            Trajectory.load(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_without_a_bound_are_refused(tmp_path: Path, packing: int) -> None:
    place = sample_trajectory().save(tmp_path / "record.zip")
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(place) as old, zipfile.ZipFile(other, "w", packing) as new:
        for member in old.namelist():
            new.writestr(member, old.read(member))
    refused(other, "manifest.json")


@pytest.mark.parametrize("name", ["steps.csv", "events.csv", "decisions.csv", "outcome.csv"])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: b"", "is empty"),
        (lambda data: data + b"\xff", "no text in UTF-8"),
        (lambda data: data + b"1\r\n", "1 cells instead of"),
    ],
)
def test_a_file_that_is_no_table_is_told_in_our_words(
    name: str, change: Callable[[bytes], bytes], said: str, tmp_path: Path
) -> None:
    assert said in refused(forged(tmp_path, name, change), name)


def test_an_outcome_with_its_rows_twice_is_refused(tmp_path: Path) -> None:
    heads, _, rows = (sample_trajectory().save(tmp_path / "own") / "outcome.csv").read_bytes().partition(b"\r\n")
    for more in (rows, rows.splitlines(keepends=True)[-1]):
        told = refused(forged(tmp_path, "outcome.csv", lambda data, more=more: data + more), "outcome.csv")  # type: ignore[misc]
        assert "is there twice" in told
        assert "line " in told
    assert heads == b"measure,value"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (b"mood,7", "has a measure 'mood'"),
        (b"settlement.land,soon", "settlement.land is 'soon', not a number"),
        (b"ever.mood,maybe", "ever.mood is 'maybe', neither True nor False"),
        (b"actions.us,3", "actions.us is '3', not a count"),
        (b"actions.us.fly,-3", "actions.us.fly is '-3', not a count"),
        (b"measure,value", "has a measure 'measure'"),
    ],
)
def test_a_row_that_no_outcome_has_is_named(row: bytes, said: str, tmp_path: Path) -> None:
    assert said in refused(forged(tmp_path, "outcome.csv", lambda data: data + row + b"\r\n"), "outcome.csv")


@pytest.mark.parametrize(
    ("place", "word", "said"),
    [(0, b"one", "step is 'one', not a whole number"), (1, b"soon", "day is 'soon', not a number")],
)
def test_a_bad_number_is_told_with_its_line(place: int, word: bytes, said: str, tmp_path: Path) -> None:
    def spoil(data: bytes) -> bytes:
        lines = data.split(b"\r\n")
        cells = lines[2].split(b",")
        lines[2] = b",".join([*cells[:place], word, *cells[place + 1 :]])
        return b"\r\n".join(lines)

    told = refused(forged(tmp_path, "steps.csv", spoil), "steps.csv")
    assert f"steps.csv: line 3: {said}" in told

"""What is saved is read back to the last bit; what cannot be saved or read leaves everything as it was."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.results import files
from sim.results.columns import TABLES, column_of
from sim.results.csv_tables import table_from_csv, table_to_csv
from sim.results.outcome import flatten_outcome, restore_outcome
from sim.results.storing import RecordError, load, save
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory

PLACES = pytest.mark.parametrize("name", ["record", "record.zip"])


@PLACES
def test_round_trip(tmp_path: Path, name: str) -> None:
    record = sample_trajectory()
    assert record.save(tmp_path / "deep" / name) == tmp_path / "deep" / name
    assert load(tmp_path / "deep" / name).equals(record)


@PLACES
def test_awkward_floats_come_back(tmp_path: Path, name: str) -> None:
    steps = sample_steps(sample_scenario())
    awkward = [-0.0, 5e-324, 1.7976931348623157e308, float("nan"), 0.1 + 0.2, float("inf"), 1e-7]
    steps["us.index"][: len(awkward)] = awkward
    record = sample_trajectory(steps=steps)
    record.save(tmp_path / name)
    assert load(tmp_path / name).equals(record)


cells = {"float": st.floats(), "int": st.integers(-(2**63), 2**63 - 1), "bool": st.booleans()}
cells["str"] = st.text(st.characters(exclude_categories=["Cs"]))
names = {table: [] for table in TABLES}  # type: dict[str, list[str]]
names["steps"] = ["step", "day", "date", "us.face", "advisers.us.a-b_c.voice"]
names["events"] = ["event", "day", "kind", "actor", "envoy", "amount"]
names["decisions"] = ["decision", "leader", "option", "face", "chosen"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, dict[str, tuple[Any, ...]]]:
    name = draw(st.sampled_from(TABLES))
    length = draw(st.integers(0, 5))
    chosen = draw(st.lists(st.sampled_from(names[name]), min_size=1, unique=True))
    kinds = {column: column_of(name, column) for column in chosen}
    return name, {
        c: tuple(draw(st.lists(cells[k.kind], min_size=length, max_size=length))) for c, k in kinds.items() if k
    }


@given(tables())
@settings(max_examples=200, deadline=None)
def test_any_table_comes_back_to_the_bit(named: tuple[str, dict[str, tuple[Any, ...]]]) -> None:
    name, table = named
    back = table_from_csv(name, table_to_csv(table))
    assert list(back) == list(table)
    for column, values in table.items():
        assert [repr(value) for value in back[column]] == [repr(value) for value in values]


def test_the_outcome_comes_back() -> None:
    outcome = sample_trajectory().outcome
    assert restore_outcome(flatten_outcome(outcome)) == outcome


def test_the_tables_open_in_pandas(tmp_path: Path) -> None:
    import pandas

    record = sample_trajectory()
    record.save(tmp_path / "record")
    read = pandas.read_csv(tmp_path / "record" / "steps.csv")
    pandas.testing.assert_frame_equal(read, record.steps, check_dtype=False)


@PLACES
def test_the_same_record_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    one, two = tmp_path / "one" / name, tmp_path / "two" / name
    sample_trajectory().save(one)
    sample_trajectory().save(two)
    assert _content(one) == _content(two)


@PLACES
def test_a_record_replaces_a_record(tmp_path: Path, name: str) -> None:
    sample_trajectory(seed=1).save(tmp_path / name)
    sample_trajectory(seed=2).save(tmp_path / name)
    assert load(tmp_path / name).seed == 2
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    sample_trajectory().save(tmp_path / "record")
    assert load(tmp_path / "record").seed == 7


def test_other_things_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    (tmp_path / "notes.zip").write_text("not even an archive")
    for name in ("thesis", "notes.zip"):
        with pytest.raises(RecordError, match="choose another place"):
            sample_trajectory().save(tmp_path / name)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"
    assert (tmp_path / "notes.zip").read_text() == "not even an archive"


def test_a_record_with_notes_beside_it_is_not_replaced(tmp_path: Path) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / "notes.txt").write_text("mine")
    with pytest.raises(RecordError, match=r"notes\.txt"):
        sample_trajectory().save(tmp_path / "record")


@PLACES
@pytest.mark.parametrize("after", range(1, 8))
def test_a_disk_that_fills_up_leaves_the_old_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, after: int
) -> None:
    old = sample_trajectory(seed=1)
    old.save(tmp_path / name)
    left = [after]

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    said = ""
    try:
        sample_trajectory(seed=2).save(tmp_path / name)
    except RecordError as error:
        said = str(error)
    if said:
        assert "No space left" in said
        assert load(tmp_path / name).equals(old)
    else:  # the room sufficed: only the folder's own flush, which is best effort, failed
        assert load(tmp_path / name).seed == 2
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("call", ["rename", "replace"])
def test_a_failed_move_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    name = "record.zip" if call == "replace" else "record"
    sample_trajectory(seed=1).save(tmp_path / name)
    move = getattr(Path, call)

    def refuse(source: Path, target: Path) -> None:
        if source.name.endswith(".partial"):
            raise OSError(errno.EACCES, "Permission denied")
        move(source, target)

    monkeypatch.setattr(Path, call, refuse)
    with pytest.raises(RecordError, match="untouched"):
        sample_trajectory(seed=2).save(tmp_path / name)
    assert load(tmp_path / name).seed == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@PLACES
def test_an_interruption_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sample_trajectory(seed=1).save(tmp_path / name)

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        sample_trajectory(seed=2).save(tmp_path / name)
    assert load(tmp_path / name).seed == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_nothing_at_the_place(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_a_foreign_folder(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(RecordError, match="not the record of a climbdown run"):
        load(tmp_path)


@pytest.mark.parametrize(
    "name", ["steps.csv", "events.csv", "decisions.csv", "outcome.csv", "scenario.yaml", "manifest.json"]
)
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / name).unlink()
    with pytest.raises(RecordError, match=name.replace(".", r"\.")):
        load(tmp_path / "record")


@pytest.mark.parametrize("name", ["steps.csv", "events.csv", "decisions.csv", "outcome.csv", "scenario.yaml"])
def test_a_changed_part_is_named(tmp_path: Path, name: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    with (tmp_path / "record" / name).open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(RecordError, match=name.replace(".", r"\.")):
        load(tmp_path / "record")


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"format": 1}', '{"format": "x", "sha256": {}}', "[" * 100_000])
def test_a_damaged_manifest(tmp_path: Path, manifest: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / "manifest.json").write_text(manifest)
    with pytest.raises(RecordError, match=r"manifest\.json"):
        load(tmp_path / "record")


def test_a_newer_format_says_so(tmp_path: Path) -> None:
    sample_trajectory().save(tmp_path / "record")
    place = tmp_path / "record" / "manifest.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"format": 99}))
    with pytest.raises(RecordError, match="format 99"):
        load(tmp_path / "record")


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_gives_a_record_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    place = tmp_path / "whole.zip"
    if not place.exists():
        save(sample_trajectory(), place)
    content = bytearray(place.read_bytes())
    for spot in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[spot] = data.draw(st.integers(0, 255))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    said = ""
    try:
        load(broken)
    except RecordError as error:
        said = str(error)
    assert "\n" not in said


def _content(place: Path) -> Any:
    if place.is_dir():
        return {entry.name: entry.read_bytes() for entry in place.iterdir()}
    assert zipfile.is_zipfile(io.BytesIO(place.read_bytes()))
    return place.read_bytes()

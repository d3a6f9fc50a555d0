"""What is saved is read back to the last bit; what cannot be saved or read leaves everything as it was."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.results.record_storing import RecordError, write_record
from sim.results.trajectory import Trajectory
from tests.sim.sample import sample_scenario, sample_steps, sample_trajectory

PLACES = pytest.mark.parametrize("name", ["record", "record.zip"])


@PLACES
def test_round_trip(tmp_path: Path, name: str) -> None:
    record = sample_trajectory()
    assert record.save(tmp_path / "deep" / name) == tmp_path / "deep" / name
    assert Trajectory.load(tmp_path / "deep" / name).equals(record)


@PLACES
def test_awkward_floats_come_back(tmp_path: Path, name: str) -> None:
    steps = sample_steps(sample_scenario())
    awkward = [-0.0, 5e-324, 1.7976931348623157e308, float("nan"), 0.1 + 0.2, float("inf"), 1e-7]
    steps["us.index"][: len(awkward)] = awkward
    record = sample_trajectory(steps=steps)
    record.save(tmp_path / name)
    assert Trajectory.load(tmp_path / name).equals(record)


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
    assert Trajectory.load(tmp_path / name).seed == 2
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    sample_trajectory().save(tmp_path / "record")
    assert Trajectory.load(tmp_path / "record").seed == 7


def test_nothing_at_the_place(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such folder"):
        Trajectory.load(tmp_path / "nowhere")


def test_a_foreign_folder(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(RecordError, match="not the record of a climbdown run"):
        Trajectory.load(tmp_path)


@pytest.mark.parametrize(
    "name", ["steps.csv", "events.csv", "decisions.csv", "outcome.csv", "scenario.yaml", "manifest.json"]
)
def test_a_missing_part_is_named(tmp_path: Path, name: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / name).unlink()
    with pytest.raises(RecordError, match=name.replace(".", r"\.")):
        Trajectory.load(tmp_path / "record")


@pytest.mark.parametrize("name", ["steps.csv", "events.csv", "decisions.csv", "outcome.csv", "scenario.yaml"])
def test_a_changed_part_is_named(tmp_path: Path, name: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    with (tmp_path / "record" / name).open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(RecordError, match=name.replace(".", r"\.")):
        Trajectory.load(tmp_path / "record")


@pytest.mark.parametrize("manifest", ["", "[]", "{", '{"format": 1}', '{"format": "x", "sha256": {}}', "[" * 100_000])
def test_a_damaged_manifest(tmp_path: Path, manifest: str) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / "manifest.json").write_text(manifest)
    with pytest.raises(RecordError, match=r"manifest\.json"):
        Trajectory.load(tmp_path / "record")


def test_a_newer_format_says_so(tmp_path: Path) -> None:
    sample_trajectory().save(tmp_path / "record")
    place = tmp_path / "record" / "manifest.json"
    place.write_text(json.dumps(json.loads(place.read_text()) | {"format": 99}))
    with pytest.raises(RecordError, match="format 99"):
        Trajectory.load(tmp_path / "record")


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_archive_gives_a_record_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    place = tmp_path / "whole.zip"
    if not place.exists():
        write_record(sample_trajectory(), place)
    content = bytearray(place.read_bytes())
    for spot in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[spot] = data.draw(st.integers(0, 255))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    said = ""
    try:
        Trajectory.load(broken)
    except RecordError as error:
        said = str(error)
    assert "\n" not in said


def _content(place: Path) -> Any:
    if place.is_dir():
        return {entry.name: entry.read_bytes() for entry in place.iterdir()}
    assert zipfile.is_zipfile(io.BytesIO(place.read_bytes()))
    return place.read_bytes()

"""Is a manifest believed only when it is one, and does a refusal name the file and what is wrong?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.studies import StudyError, StudyFolder
from analysis.studies import study_manifest as manifests
from analysis.studies.study_manifest import MANIFEST, Spoilt, manifest_of, read_manifest, refuse_another, write_manifest

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=6,
)


def test_it_reads_back_as_written(small: StudyFolder, tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    write_manifest(tmp_path, manifest_of(small.study))
    assert read_manifest(tmp_path) == manifest_of(small.study)
    assert small.manifest == {**manifest_of(small.study), "table": small.manifest["table"]}


@pytest.mark.parametrize("content", [b"", b"  \n", bytes(500), b"{", b'{"format": 1', b"\xff\xfe", b"[" * 100_000])
def test_what_a_power_cut_leaves_is_spoilt_and_not_an_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(content)
    assert isinstance(read_manifest(tmp_path), Spoilt)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": 0}, "format 0"),
        ({"identity": None}, "identity is missing"),
        ({"digest": "0" * 16}, "digest"),
        ({"factors": {"ego": "real"}}, 'factors.ego is "real"; allowed: double'),
        ({"measures": {"ego": ["double"]}}, "measures.ego"),
        ({"layout": [60, 60, 60]}, "4 whole numbers"),
        ({"layout": [60, 60, True, 8]}, "4 whole numbers"),
        ({"layout": [60, 60, 60, 8, 3]}, "or two more"),
        ({"layout": [60, 60, 60, 8, -1, 0]}, "whole numbers"),
        ({"layout": [60, 60, 60, 8, 61, 1]}, "larger than the study"),
        ({"layout": [60, 60, 61, 8]}, "larger than the study"),
        ({"table": {"rows": 5}}, "table"),
        ({"table": {"rows": -1, "failed": 0, "sha256": "0" * 64}}, "table.rows is -1"),
        ({"table": {"rows": 1, "failed": 0, "sha256": "../../etc"}}, "table.sha256"),
        ({"table": {"rows": 1, "failed": 0, "sha256": "0" * 64, "path": "/"}}, "table"),
        ({"table": {"rows": 1, "failed": 0, "sha256": "0" * 64, "partitions": ["x"]}}, "table.partitions"),
    ],
)
def test_a_wrong_shape_is_refused_with_the_file_and_what_is_wrong(
    small: StudyFolder, tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    (tmp_path / MANIFEST).write_text(json.dumps(small.manifest | change))
    with pytest.raises(StudyError) as caught:
        read_manifest(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / MANIFEST}: ")
    assert told in str(caught.value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_content_does_anything_else_than_be_refused(small: StudyFolder, tmp_path: Path, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from([None, *small.manifest]))
    value = data.draw(ANYTHING)
    content = value if key is None else small.manifest | {key: value}
    (tmp_path / MANIFEST).write_text(json.dumps(content))
    try:
        found = read_manifest(tmp_path)
        assert isinstance(found, dict)
        refuse_another(small.study, tmp_path, found)
    except StudyError as error:
        said = str(error)
    else:
        said = ""
        assert StudyFolder(tmp_path, small.study, found).layout.parts >= 1
        assert StudyFolder(tmp_path, small.study, found).table is None
    assert said == "" or said.startswith(str(tmp_path))


def test_a_file_of_any_size_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifests, "LARGEST", 10)
    (tmp_path / MANIFEST).write_text('{"format": 1}')
    with pytest.raises(StudyError, match="larger than 10 bytes"):
        read_manifest(tmp_path)


def test_another_study_is_refused_but_an_older_version_may_be_asked(small: StudyFolder, tmp_path: Path) -> None:
    older = {**small.manifest, "identity": {**small.manifest["identity"], "rules": "older", "scenario": {"other": 1}}}
    refuse_another(small.study, tmp_path, older)
    other = {**small.manifest, "identity": {**small.manifest["identity"], "seed": 8}}
    with pytest.raises(StudyError, match="seed: 8 in the folder, 7 now"):
        refuse_another(small.study, tmp_path, other)

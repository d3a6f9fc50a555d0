"""The script of the figures is put together once, kept where it is ours, and made anew when anything is odd."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

pytest.importorskip("vl_convert")

import vl_convert

from analysis.documents.vega_runtime import runtime


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of its own, and a short script in place of the true one."""
    monkeypatch.setenv("CLIMBDOWN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(vl_convert, "javascript_bundle", made)
    MADE.clear()
    runtime.cache_clear()
    yield tmp_path / "cache"
    runtime.cache_clear()


MADE: list[str] = []


def made(asked: str) -> str:
    """A script of this many."""
    MADE.append(asked)
    return f"let made = {len(MADE)}; '</script>'"


def again() -> str:
    """The script as another process finds it."""
    runtime.cache_clear()
    return runtime()


def test_it_is_made_once_and_may_stand_in_a_page(folder: Path) -> None:
    first = again()
    assert first == again() == "let made = 1; '<\\/script>'"
    assert len(MADE) == 1
    assert [file.name for file in folder.iterdir()] == [f"vega-{version('vl-convert-python')}.js"]


def test_what_is_cut_short_or_changed_is_made_anew(folder: Path) -> None:
    again()
    (file,) = folder.iterdir()
    for spoilt in (file.read_text()[:-3], file.read_text() + "steal()", "", "\0"):
        file.write_text(spoilt)
        number = len(MADE)
        assert again() == f"let made = {number + 1}; '<\\/script>'"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders of others are told by their owner")
def test_what_others_may_write_is_not_used(folder: Path) -> None:
    again()
    (file,) = folder.iterdir()
    for place in (file, folder):
        place.chmod(0o777)
        number = len(MADE)
        again()
        assert len(MADE) == number + 1
        place.chmod(0o700)


def test_a_folder_that_cannot_be_made_costs_time_only(folder: Path) -> None:
    folder.write_text("no folder")
    assert "let made" in again()


def test_the_true_one_draws_and_holds_no_end_of_a_script() -> None:
    runtime.cache_clear()
    code = runtime()
    assert "vegaEmbed" in code
    assert "</script" not in code
    assert len(code) < 1_200_000

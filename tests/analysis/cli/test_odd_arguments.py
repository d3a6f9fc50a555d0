"""Whatever is typed, a command ends with 0 or 2, says why, and steers no terminal; only a fault of ours ends with 1."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from analysis.cli.main import main

VERBS = [
    ["check"],
    ["show"],
    ["check", "two-leaders", "--set"],
    ["run", "two-leaders", "--seed"],
    ["run", "two-leaders", "--policy"],
    ["diff", "two-leaders"],
    ["query"],
    ["sensitivity"],
    ["rerun"],
    ["discover", "--where", "a > 1"],
    ["report", "--lucks", "0", "--out", "page.txt"],
    ["new", "x", "--extends"],
    ["ensemble", "two-leaders", "--runs"],
]
ODD = [
    "",
    ".",
    "..",
    "/",
    "~",
    "loop",
    "folder",
    "binary",
    "/dev/zero",
    "/dev/full",
    "a\0b",
    "\udcff",
    "\x1b[31m",
    "\u202e",
]
ODD += [
    "x" * 300,
    "x/" * 3000,
    "9" * 5000,
    "-1",
    "1e400",
    "nan",
    "0x10",
    "1_0",
    "²",
    "a=",
    "=",
    "title=\x07",
    "file:///etc",
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a loop of links, an empty folder, and a file that is no text."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "folder").mkdir()
    (folder / "binary").write_bytes(bytes(range(256)))
    (folder / "page.txt").write_text("mine")
    return folder


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_odd_words(verb: list[str], place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture) -> None:
    monkeypatch.chdir(place)
    for word in ODD:
        ends_well([*verb, word], capfd)
    assert (place / "page.txt").read_text() == "mine"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(VERBS), st.text(max_size=8).filter(lambda word: not word.startswith("-h")))
@example(["check"], "--")
def test_any_word(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture, verb: list[str], word: str
) -> None:
    monkeypatch.chdir(place)
    ends_well([*verb, word], capfd)


def ends_well(words: list[str], capfd: pytest.CaptureFixture) -> None:
    """Carry out a command line and see how it ends."""
    code = main(words)
    said = capfd.readouterr()
    assert code in (0, 2), (words, said.err)
    assert code == 0 or said.err.strip()
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in said.out + said.err), words

"""Is a file that cannot be had, or is no text, refused in one plain line and at once?"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario
from sim.files.source_text import LARGEST_FILE, LONGEST_LABEL, decode, printable, refused_character, wrong_label


def message(path: Path | str) -> str:
    with pytest.raises(ScenarioError) as raised:
        load_scenario(path)
    assert len(raised.value.problems) == 1
    return str(raised.value)


def test_a_folder(tmp_path: Path) -> None:
    assert message(tmp_path) == f"{tmp_path}: is a folder; give the YAML file in it"


def test_a_missing_file(tmp_path: Path) -> None:
    assert message(tmp_path / "none.yaml").endswith("none.yaml: there is no such file")


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    start = time.perf_counter()
    assert "is larger than 1,000,000 bytes" in message(path)
    assert time.perf_counter() - start < 1


def test_a_file_at_the_limit_is_read_in_bounded_time(tmp_path: Path) -> None:
    path = tmp_path / "wide.yaml"
    path.write_text(
        "".join(f"k{number}: {{value: 1e-3}}\n" for number in range(40_000))[:LARGEST_FILE], encoding="utf-8"
    )
    start = time.perf_counter()
    with pytest.raises(ScenarioError) as raised:
        load_scenario(path)
    assert len(raised.value.problems) <= 101
    assert time.perf_counter() - start < 20


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.yaml"
    path.write_text("name: x\n", encoding="utf-8")
    path.chmod(0)
    if os.geteuid() == 0:  # root may read everything, so the refusal is played

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read (no permission)" in message(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "is not a regular file" in message(tmp_path / "pipe.yaml")


@pytest.mark.parametrize("name", ["", "\0.yaml", "a\0b", "x" * 5000 + ".yaml"])
def test_names_that_no_file_has(name: str) -> None:
    assert message(name)


def test_a_place_is_counted_in_characters() -> None:
    with pytest.raises(ScenarioError) as raised:
        decode("é: 1\nü: é".encode() + b"\xff", "f")
    assert raised.value.problems[0][1:3] == (2, 5)


def test_printable() -> None:
    assert printable("Xi Jinping 习近平\n")
    assert not any(printable(text) for text in ("\ud800", "\x00", "\x7f", "\ufeff", "\uffff"))


CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"]
TURNING = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
JOINERS = "\u200c\u200d\u200e\u200f\u2060\ufe0f\u2028\xa0"


@pytest.mark.parametrize("letter", [*CONTROLS, *TURNING, "\ufeff", "\ufffe"])
def test_controls_and_turning_marks_are_refused_in_decoded_text(letter: str) -> None:
    assert refused_character(f"a{letter}b").endswith(f" (U+{ord(letter):04X})")
    assert not printable(letter)
    assert ("reading direction" in refused_character(letter)) is (letter in TURNING)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="".join(TURNING) + "\ufeff")))
def test_every_other_text_is_let_in(text: str) -> None:
    assert refused_character(f"{text}\n\t{JOINERS}") == ""


@given(st.text(max_size=6))
def test_a_label_is_shown_as_it_is_given(label: str) -> None:
    fine = wrong_label(label) == ""
    assert fine is (label == label.strip() and label.splitlines() == [label] and "\t" not in label and _visible(label))


@given(st.text("lab el", min_size=1, max_size=3 * LONGEST_LABEL).map(str.strip).filter(bool))
def test_a_label_that_would_fill_a_page_is_refused(label: str) -> None:
    assert bool(wrong_label(label)) is (len(label) > LONGEST_LABEL)
    assert wrong_label("z" * (LONGEST_LABEL + 1)) == f"is {LONGEST_LABEL + 1} characters long"


def _visible(label: str) -> bool:
    return any(letter.isprintable() and letter.strip() for letter in label)

"""The table of where runs stand: what is written is read, a scenario's hash sees all it says, other files are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evidence.standing.standing_table import (
    Standing,
    StandingFileError,
    read_standings,
    scenario_hash,
    write_standings,
)
from sim import load_scenario, vary
from sim.vocabulary.outcomes import WORDS

SHARE = st.integers(0, 10_000).map(lambda value: value / 10_000)
HEX = st.from_regex(r"[0-9a-f]{12}", fullmatch=True)
LINES = st.lists(
    st.builds(
        Standing,
        st.sampled_from(["two-leaders", "us-china-2025"]),
        st.sampled_from(WORDS),
        st.integers(0, 10_000),
        st.integers(1, 10_000),
        *[SHARE] * 3,
        st.integers(0, 2**32 - 1),
        st.just("drawn"),
        HEX,
        HEX,
        st.just("0.1.0"),
    ),
    max_size=6,
)


@settings(max_examples=15)  # each waits for the disk
@given(lines=LINES)
def test_what_is_written_is_read(lines: list[Standing], tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lines") / "standing.csv"
    write_standings(lines, file)
    assert read_standings(file) == lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n", r"x\.csv:1: is not a table"),
        ("", r"x\.csv:1: is not a table"),
        (",".join(Standing._fields) + "\nc,deal,1\n", r"x\.csv:2: does not say"),
        (",".join(Standing._fields) + "\nc,deal,many,9,0,0,0,0,drawn,a,b,c\n", r"x\.csv:2: .*'many'"),
    ],
)
def test_what_is_no_such_file_is_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(text)
    with pytest.raises(StandingFileError, match=told):
        read_standings(file)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StandingFileError, match=r"none\.csv: cannot be read"):
        read_standings(tmp_path / "none.csv")


@pytest.mark.parametrize(
    "changes",
    [
        {"leaders.us.ego": 0.9},  # the middle of what is drawn, but no longer drawn
        {"observed.outcome": "deal"},
        {"title": "Another title"},
        {"weights.asking": 1.0},
    ],
    ids=str,
)
def test_a_hash_sees_all_that_a_scenario_says(changes: dict[str, object]) -> None:
    case = load_scenario("us-china-2025")
    assert scenario_hash(case) == scenario_hash(load_scenario("us-china-2025"))
    assert scenario_hash(vary(case, changes)) != scenario_hash(case)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xdb\xff")
    with pytest.raises(StandingFileError, match="it is no text"):
        read_standings(tmp_path / "x.csv")

"""A table of any content reads back from CSV to the last bit, and a damaged one says where it is damaged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.results.csv_tables import pairs_from_csv, pairs_to_csv, table_from_csv, table_to_csv
from sim.results.record_columns import TABLES, column_of

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


@given(st.dictionaries(cells["str"], cells["str"]))
def test_pairs_come_back(pairs: dict[str, str]) -> None:
    assert pairs_from_csv(pairs_to_csv(pairs)) == pairs


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("step,mood\r\n1,2\r\n", "mood"),
        ("step,day\r\n1\r\n", "line 2"),
        ("step,day\r\none,2.0\r\n", "one"),
        ("step,day\r\n1,soon\r\n", "soon"),
    ],
)
def test_damage_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        table_from_csv("steps", text.encode())

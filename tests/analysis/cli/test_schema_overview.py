"""Every field of a scenario can be looked up by its path, with its range, its unit and the meaning of both ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.errors import UserError
from analysis.cli.schema_overview import described, overview, place, plain
from analysis.documents.terminal_writing import block_lines
from sim.files import list_scenarios, load_scenario
from sim.files.numeric import numeric_fields
from sim.files.scenario_slots import root, slot_at
from sim.files.slots import slots

PATHS = sorted({field.path for name in list_scenarios() for field in numeric_fields(load_scenario(name))})


@given(st.sampled_from(PATHS))
def test_every_number_of_every_scenario_has_its_page(path: str) -> None:
    where, slot = place(path)
    assert slot == slot_at(tuple(path.split(".")))
    told = " ".join(" ".join(block_lines(described(where, slot))).split())
    assert slot.description.split()[0] in told
    assert f"{slot.low:g} to {slot.high:g}" in told or slot.choices
    assert not slot.unit or f"unit {slot.unit}" in told
    assert slot.at_low in told
    assert slot.at_high in told
    assert plain(where, slot)["low"] == slot.low


@pytest.mark.parametrize("path", ["leaders.us.ego", "leaders.ego", "leaders.*.ego"])
def test_the_name_of_an_entry_may_be_any_or_left_out(path: str) -> None:
    assert place(path)[0] == "leaders.*.ego"


def test_the_overview_names_every_field_at_the_top() -> None:
    lines = list(block_lines(overview()))
    for name in slots(root().part):  # type: ignore[arg-type]
        assert any(line.split()[:1] == [name] for line in lines), name
    assert len(lines) <= 50


def test_a_block_lists_its_fields() -> None:
    told = "\n".join(block_lines(described(*place("truce"))))
    assert "term_days" in told
    assert "7 to 730 days" in told
    assert list(plain(*place("truce"))["fields"]) == ["cut", "term_days"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("leaders.us.egg", "no 'egg' in leaders.*; allowed: name, "),
        ("trucee", "no 'trucee' in a scenario"),
        ("truce.cut.much", "no 'much' in truce.cut"),
    ],
)
def test_what_is_not_there_is_said(path: str, said: str) -> None:
    with pytest.raises(UserError) as raised:
        place(path)
    assert said in str(raised.value)
    assert "did you mean" in str(raised.value) or path.startswith("truce.cut")

"""Does every shipped lesson keep what it promises, and is one that does not told so, line by line?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.lessons.recount import recount, told
from sim.files import vary
from tests.analysis.classroom.lessons.made import small

FEWEST_CLAIM_RUNS = 4000


@pytest.mark.slow
@pytest.mark.parametrize("name", list_lessons())
def test_shipped_lessons_keep_what_they_promise(name: str) -> None:
    lesson = read_lesson(name)
    assert all(claim.runs >= FEWEST_CLAIM_RUNS for claim in lesson.claims)
    assert list(recount(lesson).faults()) == []


def test_what_does_not_hold_is_told() -> None:
    claim = replace(small().claims[0], at_least=0.99)
    wrong = replace(small(), claims=(claim,), first_luck=999_999)
    found = recount(wrong)
    faults = list(found.faults())
    assert not found.holds
    assert faults[0] == f"first_luck is 999999, and the rule gives {found.luck}"
    assert faults[1].startswith(f"claim 1 does not hold: {found.claims[0].told} (")
    assert faults[1].endswith("at least 0.99)")
    right = replace(small(), first_luck=found.luck or 0)
    assert recount(right).holds
    assert list(told(found))[1:] == [
        f"first luck by the rule: {found.luck}",
        f"claim 1: {faults[1].partition(': ')[2]}",
    ]


def test_a_world_in_which_they_always_speak_is_told() -> None:
    long = replace(small(), claims=(), scenario=vary(small().scenario, {"horizon_days": 400}))
    fault = next(recount(long).faults())
    assert re.fullmatch(r"the leaders speak in (8[1-9]|9\d|100)% of its worlds; allowed: 30% to 80%", fault)


def test_a_world_in_which_they_never_speak_is_told() -> None:
    short = replace(small(), claims=(), scenario=vary(small().scenario, {"horizon_days": 1}))
    faults = list(recount(short).faults())
    assert "the leaders speak in 0% of its worlds; allowed: 30% to 80%" in faults
    assert any(fault.startswith("none of 1,000 lucks shows first_voice_days") for fault in faults)

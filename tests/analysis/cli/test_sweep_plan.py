"""Does the plan of a study say what it costs and what will answer its question, 80 columns wide?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.cli.sweep_plan import duration, plan_lines, size
from analysis.studies import list_studies, read_study
from analysis.studies.study_cost import Cost


def planned(name: str) -> list[str]:
    study = read_study(name)
    cost = Cost(study.design.size, study.runs, *([0.0] * (len(Cost._fields) - 2)))
    return plan_lines(study, Path("out"), cost, (0, 40.0, 2))


@pytest.mark.parametrize("name", list_studies())
def test_it_fits_eighty_columns_and_names_the_measure(name: str) -> None:
    lines = planned(name)
    assert all(len(line) <= 80 for line in lines)
    assert f"  answered by          {read_study(name).measure}: " in "\n".join(lines)
    assert "  expected time        40 seconds with 2 workers" in lines


def test_the_contrast_is_said() -> None:
    text = " ".join(" ".join(planned("face-mediator")).split())
    assert "answered by outcome_deal: how often it ended with a deal set against" in text
    assert "set against with all hosts, against with no host; both at full need for face rows of the design" in text
    assert "set against" not in " ".join(planned("all-traits"))


def test_times_and_sizes_are_said_as_a_person_would() -> None:
    assert [duration(t) for t in (0.2, 40, 150, 9000, 300_000)] == [
        "a second", "40 seconds", "2 minutes", "2 hours", "3 days",
    ]  # fmt: skip
    assert [size(n) for n in (10, 5e4, 2.5e6, 3e9, 4e12)] == ["1 kB", "50 kB", "2.5 MB", "3.0 GB", "4.0 TB"]

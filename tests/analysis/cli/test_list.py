"""Does `list` name every shipped scenario, study and lesson within 80 columns?"""

from __future__ import annotations

import json

import pytest

from analysis.classroom.lessons.reading import list_lessons
from analysis.cli.main import main
from analysis.studies import list_studies
from sim.files import list_scenarios


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    told = capsys.readouterr().out.splitlines()
    first, second = (place for place, line in enumerate(told) if not line)
    scenarios, studies, lessons = told[:first], told[first + 2 : second], told[second + 2 :]
    assert [line.split()[0] for line in scenarios if not line.startswith(" ")] == list_scenarios()
    assert [line.split()[0] for line in studies if not line.startswith("   ")] == list_studies()
    assert [line.split()[0] for line in lessons] == list_lessons()
    assert max(map(len, told)) <= 80


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    kinds = ("scenario", "study", "lesson")
    scenarios, studies, lessons = ([row for row in rows if row["kind"] == kind] for kind in kinds)
    assert [row["name"] for row in scenarios] == list_scenarios()
    assert all(len(row["leaders"]) == 2 for row in scenarios)
    assert [row["name"] for row in studies] == list_studies()
    assert all(row["question"].endswith("?") and row["scenario"] in list_scenarios() for row in studies)
    assert [row["name"] for row in lessons] == list_lessons()
    assert all(row["title"] for row in lessons)

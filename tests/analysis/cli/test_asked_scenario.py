"""Any answers that are accepted make a valid file whose values are the answers and whose sources are those given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.cli.asked_scenario import JUDGEMENT, UNASKED, asked_scenario, identifier
from analysis.cli.asking import ask_all
from analysis.cli.questions import QUESTIONS
from sim.files import load_scenario
from sim.run import run_one
from sim.scenario import Scenario
from sim.scenario.bounds import NAME_PATTERN
from sim.scenario.provenance import Provenance
from tests.analysis.cli.typed_answers import Typed, answers, names
from tests.generate import few

ENTER: dict[str, Typed] = {}
HUNDRED = 100


def lines_of(typed: Mapping[str, Typed]) -> Iterator[str]:
    """What is typed, line by line: Enter for what is not among the answers."""
    for question in QUESTIONS:
        answer = typed.get(question.key)
        yield from ([answer.text, answer.source] if answer else [""])


def file_of(typed: Mapping[str, Typed], folder: Path) -> Scenario:
    """The scenario in the file that answers make."""
    left = lines_of(typed)
    text = asked_scenario("asked", ask_all(lambda _: next(left), lambda _: None))
    assert next(left, None) is None, "an answer was asked again"
    place = folder / "asked.yaml"
    place.write_text(text, encoding="utf-8")
    return load_scenario(place)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(typed=answers())
def test_the_values_are_the_answers(typed: dict[str, Typed], tmp_path_factory: pytest.TempPathFactory) -> None:
    scenario = file_of(typed, tmp_path_factory.mktemp("asked"))
    meant = {key: answer.meaning for key, answer in typed.items()}
    leaders = list(scenario.leaders.values())
    assert [(one.name, one.country) for one in leaders] == list(meant["who"])
    assert (scenario.start, scenario.horizon_days) == meant["when"]
    assert scenario.domain == meant["kind"]
    assert [(one.pressure.points, one.pressure.ceiling) for one in leaders] == list(meant["pressure"])
    assert [(one.ego, one.face_need) for one in leaders] == list(meant["pride"])
    assert [one.market.exposure for one in leaders] == list(meant["markets"])
    assert [one.public.hostility for one in leaders] == list(meant["publics"])
    matters = list(scenario.issues.values())
    assert [(one.name, tuple(one.weight.values())) for one in matters] == list(meant["stakes"])
    lines = [(one.name, tuple(HUNDRED * part for part in one.red_line.values())) for one in matters if one.red_line]
    assert lines == [(name, pytest.approx(parts)) for name, parts in meant["red_lines"]]
    hosts = scenario.mediators.values()
    assert [(one.name, tuple(one.acceptability.values())) for one in hosts] == list(meant["hosts"])
    assert [_memory(one) for one in leaders] == list(meant["memories"])
    contact = scenario.at_start.contact
    assert (contact and (contact.level, contact.date)) == meant["contact"]


def _memory(leader: Any) -> Any:
    return next(((one.kind, one.date, one.name) for one in leader.precedents.values()), None)


ASKED_AT = {
    "start": "when", "horizon_days": "when", "domain": "kind", "points": "pressure", "ceiling": "pressure",
    "ego": "pride", "face_need": "pride", "exposure": "markets", "hostility": "publics", "weight": "stakes",
    "red_line": "red_lines", "acceptability": "hosts", "precedents": "memories", "contact": "contact",
}  # fmt: skip
"""By a word of a path, the question that its value answers."""


@few
@given(typed=answers(), skipped=st.sets(st.sampled_from(["kind", "pride", "markets", "publics"])))
def test_the_sources_are_those_given(
    typed: dict[str, Typed], skipped: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    left_out = {key: answer for key, answer in typed.items() if key not in skipped}
    scenario = file_of(left_out, tmp_path_factory.mktemp("asked"))
    assert {answer.source for answer in left_out.values()} <= {*scenario.sources.values(), ""}
    for path, about in scenario.provenance.items():
        words = path.split(".")
        key = next((question for word, question in ASKED_AT.items() if word in words), "")
        answer = left_out.get(key)
        if answer is None:
            wanted = (UNASKED, "low")
        elif not answer.source:
            wanted = (JUDGEMENT, "low")
        else:
            assert scenario.sources[about.source] == answer.source, path
            wanted = (about.source, "med")
        assert (about.source, about.confidence) == wanted, path
    assert isinstance(scenario.provenance["start"], Provenance)


def test_twelve_times_enter_make_a_file_that_runs(tmp_path: Path) -> None:
    scenario = file_of(ENTER, tmp_path)
    assert set(scenario.sources) == {UNASKED}
    assert run_one(scenario).outcome.outcome_class


@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(typed=answers())
def test_what_was_asked_runs(typed: dict[str, Typed], tmp_path_factory: pytest.TempPathFactory) -> None:
    start, _ = typed["when"].meaning
    short = typed | {"when": Typed(f"{start}, 20", (start, 20), "")}
    assert run_one(file_of(short, tmp_path_factory.mktemp("asked"))).outcome.outcome_class


@given(names(), st.lists(names(), max_size=5))
def test_an_identifier_is_one_and_is_taken_by_nobody(text: str, others: list[str]) -> None:
    taken: list[str] = []
    for other in [*others, text, text]:
        found = identifier(other, taken, "side")
        assert re.fullmatch(NAME_PATTERN, found)
        assert found not in taken
        taken.append(found)

"""Is a study file read whole or refused with all its mistakes, and are the shipped studies found by name?"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.studies import list_studies, read_study
from analysis.studies.study_reading import find_study
from sim.files import ScenarioError
from sim.files.shipped import FOLDER
from tests.analysis.studies.made import SMALL, write


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_study(write(folder, text))
    return str(caught.value)


@pytest.mark.parametrize("name", list_studies())
def test_shipped_studies_bear_their_names_and_ask_a_question(name: str) -> None:
    study = read_study(name)
    assert study.name == name
    assert study.question.endswith("?")
    assert study.title


def test_the_promised_studies_are_there() -> None:
    promised = {"all-traits", "ego-ego", "face-mediator", "markets-coercion", "precedent-groundwork", "waiting"}
    assert promised <= set(list_studies())
    assert read_study("all-traits").design.kind == "saltelli"


def test_a_study_is_read(tmp_path: Path) -> None:
    study = read_study(write(tmp_path))
    assert (study.name, study.runs, study.recipe.seed, study.recipe.parameters) == ("small", 3600, 7, "drawn")
    assert study.recipe.scenario.horizon_days == 40
    assert study.design.kind == "lhs"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("scenario: two-leaders", "scenario: two-leader", "did you mean 'two-leaders'?"),
        ("scenario: two-leaders\n", "", "scenario is missing; What every row varies"),
        ("replications: 60", "replications: 0", "replications is 0; allowed: whole numbers 1 to 1000000000"),
        ("replications: 60", "repetitions: 60", "unknown key 'repetitions'"),
        ("parameters: drawn", "parameters: drawed", "did you mean 'drawn'?"),
        ("seed: 7", "seed: 7\noutputs: [outcome, frist_contact_day]", "did you mean 'first_contact_day'?"),
        (
            "kind: lhs",
            "kind: lsh",
            "design.kind is 'lsh'; allowed: grid, lhs, sobol, saltelli, morris, list; did you mean 'lhs'?",
        ),
        ("points: 60", "points: many", "points must be a whole number"),
        ("points: 60", "ponits: 60", "did you mean 'points'?"),
        ("design: {kind: lhs, points: 60}", "design: {points: 60}", "design.kind is missing; Which plan"),
        ("design: {kind: lhs, points: 60}\n", "", "design is missing; Which rows there are"),
        ("set: {horizon_days: 40}", "set: {horizon_days: 40000}", "allowed: whole numbers 1"),
        ("study: small", "study: Small One", "'Small One' cannot be a name in a study; allowed: a lower-case letter"),
        ("seed: 7", "seed: -1", "seed is -1; allowed: whole numbers 0 to 4294967295"),
    ],
)
def test_mistakes_are_told_with_line_and_column(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SMALL
    told = refused(tmp_path, SMALL.replace(old, new))
    assert message in told
    assert told.startswith(f"{tmp_path}/study.yaml:")


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    text = (
        SMALL.replace("seed: 7", "seed: x")
        .replace("replications: 60", "replications: y")
        .replace("high: 1}", "high: 3}")
    )
    assert len(refused(tmp_path, text).splitlines()) == 3


@pytest.mark.parametrize("text", ["", "- a\n", "just a text", "study: [", "a: 1\na: 2\n", "\tstudy: x"])
def test_what_is_no_study_is_refused_without_a_traceback(tmp_path: Path, text: str) -> None:
    assert "study.yaml:1:" in refused(tmp_path, text) or "study.yaml:2:" in refused(tmp_path, text)


def test_a_list_is_tried_out(tmp_path: Path) -> None:
    rows = write(tmp_path, "leaders.north.ego,clock.kind\n0.5,poisson\n1.5,fixt\n", "rows.csv")
    told = refused(tmp_path, "study: s\nscenario: two-leaders\ndesign: {kind: list, file: rows.csv}\n")
    assert told.splitlines() == [
        f"{rows}:3:1: leaders.verenia.ego is 1.5; allowed: 0 (no vanity) to 1 (every contact is a contest)",
        f"{rows}:3:5: clock.kind is 'fixt'; allowed: poisson, fixed; did you mean 'fixed'?",
    ]
    assert "rows.csv: there is no such file" in refused(
        tmp_path / ".", "study: s\nscenario: two-leaders\ndesign: {kind: list, file: no/rows.csv}\n"
    )


def test_a_study_is_found_by_name_path_or_folder(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert find_study(str(path)) == find_study(str(tmp_path)) == path
    with pytest.raises(ScenarioError, match="did you mean 'ego-ego'"):
        find_study("ego-egg")


@pytest.mark.parametrize("letter", ["\\x07", "\\x1b", "\\u202e", "\\u2066"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A small study", 'title: "A{} study"'),
        ("question: Does", 'question: "{}" #'),
        ("  ego: {", '  "e{}go": {'),
        ("      none: {", '      "no{}ne": {'),
    ],
)
def test_controls_are_refused_in_names_and_labels_too(tmp_path: Path, letter: str, old: str, new: str) -> None:
    assert old in SMALL
    told = refused(tmp_path, SMALL.replace(old, new.replace("{}", letter, 1)))
    assert "a text with " in told
    assert told.splitlines()[0].startswith(f"{tmp_path}/study.yaml:")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("set: {horizon_days: 40}", "set:\n  horizon_days:\n"),
        ("      none: {mediators: {}}", "      none: {mediators: }"),
        ("seed: 7", "seed:"),
        ("replications: 60", "replications:"),
    ],
)
def test_nothing_written_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in SMALL
    assert " is empty; " in refused(tmp_path, SMALL.replace(old, new))


def test_a_scenario_is_said_to_be_one() -> None:
    with pytest.raises(ScenarioError, match=r"two-leaders\.yaml:1:1: this is a scenario: `climbdown check"):
        read_study(FOLDER / "two-leaders.yaml")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (Path.mkdir, "d.csv: is a folder; give the CSV file in it"),
        (os.mkfifo, "d.csv: is not a regular file; give a CSV file"),
        (lambda path: path.symlink_to(path), "d.csv: cannot be read: "),
        (lambda _: None, "d.csv: there is no such file"),
    ],
)
def test_a_list_that_is_no_file_is_told_where_the_study_names_it(
    tmp_path: Path, made: Callable[[Path], object], said: str
) -> None:
    made(tmp_path / "d.csv")
    told = refused(tmp_path, "study: s\nscenario: two-leaders\ndesign: {kind: list, file: d.csv}\n")
    assert told.startswith(f"{tmp_path}/study.yaml:3:28: {tmp_path}/{said}")
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("design", ["list", '{kind: list, file: ""}'])
def test_a_list_without_a_file_is_refused(tmp_path: Path, design: str) -> None:
    told = refused(tmp_path, f"study: s\nscenario: two-leaders\ndesign: {design}\n")
    assert told.startswith(f"{tmp_path}/study.yaml:3:")
    assert told.endswith(": design: a list needs `file`, the CSV file with its rows")

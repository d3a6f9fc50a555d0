"""Are the measure and the contrast of a study file read, and whatever is wrong with them told at its place?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.contrast import AskedContrast, Side
from analysis.studies.study import Study
from analysis.studies.study_reading import read_study
from analysis.studies.study_writing import files_of
from sim.files import ScenarioError

STUDY = """scenario: two-leaders
factors:
  ego: {path: leaders.verenia.ego, low: 0, high: 1, steps: 5}
  hosts:
    choices:
      as it is: {}
      none: {mediators: {}}
  caution: {path: leaders.verenia.caution, levels: [0.1, 0.5]}
design: grid
measure: ever_summit
contrast:
  between:
    with a host: {hosts: as it is}
    with none: {hosts: none}
  where:
    at full ego: {ego: 1}
"""


def read(folder: Path, text: str = STUDY) -> Study:
    (folder / "asked.yaml").write_text(text, encoding="utf-8")
    return read_study(folder / "asked.yaml")


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(ScenarioError) as told:
        read(folder, text)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in told.value.problems]


def test_what_the_file_says_is_read_and_written_again(tmp_path: Path) -> None:
    study = read(tmp_path)
    assert study.measure == "ever_summit"
    assert study.contrast == AskedContrast(
        Side("with a host", {"hosts": "as it is"}),
        Side("with none", {"hosts": "none"}),
        Side("at full ego", {"ego": 1.0}),
    )
    for name, content in files_of(study, tmp_path / "out").items():
        (tmp_path / name).write_bytes(content)
    again = read_study(tmp_path / "study.yaml")
    assert (again.measure, again.contrast) == (study.measure, study.contrast)


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("ever_summit", "ever_sumit", "10:10", "no measure 'ever_sumit'; allowed: outcome_deal"),
        ("ever_summit", "ever_sumit", "10:10", "did you mean 'ever_summit'?"),
        ("ever_summit", '""', "10:10", "empty"),
        ("design: grid", "design: grid\noutputs: [outcome]", "11:10", "add 'ever_summit' to it"),
        (
            "{hosts: as it is}",
            "{host: as it is}",
            "13:19",
            "no factor 'host' in this study; it has ego, hosts, caution; did you mean 'hosts'?",
        ),
        (
            "{hosts: none}",
            "{hosts: nobody}",
            "14:24",
            "'hosts' is never 'nobody' in this design; it has as it is, none",
        ),
        ("{hosts: none}", "{hosts: lowest}", "14:24", "'hosts' is never 'lowest'"),
        ("{ego: 1}", "{ego: 0.3}", "16:24", "it has 0, 0.25, 0.5, 0.75, 1, or lowest or highest"),
        ("{ego: 1}", "{ego: true}", "16:24", "'ego' is never True"),
        ("{ego: 1}", "{hosts: none}", "13:19", "'hosts' stands under where already, for both sides"),
        ("{hosts: none}", "{hosts: as it is}", "14:5", "both sides hold the same settings"),
        ("{hosts: none}", "{caution: 0.1}", "14:5", "1 row of this design is on both sides"),
        ("    with none: {hosts: none}\n", "", "12:3", "between has 1 side, not two"),
        (
            "    with none: {hosts: none}\n",
            "    with none: {hosts: none}\n    third: {ego: 0}\n",
            "12:3",
            "between has 3 sides",
        ),
        ("    at full ego: {ego: 1}\n", "    a: {ego: 1}\n    b: {caution: 0.1}\n", "15:3", "where has 2 entries"),
        ("with none:", '" with none":', "14:5", "has white space around it"),
        ("{hosts: none}", "{}", "14:16", "holds no setting"),
        ("{hosts: none}", "{hosts: [none]}", "14:24", "contrast.between.with none.hosts"),
        ("  between:", "  betwen:", "12:3", "did you mean 'between'?"),
        ("{hosts: none}", "none", "14:16", "contrast.between.with none"),
    ],
)
def test_every_mistake_is_told_at_its_place(tmp_path: Path, old: str, new: str, place: str, said: str) -> None:
    assert STUDY.count(old) == 1
    told = refused(tmp_path, STUDY.replace(old, new))
    assert any(line.startswith(f"{place}: ") and said in line for line in told), told


def test_a_factor_that_was_refused_is_not_missed_in_the_contrast(tmp_path: Path) -> None:
    told = refused(tmp_path, STUDY.replace("leaders.verenia.ego", "leaders.verenia.egg"))
    assert len(told) == 1


@pytest.mark.parametrize("kind", ["{kind: lhs, points: 50}", "{kind: sobol, points: 64}", "{kind: saltelli, base: 8}"])
def test_a_range_is_looked_at_by_its_ends(tmp_path: Path, kind: str) -> None:
    sampled = STUDY.replace("design: grid", f"design: {kind}").replace("{ego: 1}", "{ego: highest}")
    assert read(tmp_path, sampled).contrast.where.settings == {"ego": "highest"}
    (told,) = refused(tmp_path, sampled.replace("{ego: highest}", "{ego: 1}"))
    assert "takes any number from 0 to 1 in this design; write lowest or highest" in told


def test_a_list_has_the_values_that_it_lists(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(
        "leaders.verenia.ego,dyad.rapport\n0.2,0.1\n0.9,0.1\n0.9,0.8\n", encoding="utf-8"
    )
    text = (
        "scenario: two-leaders\ndesign: {kind: list, file: rows.csv}\ncontrast:\n  between:\n"
        "    proud: {leaders.verenia.ego: highest}\n    humble: {leaders.verenia.ego: 0.2}\n"
    )
    assert read(tmp_path, text).contrast.first.settings == {"leaders.verenia.ego": 0.9}
    (told,) = refused(tmp_path, text + "  where:\n    close: {dyad.rapport: 0.8}\n")
    assert "no row of this design has all the settings of 'humble'" in told


@given(st.sampled_from(["ego", "hosts", "caution", "x"]), st.one_of(st.floats(), st.booleans(), st.text(max_size=9)))
def test_any_setting_is_one_of_the_design_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: object
) -> None:
    from sim.files.scenario_writing import tree_yaml

    folder = tmp_path_factory.mktemp("any")
    text = STUDY.partition("  where:")[0] + tree_yaml({"where": {"there": {name: value}}}).replace("\n", "\n  ").join(
        ["  ", ""]
    )
    try:
        found = read(folder, text).contrast.where.settings
    except ScenarioError:
        return
    assert found[name] in {"ego": (0.0, 0.25, 0.5, 0.75, 1.0), "caution": (0.1, 0.5)}[name]

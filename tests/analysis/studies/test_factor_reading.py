"""Are factors tried out on the scenario, and what it refuses told where the file says it?"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.studies import read_study
from sim.files import ScenarioError
from tests.analysis.studies.made import write

HEAD = "study: s\nscenario: two-leaders\ndesign: {kind: lhs, points: 4}\nfactors:\n"


def problems(folder: Path, factors: str) -> list[str]:
    with pytest.raises(ScenarioError) as caught:
        read_study(write(folder, HEAD + factors))
    return [str(problem).removeprefix(f"{folder}/study.yaml:") for problem in caught.value.problems]


def test_an_unknown_path_is_told_where_the_path_stands(tmp_path: Path) -> None:
    assert [p[:4] for p in problems(tmp_path, "  leaders.north.eog: {low: 0, high: 1}")] == ["5:3:"]
    assert [p[:5] for p in problems(tmp_path, "  e: {path: leaders.x.ego, low: 0, high: 1}")] == ["5:13:"]


@pytest.mark.parametrize(
    ("factors", "message"),
    [
        ("  leaders.north.eog: {low: 0, high: 1}", "unknown path: no 'eog'"),
        ("  leaders.north.ego: {low: 0, high: 1.5}", "1.5; allowed: 0 (no vanity) to 1"),
        ("  leaders.north.ego: {low: 1, high: 0}", "low must be below high"),
        ("  a: {path: dyad.rapport, low: 0.5, high: 0.50000000000000011}", "5 different numbers (steps) do not fit"),
        ("  a: {paths: [dyad.rapport, dyad.rapport], low: 0, high: 1}", "paths names 'dyad.rapport' twice"),
        ("  leaders.north.ego: {low: 1}", "give both low and high, or levels"),
        ("  leaders.north.ego: [0.1, 0.1]", "levels must differ"),
        (
            "  leaders.north.ego: [[1], 2]",
            "must be a number, a word or a switch, not a list; for blocks use `choices`",
        ),
        ("  clock.kind: [poisson, fixt]", "did you mean 'fixed'?"),
        ("  horizon_days: {low: 10, high: 20.5}", "whole numbers need whole ends"),
        ("  seed: {path: leaders.north.ego, low: 0, high: 1}", "'seed' is a column of every study"),
        ("  e: {path: a, paths: [b], low: 0, high: 1}", "give either path or paths, not both"),
        ("  e: {pth: leaders.north.ego, low: 0, high: 1}", "unknown key 'pth'"),
        ("  e: {choices: {a: {}, b: {mediators.x: 3}}}", "mediators.x"),
        ("  e: {choices: {a: {}}}", "levels must be at least two values"),
        ("  e: {choices: {a: {}, b: {}}, low: 3}", "a factor with choices takes no low"),
        ("  e: {choices: {a: 3, b: {}}}", "factors.e.choices.a must be a block"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, factors: str, message: str) -> None:
    found = problems(tmp_path, factors)
    assert any(message in problem for problem in found), found
    assert all(problem.startswith("5:") for problem in found)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "  leaders.north.ego: {low: 0, high: 2}\n  clock.kind: [poisson, x]\n  a: {low: 0}\n")
    assert [problem.split(":")[0] for problem in found] == ["5", "6", "7"]


def test_the_forms_that_a_factor_may_have(tmp_path: Path) -> None:
    factors = """
  leaders.north.ego: {low: 0, high: 1, steps: 3}
  leaders.south.ego: [0.2, 0.8]
  horizon_days: {low: 30, high: 60}
  clock: {path: clock.kind, levels: [poisson, fixed], group: clocks}
  help: {choices: {all: {}, none: {mediators: {}}}}
"""
    recipe = read_study(write(tmp_path, HEAD + factors)).recipe
    by_name = {factor.name: factor for factor in recipe.factors}
    assert len(by_name) == 5
    assert by_name["horizon_days"].whole
    assert by_name["clock"].group == "clocks"
    assert by_name["help"].levels == ("all", "none")
    assert recipe.choices == {"help": {"all": {}, "none": {"mediators": {}}}}


NUMBER = st.sampled_from([(0.2, "0.2"), (0.2, "0.20"), (0.5, "0.5"), (1.0, "1"), (1.0, "1.0")])
CHANGES = st.dictionaries(st.sampled_from(["dyad.rapport", "leaders.verenia.ego"]), NUMBER)


@settings(max_examples=40, deadline=None)
@given(CHANGES, CHANGES)
def test_choices_that_make_the_same_changes_are_refused(
    one: dict[str, tuple[float, str]], other: dict[str, tuple[float, str]]
) -> None:
    def block(changes: dict[str, tuple[float, str]]) -> str:
        return "{" + ", ".join(f"{path}: {text}" for path, (_, text) in changes.items()) + "}"

    same = {path: value for path, (value, _) in one.items()} == {path: value for path, (value, _) in other.items()}
    with tempfile.TemporaryDirectory() as folder:
        text = f"  c:\n    choices:\n      x: {block(one)}\n      y: {block(other)}\n"
        path = write(Path(folder), HEAD + text)
        if not same:
            read_study(path)
            return
        with pytest.raises(ScenarioError) as raised:
            read_study(path)
        (problem,) = raised.value.problems
    assert problem[1:] == (
        8, 7, "choices 'x' and 'y' make the same changes; choices must differ from one another"
    )  # fmt: skip


WRONG = [("", "empty"), ("  ", "blank"), (" a", "white space around"), ("a ", "white space around"),
         ("a\nb", "tab or a line break"), ("a\tb", "tab or a line break"), ("\u00a0", "blank"),
         ("\u200b", "blank"), ("a\u2028b", "tab or a line break"), ("\n", "blank"), ("a\n", "around")]  # fmt: skip


@pytest.mark.parametrize(("label", "said"), WRONG)
@pytest.mark.parametrize(
    ("factors", "place"),
    [
        ("  {}: {{path: dyad.rapport, low: 0, high: 1}}\n", "5:3: the name of a factor, "),
        ("  c: {{choices: {{{}: {{dyad.rapport: 0.1}}, y: {{}}}}}}\n", "5:17: the name of a choice, "),
        ("  dyad.rapport: {{group: {}, low: 0, high: 1}}\n", "5:25: the name of a group, "),
    ],
)
def test_names_are_one_line_without_space_around(
    tmp_path: Path, factors: str, place: str, label: str, said: str
) -> None:
    if not label and "group" in factors:  # says that there is none
        return
    (problem,) = problems(tmp_path, factors.format(json.dumps(label)))
    assert problem.startswith(place)
    assert said in problem
    assert problem.endswith("; allowed: one line of text, at most 200 characters, without spaces around it")


@pytest.mark.parametrize(
    ("block", "path", "rest"),
    [
        ("{leaders: {verenia: {ego: 0.3}}}", "leaders.verenia.ego", []),
        ("{leaders.verenia: {ego: 0.3}}", "leaders.verenia.ego", []),
        ("{leaders: {verenia: {beliefs: {coercion_works: 0.3}}}}", "leaders.verenia.beliefs.coercion_works", []),
        ("{leaders: {verenia: {ego: {value: 0.3, source: x}}}}", "leaders.verenia.ego", []),
        ("{leaders: {verenia: {ego: 1.3}}}", "leaders.verenia.ego", ["leaders.verenia.ego is 1.3; allowed: 0"]),
    ],
)
def test_a_block_that_replaces_another_is_told_as_that_alone(
    tmp_path: Path, block: str, path: str, rest: list[str]
) -> None:
    found = problems(tmp_path, f"  c:\n    choices:\n      x: {block}\n      y: {{}}\n")
    whole = block[1:].partition(":")[0]
    said = f"{whole} is replaced as a whole by this block, which leaves entries out; to change single ones write"
    expected = [*rest, f"{said} their paths, such as {path}"]
    assert len(found) == len(expected)
    assert all(any(message in problem for problem in found) for message in expected), found


def test_a_new_entry_that_lacks_something_is_told_what(tmp_path: Path) -> None:
    found = problems(tmp_path, "  c: {choices: {x: {mediators.oslo: {stake: 0.3}}, y: {}}}\n")
    assert any("mediators.oslo.name is missing" in problem for problem in found)


@pytest.mark.parametrize("key", ['"x\\x07"', "yes", "true", "[a]", "07", '"' + "k" * 161 + '"'])
@pytest.mark.parametrize(
    "factors",
    [
        "  c:\n    choices:\n      y: {{}}\n      {}: {{dyad.rapport: 0.1}}\n",
        "  c: {{path: dyad.rapport, low: 0,\n\n\n    {}: 1}}\n",
    ],
)
def test_nothing_is_said_to_be_missing_where_a_key_was_refused(tmp_path: Path, factors: str, key: str) -> None:
    (problem,) = problems(tmp_path, factors.format(key))
    assert problem.startswith("8:")

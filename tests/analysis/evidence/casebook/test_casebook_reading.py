"""Is a casebook read, and is everything that is wrong with one told at its place?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.evidence.casebook import SHIPPED, read_casebook
from analysis.evidence.casebook.frames import FRAMES
from sim.files import ScenarioError
from tests.analysis.evidence.casebook.shipped_cases import development, text_of

NAMES = ("jfk_khrushchev_1961_vienna", "kagame_museveni_2019_gatuna")


def written(folder: Path, text: str) -> Path:
    path = folder / "book.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_development_cases_ship_whole() -> None:
    assert len(development().cases) == 98
    assert SHIPPED.parent.name == "casebook"


def test_few_cases_are_a_casebook_too(tmp_path: Path) -> None:
    assert [case.id for case in read_casebook(written(tmp_path, text_of(NAMES))).cases] == list(NAMES)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("selection_frame: scheduled_summit", "selection_frame: scheduled_sumit", "did you mean 'scheduled_summit'?"),
        ("class: no-deal", "class: no_deal", "allowed: deal, truce-or-partial, no-deal, blow-up, no-contact"),
        ("horizon_rule: scheduled_event", "horizon_rule: fixed_99d", "fixed_90d"),
        ("class: no-deal", "klass: no-deal", "unknown key 'klass'"),
        ("value: 0.7", "value: 1.7", "allowed: 0 to 1"),
        ("confidence: med", "confidence: sure", "allowed: high, med, low"),
        ("actor: B, type: letter", "actor: C, type: letter", "allowed: A, B, both, mediator, other"),
        ("recall, known_at_origin: true", "recall, known_at_origin: yes", "is read by YAML as true"),
        ("horizon_end: 1961-06-04", "horizon_end: 1961-05-04", "allowed: 1 to 3650"),
        ("origin: 1961-05-19", "origin: 1961-01-19", "is before the start, 1961-02-22"),
        ("agreement_by_horizon: false", "agreement_by_horizon: true", "but the outcome is no-deal"),
        ("in_person_by_horizon: true", "in_person_by_horizon: false", "but the leaders meet on 1961-06-03"),
        (
            "no-deal, date: 1961-06-04",
            "no-deal, date: 1961-06-05",
            "allowed: 1961-02-22 (start) to 1961-06-04 (horizon)",
        ),
        ("no-deal, date: 1961-06-04", "no-deal, date: 1961-02-21", "is outside the case"),
        ("alternative_class: blow-up", "alternative_class: no-deal", "the same as class; write the other reading"),
        ("name: John F. Kennedy", "name: ''", "the name of B is empty"),
        ("country: Rwanda", "country: ' '", "the country of A is empty"),
        ("name: John F. Kennedy", "name: Nikita Khrushchev", "is the name of A too"),
        ("id: kagame_museveni_2019_gatuna", "id: jfk_khrushchev_1961_vienna", "given twice (first on line 27)"),
        ("open, verification: searched, known_at_origin: false", "open, known_at_origin: true", "cannot be known"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    text = text_of(NAMES)
    before, _, after = text.partition(right)
    path = written(tmp_path, before + wrong + after)
    with pytest.raises(ScenarioError) as raised:
        read_casebook(path)
    problems = raised.value.problems
    found = [problem for problem in problems if said in problem.message]
    assert found, problems
    assert (found[0].file, found[0].line) == (str(path), before.count("\n") + 1)
    assert found[0].column > 1


@pytest.mark.parametrize(("right", "wrong"), [("class: no-deal", "class: daeal"), ("value: 0.7", "value: 8")])
def test_a_mistake_in_the_only_case_is_not_told_as_too_few_cases(tmp_path: Path, right: str, wrong: str) -> None:
    """Entries that are refused are not counted by the type checker; the file has them all the same."""
    with pytest.raises(ScenarioError) as raised:
        read_casebook(written(tmp_path, text_of(NAMES[:1]).replace(right, wrong, 1)))
    assert len(raised.value.problems) == 1
    assert "entries" not in raised.value.problems[0].message


def test_a_casebook_without_cases_has_too_few(tmp_path: Path) -> None:
    before, _, _ = text_of(NAMES[:1]).partition("\ncases:")
    with pytest.raises(ScenarioError, match="cases has 0 entries; allowed: 1 to"):
        read_casebook(written(tmp_path, before + "\ncases: []\n"))


def test_a_frame_of_one_s_own_is_declared(tmp_path: Path) -> None:
    text = text_of(NAMES).replace("selection_frame: scheduled_summit", "selection_frame: my_own_list")
    with pytest.raises(ScenarioError, match="or declare it in meta: frames:"):
        read_casebook(written(tmp_path, text))
    declared = text.replace("  frames:\n", "  frames:\n    my_own_list: cases that I looked up\n", 1)
    assert read_casebook(written(tmp_path, declared)).cases[0].selection_frame == "my_own_list"


def test_frames_that_the_shipped_casebook_declares_are_known() -> None:
    assert set(development().meta["frames"]) == set(FRAMES)


def test_prose_and_sources_may_be_left_out(tmp_path: Path) -> None:
    kept = [line for line in text_of(NAMES).splitlines() if "publisher:" not in line and "sources:" not in line]
    assert len(read_casebook(written(tmp_path, "\n".join(kept))).cases) == len(NAMES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "an empty casebook"),
        ("- 1\n", "a casebook is a block"),
        ("cases: []\n", "cases has 0 entries"),
        ("leaders: {}\nname: x\n", "no casebook"),
        ("cases: [1\n", "unfinished"),
    ],
)
def test_what_is_no_casebook_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        read_casebook(written(tmp_path, text))


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="there is no such file"):
        read_casebook(tmp_path / "nowhere.yaml")

"""Is what a case may call things, and forbid, checked at its place, in words that help?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import ScenarioError, load_scenario, parse_setting, vary
from sim.files.scenario_writing import scenario_yaml
from sim.files.word_checks import word_faults
from sim.vocabulary import actions
from sim.vocabulary.entries import ENTRIES, GENERAL
from sim.vocabulary.event_rows import GAPS
from sim.vocabulary.wording import FORMS
from tests.generate import few, scenarios

HEAD = "extends: two-leaders\nname: strike\n"


def problems(folder: Path, lines: str) -> list[str]:
    file = folder / "strike.yaml"
    file.write_text(HEAD + lines, encoding="utf-8")
    try:
        load_scenario(file)
    except ScenarioError as error:
        return [str(problem).removeprefix(f"{file}:") for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("words:\n  presure: {noun: demand}", "4:3: unknown entry 'presure' in words; allowed: pressure, points"),
        ("words:\n  presure: {noun: demand}", "did you mean 'pressure'?"),
        ("words:\n  truce: {nuon: rest}", "4:11: unknown key 'nuon' in words.truce"),
        ("words:\n  market: {past: fell}", "4:12: words.market.past: market has no past; allowed: noun, plural"),
        ("words:\n  truce: {noun: 'a {x}'}", "4:17: words.truce.noun has a brace"),
        ("words:\n  truce: {noun: ''}", "4:17: words.truce.noun is empty"),
        ("words:\n  truce: {noun: ' rest'}", "4:17: words.truce.noun has white space around it"),
        ('words:\n  truce: {noun: "a\\nb"}', "4:17: words.truce.noun has a tab or a line break in it"),
        ('words:\n  truce: {noun: "a\\x07"}', "4:17: a text with an unprintable character (U+0007)"),
        ('words:\n  truce: {noun: "a\\u202eb"}', "4:17: a text with a character that turns the reading direction"),
        (f"words:\n  truce: {{noun: {'x' * 61}}}", "4:17: words.truce.noun has 61 characters; allowed are at most 60"),
        ("words:\n  rally: {sentence: '{actr} marches'}", "has the unknown word 'actr' in braces; allowed: actor"),
        ("words:\n  rally: {sentence: '{actr} marches'}", "did you mean 'actor'?"),
        ("words:\n  rally: {sentence: '{actor} {'}", "has a brace without its other half"),
        ("words:\n  rally: {sentence: '{} marches'}", "has the unknown word '' in braces"),
        ("words:\n  rally: {sentence: '{actor:>999999999}'}", "has 'actor' with a format"),
        ("words:\n  rally: {sentence: '{actor!r}'}", "has 'actor' with a format"),
        ("words:\n  rally: {sentence: '{actor.__class__}'}", "actor has no forms; write {actor}"),
        ("words:\n  rally: {sentence: '{truce.__class__}'}", "allowed of an entry: noun, plural, infinitive, past, a"),
        ("actions: {hold: off}", "3:17: actions.hold cannot be off: a leader may always wait"),
        ("actions: {rally: no}", "3:18: actions.rally is 'no'; allowed: on, off"),
        ("actions: {rally: Off}", "3:18: actions.rally is 'Off'; allowed: on, off; did you mean 'off'?"),
        ("actions: {rally: false}", "3:18: actions.rally must be one of a few words, not a switch (false)"),
        ("actions: {raly: off}", "3:11: unknown entry 'raly' in actions; allowed: hold, escalate"),
        ("title: off", "3:8: `off` is read by YAML as false"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, lines: str, said: str) -> None:
    told = problems(tmp_path, lines)
    assert len(told) == 1
    assert said in told[0]


@pytest.mark.parametrize("value", ["off", '"off"', "on", "{value: off, source: own, note: not done here}"])
def test_on_and_off_are_words_here_bare_or_in_quotes(tmp_path: Path, value: str) -> None:
    assert problems(tmp_path, f"actions: {{rally: {value}}}") == []
    assert load_scenario(tmp_path / "strike.yaml").actions["rally"] == ("on" if value == "on" else "off")


def test_an_extending_file_adds_words_and_null_takes_them_away(tmp_path: Path) -> None:
    assert (
        problems(tmp_path, "words: {truce: {noun: rest, plural: rests}, call: {noun: chat}}\nactions: {ease: off}")
        == []
    )
    child = tmp_path / "child.yaml"
    child.write_text(
        "extends: strike.yaml\nname: child\nwords: {call: null, truce: {noun: break}}\nactions: {ease: null}\n"
    )
    found = load_scenario(child)
    assert dict(found.actions) == {}
    assert {entry: own.as_wording().noun for entry, own in found.words.items()} == {"truce": "break"}
    assert found.words["truce"].plural == "rests"


def test_a_setting_names_an_entry_that_the_file_does_not() -> None:
    settings = ["words.pressure.noun=demand", "actions.rally=off", "words.truce={noun: rest, plural: rests}"]
    made = vary(load_scenario("two-leaders"), dict(parse_setting(setting) for setting in settings))
    assert (made.words["pressure"].noun, made.words["truce"].plural, made.actions["rally"]) == (
        "demand",
        "rests",
        "off",
    )
    with pytest.raises(ScenarioError, match=r"no 'presure' in words; .* did you mean 'pressure'\?"):
        vary(made, {"words.presure.noun": "demand"})
    with pytest.raises(ScenarioError, match=r"no 'raly' in actions"):
        vary(made, {"actions.raly": "off"})


@few
@given(scenarios(4))
def test_words_and_permissions_are_written_and_read_back(scenario: object) -> None:
    text = scenario_yaml(scenario)  # type: ignore[arg-type]
    from sim.files.problems import Findings
    from sim.files.scenario_reading import scenario_of
    from sim.files.scenario_slots import SCENARIO
    from sim.files.yaml_nodes import compose

    findings = Findings()
    tree = compose(text, "written", findings, form=SCENARIO)
    assert tree is not None
    assert scenario_of(tree, findings) == scenario


@given(entry=st.sampled_from(ENTRIES), form=st.sampled_from(FORMS), text=st.text(max_size=40))
def test_whatever_passes_can_be_filled_and_nothing_else_is_called_right(entry: str, form: str, text: str) -> None:
    from sim.narrative.case_words import CaseWords
    from sim.vocabulary.wording import Wording

    faults = list(word_faults({"words": {entry: {form: text}}}))
    if not faults:
        assert getattr(GENERAL[entry], form) or form == "plural"
        words = CaseWords(given={entry: Wording(**{form: text})})
        values = dict.fromkeys(GAPS, "x")
        assert words.fill(words[entry].sentence, **values) is not None
        assert getattr(words[entry], form) == text


def test_every_act_but_waiting_may_be_forbidden() -> None:
    for act in actions.WORDS:
        assert bool(list(word_faults({"actions": {act: "off"}}))) == (act == "hold")

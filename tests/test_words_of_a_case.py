"""Is every replaced word of a case gone from all that people read, while its runs and their data stay as they were?

Whoever adds an output that tells of a run adds it to :data:`TOLD`. What survives knowingly is listed in :data:`GAPS`
and must be exactly that, so that the list can only shrink.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cli.main import main
from sim import list_scenarios, load_scenario, run_one, vary
from sim.files.scenario_writing import scenario_yaml
from sim.narrative.case_words import words_of
from sim.results.record_rows import decisions
from sim.scenario import Scenario
from sim.scenario.weights import WEIGHTS
from sim.vocabulary.domains import Domain
from sim.vocabulary.entries import ENTRIES
from tests.docs.shell_lines import blocks
from tests.generate import scenarios
from tests.renamed_case import nonsense, renamed, survivors, usual_words, visible

LUCKS = (0, 3)
STUDY = "study: own\nscenario: case.yaml\ndesign: grid\nreplications: 8\nfactors:\n  leaders.{side}.ego: [0.1, 0.9]\n"

Tell = Callable[[Path, Scenario, Callable[..., str]], str]


def page(folder: Path, say: Callable[..., str], *command: str) -> str:
    say(*command)
    return visible((folder / "page.html").read_text(encoding="utf-8"))


def first_side(scenario: Scenario) -> str:
    return min(scenario.leaders)


def explained(*more: str) -> Tell:
    def told(_folder: Path, case: Scenario, say: Callable[..., str]) -> str:
        wanted = more[-1] if more[0] == "--kind" else "turn"
        who = next((choice.leader for choice in decisions(run_one(case)) if choice.kind == wanted), "")
        return say("explain", "case.yaml", "--at", case.start.isoformat(), "--who", who, *more) if who else ""

    return told


def lucks(*command: str) -> Tell:
    return lambda _folder, _case, say: "\n".join(say(*command, "--seed", str(seed)) for seed in LUCKS)


def studied(folder: Path, case: Scenario, say: Callable[..., str]) -> str:
    (folder / "study.yaml").write_text(STUDY.format(side=first_side(case)), encoding="utf-8")
    swept = say("sweep", "study.yaml", "--out", "own.study")
    return swept + page(folder, say, "report", "own.study", "--out", "page.html")


def played(folder: Path, case: Scenario, say: Callable[..., str]) -> str:
    """A game in which every screen is asked for and many moves are made, at least where they are possible."""
    keys = ["?", "m", "w", *"hywvyliyoycymyphydyeynhkwrytyg", "?", *"hyhyhyhyhyhyhyhyhyhyhy"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO("\n".join(keys) + "\n"))
        return say("play", "case.yaml", "--as", first_side(case), "--lucks", "6")


TOLD: dict[str, Tell] = {
    "run": lucks("run", "case.yaml"),
    "run --plain": lucks("run", "case.yaml", "--plain"),
    "run --all": lucks("run", "case.yaml", "--all"),
    "run --html": lambda folder, _, say: page(folder, say, "run", "case.yaml", "--html", "page.html"),
    "explain a move": explained("--kind", "turn"),
    "explain an answer": explained("--kind", "answer"),
    "explain --across": explained("--across", "20"),
    "compare": lambda _, case, say: say("compare", "case.yaml", "--set", f"leaders.{first_side(case)}.ego=0.1"),
    "compare -n": lambda _, case, say: say(
        "compare", "case.yaml", "--set", f"leaders.{first_side(case)}.ego=0.1", "-n", "20"
    ),
    "compare -n --html": lambda folder, case, say: page(
        folder, say, "compare", "case.yaml", "--set", f"leaders.{first_side(case)}.ego=0.1", "-n", "20",
        "--html", "page.html",
    ),
    "ensemble": lambda _folder, _case, say: say("ensemble", "case.yaml", "-n", "30"),
    "ensemble --html": lambda folder, _, say: page(
        folder, say, "ensemble", "case.yaml", "-n", "30", "--html", "page.html"
    ),
    "report on a run": lambda folder, case, say: page(
        folder, say, "report", "case.yaml", "--lucks", "10", "--set", f"leaders.{first_side(case)}.ego=0.1",
        "--out", "page.html",
    ),
    "report on a study": studied,
    "play": played,
}  # fmt: skip
"""Everything that tells people about runs of a case, by command."""

GAPS: dict[str, set[tuple[str, str]]] = {}
"""Words that survive although they should not, by command."""

POINTS_OF_A_HUNDRED = (" points (", "percentage points", " runs a point", "base points")
OTHERWISE_MEANT = (*(weight.meaning for weight in WEIGHTS), *POINTS_OF_A_HUNDRED)
"""Meanings of fields of a file, which have names of their own; points of a hundred, and those of a design."""


def told_of(name: str, scenario: Scenario, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says of a case, without what is meant otherwise."""
    (folder / "case.yaml").write_text(scenario_yaml(scenario, defaults=False), encoding="utf-8")

    def say(*arguments: str) -> str:
        assert main(list(arguments)) == 0, arguments
        return capsys.readouterr().out

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        text = " ".join(TOLD[name](folder, scenario, say).split())
    text = re.sub(r"== '\w+'| of (?:" + "|".join(scenario.issues) + "): share of", " ", text)  # identifiers
    for phrase in (*sorted(written(scenario), key=len, reverse=True), *OTHERWISE_MEANT):
        text = text.replace(phrase, " ")
    return text


def written(scenario: Scenario) -> set[str]:
    """Names, titles, notes and sources of a file: words that its author chose, said as they stand."""

    def texts(part: object) -> Iterator[str]:
        if isinstance(part, Mapping):
            for key, value in part.items():
                yield from [value] if key in WRITTEN and isinstance(value, str) else texts(value)
        elif isinstance(part, list | tuple):
            for value in part:
                yield from texts(value)

    return {" ".join(text.split()) for text in texts(scenario.model_dump(exclude={"words"})) if text}


WRITTEN = ("name", "title", "summary", "country", "office", "note", "source", "mediator", "text")


@pytest.mark.parametrize("name", TOLD)
def test_no_replaced_word_survives(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = renamed(load_scenario("two-leaders"))
    text = told_of(name, scenario, tmp_path, capsys)
    assert any(nonsense(entry).noun in text for entry in ENTRIES), "the words of the case are said"
    assert survivors(text, usual_words(scenario)) == GAPS.get(name, set())


@pytest.mark.nightly
@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("case", [name for name in list_scenarios() if name != "two-leaders"])
def test_no_replaced_word_survives_in_any_case(
    case: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario = renamed(load_scenario(case))
    text = told_of(name, scenario, tmp_path, capsys)
    assert survivors(text, usual_words(scenario)) <= GAPS.get(name, set())


def test_a_word_that_survives_would_be_found() -> None:
    scenario = renamed(load_scenario("two-leaders"))
    words = usual_words(scenario)
    assert ("truce", "truce") in survivors("It ended in a Truce.", words)
    assert ("pressure", "tariffs") in survivors("tariffs: 30", words)
    assert not survivors("ever_truce truce_days words.truce.noun=rest the trucedom", words)


def test_pictures_are_read_and_raw_numbers_are_not() -> None:
    shown = visible(
        '<p>one</p><details>two</details><img alt="three" src="data:image/svg+xml;x,%3Ctext%3Efour%3C/text%3E">'
    )
    assert {"one", "three", "four"} <= set(shown.split())
    assert "two" not in shown


@settings(max_examples=15, deadline=None)
@given(scenario=scenarios(30), run=st.integers(0, 5), entries=st.sets(st.sampled_from(ENTRIES), max_size=8))
def test_words_leave_every_run_as_it_was(scenario: Scenario, run: int, entries: set[str]) -> None:
    usual = words_of(scenario)
    own = {
        entry: {form: getattr(nonsense(entry), form) for form in ("noun", "past") if getattr(usual[entry], form)}
        for entry in entries
    }
    silent, spoken = (run_one(vary(scenario, {"words": words}), seed=1, run=run) for words in ({}, own))
    assert str(spoken.columns) == str(silent.columns)
    assert spoken.outcome == silent.outcome or str(spoken.outcome) == str(silent.outcome)


@pytest.mark.parametrize("domain", [domain for domain in Domain if domain is not Domain.trade])
def test_all_domains_but_trade_differ_in_words_alone(domain: Domain) -> None:
    scenario = load_scenario("us-russia-2025")
    one, other = (run_one(vary(scenario, {"domain": name}), seed=2) for name in ("security", str(domain)))
    assert str(one.columns) == str(other.columns)


def test_what_programs_read_does_not_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = renamed(load_scenario("two-leaders"))
    found = []
    for name, case in (("plain", vary(scenario, {"words": {}})), ("own", scenario)):
        file = tmp_path / f"{name}.yaml"
        file.write_text(scenario_yaml(case, defaults=False), encoding="utf-8")
        assert main(["run", str(file), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        events = [
            {key: value for key, value in event.items() if key not in ("text", "story")} for event in told["events"]
        ]
        found.append((events, told["outcome"]))
    assert found[0] == found[1]


STATES = re.compile(
    r"(?i)\b(tariff|trade|countr(y|ie)|nation|government|president|minister|envoy|summit|market|truce|sanction)s?\b"
)


@pytest.mark.parametrize("flags", [(), ("--plain",), ("--all",)])
def test_the_strike_of_the_page_holds_no_word_of_tariffs_or_states(
    flags: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (strike,) = (block for block in blocks("docs/how-to/write-a-scenario.md", "yaml") if "name: strike" in block)
    file = tmp_path / "strike.yaml"
    file.write_text(strike, encoding="utf-8")
    assert main(["check", str(file)]) == 0
    capsys.readouterr()
    for seed in range(6):
        assert main(["run", str(file), "--seed", str(seed), *flags]) == 0
        story = capsys.readouterr().out
        assert "walk-outs" in story
        assert not STATES.findall(story), STATES.search(story)
    assert main(["ensemble", str(file), "-n", "30"]) == 0
    assert not STATES.findall(capsys.readouterr().out)

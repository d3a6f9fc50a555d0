"""Are the shipped confrontations whole, sourced, and blind to what happened after their first day?"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sim.files import list_scenarios, load_scenario

FOLDER = Path(__file__).resolve().parents[2] / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))
NAMES = [path.stem for path in FILES]
EXPECTED = {
    "camp-david-1978", "reykjavik-1986", "two-leaders", "us-china-2018", "us-china-2025",
    "us-dprk-2018", "us-dprk-2019", "us-russia-2025", "us-ukraine-2025",
}  # fmt: skip
TRAITS = (
    "ego", "face_need", "market_sensitivity", "summit_appetite", "caution", "resolve", "patience", "decisiveness",
)  # fmt: skip
SPREAD = {"high": 0.1, "med": 0.15, "low": 0.2}
MONTHS = list(calendar.month_name)[1:]
ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
YEAR = re.compile(r"(?<![\d.])(?:18|19|20)\d{2}(?![\d.]*\d)")
WRITTEN = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})\b")


def raw(name: str) -> dict[str, Any]:
    """The file as plain YAML, wrappers and all."""
    content: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return content


def without_answers(name: str) -> str:
    """The file's text, remarks included, without the answer key and the dates that lie ahead by their nature.

    These are the dates of scheduled events, of a summit that was agreed before the first day, of a truce's term.
    """
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?ms)^observed:.*?(?=^\S|\Z)", "", text)
    return re.sub(r"(?m)^[# ]*(scheduled:|- \{date:|meeting_on:|truce: \{since).*$", "", text)


def numbers(node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every number of a raw file with its path: a wrapper, a distribution, or a bare number."""
    if isinstance(node, dict) and ("distribution" in node or {"value", "source"} <= set(node)):
        yield path, node
    elif isinstance(node, dict):
        for key, child in node.items():
            if path or key not in ("observed", "climbdown"):
                yield from numbers(child, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from numbers(child, f"{path}[{index}]")
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield path, node


def later_dates(text: str, start: dt.date) -> list[str]:
    """Dates and years in a text that lie after the first day."""
    late = [match.group() for match in YEAR.finditer(text) if int(match.group()) > start.year]
    for match in ISO.finditer(text):
        year, month, day = match.groups()
        if (int(year), int(month), int(day or 1)) > (
            start.year,
            start.month,
            start.day,
        ):
            late.append(match.group())
    for match in WRITTEN.finditer(text):
        day, month, year = match.groups()
        if (int(year), MONTHS.index(month) + 1, int(day or 1)) > (
            start.year,
            start.month,
            start.day,
        ):
            late.append(match.group())
    return late


def test_the_folder_holds_the_promised_cases() -> None:
    assert set(NAMES) == EXPECTED == set(list_scenarios())


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_and_bears_its_own_name(name: str) -> None:
    scenario = load_scenario(name)
    assert scenario.name == name
    assert scenario.title and len(scenario.summary) > 100
    for leader in scenario.leaders.values():
        assert leader.envoys and leader.advisers


@pytest.mark.parametrize("name", NAMES)
def test_every_number_says_where_it_comes_from(name: str) -> None:
    content = raw(name)
    found = list(numbers(content))
    assert len(found) > 60
    for path, number in found:
        assert isinstance(number, dict), f"{path} is a bare number"
        assert len(number.get("note", "")) >= 5, f"{path} has no note"
        assert number.get("confidence") in SPREAD, path
        source = number.get("source", "")
        identifier, _, paragraph = source.partition(" ")
        assert identifier == "judgement" or identifier in content["sources"], f"{path}: unknown source {source!r}"
        assert not paragraph or re.fullmatch(r"¶\d+", paragraph), path
        if identifier == "judgement":
            assert number["confidence"] == "low", f"{path}: a judgement is never more than a guess"


@pytest.mark.parametrize("name", NAMES)
def test_every_source_listed_is_used(name: str) -> None:
    content = raw(name)
    cited = {number["source"].partition(" ")[0] for _, number in numbers(content)}
    notes = " ".join(number["note"] for _, number in numbers(content))
    assert all(source in cited or source in notes for source in content["sources"])


@pytest.mark.parametrize("name", NAMES)
def test_the_reader_keeps_sources_and_distributions(name: str) -> None:
    scenario = load_scenario(name)
    for path, number in numbers(raw(name)):
        assert scenario.provenance[path].source == number["source"], path
        assert (path in scenario.distributions) == ("distribution" in number), path


@pytest.mark.parametrize("name", NAMES)
def test_what_a_leader_needs_is_written_out(name: str) -> None:
    content = raw(name)
    for side in content["leaders"].values():
        assert set(TRAITS) <= set(side)
        assert {"outside_option", "beliefs", "pressure", "public", "market"} <= set(side)
        assert all("distribution" in side[trait] for trait in TRAITS)
    assert {"dyad", "truce", "summit", "issues", "mediators"} <= set(content)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "two-leaders"])
def test_the_casebook_spread_is_ten_fifteen_or_twenty_hundredths(name: str) -> None:
    for side in raw(name)["leaders"].values():
        for trait in ("ego", "face_need", "market_sensitivity", "patience"):
            number = side[trait]
            assert number["source"] == "casebook", trait
            assert number["sd"] == SPREAD[number["confidence"]], trait


@pytest.mark.parametrize("name", NAMES)
def test_nothing_later_than_the_first_day_is_mentioned(name: str) -> None:
    assert later_dates(without_answers(name), raw(name)["start"]) == []


@pytest.mark.parametrize("name", NAMES)
def test_remembered_episodes_lie_in_the_past(name: str) -> None:
    scenario = load_scenario(name)
    for leader in scenario.leaders.values():
        for precedent in leader.precedents.values():
            assert precedent.date is not None and precedent.date <= scenario.start


@pytest.mark.parametrize("name", [name for name in NAMES if name != "two-leaders"])
def test_the_answer_key_lies_within_the_horizon(name: str) -> None:
    scenario = load_scenario(name)
    end = scenario.start + dt.timedelta(days=scenario.horizon_days)
    seen = scenario.observed
    assert seen.outcome is not None and seen.source
    for day in (seen.outcome_date, seen.first_contact.date):
        assert day is not None and scenario.start < day <= end
    assert seen.first_contact.asked_by in {
        *scenario.leaders,
        *scenario.mediators,
        "both",
        "",
    }


def test_the_search_for_later_dates_finds_them() -> None:
    start = dt.date(2025, 4, 18)
    for text in (
        "on 2025-04-19",
        "in 2026",
        "on 12 May 2025",
        "since May 2025",
        "2025-05",
        "(1 April 2026)",
    ):
        assert later_dates(text, start), text
    for text in (
        "on 2025-04-18",
        "in 2025",
        "on 18 April 2025",
        "April 2025",
        "0.2026",
        "a close of 5268 points",
    ):
        assert not later_dates(text, start), text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_so_at_the_start_says_where_it_comes_from(name: str) -> None:
    """Dates and words carry a source as numbers do."""
    content = raw(name)
    known = content.get("at_start", {})
    failed = [mediator["failed_on"] for mediator in content["mediators"].values() if "failed_on" in mediator]
    told = [*known.get("contact", {}).values(), *([known["meeting_on"]] if "meeting_on" in known else []), *failed]
    assert all(entry.keys() == {"value", "source", "confidence", "note"} for entry in told)
    assert "truce" not in known, "none was in force, and its numbers would want sources too"


def test_which_cases_begin_with_a_contact_a_meeting_or_a_host_that_failed() -> None:
    cases = {name: load_scenario(name) for name in NAMES}
    assert {name for name, case in cases.items() if case.at_start.contact is None} == {"two-leaders", "us-dprk-2018"}
    assert {name: case.at_start.meeting_on for name, case in cases.items() if case.at_start.meeting_on} == {
        "camp-david-1978": dt.date(1978, 9, 5),
        "reykjavik-1986": dt.date(1986, 10, 11),
        "us-dprk-2019": dt.date(2019, 2, 27),
        "us-ukraine-2025": dt.date(2025, 2, 28),
    }
    tired = {name for name, case in cases.items() if any(host.failed_on for host in case.mediators.values())}
    assert tired == {"camp-david-1978"}
    assert [name for name, case in cases.items() if case.summit.signing_announced] == ["us-ukraine-2025"]


def test_the_main_case_does_not_know_who_will_host() -> None:
    assert not re.search(
        r"switzerland|swiss|geneva|bern\b|keller-sutter",
        without_answers("us-china-2025"),
        re.IGNORECASE,
    )
    assert "Switzerland" in load_scenario("us-china-2025").observed.mediator


def index(part: str) -> list[list[str]]:
    """Rows of the index in the folder's README, by the heading of their part; the cases stand under the first."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    found = text.partition(f"# {part}\n")[2].partition("\n## ")[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in found.splitlines() if line.startswith("| [")
    ]


def test_the_index_in_the_readme_is_the_folder() -> None:
    rows = index("The confrontations that come with climbdown")
    assert [row[0] for row in rows] == [f"[{name}]({name}.yaml)" for name in NAMES]
    for name, row in zip(NAMES, rows, strict=True):
        scenario = load_scenario(name)
        seen = scenario.observed
        happened = f"{seen.outcome}, {seen.outcome_date}" if seen.outcome else "invented"
        assert row[2:5] == [
            str(scenario.start),
            str(scenario.horizon_days),
            scenario.domain,
        ]
        assert row[6] == happened

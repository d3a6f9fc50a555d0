"""A measurement in tables: the largest first, fitting a terminal, with every mechanism in one place and none twice."""

from __future__ import annotations

import re

import pytest

from analysis.documents.document import Document, Picture, Points, Table
from analysis.documents.html_writing import html_page
from analysis.documents.terminal_writing import section_lines
from analysis.evidence.claims.paired_luck import Plan
from analysis.evidence.mechanisms import each_off, measure_switches
from analysis.evidence.mechanisms.mechanisms_document import (
    interval_section,
    largest_first,
    mechanisms_document,
    settings_section,
    size,
)
from analysis.evidence.mechanisms.switched_cases import (
    OUTCOMES,
    MechanismEffects,
    State,
    chosen_switches,
    is_sure,
)
from analysis.figures.characters import Canvas
from analysis.figures.figure import SignedBars
from sim import load_scenario, vary
from sim.narrative.case_words import PLAIN
from sim.vocabulary.outcomes import WORDS
from tests.analysis.evidence.mechanisms.made_up import World, planted

CASE = load_scenario("two-leaders")
EFFECTS = measure_switches(CASE, each_off(CASE, chosen_switches()), Plan(60, 2))
DOCUMENT = mechanisms_document(EFFECTS, 12.3)


def lines(effects: MechanismEffects, width: int = 80) -> list[str]:
    return list(section_lines(mechanisms_document(effects, 1.0).sections, Canvas(width)))


@pytest.mark.parametrize("width", [80, 100, 120])
def test_it_fits(width: int) -> None:
    assert max(map(len, lines(EFFECTS, width))) <= width


def test_every_mechanism_stands_in_one_place() -> None:
    blocks = [block for section in DOCUMENT.sections for block in section.blocks]
    (table,) = (block for block in blocks if isinstance(block, Table))
    points = [item for block in blocks if isinstance(block, Points) for item in block.items]
    rows = [int(str(row[0]).split()[0]) for row in table.rows] + [int(item.split()[0]) for item in points]
    assert sorted(rows) == [found.row for found in EFFECTS.found]
    assert len(rows) == 33


def test_the_largest_come_first_and_what_is_not_sure_last() -> None:
    told = largest_first(EFFECTS)
    sizes = [size(found, CASE.horizon_days) for found in told]
    assert sizes == sorted(sizes, reverse=True)
    assert [not any(map(is_sure, found.changes)) for found in told] == [not one for one in sizes]
    unsure = [found.row for found in told if not any(map(is_sure, found.changes))]
    assert unsure == sorted(unsure)


def test_cells_of_the_table_do_not_touch() -> None:
    text = "\n".join(lines(EFFECTS))
    assert not re.search(r"\dwithin|[a-z][+-]\d+ ±|within \d+within", text)


def test_what_is_not_distinguishable_is_never_called_no_effect() -> None:
    text = " ".join(lines(EFFECTS) + list(DOCUMENT.answer))
    assert "not distinguishable from nothing" in " ".join(text.split())
    assert "no effect" not in text.lower()
    assert "within " in text


def test_it_says_what_the_intervals_cover() -> None:
    text = " ".join(" ".join(lines(EFFECTS)).split())
    assert (
        "All 264 intervals (33 mechanisms, each with two times, who asks, and five endings) hold at once at 95%" in text
    )
    assert f"each at {EFFECTS.level:.3%}" in text


def test_the_answer_counts_them() -> None:
    sure = sum(any(map(is_sure, found.changes)) for found in EFFECTS.found)
    still = sum(found.state is not State.measured for found in EFFECTS.found)
    assert DOCUMENT.answer[0].startswith(f"{sure} of 33 mechanisms surely change something")
    assert DOCUMENT.answer[0].endswith(f"{33 - sure - still}. Nothing to switch off: {still}.")
    assert DOCUMENT.answer[1].startswith("The largest: falling markets (row 9). With it the first ask comes ")


def test_what_is_off_says_why() -> None:
    text = "\n".join(lines(EFFECTS))
    assert "- 28 gatekeepers: no adviser is a gatekeeper" in text
    assert "- 37 a signing announced: no signing is announced" in text


def test_the_figure_shows_sure_changes_only() -> None:
    (picture,) = (block for section in DOCUMENT.sections for block in section.blocks if isinstance(block, Picture))
    assert isinstance(picture.figure, SignedBars)
    ends = zip(picture.figure.changes["low"], picture.figure.changes["high"], strict=True)
    assert all(low > 0 or high < 0 for low, high in ends)
    assert 1 <= len(picture.figure.changes["title"]) <= 10


def test_nothing_sure_is_told_without_a_figure() -> None:
    with planted(World(), {1: World(), 2: World()}, 0) as cases:
        document = mechanisms_document(measure_switches(CASE, cases, Plan(200)), 0.1)
    (answer,) = document.answer
    assert answer.startswith("0 of 2 mechanisms surely change something in this case.")
    assert answer.endswith("Not distinguishable from nothing with 200 lucks: 2. Nothing to switch off: 0.")
    assert not [block for section in document.sections for block in section.blocks if isinstance(block, Picture)]


def test_stopped_early_is_told() -> None:
    partial = EFFECTS._replace(found=EFFECTS.found[:5])
    assert mechanisms_document(partial, 1.0).made.startswith("stopped early: 5 of 33 mechanisms, 60 lucks each, seed 2")
    assert DOCUMENT.made == "33 mechanisms, 60 lucks each, seed 2, parameters drawn, 12.3 s"


def test_a_page_has_every_interval_and_every_switch() -> None:
    document = DOCUMENT._replace(sections=(*DOCUMENT.sections, interval_section(EFFECTS), settings_section(EFFECTS)))
    page = html_page(document)
    table = next(block for block in interval_section(EFFECTS).blocks if isinstance(block, Table))
    measured = [found for found in EFFECTS.found if found.state is State.measured]
    assert len(table.rows) == len(measured) * len(OUTCOMES)
    assert "leaders.verenia.ego = 0" in page
    assert "<svg" in page


SAID = (
    "market",
    "public",
    "adviser",
    "leader",
    "side",
    "host",
    "envoy",
    "issue",
    "call",
    "summit",
    "truce",
    "rally",
    "face",
)
"""Things and acts that names of mechanisms, reasons and notes speak of."""


def test_no_word_survives_that_the_case_replaces() -> None:
    entries = [*SAID, *WORDS]
    words = {entry: {"noun": f"zz{place}", "plural": f"zz{place}en"} for place, entry in enumerate(entries)}
    case = vary(CASE, {"words": words})
    effects = measure_switches(case, each_off(case, chosen_switches()), Plan(30))
    document = mechanisms_document(effects, 1.0)
    page = Document(*document)._replace(sections=(*document.sections, interval_section(effects)))
    text = " ".join([*section_lines(page.sections, Canvas()), *page.answer, page.title, page.made])
    for entry in entries:
        for old in {PLAIN[entry].noun, PLAIN[entry].plural}:
            assert not re.search(rf"\b{old}\b", text), f"'{old}' of {entry} is said"


def test_words_are_those_of_the_case() -> None:
    """In a school there are mediators and messengers; hosts and envoys are not spoken of."""
    school = vary(CASE, {"domain": "school"})
    effects = measure_switches(school, each_off(school, chosen_switches([9, 22, 23, 34, 35, 36])), Plan(20))
    text = "\n".join([*lines(effects), *mechanisms_document(effects, 1.0).answer])
    assert "mediators who step in" in text and "falling morale" in text
    assert not re.search(r"\b(hosts?|envoys?|markets?|truces? in force|deals?)\b", text)

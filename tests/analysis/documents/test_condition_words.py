"""What was found, in sentences that agree with the numbers and name factors as readers do."""

from __future__ import annotations

import pytest

pytest.importorskip("scipy")

from analysis.discovery import Box, Discovery, Members, Plan, Span, discover
from analysis.documents.condition_words import (
    condition,
    done_in_words,
    doubt_in_words,
    finding_in_words,
    limit_words,
    nothing_in_words,
    told,
)
from analysis.documents.factor_names import FactorNames
from analysis.documents.field_names import Named
from tests.analysis.discovery import planted

NAMES = FactorNames({"ego": Named("ego", "both"), "host": Named("hosts")}, ["host"])
WHERE = "outcome == 'no_contact'"


def found_in(inside: float, lucks: int = 12) -> Discovery:
    return discover(planted.crossed(120, lucks, 1, inside, 0.1), planted.FACTORS, WHERE, 1, Plan(shuffles=19))


def test_limits_in_a_sentence() -> None:
    every = ("all", "none", "one")
    box = Box({"ego": Span(0.62), "host": Members(("none",), every)})
    assert condition(box, NAMES) == "when ego of both is at least 0.62, with hosts: none"
    assert limit_words("ego", Span(high=0.2), NAMES) == "ego of both is below 0.2"
    assert limit_words("ego", Span(0.1, 0.2), NAMES) == "ego of both is from 0.1 to 0.2"
    assert limit_words("host", Members(("all", "one"), every), NAMES) == "hosts: all or one"
    assert condition(Box(), NAMES) == "always"


def test_named_alternatives_stand_for_themselves_and_many_are_told_by_the_one_left_out() -> None:
    names = FactorNames({"host": Named("hosts")}, ["host"])
    every = ("all hosts", "one host", "two hosts", "no host")
    assert condition(Box({"host": Members(("no host",), every)}), names) == "with no host"
    assert condition(Box({"host": Members(every[:2], every)}), names) == "with all hosts or one host"
    assert condition(Box({"host": Members(every[:3], every)}), names) == "with hosts other than no host"


def test_a_finding_with_its_numbers() -> None:
    found = found_in(0.9)
    (finding,) = found.findings
    said = finding_in_words(found, finding)
    held = finding.held
    assert said.startswith(
        f"No contact in {held.density.value:.0%} ({held.density.low:.0%} to {held.density.high:.0%})"
    )
    assert "of held-out runs when" in said
    assert f"{100 * held.gain.low:.0f} to {100 * held.gain.high:.0f} more in 100 runs" in said
    assert said in list(told(found))
    assert "19 times" in nothing_in_words(finding)
    assert "in none (p = 0.05)" in nothing_in_words(finding)
    assert done_in_words(found).startswith("Found on 6 lucks, judged by 6 others.")


def test_what_is_no_finding_says_why() -> None:
    found = found_in(0.9)
    (finding,) = found.findings
    doubtful = finding._replace(why_not="the held-out lucks do not confirm it", nothing=None)
    none = found._replace(findings=(), doubtful=doubtful)
    said = list(told(none))
    assert "No condition on the factors makes it surely more frequent." in said[0]
    assert said[1] == doubt_in_words(none, doubtful)
    assert "is no finding: the held-out lucks do not confirm it" in said[1]
    assert nothing_in_words(doubtful) == ""


def test_too_few_lucks() -> None:
    first, second = told(found_in(0.9, 5))
    assert "in " in first
    assert second.startswith("No conditions are given: the study has 5 lucks")

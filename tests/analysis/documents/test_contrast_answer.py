"""Is a contrast answered in one sentence whose numbers are those of the estimates, and nothing found in nothing?"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.documents.contrast_answer import contrast_as_plain, contrast_sentence, found_contrast
from analysis.estimates import measure
from analysis.studies.contrast import AskedContrast, Side
from analysis.studies.study import Study
from sim.luck import generator
from tests.analysis.documents.made import made_study

FOLDER = made_study("grid", replications=2)
ASKED = AskedContrast(Side("with a large ego", {"ego": 1.0}), Side("with a small one", {"ego": 0.0}))
STUDY: Study = FOLDER.study._replace(measure="contact", contrast=ASKED)
NUMBER = r"-?[\d,.]*\d"


def planted(first: float, second: float, lucks: int, number: int) -> pd.DataFrame:
    """Runs of both sides in which there is contact with these chances; luck r is the same on both."""
    luck = generator(number, "test/planted contrast")
    shared = luck.random(lucks)
    parts = []
    for ego, chance in ((1.0, first), (0.0, second)):
        own = np.where(luck.random(lucks) < 0.5, shared, luck.random(lucks))
        day = np.where(own < chance, 9.0, np.nan)
        parts.append(pd.DataFrame({"ego": ego, "seed": 1, "run": np.arange(lucks), "first_contact_day": day}))
    return pd.concat(parts, ignore_index=True).assign(horizon_days=180)


def told(rows: pd.DataFrame, study: Study = STUDY) -> tuple[str, dict]:
    found = found_contrast(study, measure(FOLDER.table_of_rows, study.measure), [rows])
    return contrast_sentence(found, measure(rows, study.measure), {}), contrast_as_plain(found)


def test_nothing_is_told_apart_from_nothing_in_nineteen_of_twenty() -> None:
    repeats = 300
    same = sum(told(planted(0.6, 0.6, 120, number))[0].startswith("The study cannot tell") for number in range(repeats))
    assert same / repeats >= 0.93


@pytest.mark.parametrize(("first", "second", "word"), [(0.8, 0.4, "more"), (0.3, 0.75, "fewer")])
def test_what_was_planted_is_found_with_its_sign(first: float, second: float, word: str) -> None:
    for number in range(20):
        sentence, plain = told(planted(first, second, 200, number))
        assert sentence.startswith("With a large ego the leaders were in contact in ")
        assert sentence.endswith(f" {word} in 100 runs.")
        assert plain["differs"]


@given(st.integers(0, 10**6), st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.integers(5, 300))
def test_the_numbers_are_those_of_the_estimates(number: int, first: float, second: float, lucks: int) -> None:
    rows = planted(first, second, lucks, number)
    sentence, plain = told(rows)
    shown = [float(text.replace(",", "")) for text in re.findall(rf"({NUMBER})%", sentence)]
    known = [100 * side[key] for side in plain["sides"] for key in ("estimate", "low", "high")]
    grain = 0.5 * 10.0 ** -max(len(text.partition(".")[2]) for text in re.findall(rf"({NUMBER})%", sentence))
    assert shown == pytest.approx(known, abs=grain + 1e-6)
    size, low, high = (
        float(text) for text in re.search(rf"({NUMBER}) \(({NUMBER}) to ({NUMBER})\) ", sentence).groups()
    )
    assert abs(size) == pytest.approx(abs(shown[0] - shown[3]), abs=1e-6), "what stands beside it"
    sign = -1 if "fewer in 100" in sentence else 1
    ends = sorted((sign * 100 * plain["low"], sign * 100 * plain["high"]))
    assert [low, high] == pytest.approx(ends, abs=grain + 1e-6)
    assert ("cannot tell" in sentence) == (not plain["differs"]) == (plain["low"] <= 0 <= plain["high"])
    assert plain["difference"] == pytest.approx(plain["sides"][0]["estimate"] - plain["sides"][1]["estimate"])


def test_days_count_to_the_horizon_and_where_it_holds_is_said() -> None:
    where = ASKED._replace(where=Side("in bold company", {"caution": 0.0}))
    study = STUDY._replace(measure="first_contact_days", contrast=where)
    rows = made_study("grid", replications=60).table_of_rows
    sentence, _ = told(rows, study)
    assert re.match(
        r"With a large ego first contact came after \d+ days \(\d+ to \d+\) on average in bold company, "
        r"with a small one after \d+ days \(\d+ to \d+\): \d+ days \(\d+ to \d+\) more\.$",
        sentence,
    )


def test_a_side_of_many_words_has_a_comma_after_it() -> None:
    long = ASKED._replace(first=Side("where both leaders have large egos", {"ego": 1.0}))
    sentence, _ = told(planted(0.9, 0.1, 90, 1), STUDY._replace(contrast=long))
    assert sentence.startswith("Where both leaders have large egos, the leaders were")


def test_too_few_runs_are_said() -> None:
    sentence, plain = told(planted(0.9, 0.1, 1, 1).iloc[:1])
    assert "too few runs are done" in sentence
    assert not plain["differs"]


def test_what_would_have_been_seen_is_said() -> None:
    sentence, plain = told(planted(0.5, 0.5, 100, 3))
    size = float(re.search(rf"one of ({NUMBER}) in 100 runs it would have seen four times in five", sentence)[1])
    assert size == pytest.approx(100 * plain["smallest_seen"], abs=0.6)
    half = (plain["high"] - plain["low"]) / 2
    assert plain["smallest_seen"] == pytest.approx(half * (1.95996 + 0.84162) / 1.95996, rel=1e-4), "95%, four in five"


@pytest.mark.parametrize(("name", "lucks"), [("contact", 1), ("first_contact_days", 2)])
def test_nothing_larger_than_there_can_be_is_said(name: str, lucks: int) -> None:
    """One or two lucks could tell no difference that a run can make."""
    horizon = float(FOLDER.study.recipe.scenario.horizon_days)
    study = STUDY._replace(measure=name)
    sentence, plain = told(planted(0.5, 0.5, lucks, 3).assign(horizon_days=horizon), study)
    most = 1.0 if name == "contact" else horizon
    assert "too few lucks to see even the largest difference" in sentence
    assert -most <= plain["low"] <= plain["high"] <= most
    assert all(0 <= side[end] <= most for side in plain["sides"] for end in ("low", "high"))
    assert (
        "it would have seen four times in five"
        in told(planted(0.5, 0.5, 200, 3).assign(horizon_days=horizon), study)[0]
    )


def test_of_runs_that_are_all_alike_no_certainty_is_made() -> None:
    never = planted(0.5, 0.5, 5, 3).assign(first_contact_day=np.nan, horizon_days=120)
    sentence, _ = told(never, STUDY._replace(measure="first_contact_days"))
    assert sentence == (
        "The study cannot tell the two apart: with a large ego first contact came after 120 days on average, with a "
        "small one after 120 days; no run differs from another, so that how far chance goes is not known."
    )

"""Does the model's world behave as the standoff demands, as far as a test can tell that never cries wolf?

Bounds are those of the rows themselves (:mod:`analysis.evidence.dynamics.rows`). A test fails only when a number is
more than 5.6 standard errors outside its range, or so in more cases than the row allows
(:mod:`analysis.evidence.dynamics.sureness`): for a world in which the row holds that is rarer than 1.1e-8 for each
number and, for the 90 numbers of a push, than one in a million whatever the seed. With 400 lucks the standard error of
a share is at most 2.5 points, so that a share 14 points outside is found; at night, with 2,000, one 6.3 points outside,
and the clock's 20,000 lucks tell 2 points. What lies between a bound and these margins is said by docs/dynamics.md, not
by a test. What is known to be missed stands in ``KNOWN`` and must go from there as soon as it is reached.
"""

from __future__ import annotations

import pytest

from analysis.evidence.dynamics.row import Reading
from analysis.evidence.dynamics.rows import ROWS
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.sureness import surely_missed
from analysis.evidence.dynamics.told import numbers
from sim import list_scenarios

pytestmark = pytest.mark.slow

DAY, NIGHT, FINER = 400, 2000, 10
KNOWN = {
    # In a case where the one leader asks and the other has to be won, the telephone comes first. Making summits come
    # first more often costs yeses (D4) and agreements without a meeting (D16), which are nearer to the article.
    ("D8", "us-china-2025", "of runs with voice, first a call"),
    # With all numbers at their middle the two are too far apart in every luck; drawn numbers give 57%.
    ("D15", "reykjavik-1986", "no_deal"),
}
KNOWN_AT_NIGHT = {
    # 4.4 where 4 are allowed, with all numbers at their middle; 3.7 with drawn ones.
    ("D8", "us-china-2025", "invitations"),
    # Hardly ever asked: about twenty answers in 2,000 runs, of a fortnight that begins two days before a quarrel.
    ("D4", "us-ukraine-2025", "asks with a yes"),
}
"""What only the night's many lucks tell."""
KNOWN_WORDS = {"D9": "fixed"}
"""Rows of which any number with a word in it may be missed: moves of both at one moment make other courses."""
ON_PUSH = ("D1", "D2", "D4", "D5", "D8", "D15", "D16", "D17")
AT_NIGHT = [name for name, row in ROWS.items() if "central" in row.parameters and name not in ("D6", "D18")]


@pytest.fixture(scope="module")
def day() -> Stage:
    return Stage(list_scenarios(), DAY)


@pytest.fixture(scope="module")
def night() -> dict[str, Stage]:
    return {kind: Stage(list_scenarios(), NIGHT, kind, seed=1, finer=FINER) for kind in ("central", "drawn")}


def known(name: str, reading: Reading) -> bool:
    place = (name, reading.case, reading.what)
    return place in KNOWN | KNOWN_AT_NIGHT or KNOWN_WORDS.get(name, "nothing") in reading.what


def assert_not_missed(name: str, stage: Stage) -> None:
    found = ROWS[name].measure(stage)
    missed = [reading for reading in surely_missed(ROWS[name], found) if not known(name, reading)]
    told = "\n".join(
        f"{reading.case}: {reading.what} {numbers(reading)}, allowed {reading.allowed}" for reading in missed
    )
    assert not missed, f"{name}: {ROWS[name].behaviour}\n{told}"


@pytest.mark.parametrize("name", ON_PUSH)
def test_a_row_is_not_surely_missed(name: str, day: Stage) -> None:
    assert_not_missed(name, day)


def test_what_is_known_to_be_missed_is_missed_still(day: Stage) -> None:
    """So that a line leaves the list when it is mended."""
    missed = {
        (name, reading.case, reading.what)
        for name in {row for row, _, _ in KNOWN}
        for reading in surely_missed(ROWS[name], ROWS[name].measure(day))
    }
    assert missed >= KNOWN


def test_waiting_under_pressure_hurts_and_hardens() -> None:
    """D6 has no luck in it: it holds or it does not."""
    found = ROWS["D6"].measure(Stage(["two-leaders"], 2))
    assert found.reached, [reading for reading in found.readings if not reading.reached]


@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["central", "drawn"])
@pytest.mark.parametrize("name", AT_NIGHT)
def test_no_row_is_surely_missed(name: str, kind: str, night: dict[str, Stage]) -> None:
    if kind not in ROWS[name].parameters:
        pytest.skip("asked with other parameters only")
    assert_not_missed(name, night[kind])


@pytest.mark.nightly
def test_waiting_hurts_in_every_case() -> None:
    assert ROWS["D6"].measure(Stage(list_scenarios(), 2)).reached

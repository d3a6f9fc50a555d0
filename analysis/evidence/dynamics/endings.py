"""D15 to D17: no end is certain, agreements come by any door, and a public rupture is felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.estimates import Estimate, share
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import POOLED, Finding, Reading, Row, within
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.switches import no_hosts
from sim.vocabulary import levels, outcomes

if TYPE_CHECKING:
    from sim.results.runs import Runs

SPREAD = {"most": 0.75, "seen": 0.01, "blow_up_in": 5, "no_contact_in": 3, "silent_low": 0.05, "silent_high": 0.6}
SILENT_CASE = "us-china-2025"
DOORS = {"without_meeting": 0.25}
FELT = {"days": 30.0, "quiet": 0.8}


def spread(stage: Stage) -> Finding:
    """The class shares of every case, and silence without hosts in the main case."""
    readings = [reading for case in stage.cases for reading in _classes(stage, case)]
    blown, silent = (_cases_with(readings, word) for word in ("blow_up", "no_contact"))
    readings += _silence(stage)
    sure = [f"{reading.case} {reading.what}" for reading in readings if reading.reached is False]
    blown_enough = blown >= min(SPREAD["blow_up_in"], len(stage.cases))
    silent_enough = silent >= min(SPREAD["no_contact_in"], len(stage.cases))
    told = f"blow-up in {blown} of {len(stage.cases)}, no contact in {silent}; not so: {', '.join(sure) or 'nowhere'}"
    return Finding(readings, not sure and blown_enough and silent_enough, told)


def _cases_with(readings: list[Reading], word: str) -> int:
    """In how many cases a class is seen at all."""
    return sum(reading.what == word and reading.estimate.value >= SPREAD["seen"] for reading in readings)


def _silence(stage: Stage) -> list[Reading]:
    """How often the leaders of the main case never speak when there are no hosts."""
    if SILENT_CASE not in stage.cases:
        return []
    bare = stage.runs(SILENT_CASE, no_hosts(stage.cases[SILENT_CASE]))
    silent = share((~seen.spoke(bare)).astype(float))
    return [within(SILENT_CASE, "never spoke without hosts", silent, SPREAD["silent_low"], SPREAD["silent_high"])]


def _classes(stage: Stage, case: str) -> list[Reading]:
    runs = stage.runs(case)
    found = {word: share(seen.ended(runs, word).astype(float)) for word in outcomes.WORDS}
    return [within(case, word, estimate, 0.0, SPREAD["most"]) for word, estimate in found.items()]


def doors(stage: Stage) -> Finding:
    """Of runs that end in an agreement made in them, how many had no meeting of the leaders."""
    readings, tables = [], [stage.runs(case) for case in stage.cases]
    for case, runs in zip(stage.cases, tables, strict=True):
        readings.append(Reading(case, "agreements without a meeting", _over([runs], _unmet)))
        readings.append(Reading(case, "agreements made elsewhere than at one", _over([runs], _elsewhere)))
    pooled = _over(tables, _unmet)
    reached = bool(pooled.value >= DOORS["without_meeting"])
    readings.append(within(POOLED, "agreements without a meeting", pooled, DOORS["without_meeting"], 1.0))
    elsewhere = _over(tables, _elsewhere)
    readings.append(Reading(POOLED, "agreements made elsewhere than at one", elsewhere))
    return Finding(readings, reached, f"{pooled.value:.0%} without, {elsewhere.value:.0%} made elsewhere")


def _unmet(runs: Runs) -> seen.Truths:
    return np.asarray(runs.measures["first_in_person_day"] < 0)


def _elsewhere(runs: Runs) -> seen.Truths:
    return np.asarray(runs.measures["agreed_at"] != levels.SUMMIT)


def _over(tables: list[Runs], so: object) -> Estimate:
    """The share of agreed runs in which something is so, over several cases."""
    answers = []
    for runs in tables:
        made = seen.agreed(runs) & (runs.measures["agreed_at"] >= 0)
        answers.append(np.where(made, so(runs), np.nan))  # type: ignore[operator]
    return share(np.concatenate(answers), np.concatenate([runs.run for runs in tables]))


def ruptures(stage: Stage) -> Finding:
    """Of runs with a public rupture, in how many nobody asks for 30 days; and after a summit called off or a breach."""
    readings, tables = [], [stage.runs(case) for case in stage.cases]
    for case, runs in zip(stage.cases, tables, strict=True):
        readings.append(Reading(case, "no ask in 30 days after a rupture", share(_quiet(runs, "rupture"))))
    lucks = stage.lucks_of(tables)
    found = {
        kind: share(np.concatenate([_quiet(runs, kind) for runs in tables]), lucks) for kind in ("rupture", "break")
    }
    reached = bool(found["rupture"].value >= FELT["quiet"])
    readings.append(within(POOLED, "no ask in 30 days after a rupture", found["rupture"], FELT["quiet"], 1.0))
    readings.append(Reading(POOLED, "no ask in 30 days after a summit called off or a breach", found["break"]))
    return Finding(readings, reached, f"{found['rupture'].value:.0%} of {found['rupture'].n} runs with one")


def _quiet(runs: Runs, kind: str) -> seen.Numbers:
    """1 where nobody asked within 30 days of the first rupture, 0 where somebody did, NaN where it cannot be told."""
    broke, asked = runs.measures[f"first_{kind}_day"], runs.measures[f"ask_after_{kind}"]
    soon = (asked >= 0) & (asked - broke <= FELT["days"])
    watched = runs.measures["end_day"] - broke >= FELT["days"]
    return np.where((broke >= 0) & (soon | watched), ~soon, np.nan)


ROWS = (
    Row(
        "D15",
        "nothing is certain beforehand",
        "all cases",
        "no class over 75%; blow-up at 1% or more in five cases, no contact in three; us-china-2025 without hosts: the "
        "leaders never speak in 5-60%",
        SPREAD,
        spread,
    ),
    Row(
        "D16",
        "agreements by any door",
        "pooled",
        "a quarter of agreements or more come without a meeting in person",
        DOORS,
        doors,
    ),
    Row(
        "D17",
        "a public rupture is felt",
        "runs with one that are watched for 30 days after it",
        "no request for a call or a summit from either side within 30 days in 80% of them",
        FELT,
        ruptures,
    ),
)

"""The main case counted: what 2,000 runs of ``us-china-2025`` come to, and what is left of it without any host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from analysis.estimates import Estimate, kaplan_meier, share_difference, wilson
from analysis.estimates import sides as names_of_sides
from analysis.estimates.word_shares import outcome_shares
from sim.vocabulary.outcomes import AGREED

if TYPE_CHECKING:
    from sim.scenario import Scenario

CASE = "us-china-2025"
MOST = 0.85
"""No outcome class may take more than this share of the runs."""
FEWEST_CLASSES = 4


class Contrast(NamedTuple):
    """A share with and without the hosts, under the same luck, and the difference that they make."""

    what: str
    with_hosts: Estimate
    without: Estimate
    difference: Estimate


class Counted(NamedTuple):
    """The two tables of runs, with hosts and without, and how they were made."""

    table: pd.DataFrame
    bare: pd.DataFrame
    horizon: float
    seed: int


def count(runs: int, seed: int = 0) -> Counted:
    """Run the main case, and once more without any third party under the same luck."""
    from sim import load_scenario, run_many, vary

    scenario: Scenario = load_scenario(CASE)
    whole = run_many(scenario, seed=seed, runs=runs).table()
    bare = run_many(vary(scenario, {"mediators": {}}), seed=seed, runs=runs).table()
    return Counted(whole, bare, float(scenario.horizon_days), seed)


def classes(counted: Counted) -> pd.DataFrame:
    """Share of each outcome class, with hosts and without."""
    both = [outcome_shares(table).set_index("outcome") for table in (counted.table, counted.bare)]
    return pd.concat(both, axis=1, keys=["with", "without"])


def contrasts(counted: Counted) -> list[Contrast]:
    """What the hosts change: contact, voice, meetings, agreement, ruptures; first of all the standoff itself."""
    shown: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
        "the leaders neither speak nor agree": lambda t: ~voiced(t) & ~agreed(t),
        "the leaders are in contact": lambda t: t["first_contact_day"].notna(),
        "the leaders speak or meet": voiced,
        "the leaders meet": lambda t: t["ever_summit"],
        "envoys hold mediated talks": lambda t: t["ever_talks"],
        "an agreement stands (deal or truce)": agreed,
        "a meeting ends in a rupture": lambda t: t["ever_rupture"],
        "a meeting is called off": lambda t: t["ever_withdrawal"],
        "a truce is broken": lambda t: t["ever_breach"],
    }
    return [contrast(name, test(counted.table), test(counted.bare)) for name, test in shown.items()]


def voiced(table: pd.DataFrame) -> pd.Series:
    """Runs in which the leaders spoke or met."""
    return table["first_voice_day"].notna()


def agreed(table: pd.DataFrame) -> pd.Series:
    """Runs that end with a deal or a truce."""
    return table["outcome"].isin(AGREED)


def contrast(what: str, whole: pd.Series, bare: pd.Series) -> Contrast:
    """Compare two settings run by run."""
    a, b = whole.to_numpy(dtype=bool), bare.to_numpy(dtype=bool)
    return Contrast(what, wilson(int(a.sum()), a.size), wilson(int(b.sum()), b.size), share_difference(b, a))


def complaints(counted: Counted) -> list[str]:
    """What is wrong with the outcome classes; empty when nothing is."""
    found = outcome_shares(counted.table).set_index("outcome")["share"]
    said = [f"{name} takes {share:.0%} of the runs" for name, share in found.items() if share > MOST]
    if (found > 0).sum() < FEWEST_CLASSES:
        said.append(f"only {(found > 0).sum()} outcome classes are reached")
    if contrasts(counted)[0].difference.high >= 0:
        said.append("hosts do not surely lessen the runs in which the leaders neither speak nor agree")
    return said


def agreement_if(table: pd.DataFrame, mediated: bool) -> Estimate:
    """Share of agreements among runs in which a host held talks, or among those in which none did."""
    chosen = (table["mediator"].fillna("") != "") == mediated
    return wilson(int(agreed(table[chosen]).sum()), int(chosen.sum()))


def mediated(table: pd.DataFrame) -> Estimate:
    """Share of runs in which a host held talks."""
    return wilson(int((table["mediator"].fillna("") != "").sum()), len(table))


def asked_by(table: pd.DataFrame, side: str) -> Estimate:
    """Share of first calls or meetings for which a side asked, among those for which one side alone did."""
    sides = table["first_voice_asked_by"].isin(names_of_sides(table))
    return wilson(int((table["first_voice_asked_by"] == side).sum()), int(sides.sum()))


def days_to_settlement(counted: Counted) -> Estimate:
    """Median days to the first truce or deal, over all runs (infinite when half never get there)."""
    days = counted.table[["truce_day", "deal_day"]].min(axis=1).to_numpy()
    return kaplan_meier(days, counted.horizon).median


def days_if_settled(counted: Counted) -> Estimate:
    """Median days to the first truce or deal among the runs that end with an agreement, as the yardstick counts."""
    settled = counted.table[agreed(counted.table)]
    return kaplan_meier(settled[["truce_day", "deal_day"]].min(axis=1).to_numpy(), counted.horizon).median

"""How many runs of each shipped case stand in which class at the end, counted anew.

Uncertain numbers are drawn, as ``climbdown ensemble`` draws them: the share then holds what the case's coder was not
sure of, and anybody can count it again with that command.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from analysis.estimates import wilson
from analysis.evidence.standing.standing_table import Standing, scenario_hash
from sim.files.shipped import list_scenarios
from sim.version import __version__
from sim.vocabulary.outcomes import WORDS

LUCKS: Final = 4000
"""Enough for half an interval of at most 1.6 points."""
SEED: Final = 0
PARAMETERS: Final = "drawn"


def cases_with_a_world() -> list[str]:
    """Names of the shipped cases of which it is said what happened; invented ones have nothing beside them."""
    from sim import load_scenario
    from sim.scenario.observed import Observed

    return [name for name in list_scenarios() if load_scenario(name).observed != Observed()]


def count_standings(case: str, lucks: int = LUCKS, seed: int = SEED) -> Iterator[Standing]:
    """Run a case and yield one line for each class, in the order of the classes.

    Parameters
    ----------
    case : str
        A shipped case.
    lucks : int
        Runs, each with a luck of its own.
    seed : int
        Of the luck.

    Raises
    ------
    KeyboardInterrupt
        When the counting was stopped before its end.
    """
    from sim import load_scenario, run_many
    from sim.run import rules_digest

    scenario = load_scenario(case)
    runs = run_many(scenario, seed, lucks, PARAMETERS)
    if runs.partial:
        raise KeyboardInterrupt
    found = Counter(map(str, runs.outcomes))
    hashes = scenario_hash(scenario), rules_digest()
    for outcome in WORDS:
        share, low, high = wilson(found[outcome], lucks).numbers
        yield Standing(
            case, outcome, found[outcome], lucks, share, low, high, seed, PARAMETERS, *hashes, version=__version__
        )

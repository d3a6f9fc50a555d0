"""A process of the peer: negotiates with NegMAS and tells how long it took, in an environment without climbdown.

Reads JSON from standard input: ``weights`` (by issue, one for each side), ``divisible`` (by issue), ``floors`` (of the
two sides), ``levels``, ``steps``, ``times``. Prints JSON: seconds a negotiation and what came of them.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from importlib.metadata import version
from typing import Any

from negmas import (  # type: ignore[import-not-found]  # it is nowhere but in that environment
    AspirationNegotiator,
    LinearAdditiveUtilityFunction,
    SAOMechanism,
    make_issue,
)


def own_share(share: float) -> float:
    """What the first side makes of its share of an issue."""
    return share


def others_share(share: float) -> float:
    """What the second side makes of the first one's share."""
    return 1 - share


def issues_of(asked: dict[str, Any]) -> list[Any]:
    """The issues: the first side's share in levels from nothing to all; all or nothing where it cannot be divided."""
    counts = [asked["levels"] if divisible else 2 for divisible in asked["divisible"]]
    return [make_issue([i / (n - 1) for i in range(n)], name=f"issue {k}") for k, n in enumerate(counts)]


def utilities_of(asked: dict[str, Any], issues: list[Any]) -> list[Any]:
    """Linear additive utilities with weights that sum to 1, and the reservation values."""
    found = []
    for side, value in enumerate((own_share, others_share)):
        weights = [pair[side] for pair in asked["weights"]]
        found.append(
            LinearAdditiveUtilityFunction(
                values=[value] * len(issues),
                weights=[weight / sum(weights) for weight in weights],
                issues=issues,
                reserved_value=asked["floors"][side],
            )
        )
    return found


def negotiate(asked: dict[str, Any], issues: list[Any], utilities: list[Any]) -> dict[str, Any]:
    """One negotiation by alternating offers of two time-based negotiators."""
    cpu, wall = time.process_time(), time.perf_counter()
    table = SAOMechanism(issues=issues, n_steps=asked["steps"])
    for side, utility in enumerate(utilities):
        table.add(AspirationNegotiator(name=f"side {side}"), ufun=utility)
    built = time.process_time()
    ended = table.run()
    took = {"cpu": time.process_time() - built, "built": built - cpu, "wall": time.perf_counter() - wall}
    agreement = ended.agreement
    values = [float(utility(agreement)) for utility in utilities] if agreement is not None else None
    return {**took, "values": values, "rounds": int(ended.step)}


def main() -> None:
    """Negotiate as often as asked, after once that does not count."""
    asked = json.load(sys.stdin)
    issues = issues_of(asked)
    utilities = utilities_of(asked, issues)
    negotiate(asked, issues, utilities)
    done = [negotiate(asked, issues, utilities) for _ in range(asked["times"])]
    told = {name: statistics.median(one[name] for one in done) for name in ("cpu", "built", "wall", "rounds")}
    told |= {"values": done[0]["values"], "version": version("negmas")}
    print(json.dumps(told))


if __name__ == "__main__":
    main()

"""Numbers that were chosen by looking at what the model gives, and the yardsticks that are no evidence for it since.

Both follow from one column: ``looked_at`` of ``sim/scenario/weights.csv``.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.evidence.markdown import prose, table
from sim.scenario.weights import WEIGHTS, Weight
from sim.scenario.yardsticks import YARDSTICKS


def helped(weights: Sequence[Weight] = WEIGHTS) -> dict[str, list[str]]:
    """By yardstick that helped to choose a number, the names of those numbers.

    Parameters
    ----------
    weights : sequence of Weight
        The table; the shipped one by default.

    Returns
    -------
    dict
        In the order of the yardsticks; a yardstick that helped to choose nothing is not there.
    """
    found = {name: [weight.name for weight in weights if name in weight.looked_at] for name in YARDSTICKS}
    return {name: chosen for name, chosen in found.items() if chosen}


def is_evidence(yardstick: str, weights: Sequence[Weight] = WEIGHTS) -> bool:
    """Whether a yardstick helped to choose no number of the model.

    Raises
    ------
    KeyError
        When there is no such yardstick.
    """
    return YARDSTICKS[yardstick].name not in helped(weights)


def caution(yardstick: str, weights: Sequence[Weight] = WEIGHTS) -> str:
    """What a page must say beside a yardstick: nothing, or which numbers it helped to choose."""
    if is_evidence(yardstick, weights):
        return ""
    return f"Not evidence: it was looked at while {listed(helped(weights)[yardstick])} were chosen."


def listed(names: Sequence[str]) -> str:
    """Names of weights in a sentence."""
    return ", ".join(f"`{name}`" for name in names)


def chosen_part(weights: Sequence[Weight] = WEIGHTS) -> list[str]:
    """The section that lists every number that was chosen by looking, with what was looked at."""
    chosen = [weight for weight in weights if weight.looked_at]
    free = [name for name in YARDSTICKS if is_evidence(name, weights)]
    return [
        "## Numbers that were chosen by looking",
        "",
        *prose(
            f"{len(chosen)} of the {len(weights)} numbers of the model were chosen, or set anew, by somebody who "
            "looked at what the model gave; of no other number is that known. A yardstick that helped to choose a "
            "number can't speak for the model afterwards, so none of those named here is evidence. Of the first "
            "balancing, which set 13 numbers anew, the record says only that orders of magnitude were looked at: "
            "each of the 13 is listed with every yardstick that it may have been held against. Besides, four priors of "
            "the casebook's conversion were chosen beside its development cases ([backtest](how-to/backtest.md)), so "
            "that its score is in-sample."
        ),
        "",
        *table(
            ("number", "value", "looked at"),
            ((f"`{one.name}`", f"{one.default:g}", ", ".join(one.looked_at)) for one in chosen),
        ),
        "",
        "What the yardsticks are:",
        "",
        *table(
            ("yardstick", "what it is", "where", "helped to choose"),
            ((*YARDSTICKS[name], listed(found)) for name, found in helped(weights).items()),
        ),
        "",
        *prose(f"Yardsticks that helped to choose nothing: {', '.join(free) or 'none'}."),
        "",
    ]

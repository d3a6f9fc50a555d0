"""How many replications and base points would do for sensitivity to mean something, told from the noise.

Of Sobol' indices: that the total index of an input that makes a quarter of the variance between settings is known to 10
points. Its interval has two parts. That of the design points follows from the squares that Jansen's estimator averages,
which vary as those of normal numbers do: 2 (S + r)^2 / N for an index S, N base points, and luck that adds r times the
parameters' variance to mean responses. That of the lucks, which all points share, does not shrink with the design: luck
changes what an input does, by 4 S r / k in the index where all of luck's work at the single settings is such a change,
spread over k inputs. A quarter of it is, as measured in studies of shipped scenarios; the rest cancels out.

Of Morris' effects: that the effect of such an input stands out from what luck alone would show. In made-up studies it
is told apart in most of them where luck makes an eighth of what the parameters do.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from analysis.estimates.estimate import LEVEL, normal_quantile, student_quantile
from analysis.sensitivity.noise import Noise
from analysis.studies.designs import Design, Saltelli

SHARE = 0.25
"""Share of the variance of the input that is asked about."""

HALF = 0.1
"""Half the width of an interval that says something about it."""

SPREAD = 0.25
"""Part of luck's work at the single settings that is a change in what inputs do."""

MORRIS = 0.125
"""Luck in mean responses, over the parameters' variance, with which an input that makes a quarter stands out."""

MOST = 1_000_000
"""Replications beyond this are not told apart."""


class Needed(NamedTuple):
    """What would do: runs of every setting, and base points of Saltelli's design (0 of another).

    Replications are infinite where no number can be told, and NaN where luck is not known.
    """

    replications: float
    base: int = 0

    def is_more(self, replications: int, base: int = 0) -> bool:
        """Whether a study with so many has too few of either."""
        return self.replications > replications or self.base > base > 0

    def in_words(self) -> str:
        """``about 48``."""
        if math.isnan(self.replications):
            return "unknown"
        return "many more" if math.isinf(self.replications) else f"about {_about(self.replications):,.0f}"

    def larger_base(self, base: int) -> str:
        """``, with a base of 128``, where a study has fewer base points; the same for all measures."""
        return f", with a base of {self.base:,}" if self.base > base > 0 else ""

    def advice(self, replications: int, base: int = 0) -> str:
        """What would make the answers sharp, as a clause."""
        if math.isnan(self.replications):
            return "more base points or more runs of every setting would do"
        if math.isinf(self.replications):
            return f"{replications:,} runs of every setting are too few to say how many would do"
        if self.is_more(replications, base):
            more = self.larger_base(base).removeprefix(",")
            return f"{self.in_words()} runs of every setting{more} would do, instead of {replications:,}"
        return f"{replications:,} runs of every setting are enough"


def _about(count: float) -> float:
    """A number in the two digits that can be told from so few runs, never rounded down."""
    grain = 10.0 ** max(math.floor(math.log10(count)) - 1, 0)
    return math.ceil(count / grain) * grain


def needed(noise: Noise, design: Design) -> Needed:
    """What would do for a measure in a study of Saltelli's or Morris' design."""
    if isinstance(design, Saltelli):
        return needed_for_indices(noise, design.base, len(design.inputs))
    if not noise.is_known:
        return Needed(math.nan)
    if not noise.luck_by_parameters > 0:
        return Needed(1)
    return Needed(math.ceil(noise.ratio / MORRIS) if math.isfinite(noise.ratio) else math.inf)


def half_width(share: float, ratio: float, replications: int, base: int, inputs: int) -> float:
    """Half the width of the 95% interval of a total index.

    Parameters
    ----------
    share : float
        The index.
    ratio : float
        Variance that luck adds to single runs, differently from setting to setting, over that of the parameters.
    replications, base, inputs : int
        Of the study: runs of every setting, base points, and inputs.
    """
    left = ratio / replications
    of_points = normal_quantile(LEVEL) ** 2 * 2 * (share + left) ** 2 / base
    of_lucks = student_quantile(LEVEL, replications - 1) ** 2 * 4 * SPREAD * share * left / inputs
    return math.sqrt(of_points + of_lucks)


def needed_for_indices(noise: Noise, base: int, inputs: int) -> Needed:
    """What would do for the Sobol' indices of a measure.

    Parameters
    ----------
    noise : Noise
        Luck and parameters of the measure.
    base : int
        Base points of the study. More are asked for where no number of replications would do with these.
    inputs : int
        Inputs of the study.
    """
    enough = _enough_base(base)
    if not noise.is_known:
        return Needed(math.nan, enough)
    if not noise.luck_by_parameters > 0:
        return Needed(1, enough)
    return Needed(_fewest(noise.ratio, enough, inputs), enough)


def _enough_base(base: int) -> int:
    """The base points, doubled until those alone leave room for what luck adds."""
    while half_width(SHARE, 0.0, 2, base, 1) > HALF / math.sqrt(2):
        base *= 2
    return base


def _fewest(ratio: float, base: int, inputs: int) -> float:
    """The fewest replications, at least 2, with which the interval is narrow enough."""

    def does(count: int) -> bool:
        return half_width(SHARE, ratio, count, base, inputs) <= HALF

    if math.isinf(ratio):
        return math.inf
    high = 2
    while not does(high):
        high *= 2
        if high > MOST:
            return math.inf
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if does(middle) else (middle, high)
    return high

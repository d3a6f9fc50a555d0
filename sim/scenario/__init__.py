"""What a scenario is: its types, with a default, a range and a meaning for both ends of every number."""

from __future__ import annotations

from sim.scenario.distributions import Beta, Choice, Distribution, Normal, Triangular, Uniform
from sim.scenario.provenance import Confidence, Provenance
from sim.scenario.scenario import Scenario

__all__ = [
    "Beta", "Choice", "Confidence", "Distribution", "Normal", "Provenance", "Scenario", "Triangular", "Uniform",
]  # fmt: skip

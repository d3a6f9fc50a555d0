"""Which inputs move the answer, by how much, and how much is only luck: Morris' screening and Sobol' indices.

Needs the ``studies`` extra (SALib, SciPy).
"""

from __future__ import annotations

from analysis.sensitivity.elementary_effects import MorrisResult, morris_effects
from analysis.sensitivity.noise import Noise, luck_and_parameters
from analysis.sensitivity.responses import Missing, Plan, Responses, SensitivityError, collect
from analysis.sensitivity.study_sensitivity import sensitivity, sensitivity_table
from analysis.sensitivity.swings import swings
from analysis.sensitivity.variance_shares import SobolResult, sobol_indices

__all__ = [
    "Missing",
    "MorrisResult",
    "Noise",
    "Plan",
    "Responses",
    "SensitivityError",
    "SobolResult",
    "collect",
    "luck_and_parameters",
    "morris_effects",
    "sensitivity",
    "sensitivity_table",
    "sobol_indices",
    "swings",
]

"""What each mechanism does in a case: switched off one at a time, everything else and the luck kept.

The rows and what switches them off are those of the claims table, and so is the measurement
(:mod:`analysis.evidence.claims.paired_luck`); ``climbdown mechanisms`` is its command.
"""

from __future__ import annotations

from analysis.evidence.claims.table import RowError
from analysis.evidence.mechanisms.switched_cases import (
    MechanismEffects,
    chosen_switches,
    each_off,
    measure_switches,
    runs_needed,
)

__all__ = ["MechanismEffects", "RowError", "chosen_switches", "each_off", "measure_switches", "runs_needed"]

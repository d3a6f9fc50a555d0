"""Past confrontations as forecasts that can be scored: a casebook is read, and each case becomes a scenario.

A scenario is made of what was known on the day of the forecast and of nothing else (:mod:`.known`). How a case ended is
kept apart, for :mod:`analysis.evidence.backtest`.
"""

from __future__ import annotations

from analysis.evidence.casebook.casebook_form import Case, CasebookFile
from analysis.evidence.casebook.casebook_reading import SHIPPED, read_casebook
from analysis.evidence.casebook.conversion import scenario_of
from analysis.evidence.casebook.known import Known, known_of

__all__ = ["SHIPPED", "Case", "CasebookFile", "Known", "known_of", "read_casebook", "scenario_of"]

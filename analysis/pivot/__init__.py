"""Which decision decided a run: what else could have been done, and what would have come of it under fresh luck."""

from __future__ import annotations

from analysis.pivot.candidates import Candidate, candidates
from analysis.pivot.ending_distance import ending_distance
from analysis.pivot.search import Search, find_pivot
from analysis.pivot.two_branches import Finding, Pivot, Plan

__all__ = ["Candidate", "Finding", "Pivot", "Plan", "Search", "candidates", "ending_distance", "find_pivot"]

"""Under which conditions does it happen: PRIM boxes and a small tree, judged by lucks that they were not found in.

Needs the ``studies`` extra (SciPy).
"""

from __future__ import annotations

from analysis.discovery.box import Box, Members, Span
from analysis.discovery.case_table import DiscoveryError
from analysis.discovery.condition import WhereError
from analysis.discovery.finding import Discovery, Finding, Plan, discover
from analysis.discovery.prim import Objective, Patience, PrimPath, prim
from analysis.discovery.shuffling import Nothing
from analysis.discovery.tree import Tree, grow_tree
from analysis.discovery.where import matches

__all__ = [
    "Box",
    "Discovery",
    "DiscoveryError",
    "Finding",
    "Members",
    "Nothing",
    "Objective",
    "Patience",
    "Plan",
    "PrimPath",
    "Span",
    "Tree",
    "WhereError",
    "discover",
    "grow_tree",
    "matches",
    "prim",
]

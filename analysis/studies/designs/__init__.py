"""Which variants of a scenario to run: factors, and designs that give the settings of any row by its index.

No design is held in memory: a row is computed from its index, so a million rows stream under flat memory, a study can
be resumed anywhere, and two workers never need to agree on an order.
"""

from __future__ import annotations

from analysis.studies.designs.design import DONE, REPLICATION, ROW, STATUS, Design
from analysis.studies.designs.factor import DesignError, Factor
from analysis.studies.designs.grid import Grid
from analysis.studies.designs.lhs import LatinHypercube
from analysis.studies.designs.listed import Listed
from analysis.studies.designs.making import DESIGNS, design_from, make_design
from analysis.studies.designs.morris import Morris
from analysis.studies.designs.saltelli import Saltelli
from analysis.studies.designs.sobol import Sobol

__all__ = [
    "DESIGNS",
    "DONE",
    "REPLICATION",
    "ROW",
    "STATUS",
    "Design",
    "DesignError",
    "Factor",
    "Grid",
    "LatinHypercube",
    "Listed",
    "Morris",
    "Saltelli",
    "Sobol",
    "design_from",
    "make_design",
]

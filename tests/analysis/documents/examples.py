"""One block of each kind."""

from __future__ import annotations

from analysis.documents.document import (
    SHARE,
    Block,
    Commands,
    Diary,
    Note,
    Picture,
    Points,
    Prose,
    Quantity,
    Table,
)
from analysis.figures.figure import ShareBars
from tests.analysis.figures.examples import SHARES

LONG = "A sentence that is far too long for any one line of a terminal, however wide that terminal may be made. " * 2

BLOCKS: tuple[Block, ...] = (
    Prose((LONG, "Short.")),
    Note(LONG),
    Points((LONG, "two")),
    Table(("name", "share"), (("deal", Quantity(SHARE, 0.5, 0.4, 0.6)), (LONG, 0.25)), "A caption"),
    Picture(ShareBars(SHARES, "How does it end?"), f"{LONG}\nAnd more."),
    Diary("May", ((" 4 May", LONG, LONG), (" 5 May", "Quiet.", ""))),
    Commands(("climbdown list",)),
)

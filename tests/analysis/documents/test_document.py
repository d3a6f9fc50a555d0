"""The parts of a report are told apart by their kind."""

from __future__ import annotations

import pandas as pd

from analysis.documents.document import Block, Commands, Diary, Picture, Points, Prose, Sheet


def test_the_kinds_of_block_are_those_that_a_page_knows() -> None:
    made = (
        Prose(("a",)), Points(("a",)), Sheet("a", pd.DataFrame()), Picture(None, "a", pd.DataFrame()),
        Diary("a", (), ""), Commands(("a",)),
    )  # fmt: skip
    assert all(isinstance(block, Block) for block in made)
    assert made[2].names == 1

"""A document is plain data: of known blocks, made without any extra, tables from whatever holds columns."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import numpy as np
import pandas as pd

from analysis.documents.document import Block, Table, plain, records
from tests.analysis.documents.examples import BLOCKS


def test_there_is_an_example_of_every_block() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


def test_a_table_is_made_of_columns() -> None:
    columns = {"name": ["a", "b"], "value": [1, 2]}
    for table in (columns, pd.DataFrame(columns)):
        assert Table.of("What", table) == Table(("name", "value"), (("a", 1), ("b", 2)), "What")
    assert Table.of("", pd.DataFrame({"a": []})).rows == ()
    assert type(plain(np.float64(1.5))) is float


def test_documents_and_their_writers_need_no_extra() -> None:
    modules = ", ".join(f"analysis.documents.{name}" for name in ("html_writing", "run_story", "terminal_writing"))
    code = f"import sys, {modules}; print(*sorted({{*sys.modules}} & {{'altair', 'pandas', 'numpy', 'vl_convert'}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_record_is_a_row_by_column() -> None:
    table = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    assert records(table) == [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]

"""Designed studies: a file says what varies, a folder keeps every run, and nothing that happens meanwhile loses one.

>>> from analysis.studies import query, sweep
>>> sweep("face-mediator", "my-study")  # doctest: +SKIP
>>> query("my-study", "select mediators, avg(first_contact_day) from rows group by all")  # doctest: +SKIP
"""

from __future__ import annotations

from analysis.studies.rerunning import Rerun, rerun
from analysis.studies.sql import export, query
from analysis.studies.study import ClusterError, Recipe, Study, StudyError
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_opening import open_folder
from analysis.studies.study_reading import list_studies, read_study
from analysis.studies.study_summary import Summary, summarise
from analysis.studies.sweeping import Finished, How, sweep

__all__ = [
    "ClusterError", "Finished", "How", "Recipe", "Rerun", "Study", "StudyError", "StudyFolder", "Summary", "export",
    "list_studies", "open_folder", "query", "read_study", "rerun", "summarise", "sweep",
]  # fmt: skip

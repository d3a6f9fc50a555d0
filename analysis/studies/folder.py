"""The folder of a study: what it is, how far it has come, and its table once all is done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.studies.compacting import FAILURES, TABLE, Compacted
from analysis.studies.designs import Design
from analysis.studies.locking import LOCK
from analysis.studies.moments import reach
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import PARTS, UNFINISHED, list_parts, write_whole
from analysis.studies.study import Study, StudyError
from analysis.studies.study_columns import factor_types, measure_types, schema_of
from analysis.studies.study_reading import read_study
from analysis.studies.study_writing import SCENARIO, SETTINGS, STUDY, changed, digest_of, identity, write_study

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MANIFEST = "manifest.json"
LOG = "log.txt"
OWN = (MANIFEST, LOG, LOCK, STUDY, SCENARIO, SETTINGS, PARTS)
"""What may lie in a folder whose study was cut down before its manifest was written."""

FORMAT = 1


@dataclass(frozen=True)
class StudyFolder:
    """A study on disk.

    Attributes
    ----------
    path : pathlib.Path
        Where.
    study : Study
        What.
    manifest : dict
        ``identity``, ``factors`` and ``measures`` (types by column), ``layout``, and when all is done ``table``
        (rows, failed, sha256).
    """

    path: Path
    study: Study
    manifest: dict[str, Any]

    @property
    def design(self) -> Design:
        """The design of its rows."""
        return self.study.design

    @property
    def layout(self) -> Layout:
        """How it is cut into parts."""
        return Layout(*self.manifest["layout"])

    @property
    def schema(self) -> pa.Schema:
        """Columns of its parts."""
        return schema_of(self.manifest["factors"], self.manifest["measures"])

    @property
    def table(self) -> Compacted | None:
        """What its table holds, or None while there is none."""
        there = self.manifest.get("table")
        return Compacted(**there) if there and (self.path / TABLE).is_file() else None

    @property
    def failures(self) -> list[dict[str, Any]]:
        """The runs that failed, in the table's order; none are listed before the study is done."""
        path = self.path / FAILURES
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []

    def files(self) -> list[Path]:
        """The Parquet files that hold its rows: the table, or while there is none the parts so far."""
        return [self.path / TABLE] if self.table is not None else list_parts(self.path)

    def rows(self, columns: list[str] | None = None) -> pd.DataFrame:
        """Its rows, those of an unfinished study included, sorted by design index and replication.

        Raises
        ------
        StudyError
            When there is no row yet, or no such column.
        """
        import pyarrow as pa
        import pyarrow.parquet as pq

        names = [name for name in self.schema.names if name != "traceback"]
        unknown = sorted(set(columns or ()) - set(names))
        if unknown:
            raise StudyError(f"{self.path}: no column '{unknown[0]}'; there are {', '.join(names)}")
        files = self.files()
        if not files:
            raise StudyError(f"{self.path}: no run is done yet; climbdown sweep goes on with it")
        keys = ["design_index", "replication"]
        wanted = list(dict.fromkeys([*keys, *(columns or names)]))
        table = pa.concat_tables([pq.read_table(file, columns=wanted) for file in files])
        if self.table is None:
            table = table.sort_by([(key, "ascending") for key in keys])
        found: pd.DataFrame = table.select(columns or names).to_pandas()
        return found

    def finish(self, table: Compacted) -> StudyFolder:
        """Note in the manifest that the table is whole."""
        return _write(self.path, self.study, self.manifest | {"table": table._asdict()})


def open_folder(path: str | Path) -> StudyFolder:
    """Open the folder of a study.

    Raises
    ------
    StudyError
        When it holds none.
    ScenarioError
        When its study cannot be read.
    """
    folder = Path(path)
    manifest = _manifest(folder)
    if manifest is None:
        raise StudyError(f"{folder}: no study here; make one with climbdown sweep STUDY.yaml --out {folder}")
    return StudyFolder(folder, read_study(folder / STUDY), manifest)


def refuse_strangers(path: Path) -> None:
    """Refuse a folder that holds something else than a study.

    Raises
    ------
    StudyError
        Names what is there.
    """
    if not path.is_dir() or (path / MANIFEST).is_file():
        return
    strangers = sorted(entry.name for entry in path.iterdir() if entry.name.removesuffix(UNFINISHED) not in OWN)
    if strangers:
        raise StudyError(f"{path}: holds {strangers[0]}, which is no study's; name another folder with --out")


def take_up(study: Study, path: Path) -> StudyFolder | None:
    """Return the study of a folder if it is this very study, or None where there is none yet.

    Raises
    ------
    StudyError
        When another study is there, or this one of another version or with other rules; says what differs.
    """
    refuse_strangers(path)
    manifest = _manifest(path)
    if manifest is None:
        return None
    _refuse_others(study, path, manifest)
    return StudyFolder(path, study, manifest)


def begin(study: Study, path: Path) -> StudyFolder:
    """Make a study's folder, or take it up; errors as for :func:`take_up`, and OSError when the disk refuses."""
    there = take_up(study, path)
    if there is not None:
        return there
    (path / PARTS).mkdir(parents=True, exist_ok=True)
    write_study(study, path)
    layout = Layout.of(study.design.size, study.recipe.replications)
    content = {
        "format": FORMAT,
        "digest": digest_of(identity(study)),
        "identity": identity(study),
        "factors": factor_types(study.recipe, study.design),
        "measures": measure_types(study.recipe),
        "layout": list(layout),
    }
    made = _write(path, study, content)
    reach("folder-made")
    return made


def _write(path: Path, study: Study, manifest: dict[str, Any]) -> StudyFolder:
    write_whole(path / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())
    return StudyFolder(path, study, manifest)


def _manifest(path: Path) -> dict[str, Any] | None:
    file = path / MANIFEST
    if not file.is_file():
        return None
    try:
        found = json.loads(file.read_text("utf-8"))
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise StudyError(f"{file}: is not the manifest of a study that this version of climbdown can read")
    return found


def _refuse_others(study: Study, path: Path, manifest: dict[str, Any]) -> None:
    now = identity(study)
    if digest_of(now) == manifest["digest"]:
        return
    lines = changed(manifest["identity"], now)
    raise StudyError(
        f"{path}: holds runs of another study, and rows of two are never mixed. What changed:\n  "
        + "\n  ".join(lines)
        + "\nName another folder with --out, or put the study back as it was."
    )

"""A study's folder opened, begun or taken up again: checked first, and mended from its parts where it can be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analysis.studies.absent_study import how_to_make
from analysis.studies.compacting import FAILURES
from analysis.studies.cut_moments import reach
from analysis.studies.durable_files import UNFINISHED, write_whole
from analysis.studies.folder_lock import LOCK, locked
from analysis.studies.old_studies import opened_old
from analysis.studies.parts_finding import TABLE, find_partitions, find_parts
from analysis.studies.parts_storing import PARTS
from analysis.studies.set_aside import SET_ASIDE, make_folder, make_room, say, set_aside
from analysis.studies.study import Study, StudyError
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_manifest import (
    MANIFEST,
    Spoilt,
    is_old,
    manifest_of,
    read_manifest,
    refuse_another,
    refuse_old,
    write_manifest,
)  # fmt: skip
from analysis.studies.study_mending import mended, wrong_file
from analysis.studies.study_reading import read_study
from analysis.studies.study_writing import (
    SCENARIO,
    SETTINGS,
    STUDY,
    changed,
    digest_of,
    files_of,
    identity,
)  # fmt: skip
from sim.files import ScenarioError

LOG = "log.txt"
BEGUN = (LOG, LOCK, STUDY, SCENARIO, SETTINGS, PARTS, SET_ASIDE)
"""What may lie in a folder whose study was cut down before its manifest was written."""


def open_folder(path: str | Path) -> StudyFolder:
    """Open the folder of a study.

    What the manifest says is held against what is there: a table that is missing or damaged is made again from the
    parts, and so is a manifest from which nothing can be read. A large study has no parts any more once its table is
    made: of a partition that is missing or damaged the runs are missing, until sweep does them again. A study of an
    earlier format is opened as it is, its names as they are now.

    Raises
    ------
    StudyError
        When it holds none, or its manifest or its study is not what it should be; names the file.
    ScenarioError
        When its study cannot be read.
    """
    folder = Path(path)
    manifest = read_manifest(folder)
    _refuse_unusable(folder, manifest)
    if isinstance(manifest, dict) and is_old(manifest):
        return opened_old(folder, manifest)
    study = read_study(folder / STUDY, is_known=isinstance(manifest, dict))  # whose digest would tell of a change
    if not isinstance(manifest, dict):
        return _without_manifest(folder, study, manifest)
    refuse_another(study, folder, manifest)
    opened = StudyFolder(folder, study, manifest)
    opened.say_strangers()
    return opened if opened.noted is None or opened.is_whole else _with_table(opened)


def _refuse_unusable(folder: Path, manifest: dict[str, Any] | Spoilt | None) -> None:
    if isinstance(manifest, Spoilt) and manifest.misshapen:
        raise StudyError(
            f"{folder / MANIFEST}: {manifest.why}; climbdown sweep with the study's own file sets it aside "
            "and writes it again"
        )
    if manifest is None and not (folder / STUDY).is_file():
        raise StudyError(f"{folder}: no study here; {how_to_make(folder)}")


def _without_manifest(folder: Path, study: Study, spoilt: Spoilt | None) -> StudyFolder:
    """The study of a folder that lost its manifest, by its own study file and its parts; nothing is written."""
    opened = StudyFolder(folder, study, manifest_of(study))
    file, why = folder / MANIFEST, spoilt.why if spoilt else "is missing"
    if opened.parts() or opened.partitions():
        say(f"{file}: {why}; the stored parts say what it held. climbdown sweep {folder} writes it again")
        return opened
    if spoilt is None:
        raise StudyError(f"{folder}: no study here; {how_to_make(folder)}")
    raise StudyError(f"{file}: {why}, and no run is stored; climbdown sweep {folder} begins anew")


def _with_table(folder: StudyFolder) -> StudyFolder:
    """The folder with what is wrong in its table or failures made again, or as it is where that cannot be done."""
    try:
        with locked(folder.path):
            return mended(folder)
    except (StudyError, OSError) as error:
        say(f"{folder.path}: {wrong_file(folder)} is not the file that the manifest names, and stays so ({error})")
        return folder


def refuse_strangers(path: Path, study: Study | None = None) -> None:
    """Refuse a folder that holds something else than a study.

    Parameters
    ----------
    path : pathlib.Path
        The folder.
    study : Study, optional
        What is about to be done there. Its own files may lie there without a manifest, other files of that name not.

    Raises
    ------
    StudyError
        Names what is there.
    """
    if not path.is_dir() or (path / MANIFEST).exists():
        return
    strangers = [*_unknown_names(path), *(_others_of_its_names(path, study) if study is not None else ())]
    if strangers:
        raise StudyError(
            f"{path}: holds {strangers[0]}, which is no file of this study; name another folder with --out"
        )


def _unknown_names(path: Path) -> list[str]:
    """What lies in a folder under names that no study uses, in order."""
    known = {MANIFEST, *BEGUN} | ({TABLE, FAILURES} if (path / STUDY).is_file() else set())
    return sorted(entry.name for entry in path.iterdir() if entry.name.removesuffix(UNFINISHED) not in known)


def _others_of_its_names(path: Path, study: Study) -> list[str]:
    """The names of a study's own files under which something else lies in a folder."""
    return [name for name, content in files_of(study, path).items() if _is_other(path / name, content)]


def _is_other(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() != content


def take_up(study: Study, path: Path) -> StudyFolder | None:
    """Return the study of a folder if it is this very study, or None where there is none yet; nothing is written.

    Raises
    ------
    StudyError
        When another study is there, or this one of another version or with other rules; says what differs. Or when
        the manifest is not one, or the folder holds something else.
    """
    refuse_strangers(path, study)
    manifest = read_manifest(path)
    if isinstance(manifest, dict):
        refuse_old(path, manifest)
        _refuse_others(study, path, manifest)
        return StudyFolder(path, study, manifest)
    if manifest is not None and manifest.misshapen:
        _refuse_unproven(study, path, manifest)
    return StudyFolder(path, study, manifest_of(study)) if (path / STUDY).is_file() else None


def _refuse_unproven(study: Study, path: Path, spoilt: Spoilt) -> None:
    """Refuse to write a manifest again in a folder that neither a file nor a part shows to be this study's."""
    file = path / STUDY
    if file.is_file() and not _is_other(file, files_of(study, path)[STUDY]):
        return
    owner = StudyFolder(path, study, manifest_of(study)).owner
    if not find_parts(path, owner).parts and not find_partitions(path, owner).parts:
        raise StudyError(f"{path / MANIFEST}: {spoilt.why}, and nothing here is of this study; name another folder")


def begin(study: Study, path: Path) -> StudyFolder:
    """Make a study's folder, or take it up and mend what is missing; for whoever holds its lock.

    Errors as for :func:`take_up`, and OSError when the disk refuses.
    """
    there = take_up(study, path)
    path.mkdir(parents=True, exist_ok=True)
    make_folder(path, path / PARTS)
    _put_study(study, path)
    found = read_manifest(path)
    if there is not None and isinstance(found, dict):
        return there
    _clear_manifest(path, found)
    made = there or StudyFolder(path, study, manifest_of(study))
    write_manifest(path, made.manifest)
    reach("folder-made")
    return made


def _clear_manifest(path: Path, found: Spoilt | dict[str, Any] | None) -> None:
    make_room(path, path / MANIFEST)
    make_room(path, path / (MANIFEST + UNFINISHED))
    if isinstance(found, Spoilt):
        set_aside(path, path / MANIFEST, f"{found.why}; written again")


def _put_study(study: Study, path: Path) -> None:
    """Write the files that are the whole study, where they are not there already."""
    for name, content in files_of(study, path).items():
        file = path / name
        make_room(path, file)
        make_room(path, file.with_name(name + UNFINISHED))
        if file.exists():
            if file.read_bytes() == content:
                continue
            if name == STUDY and _asks_otherwise(study, file):
                say(f"{file}: what is asked of its runs has changed, and no run has; written anew")
            else:
                set_aside(path, file, "is not as this study has it; written again")
        write_whole(file, content)


def _asks_otherwise(study: Study, file: Path) -> bool:
    """Whether a folder's file is this very study but for its words and for what answers its question."""
    try:
        return identity(read_study(file)) == identity(study)
    except (ScenarioError, StudyError):
        return False


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

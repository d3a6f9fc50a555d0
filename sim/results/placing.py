"""Putting a set of files in one place so that they are there together or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

LARGEST_ARCHIVE = 1 << 28
"""Bytes; an archive larger than this is not opened: no run of ten years with quarter-day steps comes near."""

PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that are read: these can be unpacked up to a bound, the others only whole."""


class RecordError(Exception):
    """A record that cannot be written or read, said in one sentence."""


def write_files(path: Path, files: Mapping[str, bytes], mark: str) -> Path:
    """Write files into a folder, or into one ``.zip``, whole or not at all.

    Parameters
    ----------
    path : Path
        Folder or ``.zip`` file to make.
    files : mapping of str to bytes
        Content by plain file name.
    mark : str
        The file that marks an existing folder or archive as one that may be replaced.

    Raises
    ------
    RecordError
        When something else is at `path`, or the disk refuses. What was there stays as it was.
    """
    target = Path(os.path.realpath(path))
    _refuse_other_things(target, files, mark)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".zip":
            _write_archive(beside, files)
            beside.replace(target)
        else:
            _write_folder(beside, files)
            _swap_folder(beside, target)
        _flush_folder(target.parent)
    except OSError as error:
        raise RecordError(
            f"{path} was not written: {error.strerror or error}; what was there before is untouched"
        ) from error
    finally:
        _discard(beside)
    return path


def refuse_foreign(path: Path, names: Collection[str], mark: str) -> None:
    """Refuse a place for a record at which something else is, or where nothing can be written.

    Parameters
    ----------
    path : Path
        Folder or ``.zip`` file to be made.
    names : collection of str
        The files of a record.
    mark : str
        The file that marks an existing folder or archive as one that may be replaced.

    Raises
    ------
    RecordError
        When anything but an earlier record or an empty folder is there, or the folder it lies in cannot be written.
    """
    target = Path(os.path.realpath(path))
    _refuse_other_things(target, names, mark)
    above = next(folder for folder in target.parents if folder.exists())
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        raise RecordError(f"{path} cannot be written: {above} is no folder that may be written to")


def read_files(path: Path, limits: Mapping[str, int]) -> dict[str, bytes]:
    """Read files from a folder or archive, none of them beyond its limit.

    Parameters
    ----------
    path : Path
        Folder or ``.zip`` file.
    limits : mapping of str to int
        By plain file name, the most bytes (unpacked) that it may have.

    Raises
    ------
    RecordError
        When `path` does not exist, is neither, is damaged, or lacks one of the files, or one is too large.
    """
    if not path.exists():
        raise RecordError(f"{path}: there is no such folder or file")
    try:
        if path.is_dir():
            return {name: _read_one(path / name, most) for name, most in limits.items()}
        if path.stat().st_size > LARGEST_ARCHIVE:
            raise ValueError(f"it is larger than {LARGEST_ARCHIVE:,} bytes, as no record is")
        with zipfile.ZipFile(path) as archive:
            return {name: _unpack_one(archive, name, most) for name, most in limits.items()}
    except (KeyError, FileNotFoundError) as error:
        raise RecordError(
            f"{path} is not the record of a climbdown run, or a part of it is missing: {error}"
        ) from error
    except (OSError, EOFError, RuntimeError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise RecordError(f"{path}: cannot be read as a record: {error}") from error


def _refuse_other_things(target: Path, files: Collection[str], mark: str) -> None:
    """Refuse to replace anything but an earlier record or an empty folder."""
    if not target.exists():
        return
    if target.is_dir():
        _refuse_other_folder(target, files, mark)
    elif not target.is_file() or not _is_archive_with(target, mark):  # a device may be read without end
        raise RecordError(f"{target} is there already and is not a record; choose another place")


def _refuse_other_folder(folder: Path, files: Collection[str], mark: str) -> None:
    inside = {entry.name for entry in folder.iterdir()}
    others = sorted(inside - set(files))
    if inside and (others or mark not in inside):
        held = ", ".join(others[:3]) or "other files"
        raise RecordError(f"{folder} holds {held} and is not replaced; choose another place")


def _is_archive_with(target: Path, mark: str) -> bool:
    if not zipfile.is_zipfile(target):
        return False
    with zipfile.ZipFile(target) as archive:
        return mark in archive.namelist()


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in files.items():
        _write_one(folder / name, data)
    _flush_folder(folder)


def _write_one(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _write_archive(file: Path, files: Mapping[str, bytes]) -> None:
    with file.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():  # a fixed date, so that the same run gives the same bytes
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
        stream.flush()
        os.fsync(stream.fileno())


def _swap_folder(new: Path, target: Path) -> None:
    """Move a finished folder to its place; an earlier record steps aside and returns if the move fails."""
    if not target.exists():
        new.rename(target)
        return
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.old")
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    _discard(aside)


def _flush_folder(folder: Path) -> None:
    """Flush the folder's own entries, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _discard(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):  # the folder itself may be gone; why nothing was written is said already
            path.unlink(missing_ok=True)


def _read_one(file: Path, most: int) -> bytes:
    if file.exists() and not file.is_file():
        raise ValueError(f"{file.name} is not a regular file")
    _refuse_large(file.name, file.stat().st_size, most)
    return file.read_bytes()


def _unpack_one(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    member = archive.getinfo(name)
    if member.compress_type not in PACKED:
        raise ValueError(f"{name} is packed in a way that records are not")
    _refuse_large(name, member.file_size, most)
    with archive.open(member) as stream:  # not `archive.read`, which unpacks all of it before it looks at the size
        data = stream.read(member.file_size + 1)
    if len(data) != member.file_size:
        raise ValueError(f"{name} has another size than the archive says")
    return data


def _refuse_large(name: str, size: int, most: int) -> None:
    if size > most:
        raise ValueError(f"{name} has {size:,} bytes, more than the {most:,} that this record could need")

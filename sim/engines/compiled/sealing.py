"""Whether kept compiled code is whole: a list of digests, written last, says so; what is damaged is set aside."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

SEAL = "whole.json"
"""The list of digests in a folder of compiled code."""
KEPT = ("*.nbi", "*.nbc")
"""The files that numba keeps: its index, and machine code."""


class Kept(StrEnum):
    """What a folder holds: nothing that was finished, everything as it was written, or something else."""

    ABSENT = "absent"
    WHOLE = "whole"
    DAMAGED = "damaged"


def state_of(folder: Path) -> Kept:
    """Compare a folder with its seal.

    Parameters
    ----------
    folder : Path
        A folder of compiled code, which need not exist.

    Returns
    -------
    Kept
        ``ABSENT`` without a seal: whoever compiled was stopped before the end. ``DAMAGED`` when the seal or one of its
        files cannot be read or is not what was written. Files that no seal names do not matter.
    """
    try:
        sealed = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        whole = bool(sealed) and all(_digest(folder / name) == digest for name, digest in sealed.items())
    except FileNotFoundError:
        return Kept.DAMAGED if os.path.lexists(folder / SEAL) else Kept.ABSENT
    except (OSError, ValueError, AttributeError, TypeError):
        return Kept.DAMAGED
    return Kept.WHOLE if whole else Kept.DAMAGED


def seal(folder: Path) -> None:
    """Write down the digests of the files that numba keeps; where that cannot be done, the code stays unsealed."""
    with suppress(OSError):
        paths = sorted(path for pattern in KEPT for path in folder.rglob(pattern))
        found = {path.relative_to(folder).as_posix(): _digest(path) for path in paths}
        beside = folder / f"{SEAL}.{os.getpid()}"
        beside.write_text(json.dumps(found), encoding="utf-8")
        beside.replace(folder / SEAL)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def set_aside(path: Path) -> Path | None:
    """Move a file or folder out of the way, to the same name with ``.damaged``; an earlier one there is removed.

    Returns
    -------
    Path or None
        Where it is now; None when it cannot be moved.
    """
    aside = path.with_name(f"{path.name}.damaged")
    remove(aside)
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside


def remove(path: Path) -> None:
    """Remove a file or a folder, as far as that is allowed."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()

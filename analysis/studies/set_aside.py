"""What lies in a study's folder and should not: moved out of the way, never deleted, and said."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import count
from pathlib import Path

SET_ASIDE = "set-aside"
"""Folder within a study's folder for what was in the way."""

_LOG = logging.getLogger("climbdown.studies")
"""Whoever uses the library hears of it through Python's logging; without any set-up the text goes to stderr."""


def say(text: str) -> None:
    """Tell the user something that is worth knowing and stops nothing."""
    _LOG.warning("%s", text)


def set_aside(folder: Path, path: Path, why: str) -> Path:
    """Move a file or folder out of the way and say so.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    path : pathlib.Path
        What to move; it lies in the study's folder.
    why : str
        What is wrong with it, as the end of a sentence that begins with its path.

    Returns
    -------
    pathlib.Path
        Where it is now.

    Raises
    ------
    OSError
        When it cannot be moved.
    """
    place = _free_name(_store(folder), path.name)
    path.rename(place)
    say(f"{path}: {why}; set aside as {place.relative_to(folder)}")
    return place


def make_room(folder: Path, path: Path) -> None:
    """Set aside whatever stands where a regular file is to be written and is none; errors as for :func:`set_aside`."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        set_aside(folder, path, "stands where climbdown keeps a file of its own")


def make_folder(folder: Path, path: Path) -> None:
    """Make a folder of a study where it is missing; what stands there and is none is set aside."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        set_aside(folder, path, "stands where climbdown keeps a folder of its own")
    path.mkdir(parents=True, exist_ok=True)


def _store(folder: Path) -> Path:
    store = next(place for place in _names(folder, SET_ASIDE) if place.is_dir() or not place.exists())
    store.mkdir(exist_ok=True)
    return store


def _free_name(folder: Path, name: str) -> Path:
    return next(place for place in _names(folder, name) if not (place.exists() or place.is_symlink()))


def _names(folder: Path, name: str) -> Iterator[Path]:
    """The name itself, then the name with 2, 3, and so on."""
    return (folder / (name if number == 1 else f"{name}.{number}") for number in count(1))

"""How the kernel is compiled once and found again.

A cache folder named by a digest of everything compiled code depends on.

A changed rule, kernel, layout, numba, NumPy, Python or processor gives another digest, so that stale code is never run.
"""

from __future__ import annotations

import gc
import hashlib
import os
import platform
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from sim.engines.compiled.sealing import KEPT, Kept, remove, set_aside, state_of

SOURCES = (
    "luck.py",
    "rule.py",
    "rules/**/*.py",
    "state/*.py",
    "vocabulary/*.py",
    "engines/compiled/kernel.py",
    "engines/compiled/packing.py",
    "engines/compiled/world_type.py",
    "scenario/weights.csv",
)
"""What the compiled code depends on, relative to the package ``sim``."""
COMPILING = "the fast engine is being compiled, once for this version and machine; this takes about a minute"


def digest_of_sources(root: Path | None = None) -> str:
    """A digest of all sources behind the compiled code, and of the versions and machine that compile it."""
    root = root or Path(__file__).resolve().parents[2]
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(root.glob(pattern)):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(repr((_versions(), platform.machine(), sys.version_info[:3])).encode())
    return digest.hexdigest()[:16]


def _versions() -> tuple[str, str, str]:
    import llvmlite
    import numba
    import numpy

    return numba.__version__, llvmlite.__version__, numpy.__version__


def cache_folder() -> Path | None:
    """Where compiled code is kept: the first place that can be written, or None when there is none.

    ``CLIMBDOWN_CACHE`` names it outright; else the user's cache folder, else the temporary folder.
    """
    name = folder_name()
    return next((place / name for place in _places() if _usable(place / name)), None)


def folder_name() -> str:
    """The name of the cache folder: a digest of the sources, of where they are, and of the processor."""
    import llvmlite.binding as llvm

    root = Path(__file__).resolve().parents[2]
    machine = (llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten())  # what numba compiles for
    about = repr((digest_of_sources(root), str(root), machine))
    return hashlib.sha256(about.encode()).hexdigest()[:16]


def _places() -> Iterator[Path]:
    named = os.environ.get("CLIMBDOWN_CACHE")
    if named:
        yield Path(named)
        return
    with suppress(RuntimeError):  # a user may have no home
        yield Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "climbdown"
    with suppress(OSError):  # a machine may have no temporary folder either
        yield Path(tempfile.gettempdir()) / f"climbdown-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def _usable(folder: Path, mend: bool = True) -> bool:
    """Whether a folder is there (made if need be), can be written to and is our own: cached code is code that is run.

    Something of that name which is no folder, or lets nobody in, is set aside.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except (FileExistsError, NotADirectoryError, PermissionError):
        return mend and set_aside(folder) is not None and _usable(folder, mend=False)
    except OSError:
        return False


def numba_wanted() -> bool:
    """Whether numba is there and not turned off by ``CLIMBDOWN_NO_NUMBA=1``."""
    if os.environ.get("CLIMBDOWN_NO_NUMBA"):
        return False
    try:
        import numba  # noqa: F401
    except ImportError:
        return False
    return True


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Have Python look for cyclic garbage a hundred times less often while this lasts.

    The compiler makes objects by the million, nearly all of which stay until it is done.
    """
    before = gc.get_threshold()
    gc.set_threshold(100 * before[0], *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def kept_state() -> Kept:
    """Whether compiled code for these sources is waiting, and whole."""
    folder = cache_folder()
    return Kept.ABSENT if folder is None else state_of(folder)


def make_room(folder: Path) -> None:
    """Leave nothing in a folder that numba could stumble over: damaged code is set aside, unfinished code removed.

    Whoever holds the folder's lock calls this before compiling. What is done is said by a warning.
    """
    state = state_of(folder)
    if state is Kept.DAMAGED:
        where = _out_of_the_way(folder)
        warnings.warn(f"the compiled engine kept in {folder} was damaged; it is {where}", stacklevel=4)
    if state is not Kept.WHOLE:
        _remove_unfinished(folder)
        warnings.warn(COMPILING, stacklevel=4)


def _out_of_the_way(folder: Path) -> str:
    """Set a folder aside, or remove it where that cannot be done; returns in words what became of it."""
    aside = set_aside(folder)
    if aside is not None:
        return f"set aside as {aside}"
    remove(folder)
    return "removed"


def _remove_unfinished(folder: Path) -> None:
    """Remove what numba keeps, wherever it is, and every file at the top: the seal, and what was never renamed."""
    compiled = [path for pattern in KEPT for path in folder.rglob(pattern)]
    loose = [path for path in folder.glob("*") if not path.is_dir()]
    for path in (*compiled, *loose):
        remove(path)


def is_loaded() -> bool:
    """Whether this process has the compiled kernel in memory."""
    return compiled_kernel.cache_info().currsize > 0 and bool(compiled_kernel().signatures)


@cache
def compiled_kernel() -> Any:
    """The compiled :func:`sim.engines.compiled.kernel.run_batch`; its first call compiles, unless it is cached."""
    import numba

    from sim.engines.compiled.kernel import run_batch
    from sim.engines.compiled.world_type import teach_numba
    from sim.rule import make_compilable

    make_compilable()
    teach_numba()
    warnings.filterwarnings("ignore", category=numba.NumbaPerformanceWarning)
    folder = cache_folder()
    with _cached_in(folder):
        return numba.njit(nogil=True, error_model="numpy", cache=folder is not None)(run_batch)


@contextmanager
def _cached_in(folder: Path | None) -> Iterator[None]:
    """Tell numba where to cache what is decorated in a block; other people's functions stay where they were."""
    from numba.core import config

    settings: Any = config
    usual = settings.CACHE_DIR
    settings.CACHE_DIR = usual if folder is None else str(folder)
    try:
        yield
    finally:
        settings.CACHE_DIR = usual

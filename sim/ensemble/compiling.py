"""How the kernel is compiled once and found again: a cache folder named by a digest of everything compiled code depends on.

A changed rule, kernel, layout, numba, NumPy, Python or processor gives another digest, so that stale code is never run.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

SOURCES = ("luck.py", "rule.py", "rules/*.py", "world/*.py", "ensemble/kernel.py", "ensemble/packing.py", "ensemble/world_type.py", "scenario/weights.csv")
"""What the compiled code depends on, relative to the package ``sim``."""


def digest_of_sources(root: Path | None = None) -> str:
    """A digest of all sources behind the compiled code, and of the versions and machine that compile it."""
    root = root or Path(__file__).resolve().parent.parent
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
    user = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    mine = f"climbdown-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
    named = os.environ.get("CLIMBDOWN_CACHE")
    places = [Path(named)] if named else [Path(user) / "climbdown", Path(tempfile.gettempdir()) / mine]
    for place in places:
        folder = place / digest_of_sources()
        if _writable(folder):
            return folder
    return None


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
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


def is_cached() -> bool:
    """Whether compiled code for these sources is waiting."""
    folder = cache_folder()
    return folder is not None and any(folder.rglob("*.nbi"))


@cache
def compiled_kernel() -> Callable[..., None]:
    """The compiled :func:`sim.ensemble.kernel.run_batch`; compiling happens at its first call, unless it is cached."""
    import numba
    from numba.core import config

    from sim.ensemble.kernel import run_batch
    from sim.ensemble.world_type import teach_numba
    from sim.rule import make_compilable

    make_compilable()
    teach_numba()
    folder = cache_folder()
    if folder is not None:
        config.CACHE_DIR = str(folder)
    warnings.filterwarnings("ignore", category=numba.NumbaPerformanceWarning)
    decorate: Any = numba.njit(nogil=True, error_model="numpy", cache=folder is not None)
    kernel: Callable[..., None] = decorate(run_batch)
    return kernel

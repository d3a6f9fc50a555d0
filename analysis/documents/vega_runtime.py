"""Vega, Vega-Lite and Vega-Embed as one script (BSD-3-Clause), put together once on each machine.

Putting them together takes vl-convert over a second of processor time, so what came of it is kept in the user's cache
folder. A script there is code that other people's browsers run: it is used only where nobody else could have written
it, and made anew otherwise.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from sim.results.whole_files import write_whole

_ASKED = "window.vegaEmbed = vegaEmbed;"
_DIGEST = 64


@lru_cache(maxsize=1)
def runtime() -> str:
    """The script, in a form that may stand inside a page."""
    place = _place()
    kept = _kept(place) if place else None
    if kept is not None:
        return kept
    made = _made()
    if place:
        with suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(place, _digest(made) + made)
    return made


def _made() -> str:
    import vl_convert

    bundle: str = vl_convert.javascript_bundle(_ASKED)
    return bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _place() -> Path | None:
    """The file that keeps it: one for each version of what it is made by and of."""
    named = os.environ.get("CLIMBDOWN_CACHE")
    with suppress(RuntimeError):  # a user may have no home
        folder = Path(named or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "climbdown")
        return folder / f"vega-{version('vl-convert-python')}.js"
    return None


def _kept(place: Path) -> str | None:
    """What is kept, if it is whole and nobody else can have written it."""
    try:
        if not _is_ours(place) or not _is_ours(place.parent):
            return None
        text = place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    digest, script = text[:_DIGEST], text[_DIGEST:]
    return script if digest == _digest(script) else None


def _is_ours(place: Path) -> bool:
    found = place.lstat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & others)


def _digest(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()

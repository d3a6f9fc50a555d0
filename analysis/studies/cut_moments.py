"""Moments at which a study may be cut down from outside, so that tests can do it exactly there.

``CLIMBDOWN_CUT=kill@part-written:3`` kills the process the third time that it reaches the moment ``part-written``;
``full@part-written:3`` makes the disk full there. Nothing happens without the variable.
"""

from __future__ import annotations

import errno
import os
import signal
from collections import Counter
from threading import Lock

MOMENTS = ("folder-made", "part-written", "part-named", "table-written", "table-named")
"""In order: the folder stands without any part; a part is written under a temporary name; it has its own name; the
table is written under a temporary name; it has its own name, but the manifest does not know."""

OF_PARTITIONS = ("partition-written", "partition-named", "part-dropped", "failures-named")
"""Those of a large study: a partition is written under a temporary name; it has its own name, and its parts are all
there; one of its parts is gone; the list of failures has its name, but the manifest does not know. (A list that is
written has no moment of its own: it is the table's, ``table-written``.)"""

VARIABLE = "CLIMBDOWN_CUT"

_seen: Counter[str] = Counter()
_lock = Lock()


def reach(moment: str) -> None:
    """Say that a moment has come.

    Raises
    ------
    OSError
        "No space left on device", when that was asked for.
    """
    asked = os.environ.get(VARIABLE)
    if not asked:
        return
    deed, _, place = asked.partition("@")
    name, _, time = place.partition(":")
    with _lock:
        _seen[moment] += 1
        now = name == moment and _seen[moment] == int(time or 1)
    if now and deed == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if now and deed == "full":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), moment)

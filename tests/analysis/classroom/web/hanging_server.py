"""`climbdown`, which hangs or fails where a note says so, and has little patience; a process of its own for tests."""

from __future__ import annotations

import sys
import threading
from typing import Any

from analysis.classroom.session import requests
from analysis.classroom.views import snapshot as snapshots
from analysis.classroom.web import live, publishing, turns
from analysis.cli.main import main

HANGS = "this act hangs"
"""A note that is never worked out."""

NO_MORE_PICTURES = "pictures hang"
"""Once this is noted, pictures are never done."""

FAULTY_PICTURES = "pictures fail"
"""Once this is noted, pictures cannot be made."""


def _lose_patience() -> None:
    live.Live.__init__.__defaults__ = (1.0,)
    publishing.Publisher.__init__.__defaults__ = (0.5,)
    turns.Turns.__init__.__defaults__ = (0.3,)


def _get_faults() -> None:
    facts_of, snapshot = requests.facts_of, snapshots.snapshot

    def hanging_facts_of(session: Any, act: Any, lesson: Any, runs: Any) -> Any:
        if act.what.get("text") == HANGS:
            threading.Event().wait()
        return facts_of(session, act, lesson, runs)

    def faulty_snapshot(showing: Any, runs: Any) -> Any:
        if NO_MORE_PICTURES in showing.session.notes:
            threading.Event().wait()
        if FAULTY_PICTURES in showing.session.notes:
            raise ZeroDivisionError("a fault in a picture")
        return snapshot(showing, runs)

    requests.facts_of = hanging_facts_of
    snapshots.snapshot = faulty_snapshot


if __name__ == "__main__":
    _lose_patience()
    _get_faults()
    sys.exit(main())

"""A session as data: the counts of hands as CSV, and all that happened as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.paper.reproducing import command, fingerprint, scenario_source
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.scores import class_median
from analysis.classroom.session.state import BINS, Forecast, Session, WorldChoice
from sim.version import __version__

FORMULA = tuple("=+-@\t\r")
"""What a table program takes for a formula when a cell begins with it."""

WORLDS = ("worlds", "happened", "share_low", "share_high")


def counts_csv(session: Session, lesson: Lesson) -> str:
    """Return every count of hands, one row a count, with what was counted of many worlds beside it.

    Parameters
    ----------
    session : Session
        What the session has come to.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    str
        ``step`` (from 1), ``question``, ``count`` (first or second), hands from ``from_0_to_20`` on, ``hands``,
        ``class_median`` (0 to 1; empty for too few hands), ``worlds``, ``happened``, and the ends of the 95% interval
        of the share (0 to 1). Lines end as RFC 4180 has it.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["step", "question", "count", *_bins(), "hands", "class_median", *WORLDS])
    for step, forecast in sorted(session.forecasts.items()):
        question = _cell(lesson.steps[step].question.text)
        writer.writerows([step + 1, question, *row] for row in _counts(forecast))
    return text.getvalue()


def _bins() -> list[str]:
    edges = [100 * place // BINS for place in range(BINS + 1)]
    return [f"from_{edges[place]}_to_{edges[place + 1]}" for place in range(BINS)]


def _counts(forecast: Forecast) -> Iterator[list[object]]:
    found = forecast.counted
    worlds = ["", "", "", ""] if found is None else [found.runs, found.happened, found.low, found.high]
    for name, count in (("first", forecast.first), ("second", forecast.second)):
        if count is not None:
            median = class_median(count)
            yield [name, *count, sum(count), "" if median is None else median, *worlds]


def _cell(text: str) -> str:
    """A text that no table program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def session_json(session: Session, lesson: Lesson, facts: Sequence[Fact]) -> str:
    """Return all that happened, what it came to, and how each world is made again.

    The keys of acts, which a browser made up, are left out.
    """
    content = {
        "kind": "climbdown classroom session",
        "version": __version__,
        "lesson": {
            "id": lesson.id, "title": lesson.title, "seed": lesson.seed, "first_luck": lesson.first_luck,
            "scenario": scenario_source(lesson.scenario), "sha256": fingerprint(lesson.scenario),
        },
        "session": _session(session),
        "worlds": [_world(lesson, choice) for choice in _choices(session)],
        "facts": [{"number": fact.number, "at": fact.at, "kind": fact.kind, "what": dict(fact.what)} for fact in facts],
    }  # fmt: skip
    return json.dumps(content, indent=1, ensure_ascii=False, allow_nan=False, default=dict) + "\n"


def _session(session: Session) -> dict[str, Any]:
    """What the session has come to, without what could be undone."""
    return asdict(replace(session, past=()))


def _choices(session: Session) -> list[WorldChoice]:
    """Every world that was looked at last at a step, once."""
    found: list[WorldChoice] = []
    pairs = [(place.world, place.other) for place in session.left.values()] + [(session.world, session.other)]
    for pair in pairs:
        found += [choice for choice in pair if choice not in found]
    return found


def _world(lesson: Lesson, choice: WorldChoice) -> dict[str, Any]:
    return {"luck": choice.luck, "settings": dict(choice.settings), "command": command(lesson, choice)}

"""Views of a forecast and of a debrief as a page may be sent them at their fullest, made by the views themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

from analysis.classroom.lessons.reading import read_lesson
from analysis.classroom.session.counting import counted_news, wanted
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.requests import facts_of
from analysis.classroom.session.state import Counted, Session
from analysis.classroom.views.showing import Showing
from analysis.classroom.views.snapshot import snapshot
from analysis.classroom.worlds.world_runs import WorldRuns

LESSON = "forecasts"
COUNTED = Counted(1000, 421, 0.391, 0.452, (True, False, False, True, False) * 20, ("truce", "no_contact") * 50)
FIRST = ("hands", {"round": "first", "counts": [2, 9, 8, 14, 11]})
SECOND = ("hands", {"round": "second", "counts": [1, 16, 12, 15, 10]})
SEEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("phase", {"to": "ten"}), ("go", {"screen": "watch"}), ("jump", {"day": 70}), ("go", {"screen": "compare"}),
    ("jump", {"day": 70}), ("go", {"screen": "debrief"}), ("note", {"text": "Ask once more about the room."}),
)  # fmt: skip


def view_after(*acts: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """What the wall shows after these acts in the forecast of a shipped lesson, whose worlds are counted."""
    lesson, runs = read_lesson(LESSON), _runs()
    screens = [step.screen for step in lesson.steps]
    session = Session()
    for word, what in (("open", {"lesson": LESSON, "surface": "mirrored"}), ("go", {"screen": "predict"}), *acts):
        given = {"step": screens.index(what["screen"])} if word == "go" else what
        news = facts_of(session, Act(word, given, ""), lesson, runs)
        found = wanted(session, lesson)
        if word != "open" and found is not None:
            news = [*counted_news(session, found.key, COUNTED), *news]
        for kind, particulars in news:
            session = fold(session, Fact(1, 0.0, kind, particulars))
    showing = Showing(session, lesson, "wall", 0.0, 1, {}, None, "made")
    return snapshot(showing, runs)["view"]  # type: ignore[no-any-return]


@cache
def _runs() -> WorldRuns:
    return WorldRuns()


def _phases(*phases: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(("phase", {"to": phase}) for phase in phases)


FORECASTS: dict[str, tuple[str, dict[str, Any]]] = {
    "predict-first": ("predict", view_after()),
    "predict-talk": ("predict", view_after(FIRST)),
    "predict-second": ("predict", view_after(FIRST, *_phases("second"))),
    "predict-counted": ("predict", view_after(FIRST, SECOND)),
    "predict-ten": ("predict", view_after(FIRST, SECOND, *_phases("ten"), *[("reveal", {})] * 7)),
    "predict-hundred": ("predict", view_after(FIRST, SECOND, *_phases("ten", "hundred"))),
    "predict-scores": ("predict", view_after(FIRST, SECOND, *_phases("ten", "hundred", "scores"))),
    "debrief-feel": ("debrief", view_after(FIRST, SECOND, *SEEN)),
    "debrief-surprise": ("debrief", view_after(FIRST, SECOND, *SEEN, ("debrief", {"to": "happened"}))),
    "debrief-margin": ("debrief", view_after(FIRST, SECOND, *SEEN, ("debrief", {"to": "happened", "card": 1}))),
    "debrief-parting": ("debrief", view_after(FIRST, SECOND, *SEEN, ("debrief", {"to": "happened", "card": 2}))),
    "debrief-why": ("debrief", view_after(FIRST, SECOND, *SEEN, ("debrief", {"to": "why"}))),
    "debrief-so-what": ("debrief", view_after(FIRST, SECOND, *SEEN, ("debrief", {"to": "so_what"}))),
}
"""By a name of its own: the screen and its view."""

"""The debrief, one of its four steps at a time: feelings first, then what happened, why, what the model leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.state import DEBRIEF
from analysis.classroom.views.controls import control, lesson_controls, next_step
from analysis.classroom.views.data_cards import data_cards
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import Control, DebriefView
from analysis.classroom.views.showing import Runs, Showing

PARTS = {"feel": 2, "happened": 4, "why": 4, "so_what": 3}
"""How the minutes of the debrief are shared among its steps."""


def debrief_view(showing: Showing, lesson: Lesson, runs: Runs, naming: Naming) -> DebriefView:
    """Return the debrief: of what belongs to its other steps nothing is shown."""
    session = showing.session
    step = session.debrief
    cards = data_cards(session, lesson, runs, naming) if step == "happened" else []
    place = min(session.card, len(cards) - 1)
    return {
        "step": step,
        "steps": [
            {"name": {"id": f"debrief.{name}"}, "now": name == step, "minutes": minutes}
            for name, minutes in shared_minutes(lesson.steps[session.step].minutes).items()
        ],
        "question": naming.said(lesson.steps[session.step].question.text),
        "prompt": {"id": f"debrief.prompt_{step}"},
        "card": cards[place] if cards else None,
        "theory": naming.said(lesson.theory) if step == "why" else "",
        "leaves_out": [naming.said(text) for text in lesson.leaves_out] if step == "so_what" else [],
        "notes": list(session.notes) if showing.has_controls else None,
        "controls": list(_controls(showing, lesson, place, len(cards))),
        "more": [*_steps(step), *lesson_controls(showing, onwards=step != DEBRIEF[-1])],
    }


def shared_minutes(minutes: float) -> dict[str, int]:
    """Return whole minutes for each step of the debrief, which make up all minutes of the lesson's step."""
    parts = [PARTS[name] for name in DEBRIEF]
    ends = [round(minutes * done / sum(parts)) for done in accumulate(parts)]
    return {name: end - begin for name, begin, end in zip(DEBRIEF, [0, *ends], ends, strict=False)}


def _controls(showing: Showing, lesson: Lesson, card: int, cards: int) -> Iterator[Control]:
    """What comes next: another card, another step of the debrief, or the step after it; and the card before."""
    place = DEBRIEF.index(showing.session.debrief)
    if card + 1 < cards:
        yield control("debrief", "debrief.next_card", "ArrowRight", to="happened", card=card + 1)
    elif place + 1 < len(DEBRIEF):
        later = DEBRIEF[place + 1]
        label = {"id": "debrief.next", "name": {"id": f"debrief.{later}"}}
        yield control("debrief", label, "ArrowRight", to=later)
    else:
        yield next_step(showing.session, lesson)
    if card > 0:
        yield control("debrief", "debrief.last_card", "ArrowLeft", to="happened", card=card - 1)


def _steps(now: str) -> Iterator[Control]:
    """Any step of the debrief."""
    for name in DEBRIEF:
        yield control("debrief", f"debrief.{name}", pressed=name == now, to=name)

"""The lesson beside the screen: which step it is, how time stands, and for the desk alone what to say and drop."""

from __future__ import annotations

import math

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.lesson_clock import standing
from analysis.classroom.views.controls import clock_controls
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.shapes import LessonView, Text
from analysis.classroom.views.showing import Showing


def lesson_view(showing: Showing, lesson: Lesson, naming: Naming) -> LessonView:
    """Return the lesson as a surface shows it; what is said and dropped is for the teacher's desk alone."""
    session = showing.session
    time = standing(session, lesson, showing.clock_now)
    desk = showing.surface == "desk"
    steps = [
        {"screen": step.screen, "minutes": step.minutes, "dropped": place in session.dropped}
        for place, step in enumerate(lesson.steps)
    ]
    return {
        "id": lesson.id,
        "title": naming.said(lesson.title),
        "step": session.step,
        "steps": steps,
        "minute": math.floor(time.minute),
        "left": math.ceil(time.left),
        "until_debrief": math.ceil(time.until_debrief),
        "paused": time.paused or not time.begun,
        "late": time.late,
        "say": naming.said(lesson.steps[session.step].say) if desk else "",
        "drop": list(time.drop) if desk else [],
        "clock": list(clock_controls(session)) if desk else [],
        "leaves_out": [naming.said(text) for text in lesson.leaves_out],
    }


def alert(showing: Showing, lesson: Lesson) -> Text | None:
    """Return what the teacher has to be told: that the minutes of the debrief are running."""
    if showing.has_controls and standing(showing.session, lesson, showing.clock_now).fenced:
        return {"id": "lesson.fence"}
    return None

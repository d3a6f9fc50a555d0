"""What does the teacher do, and when? One printed page: minute, click, sentence to say, and what to leave out."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from analysis.classroom.lessons.lesson import FENCED_MINUTES, Lesson, Setting, Step
from analysis.classroom.lessons.reading import list_lessons
from analysis.classroom.messages import message

STYLE = Path(__file__).with_name("run_sheet.css")

TAG = re.compile(r"<[^>]*>")

TO_THE_END = ("debrief", "ticket")
"""What the last minutes are for."""

BUTTONS = {
    "resume_clock": "lesson.resume_clock",
    "more": "app.more",
    "play": "watch.play",
    "reveal": "watch.reveal",
    "why": "watch.why",
    "lucks": "compare.lucks",
    "keep": "predict.keep",
    "count_again": "predict.count_again",
    "show_worlds": "predict.show_worlds",
    "all_worlds": "predict.all_worlds",
    "scores": "predict.to_scores",
    "feel": "debrief.feel",
    "happened": "debrief.happened",
    "why_part": "debrief.why",
    "so_what": "debrief.so_what",
    "end": "ticket.end",
}
"""What texts of the sheet call a button, and the message that is written on it."""

ROOM = 315_000
"""How many characters fit on the smaller of both papers, times the square of the letters' size in points."""

STEP_ROOM = 90
"""What a step takes besides its texts, in characters: lines that are not full, and the space between rows."""

SMALLEST, LARGEST = 6.5, 10.5
"""Sizes of letters (points) that can be read at arm's length, and that need no more room than there is."""


class Row(NamedTuple):
    """One step on paper.

    Attributes
    ----------
    step : Step
    begins, ends : float
        Minutes from the beginning of the lesson, when nothing is left out.
    is_fenced : bool
        Whether it is part of the end, which nothing may take time from.
    """

    step: Step
    begins: float
    ends: float
    is_fenced: bool


def run_sheet(lesson: Lesson) -> str:
    """Return the run sheet of a lesson as a page of HTML that holds its own style and is one page when printed."""
    body = "\n".join(_body(lesson))
    return "\n".join([*_head(lesson, letter_size(body, len(lesson.steps))), body, "</body>\n</html>\n"])


def letter_size(body: str, steps: int) -> float:
    """Return the size of letters (points) at which so much text fills one page of A4 or Letter and no more."""
    characters = len(TAG.sub("", body)) + STEP_ROOM * steps
    return max(SMALLEST, min(LARGEST, math.floor(10 * math.sqrt(ROOM / characters)) / 10))


def rows(lesson: Lesson) -> list[Row]:
    """Return when each step begins and ends, and from which on the time is fenced.

    The fence stands before the debrief; in a lesson without one, before the first step within the last minutes.
    """
    ends = list(accumulate(step.minutes for step in lesson.steps))
    begins = [0.0, *ends[:-1]]
    last = next((n for n, step in enumerate(lesson.steps) if step.screen in TO_THE_END), None)
    if last is None:
        last = next((n for n, at in enumerate(begins) if at >= lesson.minutes - FENCED_MINUTES), len(begins))
    return [Row(*one, n >= last) for n, one in enumerate(zip(lesson.steps, begins, ends, strict=True))]


def _head(lesson: Lesson, size: float) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{_text('title', lesson=lesson.title)}</title>"
    style = STYLE.read_text(encoding="utf-8")
    yield f"<style>\n{style}html {{ font-size: {size:g}pt; }}\n</style>\n</head>\n<body>"


def _body(lesson: Lesson) -> Iterator[str]:
    yield f"<header><h1>{escape(lesson.title)}</h1><p>{_text('kind', n=_amount(lesson.minutes))}</p></header>"
    yield '<div class="beside">'
    yield f"<section><h2>{_text('goals')}</h2>{_points(lesson.goals)}</section>"
    yield f"<section><h2>{_text('before')}</h2><ol>"
    yield f"<li>{_text('start')} <code>climbdown serve --lesson {escape(_source(lesson))}</code></li>"
    yield f"<li>{_text('surface')}</li><li>{_text('look')}</li></ol></section>"
    yield "</div>"
    yield from _table(lesson)
    yield from _foot(lesson)


def _source(lesson: Lesson) -> str:
    """What `serve` calls a lesson: its name where it is shipped, else the file that whoever wrote it has."""
    return lesson.id if lesson.id in list_lessons() else f"{lesson.id}.yaml"


def _table(lesson: Lesson) -> Iterator[str]:
    yield f"<table><caption>{_text('caption')}</caption><thead><tr>"
    yield "".join(f'<th scope="col">{_text(f"column.{name}")}</th>' for name in ("minute", "click", "say", "drop"))
    yield "</tr></thead><tbody>"
    fenced = False
    for row in rows(lesson):
        if row.is_fenced and not fenced:
            said = _text("fence", minute=_amount(row.begins), fenced=FENCED_MINUTES)
            yield f'<tr class="fence"><td colspan="4">{said}</td></tr>'
            fenced = True
        yield from _row(row, lesson)
    yield "</tbody></table>"


def _row(row: Row, lesson: Lesson) -> Iterator[str]:
    step = row.step
    kind = "fenced" if row.is_fenced else "may-go" if step.droppable else ""
    yield f'<tr class="{kind}">'
    yield f'<th scope="row">{_amount(row.begins)}–{_amount(row.ends)}<small>{_named(step)}</small></th>'
    yield f'<td class="click">{_text(f"click.{step.screen}")}{_settings(step, lesson)}</td>'
    question = f'<p class="question">{escape(step.question.text)}</p>' if step.question.text else ""
    said = f"<p><q>{escape(step.say)}</q></p>" if step.say else ""
    yield f"<td>{question}{said}</td>"
    yield f'<td class="drop">{_drop(row)}</td></tr>'


def _named(step: Step) -> str:
    return escape(message(f"screen.{step.screen}"))


def _settings(step: Step, lesson: Lesson) -> str:
    """Where sliders stand when the step begins, if elsewhere than in the file."""
    stand = [f"{lesson.slider(name).label}: {_amount(setting)}" for name, setting in (step.settings or {}).items()]
    if not stand:
        return ""
    return f'<p class="set">{_text(f"set.{_column(step)}", settings="; ".join(stand))}</p>'


def _column(step: Step) -> str:
    return "second" if step.screen == "compare" else "world"


def _drop(row: Row) -> str:
    if row.is_fenced:
        return _text("never")
    if row.step.droppable:
        return _text("may_go", n=_amount(row.step.minutes))
    return _text(f"shorter.{row.step.screen}")


def _foot(lesson: Lesson) -> Iterator[str]:
    yield "<footer>"
    yield f"<section><h2>{_text('asked')}</h2><p>{_text('answer')}</p></section>"
    yield f"<section><h2>{_text('trouble')}</h2><p>{_text('trouble_do')}</p></section>"
    yield f'<section class="wide"><h2>{_text("no_phone")}</h2><p>{escape(lesson.no_phone)}</p></section>'
    yield "</footer>"


def _points(texts: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _amount(number: Setting) -> Setting:
    """A number as it is written, a whole one without a point; a word as it is."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _text(name: str, **values: object) -> str:
    """A message of the sheet, ready for HTML; buttons are called in it what the pages call them."""
    buttons = {button: message(label) for button, label in BUTTONS.items()}
    return escape(message(f"paper.sheet.{name}", **buttons, **values))

"""The worlds of a lesson on paper: those watched, those compared, and the decisions that were explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from analysis.classroom.drawing.canvas import PAPER_BARS, PAPER_CHART, PAPER_LADDER
from analysis.classroom.drawing.charts import chart
from analysis.classroom.drawing.ladder import ladder
from analysis.classroom.drawing.why_bars import why_bars
from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import message
from analysis.classroom.paper.asked_in_class import Asked, Explained
from analysis.classroom.paper.pages import figure, heading, paragraph, points
from analysis.classroom.session.screens import COMPARE, WATCH, screen_of
from analysis.classroom.session.state import CHARTS, Place, Session, Watching, WorldChoice
from analysis.classroom.views.compare import compare_view
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.shown import is_over, shown, told
from analysis.classroom.views.sliders import change_said, differing
from analysis.classroom.views.watch import when
from analysis.classroom.views.why import why_shown
from sim.narrative.cast import capital, spoken_date
from sim.narrative.lengths import Length, told_items
from sim.narrative.told_ending import ending
from sim.results.trajectory import Trajectory

MOST_EXPLAINED = 6
"""Decisions that are explained on paper: those that were asked last."""

MOST_TOLD = 30
"""Things told of one world, unless more must be."""


class Paper(NamedTuple):
    """What a paper is made of."""

    session: Session
    lesson: Lesson
    runs: Runs
    naming: Naming
    asked: Asked


def visited(paper: Paper) -> Iterator[tuple[int, Place]]:
    """Yield the steps that showed a world, in the order of the lesson, each as it was left."""
    session, lesson = paper.session, paper.lesson
    here = Place(session.world, session.other, session.before, session.watching)
    places = {**session.left, session.step: here}
    for step, place in sorted(places.items()):
        if lesson.steps[step].screen in (WATCH, COMPARE) and place.watching.day > 0:
            yield step, place


def worlds_on_paper(paper: Paper) -> Iterator[str]:
    """Yield each world that was watched or compared, as far as it was shown."""
    for step, place in visited(paper):
        session = replace(
            paper.session, step=step, world=place.world, other=place.other, before=None, watching=place.watching,
            ended=False,
        )  # fmt: skip
        if screen_of(session, paper.lesson) == COMPARE:
            yield from _compared(paper, session)
        else:
            yield from _watched(paper, place)


def world_said(paper: Paper, choice: WorldChoice) -> str:
    """Return which world it is: its luck, and what stands elsewhere than in the file."""
    moved = change_said(differing(paper.lesson, WorldChoice(choice.luck), choice, paper.naming))
    return " ".join(filter(None, [message("paper.handout.luck", luck=choice.luck), moved]))


def _watched(paper: Paper, place: Place) -> Iterator[str]:
    whole = paper.runs.trajectory(paper.lesson, place.world, paper.session.names)
    found = shown(whole, place.watching)
    day = place.watching.day
    yield heading(message("paper.handout.watched"), 3)
    yield paragraph(f"{world_said(paper, place.world)} {_how_far(whole, place.watching)}")
    yield figure(ladder(found, day, PAPER_LADDER))
    yield f'<div class="charts">{"".join(figure(chart(found, name, day, PAPER_CHART)) for name in CHARTS)}</div>'
    yield points(_happened(found, is_over(whole, place.watching)))


def _how_far(whole: Trajectory, watching: Watching) -> str:
    time = when(whole, watching)
    name = "paper.handout.whole" if is_over(whole, watching) else "paper.handout.so_far"
    return message(name, week=time["week"], weeks=time["weeks"], date=time["date"])


def _happened(found: Trajectory, over: bool) -> Iterator[str]:
    """Yield what happened, in the sentences of the story; how it ended only where the class saw it."""
    run = told(found)
    for item in told_items(run, Length.default, lambda items: len(items) <= MOST_TOLD, ()):
        if item.events:
            yield f"{spoken_date(item.first)}: {capital(item.text)}. {item.why}".strip()
    if over:
        yield from ending(run)[:1]


def _compared(paper: Paper, session: Session) -> Iterator[str]:
    lucks = session.step in paper.asked.lucks
    session = replace(session, watching=replace(session.watching, lucks=lucks))
    view = compare_view(
        Showing(session, paper.lesson, "wall", 0.0, 0, {}, None, ""), paper.lesson, paper.runs, paper.naming
    )
    yield heading(message("paper.handout.compared"), 3)
    whole = paper.runs.trajectory(paper.lesson, session.world, session.names)
    luck = message("paper.handout.luck", luck=session.world.luck)
    yield paragraph(f"{view['difference']} {luck} {_how_far(whole, session.watching)}")
    yield '<div class="pair">'
    for column in view["columns"]:
        yield f"<div>{heading(column['name'], 4)}{figure(column['ladder'])}{figure(column['chart'])}"
        yield f"{paragraph(column['ending'])}</div>"
    yield "</div>"
    yield paragraph(view["parting"], "strong")
    yield points(f"{column['name']}: {column['reason']}" for column in view["columns"] if column["reason"])
    if view["identical"]:
        yield paragraph(message("compare.identical"))
    small = [f"<div>{heading(one['name'], 4)}{figure(one['drawing'])}</div>" for one in view["lucks"]]
    yield f'<div class="pair">{"".join(small)}</div>' if small else ""
    yield paragraph(view["lucks_told"])


def explained_on_paper(paper: Paper) -> Iterator[str]:
    """Yield the decisions whose reasons the class asked for."""
    for one in paper.asked.explained[-MOST_EXPLAINED:]:
        yield from _explained(paper, one)


def _explained(paper: Paper, one: Explained) -> Iterator[str]:
    names = paper.session.names
    run = told(paper.runs.trajectory(paper.lesson, one.world, names))
    flip = paper.runs.flip(paper.lesson, one.world, names, one.decision) if one.flip else None
    why = why_shown(run, one.decision, True, flip)
    if why is None:
        return
    decision = run.choices[one.decision]
    yield heading(why["title"], 3)
    yield paragraph(f"{spoken_date(decision.date)}. {world_said(paper, one.world)}", "note")
    yield points([*why["told"], why["luck"]])
    yield figure(why_bars(run.trajectory, decision, PAPER_BARS, numbers=True))
    yield points(why["flip"])

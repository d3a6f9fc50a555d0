"""A run as a story that somebody who was not there can follow: month by month, with reasons at the turning points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sim.narrative.cast import Cast, capital, short_date, spoken_date, spoken_month
from sim.narrative.motives import motives
from sim.narrative.sentences import sentence
from sim.narrative.stretches import sums
from sim.narrative.told_ending import ending
from sim.narrative.turning_points import turning_points
from sim.narrative.wrapping import WIDTH, wrapped
from sim.results.record_rows import Decision, Event, decisions, events
from sim.results.trajectory import Trajectory

LINES = 60
"""A story is no longer than this, its ending included, unless more than that was decisive."""

EVENTS_TOLD = 26
REASONS_TOLD = 10
FEWEST_TOLD = 5
MOST_CHAPTERS = 7
MONTHS_A_CHAPTER = (1, 2, 3, 6, 12, 24)


class Entry(NamedTuple):
    """One turning point: its date, what happened, and why (empty where that is not told)."""

    date: str
    text: str
    why: str


class Chapter(NamedTuple):
    """One month: its heading, its turning points, and what else was done, as sums."""

    heading: str
    entries: tuple[Entry, ...]
    rest: str


class Story(NamedTuple):
    """A run as a story: title, opening, a chapter a month, and the sentences of the ending."""

    title: str
    opening: str
    chapters: tuple[Chapter, ...]
    ending: tuple[str, ...]


def tell(
    trajectory: Trajectory, told: int = EVENTS_TOLD, reasons: int = REASONS_TOLD, silent: Collection[str] = ()
) -> Story:
    """Return a run as a story.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    told : int
        How many events are told one by one; decisive ones always are.
    reasons : int
        At how many of them the reasons are told.
    silent : collection of str
        Sides whose moves somebody else made: the model has no reasons to tell for them.
    """
    scenario = trajectory.scenario
    title = f"{scenario.title or scenario.name} (seed {trajectory.seed}, run {trajectory.run})"
    choices = [choice for choice in decisions(trajectory) if choice.leader not in silent]
    chapters = tuple(_chapters(trajectory, choices, told, reasons))
    return Story(title, opening(trajectory), chapters, tuple(ending(trajectory)))


def opening(trajectory: Trajectory) -> str:
    """Return where things stand at the start, in one paragraph."""
    cast, steps = Cast(trajectory.scenario), trajectory.columns["steps"]
    one, other = (f"{cast.leader(side)} ({cast.country(side)})" for side in cast.sides)
    what = capital(cast.fill("{pressure} in {points.plural}"))
    points = ", ".join(f"{cast.country(side)} {steps[f'{side}.pressure'][0]:.0f}" for side in cast.sides)
    date = spoken_date(steps["date"][0])
    return f"{date}. {one} and {other} face one another. {what}: {points}. Who calls first?"


def story(trajectory: Trajectory, width: int = WIDTH, lines: int = LINES, silent: Collection[str] = ()) -> list[str]:
    """Return the story as lines of at most `width` columns, about `lines` of them at most.

    As many events are told one by one as fit; `silent` sides are told without reasons.
    """
    pages = {
        told: list(_lines(tell(trajectory, told, told // 3, silent), width)) for told in (FEWEST_TOLD, EVENTS_TOLD)
    }
    few, many = FEWEST_TOLD, EVENTS_TOLD
    if len(pages[many]) <= lines:
        return pages[many]
    while many - few > 1:
        told = (few + many) // 2
        pages[told] = list(_lines(tell(trajectory, told, told // 3, silent), width))
        few, many = (told, many) if len(pages[told]) <= lines else (few, told)
    return pages[few]


def _lines(story: Story, width: int) -> Iterator[str]:
    yield from wrapped(story.title, width=width)
    yield ""
    yield from wrapped(story.opening, width=width)
    yield ""
    for chapter in story.chapters:
        yield from wrapped(chapter.heading, width=width)
        for entry in chapter.entries:
            yield from wrapped(entry.text, first=f"{short_date(entry.date)}  ", width=width)
            if entry.why:
                yield from wrapped(entry.why, first=" " * 10, width=width)
        if chapter.rest:
            yield from wrapped(chapter.rest, first=" " * 8, width=width)
        yield ""
    for paragraph in story.ending:
        yield from wrapped(paragraph, width=width)


def _chapters(trajectory: Trajectory, choices: Sequence[Decision], told: int, reasons: int) -> Iterator[Chapter]:
    log = events(trajectory)
    chosen = turning_points(log, told)
    teller = Teller(trajectory, motives(chosen, log, choices, Cast(trajectory.scenario), reasons))
    numbers = {event.event for event in chosen}
    length = chapter_months(trajectory)
    for _, group in groupby(log, key=lambda event: month_number(event.date) // length):
        stretch = list(group)
        apart = [event for event in stretch if event.event in numbers]
        rest = sums([event for event in stretch if event.event not in numbers], teller.cast)
        yield Chapter(teller.heading(stretch), tuple(teller.entry(event) for event in apart), " ".join(rest))


def chapter_months(trajectory: Trajectory) -> int:
    """Return how many months a chapter spans, so that there are not too many of them."""
    dates = trajectory.columns["steps"]["date"]
    months = month_number(dates[-1]) - month_number(dates[0]) + 1
    return next((length for length in MONTHS_A_CHAPTER if months <= length * MOST_CHAPTERS), months)


def month_number(iso: str) -> int:
    """Return the months since year 0 of an ISO date."""
    return 12 * int(iso[:4]) + int(iso[5:7]) - 1


class Teller:
    """Turns the events of one run into entries.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    why : mapping of int to str
        Reasons by number of the event.
    """

    def __init__(self, trajectory: Trajectory, why: Mapping[int, str]) -> None:
        self.cast = Cast(trajectory.scenario)
        self._steps = trajectory.columns["steps"]
        self._why = why

    def heading(self, stretch: Sequence[Event]) -> str:
        """Return a chapter's heading: its months, and where pressure and markets stood at their end."""
        first, last = spoken_month(stretch[0].date), spoken_month(stretch[-1].date)
        when = first if first == last else f"{first} to {last}"
        row = bisect_right(self._steps["date"], f"{stretch[-1].date[:7]}-31") - 1
        return f"{when} - {'; '.join(self._standing(side, row) for side in self.cast.sides)}"

    def entry(self, event: Event) -> Entry:
        """Return an event as an entry."""
        return Entry(event.date, sentence(event, self.cast, self._points_after(event)), self._why.get(event.event, ""))

    def _standing(self, side: str, row: int) -> str:
        points, fall = self._steps[f"{side}.pressure"][row], self._steps[f"{side}.drawdown"][row]
        return f"{self.cast.country(side)} {points:.0f}, {self.cast.words['market']} {-fall:.0%}".replace("-0%", "0%")

    def _points_after(self, event: Event) -> float | None:
        """Return the points in force at the end of the event's step; None for a run left in the middle of it."""
        name, row = f"{event.actor}.pressure", bisect_left(self._steps["day"], event.day)
        if name not in self._steps or row >= len(self._steps[name]):
            return None
        return float(self._steps[name][row])


def retold(trajectory: Trajectory, choices: Sequence[Decision], told: Sequence[Event]) -> list[Entry]:
    """Return some events of a run as entries, each with its reasons where it has any."""
    log = events(trajectory)
    teller = Teller(trajectory, motives(told, log, choices, Cast(trajectory.scenario), REASONS_TOLD))
    return [teller.entry(event) for event in told]

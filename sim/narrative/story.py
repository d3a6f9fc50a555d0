"""A run as a story that somebody who was not there can follow, in three lengths: read aloud, usual, everything."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sim.narrative.amounts import without_digits
from sim.narrative.cast import capital, short_date, spoken_date
from sim.narrative.chapters import Chapter, chapters
from sim.narrative.days import spoken_day, spoken_stretch
from sim.narrative.items import Item
from sim.narrative.lengths import Length, told_items
from sim.narrative.painted import Role, in_role
from sim.narrative.told_ending import ending
from sim.narrative.told_run import ToldRun
from sim.narrative.wrapping import WIDTH, wrapped
from sim.results.trajectory import Trajectory

LINES = {Length.plain: 40, Length.default: 90}
"""A story of this length has no more lines, unless more than that must be told."""

WORDS = 350
"""A story for reading aloud has no more words."""


class Story(NamedTuple):
    """A run as a story: title, opening, chapters, and the sentences of the ending."""

    title: str
    opening: str
    chapters: tuple[Chapter, ...]
    ending: tuple[str, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything told, in order."""
        return tuple(item for chapter in self.chapters for item in chapter.items)


def tell(trajectory: Trajectory, length: Length = Length.default, silent: Collection[str] = ()) -> Story:
    """Return a run as a story.

    Parameters
    ----------
    trajectory : Trajectory
        The run.
    length : Length
        How long it shall be.
    silent : collection of str
        Sides whose moves somebody else made: the model has no reasons to tell for them.
    """
    run = ToldRun(trajectory, plain=length is Length.plain)

    def made(items: Sequence[Item]) -> Story:
        return Story(title(run), opening(run), tuple(chapters(items, run)), tuple(ending(run)))

    def fits(items: Sequence[Item]) -> bool:
        lines = list(lines_of(made(items), length))
        return len(lines) <= LINES[length] and (length is Length.default or words_in(lines) <= WORDS)

    return made(told_items(run, length, fits, silent))


def story(
    trajectory: Trajectory, width: int = WIDTH, length: Length = Length.default, silent: Collection[str] = ()
) -> list[str]:
    """Return the story as lines of at most `width` columns; `silent` sides are told without reasons."""
    return list(lines_of(tell(trajectory, length, silent), length, width))


def words_in(lines: Sequence[str]) -> int:
    """Return how many words stand in lines."""
    return sum(len(line.split()) for line in lines)


def title(run: ToldRun) -> str:
    """Return the title of a run; for reading aloud without the address of its luck."""
    scenario = run.trajectory.scenario
    named = scenario.title or scenario.name
    if run.plain:
        return without_digits(named)
    return f"{named} (seed {run.trajectory.seed}, run {run.trajectory.run})"


def opening(run: ToldRun) -> str:
    """Return where things stand at the start, in one paragraph."""
    cast, steps = run.cast, run.steps
    faces = " and ".join(_introduced(side, run) for side in cast.sides)
    points = {side: float(steps[f"{side}.pressure"][0]) for side in cast.sides}
    if run.plain:
        stand = _standing_in_words(points, run)
        return f"On {spoken_date(steps['date'][0])} {faces} were at odds. {stand} Who will ask first?"
    told = ", ".join(f"{cast.country(side)} {points[side]:.0f}" for side in cast.sides)
    what = capital(cast.fill("{pressure} in {points.plural}"))
    return f"{spoken_date(steps['date'][0])}. {faces} are at odds. {what}: {told}. Who will ask first?"


def _introduced(side: str, run: ToldRun) -> str:
    leader, country = run.cast.leader(side), run.cast.country(side)
    if leader == country:
        return leader
    return f"{leader} of {run.side(side)}" if run.plain else f"{leader} ({country})"


def _standing_in_words(points: dict[str, float], run: ToldRun) -> str:
    pressing = [side for side, value in points.items() if value > 0]
    fill = run.cast.fill
    if len(pressing) == len(points):
        return fill("Both {side.plural} had {pressure} in force.")
    if pressing:
        return fill("Only {country} had {pressure} in force.", country=run.side(pressing[0]))
    return fill("Neither {side} had {pressure} in force.")


def lines_of(told: Story, length: Length, width: int = WIDTH) -> Iterator[str]:
    """Yield a story as lines of at most `width` columns."""
    yield from in_role(wrapped(told.title, width=width), Role.heading)
    yield ""
    yield from wrapped(told.opening, width=width)
    yield ""
    before = ""
    for chapter in told.chapters:
        yield from _read_aloud(chapter, before, width) if length is Length.plain else _diary(chapter, width)
        yield ""
        before = chapter.items[-1].last
    for paragraph in told.ending:
        yield from wrapped(paragraph, width=width)


def _diary(chapter: Chapter, width: int) -> Iterator[str]:
    yield from in_role(wrapped(chapter.heading, width=width), Role.heading)
    for item in chapter.items:
        yield from wrapped(sentence_of(item, dated=False), first=f"{short_date(item.first)}  ", width=width)
        if item.why:
            yield from in_role(wrapped(item.why, first=" " * 10, width=width), Role.aside)


def _read_aloud(chapter: Chapter, before: str, width: int) -> Iterator[str]:
    """One paragraph: each sentence begins with its date; `before` is the last date told."""
    told, day = [], ""
    for item in chapter.items:
        single = item.first == item.last
        said = sentence_of(item, dated=True, beside=before, same_day=single and item.first == day)
        told.append(" ".join(part for part in (said, item.why) if part))
        before, day = item.last, item.last if single else ""
    yield from wrapped(" ".join(told), width=width)


def sentence_of(item: Item, dated: bool, beside: str = "", same_day: bool = False) -> str:
    """Return an item as whole sentences; what took longer says from when to when, one day is named if `dated`.

    `beside` is the date told before: another year is said. If it was a day by itself and this is the `same_day`, so is
    that.
    """
    if not dated:
        until = f"until {spoken_day(item.last, item.first)} " if item.first != item.last else ""
        return f"{capital(until + item.text)}."
    if item.first != item.last:
        return f"From {spoken_stretch(item.first, item.last)} {item.text}."
    if same_day:
        return f"The same day {item.text}."
    return f"On {spoken_day(item.first, beside or item.first)} {item.text}."

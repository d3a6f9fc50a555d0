"""Two runs under the same luck, told side by side from where they part."""

from __future__ import annotations

from collections.abc import Iterator

from sim.narrative.cast import Cast, short_date, spoken_date
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.lengths import items_from
from sim.narrative.reasons import because
from sim.narrative.story import sentence_of
from sim.narrative.told_run import ToldRun
from sim.narrative.wrapping import WIDTH, columns, wrapped
from sim.results.parting import Parting, parting
from sim.results.record_rows import Decision, decisions, events
from sim.results.trajectory import Trajectory

ITEMS_TOLD = 20

YEAR = len("2025")
"""Characters of a date that are its year."""


def first_different_decision(one: Trajectory, other: Trajectory) -> tuple[Decision | None, Decision | None]:
    """Return the first decisions that differ in who decides when, or in what is chosen; (None, None) if none."""
    ours, theirs = decisions(one), decisions(other)
    for here, there in zip(ours, theirs, strict=False):
        if (here.leader, here.day, here.about, here.chosen.name) != (
            there.leader,
            there.day,
            there.about,
            there.chosen.name,
        ):
            return here, there
    rest = ours[len(theirs) :] or theirs[len(ours) :]
    if not rest:
        return None, None
    return (rest[0], None) if len(ours) > len(theirs) else (None, rest[0])


def side_by_side(one: Trajectory, other: Trajectory, names: tuple[str, str], width: int = WIDTH) -> Iterator[str]:
    """Yield two runs side by side from where they part, as lines of at most `width` columns.

    Parameters
    ----------
    one, other : Trajectory
        Runs with the same seed and run number.
    names : tuple of str
        What the two are called.
    """
    logs = events(one), events(other)
    found = parting(*logs)
    if found is None:
        yield from wrapped("Under this luck both settings tell the same story, event by event.", width=width)
        return
    shared = {0: "from the first event on", 1: "after one event"}.get(found.place, f"after {found.place} events")
    yield from wrapped(f"The two runs part {shared}, on {spoken_date(found.date)}.", width=width)
    yield ""
    half = (width - 3) // 2
    heads = [wrapped(name, width=half) for name in names]
    tall = max(len(head) for head in heads)
    pages = []
    for run, head in zip((one, other), heads, strict=True):
        blank = [""] * (tall - len(head))
        pages.append([*head, *blank, "-" * half, *_page(run, found, half)])
    yield from columns(pages[0], pages[1], width)


def different_choice(one: Trajectory, other: Trajectory, width: int = WIDTH) -> Iterator[str]:
    """Yield the first decision that fell differently, with the reasons on both sides."""
    here, there = first_different_decision(one, other)
    cast = Cast(one.scenario)
    if here is None or there is None or (here.leader, here.day) != (there.leader, there.day):
        return
    name = cast.leader(here.leader)
    yield ""
    yield from wrapped(f"The first decision to fall differently: {name}, {spoken_date(here.date)}.", width=width)
    for label, choice, record in (("A", here, one), ("B", there, other)):
        text = because(choice, cast, RecordFacts(record).at(choice))
        yield from wrapped(text, first=f"  {label}: ", width=width)


def _page(run: Trajectory, found: Parting, width: int) -> Iterator[str]:
    """One run from where it parts; a year that begins stands on a line of its own, as the days name none."""
    told, year = ToldRun(run), found.date[:YEAR]
    for item in items_from(told, found.place, ITEMS_TOLD):
        if item.first[:YEAR] > year:
            year = item.first[:YEAR]
            yield year
        yield from wrapped(sentence_of(item, dated=False), first=f"{short_date(item.first)}  ", width=width)
    yield from wrapped(told.cast.fill(f"End: {run.outcome.outcome_class.ending}."), width=width)

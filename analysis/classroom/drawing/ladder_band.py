"""What stands between the two ladders: who asked, when they were in touch, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.classroom.drawing.canvas import SIDES, Size, mark
from analysis.classroom.drawing.courses import DEAL, Mark, label_of, truces
from analysis.classroom.drawing.keys import Entry
from analysis.classroom.drawing.scales import Field
from analysis.classroom.messages import message
from analysis.documents.reaching_marks import HELD, TOGETHER
from sim.narrative.cast import Cast
from sim.results.trajectory import Trajectory
from sim.vocabulary import levels

ASIDE = 0.62
"""How far a mark goes aside where it would lie on the one before it, in sizes of letters."""

MET = {levels.WORDS[levels.TALKS]: "square", levels.WORDS[levels.CALL]: "dot", levels.WORDS[levels.SUMMIT]: "diamond"}
"""Shape of a contact by its level."""


def between(reached: Sequence[Mark], sides: Sequence[str], fields: tuple[Field, Field], size: Size) -> Iterator[str]:
    """Yield a mark for all that happened between the sides, in three lanes.

    Parameters
    ----------
    reached : sequence of Mark
        What happened, in order.
    sides : sequence of str
        Ids of the side above and of the one below.
    fields : (Field, Field)
        Where their ladders stand.
    size : Size
        Of the drawing.
    """
    upper, lower = fields
    step = (lower.bottom - upper.bottom) / 6
    lanes = {
        sides[0]: upper.bottom + 1.1 * step,
        TOGETHER: upper.bottom + 3 * step,
        sides[1]: lower.bottom - 1.1 * step,
    }
    ends = dict.fromkeys(lanes, -size.width)
    for happened in reached:
        shape, look = _form(happened, sides)
        x = upper.x(happened.day)
        ends[happened.lane] = x = min(max(x, ends[happened.lane] + ASIDE * size.text), x + ASIDE * size.text)
        yield mark(shape, (x, lanes[happened.lane]), 0.3 * size.text, look, size.stroke * 0.6)


def _form(happened: Mark, sides: Sequence[str]) -> tuple[str, str]:
    """The shape of what happened and the class of its look."""
    if happened.lane == TOGETHER:
        return _met(happened.kind)
    place = sides.index(happened.lane)
    return ("down", "up")[place], f"{SIDES[place]}-{'vain' if happened.in_vain else 'asks'}"


def _met(kind: str) -> tuple[str, str]:
    return ("tick", "tick-mark") if kind == DEAL else (MET[HELD[kind]], "met")


def entries(trajectory: Trajectory, day: float, reached: Sequence[Mark]) -> list[Entry]:
    """Return what the marks mean, of those that have come up."""
    cast = Cast(trajectory.scenario)
    found = _asks([happened.in_vain for happened in reached if happened.lane != TOGETHER])
    kinds = dict.fromkeys(happened.kind for happened in reached if happened.lane == TOGETHER)
    found += [Entry(*_met(kind), label_of(kind, cast)) for kind in kinds]
    return found + ([Entry("held", "", cast.words["truce"].noun)] if truces(trajectory, day) else [])


def _asks(in_vain: Sequence[bool]) -> list[Entry]:
    """The key of asking, by whether each ask was in vain."""
    looks = (["asked"] if in_vain else []) + (["vain"] if any(in_vain) else [])
    names = {"asked": "drawing.asks", "vain": "drawing.in_vain"}
    return [Entry("down", look, message(names[look])) for look in looks]

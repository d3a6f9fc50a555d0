"""What a class asked while it watched: the decisions whose reasons were shown, and where other lucks were tried."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from analysis.classroom.lessons.lesson import Setting
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.state import Session, WorldChoice


class Explained(NamedTuple):
    """A decision whose reasons were shown: of which world, and whether what would have turned it was asked."""

    luck: int
    settings: tuple[tuple[str, Setting], ...]
    decision: int
    flip: bool

    @property
    def world(self) -> WorldChoice:
        """The world in which it was taken."""
        return WorldChoice(self.luck, dict(self.settings))


class Asked(NamedTuple):
    """What was asked: decisions in the order in which they were explained first, and steps that tried other lucks."""

    explained: tuple[Explained, ...]
    lucks: frozenset[int]


def asked_in_class(facts: Iterable[Fact]) -> Asked:
    """Return what a class asked, from its facts."""
    session, lucks = Session(), set()
    found: dict[tuple[object, ...], Explained] = {}
    for fact in facts:
        session = fold(session, fact)
        watching = session.watching
        if watching.lucks:
            lucks.add(session.step)
        if fact.kind in ("why_asked", "flip_asked") and watching.why is not None:
            settings = tuple(sorted(session.world.settings.items()))
            place = (session.world.luck, settings, watching.why)
            flip = watching.flip or (place in found and found[place].flip)
            found[place] = Explained(*place, flip)
    return Asked(tuple(found.values()), frozenset(lucks))

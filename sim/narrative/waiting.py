"""Silences between the leaders: how long, what each believed, and what kept them from asking."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sim.narrative.amounts import span
from sim.narrative.cast import capital
from sim.narrative.chance_words import chance_word
from sim.narrative.days import spoken_day
from sim.narrative.items import Item, Rank
from sim.narrative.scenes import ANSWERS, REQUESTS, words
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from sim.vocabulary import events as e

WORD_PASSED = REQUESTS | ANSWERS | words(e.REQUESTS_CROSSED, e.CALL_HELD, e.SUMMIT_HELD, e.MEETING_WITHDRAWN)
"""Kinds by which a word passes between the two leaders themselves."""

AFFRONTS = words(e.REQUEST_DECLINED, e.REQUEST_LAPSED, e.MEETING_WITHDRAWN, e.BLOW_UP, e.NO_DEAL, e.TRUCE_BREACHED)
"""What may hurt for a while."""

REBUFFS = words(e.REQUEST_DECLINED, e.REQUEST_LAPSED)
"""Affronts that not every story tells; where they may be left out, they are not named by their day."""

SHORTEST, LONGEST_MINIMUM, SHARE_OF_RUN = 10.0, 45.0, 0.2
"""A silence is told from a fifth of the run on, or from so many days at least and at most."""

HURT = 0.3
"""Reluctance after a rebuff (column ``chill``) that is worth a word."""

PROUD = 0.45
"""Face sunk in public (column ``sunk_face``) that is worth a word."""

PAINED = 0.4
"""A difference in pain that is worth a word."""

FRESH = 45.0
"""Days after which an affront before a silence is no longer named as what hurts."""

LOOKED_AT = 0.5
"""How far into a silence the two are looked at."""


class Silence(NamedTuple):
    """Days (since the start) on which no word passed."""

    start: float
    end: float

    @property
    def days(self) -> float:
        """How long it was."""
        return self.end - self.start


def silences(run: ToldRun) -> list[Silence]:
    """Return the stretches without a word that are long enough to be told, in order."""
    last = float(run.steps["day"][-1])
    least = min(max(SHORTEST, SHARE_OF_RUN * last), LONGEST_MINIMUM)
    bounds = [0.0, *_days(run, WORD_PASSED), *(_days(run, words(e.DEAL)) or [last])]
    return [silence for silence in (Silence(*ends) for ends in pairwise(bounds)) if silence.days >= least]


def _days(run: ToldRun, kinds: Collection[str]) -> list[float]:
    return [event.day for event in run.log if event.kind in kinds]


def waiting(run: ToldRun, most: int, silent: Collection[str] = ()) -> list[Item]:
    """Return the long silences of a run as items, each with at most so many sentences besides its length.

    Nothing is said of a silence that was said of the one before, and nothing of the minds of `silent` sides: somebody
    else made their moves.
    """
    said: set[str] = set()
    items = []
    for place, silence in enumerate(silences(run)):
        rows = [run.step_row(day) for day in (silence.start, silence.end)]
        first, last = (str(run.steps["date"][row]) for row in rows)
        parts = [part for part in about(silence, run, silent) if part not in said][:most]
        said = set(parts)
        text = ". ".join([_length(silence, place, run), *map(capital, parts)])
        items.append(Item(first, last, text, (), Rank.wait))
    return items


LENGTHS = (
    "no word passed between the two {leader.plural}{but}: {span} of silence",
    "the two {leader.plural} were silent for {span}{but}",
    "nothing passed between the two {leader.plural} for {span}{but}",
)
"""Ways to tell how long a silence was, taken in turn."""


def _length(silence: Silence, place: int, run: ToldRun) -> str:
    """How long it was, and who met meanwhile."""
    met = [event for event in run.log if silence.start < event.day < silence.end and event.kind in MEANWHILE]
    but = run.cast.fill(", though their {envoy.plural} did meet") if met else ""
    return run.cast.fill(LENGTHS[place % len(LENGTHS)], span=span(silence.days), but=but)


MEANWHILE = words(e.MEDIATION_HELD)


class Remark(NamedTuple):
    """A sentence on a silence, and its place among the others: the most remarkable at 0."""

    place: int
    text: str


def about(silence: Silence, run: ToldRun, silent: Collection[str] = ()) -> list[str]:
    """Return what is to be said of a silence, the most remarkable first: hurt before hopes, hopes before habits."""
    row = run.step_row(silence.start + LOOKED_AT * silence.days)
    minds = [side for side in run.cast.sides if side not in silent]
    found = [*_hurts(silence, row, run, minds), *_beliefs(row, run, minds), *_wishes(row, run, minds)]
    found += _strain(row, run)
    return [remark.text for remark in sorted(found, key=lambda remark: remark.place)]


def _number(run: ToldRun, side: str, name: str, row: int) -> float:
    """A number of a side; not a number in records that do not have it."""
    return float(run.steps[f"{side}.{name}"][row])


HOPEFUL, DOUBTFUL = 0.65, 0.35
"""From which chance on an ask is likely, and below which it is unlikely: borders of the words for chances."""


def _beliefs(row: int, run: ToldRun, minds: Sequence[str]) -> Iterator[Remark]:
    """How likely each thought it that the other would ask first; what is expected is told before what is not."""
    chances = {side: _number(run, side, "expects_ask", row) for side in minds}
    if not chances or any(math.isnan(chance) for chance in chances.values()):
        return
    said = {side: round(min(1.0, max(0.0, chance)), 2) for side, chance in chances.items()}
    yield _one_belief(said, run) if len(said) == 1 else _two_beliefs(said, run)


def _one_belief(said: Mapping[str, float], run: ToldRun) -> Remark:
    (side, chance), *_ = said.items()
    one, other = run.cast.leader(side), run.cast.leader(run.cast.other(side))
    text = f"{one} thought it {_seen(chance)} that {other} would ask within the month"
    return Remark(0 if chance >= HOPEFUL else 2, text)


def _two_beliefs(said: Mapping[str, float], run: ToldRun) -> Remark:
    less, more = sorted(said, key=lambda side: said[side])
    high, low = (_seen(said[side]) for side in (more, less))
    one, other = run.cast.leader(more), run.cast.leader(less)
    if high == low:
        return Remark(2, f"both thought it {high} that the other would ask within the month")
    if said[more] < DOUBTFUL:
        return Remark(2, "neither thought it likely that the other would ask within the month")
    if said[more] >= HOPEFUL:
        hope = _one_belief({more: said[more]}, run)
        return hope._replace(text=f"{hope.text}; {other} thought it {low} of {one}")
    return Remark(2, f"{one} saw {high} that {other} would ask within the month; {other} expected less of {one}")


def _seen(chance: float) -> str:
    """A chance in the words of the one table, as what somebody thought it to be."""
    return chance_word(chance).replace("about even", "about an even chance")


def _wishes(row: int, run: ToldRun, minds: Sequence[str]) -> Iterator[Remark]:
    """Whether each would rather be asked than ask."""
    gains = {side: _number(run, side, "waiting_over_asking", row) for side in minds}
    waits = [run.cast.leader(side) for side, gain in gains.items() if gain > 0]
    asks = [run.cast.leader(side) for side, gain in gains.items() if gain <= 0]
    rather = run.cast.fill("would rather {hold.infinitive} than ask")
    if len(waits) == len(run.cast.sides):
        yield Remark(3, f"both {rather}")
    elif waits and len(waits) + len(asks) == len(minds):
        ready = f"; {asks[0]} saw more in asking, and yet did not ask" if asks else ""
        yield Remark(1, f"{waits[0]} {rather}{ready}")


def _hurts(silence: Silence, row: int, run: ToldRun, minds: Sequence[str]) -> Iterator[Remark]:
    """What hurt or pride kept a leader from asking, the strongest of each."""
    why = {side: text for side in minds if (text := hurt_of(side, silence, row, run))}
    if len(why) == len(run.cast.sides) and len(set(why.values())) == 1:
        yield Remark(0, _of_both(why[run.cast.sides[0]]))
    else:
        yield from (Remark(1, f"{run.cast.leader(side)} {text}") for side, text in why.items())


def _of_both(text: str) -> str:
    """What holds for both: neither had forgotten, both had vowed."""
    return f"neither had {text.removeprefix(NOT_YET)}" if text.startswith(NOT_YET) else f"both {text}"


NOT_YET = "had not "


def _strain(row: int, run: ToldRun) -> Iterator[Remark]:
    """Whom the pressure hurt clearly more."""
    one, other = run.cast.sides
    gap = _number(run, one, "pain", row) - _number(run, other, "pain", row)
    if abs(gap) >= PAINED:
        hurt = one if gap > 0 else other
        yield Remark(2, f"the strain hurt {run.side(hurt)} more than {run.side(run.cast.other(hurt))}")


def hurt_of(side: str, silence: Silence, row: int, run: ToldRun) -> str:
    """Return hurt or pride of a leader as what he or she "had" done or not; empty for neither.

    `row` is that of the step at which the leader is looked at.
    """
    affront = _affront(side, silence.start, run.log)
    if affront is not None and _number(run, side, "chill", row) >= HURT:
        if affront.kind in REBUFFS and (run.plain or affront.level == "letter"):
            return "had not got over a rebuff"
        return f"had not forgotten {run.cast.fill(AFFRONT_WORDS[affront.kind])} of {spoken_day(affront.date)}"
    return "had vowed too loudly not to yield" if _number(run, side, "sunk_face", row) >= PROUD else ""


def _affront(side: str, day: float, log: Sequence[Event]) -> Event | None:
    """The last thing not long before a day that hurt a leader: by the other, or before everybody's eyes."""
    return next(
        (
            event
            for event in reversed(log)
            if 0 <= day - event.day <= FRESH and event.kind in AFFRONTS and event.actor != side
        ),
        None,
    )


AFFRONT_WORDS = {
    e.WORDS[e.REQUEST_DECLINED]: "the no",
    e.WORDS[e.REQUEST_LAPSED]: "the silence",
    e.WORDS[e.MEETING_WITHDRAWN]: "the cancelling",
    e.WORDS[e.BLOW_UP]: "the {rupture}",
    e.WORDS[e.NO_DEAL]: "the failed {summit}",
    e.WORDS[e.TRUCE_BREACHED]: "the broken {truce}",
}

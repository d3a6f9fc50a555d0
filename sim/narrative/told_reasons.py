"""At which items the reasons are told, and that none of them is told too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sim.narrative.items import Item
from sim.narrative.reasons import CLAUSES, motive
from sim.narrative.scenes import words
from sim.narrative.short_reasons import Beside, short_reason, worth_telling
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Decision, Event
from sim.vocabulary import events as e

AGREED = words(e.TRUCE_AGREED, e.TRUCE_RENEWED)
AT_TABLE = AGREED | words(e.TRUCE_LAPSED, e.MEDIATION_FAILED)
"""What both leaders decide at a table; no single decision is carried out: all of that moment are taken."""

PRESSURE = words(e.ESCALATE, e.EASE)

WORTH: Mapping[str, int] = {row.word: row.why for row in e.ROWS if row.why is not None}
"""How telling the reasons behind a kind of event are, the most telling at 0."""


class Dose(NamedTuple):
    """How many reasons a story tells.

    Attributes
    ----------
    items : int
        At how many items at most.
    uses : int
        How often a clause may be told; never twice running for one leader.
    clauses : int
        How many considerations stand in one reason at most.
    """

    items: int
    uses: int
    clauses: int = CLAUSES


SOONER_OR_LATER = dict.fromkeys(words(e.TRUCE_BREACHED, e.MEETING_WITHDRAWN), -1) | dict.fromkeys(
    words(e.TRUCE_RENEWED), 2
)
"""Where there is no room for all reasons: a breach is explained first, that all goes on as it was comes later."""


def with_reasons(items: Sequence[Item], run: ToldRun, dose: Dose, silent: Collection[str]) -> list[Item]:
    """Return the items with reasons at those where they say most, and with no others.

    Parameters
    ----------
    items : sequence of Item
        The items in order.
    run : ToldRun
        The run.
    dose : Dose
        How many.
    silent : collection of str
        Sides whose moves somebody else made: the model has no reasons to tell for them.
    """
    behind = {place: decisions_behind(item, run, silent) for place, item in enumerate(items)}
    places = sorted((place for place in behind if behind[place]), key=lambda place: _worth(items[place], run))
    ledger = Spent(dose)
    found = [item._replace(why="") for item in items]
    for place in sorted(places[: dose.items]):
        texts: list[str] = []
        for choice in behind[place]:
            beside = _beside(items[place], choice, run)
            beside = Beside.other_too if texts and beside is Beside.together else beside
            texts += filter(None, [ledger.tell(choice, run, beside)])
        found[place] = items[place]._replace(why=_joined(texts))
    return found


def _joined(texts: Sequence[str]) -> str:
    """Sentences as one text; where both leaders had the same reasons, one of both."""
    reasons = {text.partition(" did so")[2].partition(", because ")[2] for text in texts}
    if len(texts) == len(reasons) or reasons == {""}:
        return " ".join(texts)
    return f"Both did so{texts[0].partition(' did so')[2]}"


class Spent:
    """Counts which clauses were told, and which of them last for whom."""

    def __init__(self, dose: Dose) -> None:
        self.dose = dose
        self.told = 0
        self.counts: Counter[str] = Counter()
        self.last: dict[str, set[str]] = {}

    def tell(self, choice: Decision, run: ToldRun, beside: Beside = Beside.other) -> str:
        """Return the reasons behind a decision that are not spent, as a sentence; they are spent now."""
        spent = {text for text, count in self.counts.items() if count >= self.dose.uses}
        spent |= self.last.get(choice.leader, set())
        left = worth_telling(motive(choice, run.cast, run.facts.at(choice)).without(spent))
        left = left._replace(clauses=left.clauses[: self.dose.clauses])
        text = short_reason(left, beside, self.told, run.cast)
        if text:
            texts = {clause.text for clause in left.told}
            self.counts.update(texts)
            self.last[choice.leader] = texts
            self.told += 1
        return text


def _worth(item: Item, run: ToldRun) -> tuple[int, int, tuple[int, ...]]:
    told_kinds = [run.log[number].kind for number in item.events]
    kinds = [SOONER_OR_LATER.get(kind, WORTH[kind]) for kind in told_kinds if kind in WORTH]
    return item.rank, min(kinds, default=len(WORTH)), item.events


def _beside(item: Item, choice: Decision, run: ToldRun) -> Beside:
    """What an item tells of the deed that a decision led to."""
    told_events = [run.log[number] for number in item.events]
    if any(event.kind in AGREED for event in told_events):
        return Beside.together
    if choice.kind != "turn":
        return Beside.other
    if len({event.decision for event in told_events if event.decision in _turns(run, told_events)}) == 1:
        return Beside.deed
    return Beside.often if all(event.kind in PRESSURE for event in told_events) else Beside.other


def _turns(run: ToldRun, told_events: Sequence[Event]) -> set[int]:
    """The decisions of leaders to do something of their own, among those behind some events."""
    own = {event.decision for event in told_events if event.decision in run.choices}
    return {number for number in own if run.choices[number].kind == "turn"}


def decisions_behind(item: Item, run: ToldRun, silent: Collection[str] = ()) -> list[Decision]:
    """Return the decisions that explain an item: one, or what both said at a table; none of `silent` sides."""
    told_events = [run.log[number] for number in item.events]
    if tables := [event for event in told_events if event.kind in AT_TABLE]:
        return [choice for choice in run.at_the_table(tables[0].day) if _tells(tables[0], choice, silent)]
    held = [event for event in told_events if event.kind == e.WORDS[e.MEDIATION_HELD]]
    return [] if held else list(_most_telling(told_events, run, silent))  # who sought talks is told, not why


def _most_telling(told_events: Sequence[Event], run: ToldRun, silent: Collection[str]) -> Iterator[Decision]:
    """The decision behind the event whose reasons say most."""
    telling = [event for event in told_events if event.kind in WORTH and event.decision in run.choices]
    if telling:
        choice = run.choices[min(telling, key=lambda event: (WORTH[event.kind], event.event)).decision]
        yield from () if choice.leader in silent else (choice,)


def _tells(event: Event, choice: Decision, silent: Collection[str]) -> bool:
    """Whether an answer explains the event: the yeses behind a truce, the refusals behind a failure."""
    return choice.leader not in silent and (choice.chosen.name == "accept") == (event.kind in AGREED)

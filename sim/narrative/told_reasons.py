"""At which items the reasons are told, and that none of them is told too often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from sim.narrative.items import Item
from sim.narrative.reasons import motive, told
from sim.narrative.scenes import words
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Decision, Event
from sim.vocabulary import events as e

AGREED = words(e.TRUCE_AGREED, e.TRUCE_RENEWED)
AT_TABLE = AGREED | words(e.TRUCE_LAPSED, e.MEDIATION_FAILED)
"""What both leaders decide at a table; no single decision is carried out: all of that moment are taken."""

WORTH: Mapping[str, int] = {row.word: row.why for row in e.ROWS if row.why is not None}
"""How telling the reasons behind a kind of event are, the most telling at 0."""


def with_reasons(items: Sequence[Item], run: ToldRun, most: int, uses: int, silent: Collection[str]) -> list[Item]:
    """Return the items with reasons at those where they say most.

    Parameters
    ----------
    items : sequence of Item
        The items in order.
    run : ToldRun
        The run.
    most : int
        At how many items at most.
    uses : int
        How often a clause may be told; never twice running for one leader.
    silent : collection of str
        Sides whose moves somebody else made: the model has no reasons to tell for them.
    """
    behind = {place: _decisions(item, run, silent) for place, item in enumerate(items)}
    places = sorted((place for place in behind if behind[place]), key=lambda place: _worth(items[place], run))
    ledger = Spent(uses)
    found = list(items)
    for place in sorted(places[:most]):
        why = " ".join(text for choice in behind[place] if (text := ledger.tell(choice, run)))
        found[place] = items[place]._replace(why=why)
    return found


class Spent:
    """Counts which clauses were told, and which of them last for whom."""

    def __init__(self, uses: int) -> None:
        self.uses = uses
        self.counts: Counter[str] = Counter()
        self.last: dict[str, set[str]] = {}

    def tell(self, choice: Decision, run: ToldRun) -> str:
        """Return the reasons behind a decision that are not spent, as a sentence; they are spent now."""
        spent = {text for text, count in self.counts.items() if count >= self.uses} | self.last.get(
            choice.leader, set()
        )
        left = motive(choice, run.cast, run.facts.at(choice)).without(spent)
        text = told(left, run.cast)
        if text:
            texts = {clause.text for clause in left.told}
            self.counts.update(texts)
            self.last[choice.leader] = texts
        return text


def _worth(item: Item, run: ToldRun) -> tuple[int, int, tuple[int, ...]]:
    kinds = [WORTH[run.log[number].kind] for number in item.events if run.log[number].kind in WORTH]
    return item.rank, min(kinds, default=len(WORTH)), item.events


def _decisions(item: Item, run: ToldRun, silent: Collection[str]) -> list[Decision]:
    """The decisions that explain an item: one, or what both said at a table."""
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

"""What a story of any length promises, checked against the record; each check returns what is wrong, in words."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from sim.narrative.amounts import without_digits
from sim.narrative.cast import MONTHS
from sim.narrative.days import spoken_day
from sim.narrative.items import Item
from sim.narrative.lengths import Length
from sim.narrative.reasons import motive
from sim.narrative.story import Story, lines_of, tell
from sim.narrative.told_reasons import WORTH
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event, decisions, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e
from sim.vocabulary.milestones import EVER
from sim.vocabulary.outcomes import OutcomeClass

EVERY_ONE = (
    "summit_held", "truce_in_force", "truce_agreed", "truce_renewed", "truce_breached", "truce_lapsed",
    "meeting_withdrawn", "blow_up", "no_deal", "deal", "ratification_failed",
)  # fmt: skip
"""Kinds of which each single event is told in each length."""

ANSWERS = ("request_accepted", "request_declined", "request_lapsed")
ASKS = ("call_requested", "summit_proposed")
MONTH = "|".join(MONTHS)
DATE = rf"\d+ (?:{MONTH})(?: \d{{4}})?|\d+ to \d+ (?:{MONTH})"
POINTS = r"by \d+(?:\.\d)?\b|to \d+\b"
YEAR = r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"
ALLOWED_DIGITS = re.compile(f"{DATE}|{POINTS}|{YEAR}")


def problems(trajectory: Trajectory, length: Length) -> list[str]:
    """Return everything that a story of this length promises and does not keep; empty when it keeps all."""
    story = tell(trajectory, length)
    found = [*_of_every_length(story, trajectory, length)]
    if length is not Length.all:
        found += [*_told_once(story), *_asked_before(story, trajectory)]
    own = {Length.plain: _of_plain, Length.default: _of_default, Length.all: _of_all}[length]
    return [*found, *own(story, trajectory)]


def told_numbers(story: Story) -> set[int]:
    """Return the numbers of all events that a story tells."""
    return {number for item in story.items for number in item.events}


def _of_every_length(story: Story, record: Trajectory, length: Length) -> Iterator[str]:
    log, told = events(record), told_numbers(story)
    for event in (*_always(record, log), *_deciding(record, log)):
        if event.event not in told:
            yield f"event {event.event} ({event.kind}, {event.date}) is not told"
        elif not _dated(story, event, length):
            yield f"event {event.event} ({event.kind}, {event.date}) has no date"
    yield from _ever(record, log, told)
    yield from _hosts(story, record, log, told)
    yield from (f"too wide: {line}" for line in lines_of(story, length) if len(line) > 80)
    yield from _last_day(story, record)
    yield from _spent(story, record, 1 if length is Length.plain else 2)
    if [item.first for item in story.items] != sorted(item.first for item in story.items):
        yield "the items are not in order"


def _always(record: Trajectory, log: Sequence[Event]) -> Iterator[Event]:
    """What is always told: all of some kinds, the first asks, the three firsts."""
    yield from (event for event in log if event.kind in EVERY_ONE)
    asks = [event for event in log if event.kind in ASKS]
    yield from asks[:1]
    outcome = record.outcome
    for first in (outcome.first_contact, outcome.first_voice, outcome.first_in_person):
        held = [event for event in log if first and event.day == first.day and event.level == first.level]
        yield from [event for event in held if _contact(event)][:1]


def _contact(event: Event) -> bool:
    letter = event.kind in ("request_accepted", "requests_crossed") and event.level == "letter"
    return letter or event.kind in ("call_held", "summit_held")


def _deciding(record: Trajectory, log: Sequence[Event]) -> Iterator[Event]:
    """What changed where it stands on the day since which it stands so."""
    outcome = record.outcome
    kinds = {
        OutcomeClass.deal: ("deal",),
        OutcomeClass.truce: ("truce_agreed", "truce_in_force"),
        OutcomeClass.blow_up: ("blow_up", "meeting_withdrawn", "truce_breached"),
    }.get(outcome.outcome_class, ("truce_lapsed", "ratification_failed", "call_held", "summit_held"))
    found = [event for event in log if event.day == outcome.day and event.kind in kinds]
    assert found or outcome.outcome_class in (OutcomeClass.no_deal, OutcomeClass.no_contact)
    yield from found[-1:]


def _dated(story: Story, event: Event, length: Length) -> bool:
    item = next(item for item in story.items if event.event in item.events)
    if item.first <= event.date <= item.last and (item.first == item.last or event.kind not in EVERY_ONE):
        return True
    return spoken_day(event.date) in item.text


def _ever(record: Trajectory, log: Sequence[Event], told: set[int]) -> Iterator[str]:
    """Whatever is listed as having happened has a line."""
    for word in EVER:
        kinds = [row.word for row in e.ROWS if row.ever == word]
        if record.outcome.ever.get(word) and not any(event.kind in kinds and event.event in told for event in log):
            yield f"{word} is listed, but no line tells it"


def _hosts(story: Story, record: Trajectory, log: Sequence[Event], told: set[int]) -> Iterator[str]:
    """The talks of a third party that the ending names are told, and whoever hosted the agreement is named."""
    outcome, ending = record.outcome, " ".join(story.ending)
    hosts = {mediator: without_digits(ToldRun(record).host(mediator)) for mediator in record.scenario.mediators}
    for mediator, name in hosts.items():
        held = [
            event for event in log if event.mediator == mediator and event.kind in ("mediation_held", "summit_held")
        ]
        if f"brokered by {name}." in without_digits(ending) and not any(event.event in told for event in held):
            yield f"the ending names {mediator}, whose talks are not told"
    agreed = [event for event in log if event.day == outcome.day and event.kind in ("deal", "truce_agreed")]
    stands = outcome.outcome_class in (OutcomeClass.deal, OutcomeClass.truce)
    host = agreed[-1].mediator if stands and agreed else ""
    if host and f"brokered by {hosts[host]}." not in without_digits(ending):
        yield f"{host} hosted the agreement and is not named"


HOSTED = ("mediation_held", "summit_held")


def _last_day(story: Story, record: Trajectory) -> Iterator[str]:
    """A dated line says what decided it, or that nothing did."""
    last = record.columns["steps"]["date"][-1]
    said = any(item.first == last and not item.events for item in story.items)
    if record.outcome.outcome_class != OutcomeClass.deal and not said:
        yield "nothing is said of the last day"


def _spent(story: Story, record: Trajectory, uses: int) -> Iterator[str]:
    """No clause of a reason is told more than so many times, and never twice running for one leader."""
    run = ToldRun(record)
    whys = (motive(choice, run.cast, run.facts.at(choice)) for choice in decisions(record))
    every = {clause.text for why in whys for clause in why.told}
    clauses = sorted(every, key=len, reverse=True)
    counts: Counter[str] = Counter()
    last: dict[str, set[str]] = {}
    names = {run.cast.leader(side) for side in run.cast.sides}  # where both have one name, whose a reason is, is open
    for item in story.items:
        for name in names:
            told = [
                part
                for part in re.split(r"(?<=\.) (?=\S)", item.why)
                if part and _whose(part, item, run) in (name, "Both")
            ]
            said = set().union(*(_clauses_in(part, clauses) for part in told))
            counts.update(said)
            if said & last.get(name, set()) and len(names) > 1:
                yield f"told twice running by {name!r} of {names}: {said & last[name]}; {item.why}"
            last[name] = said or last.get(name, set())
    yield from (f"told {count} times: {text}" for text, count in counts.items() if count > uses)


def _whose(reason: str, item: Item, run: ToldRun) -> str:
    """Whose reason it is: the sentence says so, or it is the leader's who did what the line tells."""
    named = [*(run.cast.leader(side) for side in run.cast.sides), "Both"]
    said = next((name for name in named if reason.startswith(f"{name} ")), "")
    doing = [
        run.log[number] for number in item.events if run.log[number].kind in WORTH and run.log[number].decision >= 0
    ]
    return said or run.cast.leader(min(doing, key=lambda event: (WORTH[event.kind], event.event)).actor)


def _clauses_in(text: str, clauses: Sequence[str]) -> set[str]:
    found = set()
    for clause in clauses:
        if clause in text:
            found.add(clause)
            text = text.replace(clause, "", 1)
    return found


def _told_once(story: Story) -> Iterator[str]:
    counts = Counter(number for item in story.items for number in item.events)
    yield from (f"event {number} is told {count} times" for number, count in counts.items() if count > 1)


def _asked_before(story: Story, record: Trajectory) -> Iterator[str]:
    """Nobody answers what no line sends."""
    log = events(record)
    for item in story.items:
        for number in item.events:
            event = log[number]
            if event.kind in ANSWERS and event.request >= 0 and event.request not in item.events:
                yield f"event {number} answers {event.request}, which the line does not tell"


def _of_plain(story: Story, record: Trajectory) -> Iterator[str]:
    for line in [" ".join(lines_of(story, Length.plain))]:
        rest = ALLOWED_DIGITS.sub("", " ".join(line.split()))
        if re.search(r"\d", rest):
            yield f"a digit in: {re.search(r'.{0,30}[0-9].{0,30}', rest).group()}"  # type: ignore[union-attr]


def _of_default(story: Story, record: Trajectory) -> Iterator[str]:
    log, told = events(record), told_numbers(story)
    for event in log:
        if event.kind in ("call_held", "mediation_held", "escalate", "ease") and event.event not in told:
            yield f"event {event.event} ({event.kind}, {event.date}) is not told"
    yield from _seen_to_end(story, record, log, told)
    yield from _headings(story, record)


def _seen_to_end(story: Story, record: Trajectory, log: Sequence[Event], told: set[int]) -> Iterator[str]:
    """Every ask that was granted: the meeting, its end, or that it never came."""
    for event in log:
        if event.kind != "request_accepted" or event.level == "letter":
            continue
        item = next((item for item in story.items if event.event in item.events), None)
        if item is None:
            yield f"event {event.event} (a yes) is not told"
            continue
        date = next((other for other in log if other.cause == event.event and other.kind.endswith("_scheduled")), None)
        end = date and next((other for other in log if other.request == date.event and other.kind in ENDS), None)
        if end is not None and end.event not in told:
            yield f"the end of what was granted in event {event.event} is not told"
        if end is None and not _says_open(item, story):
            yield f"what was granted in event {event.event} is not seen to end"


ENDS = ("call_held", "summit_held", "meeting_withdrawn")


def _says_open(item: Item, story: Story) -> bool:
    last = story.items[-1].text
    return "still to come" in last or "over before it came" in item.text or "fixed already" in item.text


def _headings(story: Story, record: Trajectory) -> Iterator[str]:
    """Points and months in a heading are those of its months."""
    run = ToldRun(record)
    days, months = record.columns["steps"]["day"], [f"{name} " for name in MONTHS]
    for chapter in story.chapters:
        when, _, standing = chapter.heading.partition(" - ")
        number = months.index(when.split(" to ")[-1].split()[0] + " ") + 1
        end = f"{when[-4:]}-{number:02}-31"
        after = dt.date(int(when[-4:]) + number // 12, number % 12 + 1, 1) - record.scenario.start
        row = min(bisect_left(days, after.days), len(days) - 1)
        if any(item.first > end for item in chapter.items):
            yield f"under {when} something later is told"
        for side in run.cast.sides:
            if f"{run.cast.country(side)} {record.columns['steps'][f'{side}.pressure'][row]:.0f}," not in standing:
                yield f"{when}: the points of {side} are wrong"
        yield from _last_points(chapter.items, run, row, end)


def _last_points(items: Sequence[Item], run: ToldRun, row: int, end: str) -> Iterator[str]:
    """Where the last change of a side's points in a chapter is told with the points, they are those of the heading."""
    changing = ("escalate", "ease", "truce_agreed", "truce_breached", "deal", "value_set")
    for side in run.cast.sides:
        before = [event for event in run.log if event.kind in changing and event.date <= end]
        own = [event for event in before if event.actor == side or event.kind not in ("escalate", "ease")]
        if not own or own[-1].kind not in ("escalate", "ease"):
            continue
        item = next((item for item in items if own[-1].event in item.events), None)
        points = run.steps[f"{side}.pressure"][row]
        if item is not None and f"to {abs(points):.0f}" not in item.text:
            yield f"until {end}: {side} has {points:.0f}, told is {item.text!r}"


def _of_all(story: Story, record: Trajectory) -> Iterator[str]:
    told = [item.events for item in story.items if item.events]
    if sorted(told) != [(event.event,) for event in events(record)]:
        yield "not every event stands on a line of its own"

"""The twelve questions of ``climbdown new --ask``: what is asked, how it is answered, and what Enter stands for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from analysis.cli.answers import (
    NOBODY,
    Degree,
    Host,
    Ladder,
    Memory,
    NotAllowedError,
    Person,
    Stake,
    Touch,
    date_in,
    degree_in,
    name_in,
    number_in,
    of_both,
    parts,
    shown,
    whole_in,
    word_in,
)
from sim.files.slots import Slot, slots
from sim.narrative.case_words import CaseWords
from sim.scenario.at_start import Touch as Level
from sim.scenario.issue import Issue
from sim.scenario.leader import Pressure
from sim.scenario.scenario import Scenario
from sim.vocabulary.scenario_words import PrecedentKind

Known = Mapping[str, Any]
"""What was answered before, by the key of the question."""

FIRST_YEAR, LAST_YEAR = 1800, 2200
MOST_HOSTS = 10
LEVELS = tuple(str(level) for level in Level)
LESSONS = tuple(str(lesson) for lesson in PrecedentKind)
WHOLE_ISSUE = 100.0
LADDER = slots(Pressure)


class Question(NamedTuple):
    """One question.

    Attributes
    ----------
    key : str
        By which its answer is known.
    text, form : str
        What is asked, and how it is answered; words of the case are filled in (:meth:`said`).
    example, default : str
        An answer, and what Enter stands for.
    read : callable
        Takes what was typed and what is known; gives the value or raises NotAllowedError.
    """

    key: str
    text: str
    form: str
    example: str
    default: str
    read: Callable[[str, Known], Any]

    def said(self, words: CaseWords) -> Question:
        """Return the question in the words of a case."""
        called = (level if level == words[level].noun else f"{level} ({words[level]})" for level in LEVELS)
        return self._replace(text=words.fill(self.text), form=words.fill(self.form, levels=", ".join(called)))


def _who(text: str, known: Known) -> tuple[Person, Person]:
    del known
    return of_both(text, _person)


def _person(text: str) -> Person:
    name, comma, side = text.rpartition(",")
    return Person(name_in(name.strip()), name_in(side.strip())) if comma else Person(name_in(text), "")


def _kind(text: str, known: Known) -> str:
    del known
    return word_in(text, domains())


def domains() -> tuple[str, ...]:
    """The kinds of confrontation that a file may name."""
    return tuple(map(str, slots(Scenario)["domain"].choices))


def _when(text: str, known: Known) -> tuple[dt.date, int]:
    del known
    found = parts(text, ",")
    if len(found) != len(("start", "days")):
        raise NotAllowedError("a day and a number of days with a comma between them")
    start = date_in(found[0])
    if not dt.date(FIRST_YEAR, 1, 1) <= start <= dt.date(LAST_YEAR, 1, 1):
        raise NotAllowedError(f"a day from {FIRST_YEAR} to the first of {LAST_YEAR}; this is {start}")
    return start, whole_in(found[1], slots(Scenario)["horizon_days"])


def _pressure(text: str, known: Known) -> tuple[Ladder, Ladder]:
    del known
    return of_both(text, _ladder)


def _ladder(text: str) -> Ladder:
    points, of, ceiling = text.partition(" of ")
    ladder = Ladder(
        number_in(points.strip(), LADDER["points"]), number_in(ceiling.strip(), LADDER["ceiling"]) if of else 0
    )
    if not of:
        ladder = ladder._replace(ceiling=max(float(LADDER["ceiling"].default), ladder.points))
    if ladder.points > ladder.ceiling:
        raise NotAllowedError(
            f"points up to the most there could be; {ladder.points:g} is more than {ladder.ceiling:g}"
        )
    return ladder


def _stakes(text: str, known: Known) -> tuple[Stake, ...]:
    del known
    stakes = tuple(_stake(part, _weight_slot()) for part in parts(text))
    most = slots(Scenario)["issues"].most or len(stakes)
    if len(stakes) > most:
        raise NotAllowedError(f"at most {most} matters; these are {len(stakes)}")
    if len({stake.name.casefold() for stake in stakes}) < len(stakes):
        raise NotAllowedError("each matter once")
    for side, order in enumerate(("first", "second")):
        if not any(stake.sides[side] for stake in stakes):
            raise NotAllowedError(f"at least one matter that is more than 0 to the {order} side")
    return stakes


def _stake(text: str, slot: Slot) -> Stake:
    name, colon, numbers = text.rpartition(":")
    if not colon:
        raise NotAllowedError(f"NAME: NUMBER, NUMBER for each matter; this is {shown(text)}")
    return Stake(name_in(name.strip()), of_both(numbers, lambda part: number_in(part, slot), ","))


def _weight_slot() -> Slot:
    weight = slots(Issue)["weight"].item
    assert weight is not None, "weights are a table by side"
    return weight


def _red_lines(text: str, known: Known) -> tuple[Stake, ...]:
    if text.lower() == NOBODY:
        return ()
    lines = tuple(_red_line(part, [stake.name for stake in known["stakes"]]) for part in parts(text))
    if len({line.name for line in lines}) < len(lines):
        raise NotAllowedError("each matter once")
    return lines


def _red_line(text: str, names: list[str]) -> Stake:
    share = Slot(slots(Issue)["weight"].kind, low=0, high=WHOLE_ISSUE)
    line = _stake(text, share)
    meant = [name for name in names if name.casefold() == line.name.casefold()]
    if line.name.isascii() and line.name.isdigit() and len(line.name) < len(names) + 2:
        meant = names[int(line.name) - 1 : int(line.name)] if line.name != "0" else []
    if len(meant) != 1:
        raise NotAllowedError(f"a matter by its name or number; there are {_numbered(names)}")
    return line._replace(name=meant[0])


def _numbered(names: list[str]) -> str:
    return ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))


def _pride(text: str, known: Known) -> tuple[tuple[Degree, Degree], tuple[Degree, Degree]]:
    del known
    return of_both(text, lambda part: of_both(part, degree_in, ","))


def _degrees(text: str, known: Known) -> tuple[Degree, Degree]:
    del known
    return of_both(text, degree_in)


def _hosts(text: str, known: Known) -> tuple[Host, ...]:
    del known
    if text.lower() == NOBODY:
        return ()
    hosts = tuple(_host(part) for part in parts(text))
    if len(hosts) > MOST_HOSTS:
        raise NotAllowedError(f"at most {MOST_HOSTS} hosts; these are {len(hosts)}")
    return hosts


def _host(text: str) -> Host:
    name, colon, welcome = text.rpartition(":")
    if not colon:
        raise NotAllowedError(f"NAME: WORD, WORD for each host, or none; this is {shown(text)}")
    return Host(name_in(name.strip()), of_both(welcome, degree_in, ","))


def _memories(text: str, known: Known) -> tuple[Memory | None, Memory | None]:
    start = known["when"][0]
    return of_both(f"{NOBODY}; {NOBODY}" if text.lower() == NOBODY else text, lambda part: _memory(part, start))


def _memory(text: str, start: dt.date) -> Memory | None:
    if text.lower() == NOBODY:
        return None
    found = text.split(maxsplit=2)
    if len(found) < len(Memory._fields):
        raise NotAllowedError(f"LESSON DAY NAME, or none, for each side; this is {shown(text)}")
    memory = Memory(word_in(found[0], LESSONS), date_in(found[1]), name_in(found[2]))
    if memory.date > start:
        raise NotAllowedError(f"a day up to the first one ({start}); this is {memory.date}")
    return memory


def _touch(text: str, known: Known) -> Touch | None:
    if text.lower() == NOBODY:
        return None
    found, start = text.split(), known["when"][0]
    if len(found) != len(Touch._fields):
        raise NotAllowedError(f"{', '.join(LEVELS)} and a day, or none; this is {shown(text)}")
    touch = Touch(word_in(found[0], LEVELS), date_in(found[1]))
    if touch.date >= start:
        raise NotAllowedError(f"a day before the first one ({start}); this is {touch.date}")
    return touch


DEGREES = "For each side: low, middle, high or a number from 0 to 1, with a ; between them."

QUESTIONS = (
    Question(
        "who", "Who faces whom?", "NAME, SIDE; NAME, SIDE (a leader without a side stands alone).",
        "Teodor Vask, Verenia; Marta Oslin, Aldmark", "First leader, Home; Second leader, Away", _who,
    ),
    Question(
        "kind", "What kind of confrontation is it?", f"One of {', '.join(domains())}.",
        domains()[0], domains()[0], _kind,
    ),
    Question(
        "when", "On which day does it begin, and for how many days is it watched?",
        "YEAR-MONTH-DAY, DAYS. All that follows is as it was known on that day.",
        "2024-01-08, 120", "2025-01-01, 180", _when,
    ),
    Question(
        "pressure", "How far has each side gone with {pressure}, of the most it could?",
        "POINTS of MOST; POINTS of MOST: points of {pressure}, or a scale of your own.",
        "40 of 100; 30 of 80", "50 of 100; 50 of 100", _pressure,
    ),
    Question(
        "stakes", "Which {issue.plural} are at stake, and how much does each side care, from 0 to 100?",
        "NAME: FIRST, SECOND for each of the {issue.plural}, with a ; between them.",
        "Canal tolls: 60, 40; Fishing grounds: 40, 60", "The matter in dispute: 50, 50", _stakes,
    ),
    Question(
        "red_lines", "What part of {issue.a} must a side have, or it signs nothing?",
        "NAME (or its number): PER CENT FIRST, PER CENT SECOND; or none.",
        "Fishing grounds: 0, 40", NOBODY, _red_lines,
    ),
    Question(
        "pride", "How much must each {leader} be the greater, and how little be seen yielding?",
        "EGO, FACE; EGO, FACE, each low, middle, high or a number from 0 to 1.",
        "high, middle; middle, high", "middle, middle; middle, middle", _pride,
    ),
    Question(
        "markets", "How hard does it hit the {market} on each side?", DEGREES,
        "high; middle", "middle; middle", _degrees,
    ),
    Question(
        "publics", "How hostile to the other side is the mood {at_home}, on each side?", DEGREES,
        "middle; high", "middle; middle", _degrees,
    ),
    Question(
        "hosts", "Which {host.plural} could bring the two together, and how welcome is each to each side?",
        "NAME: FIRST, SECOND, each low, middle or high, with a ; between {host.plural}; or none.",
        "The island of Sorrel: middle, high", NOBODY, _hosts,
    ),
    Question(
        "memories", "Which earlier episode does each {leader} remember?",
        f"LESSON DAY NAME; LESSON DAY NAME, or none for a side. Lessons: {', '.join(LESSONS)}.",
        "none; humiliation 2023-10-05 The dinner", NOBODY, _memories,
    ),
    Question(
        "contact", "When were the two {leader.plural} last in touch themselves, and how?",
        "LEVEL DAY, the level one of {levels}; or none.",
        "call 2023-11-20", NOBODY, _touch,
    ),
)  # fmt: skip
"""In the order in which they are asked: later ones rest on earlier ones."""

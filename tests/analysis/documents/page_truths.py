"""What must be true of every page: numbers deserve their digits, shares are shares, and nothing is called by its id.

:func:`untruths` walks a document as a reader does, its figures' titles and the tables behind them included, and says
in words what is not so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from numbers import Real
from typing import Any

import pandas as pd

from analysis.documents.cells import heads_of, row_cells
from analysis.documents.document import (
    Commands,
    Diary,
    Document,
    Note,
    Picture,
    Points,
    Prose,
    Quantity,
    Section,
    Table,
)
from analysis.estimates.catalogue import measures
from analysis.figures.digits import within_whole, written
from analysis.figures.figure import (
    Course,
    EffectBars,
    FaceToFace,
    FanChart,
    IndexBars,
    PartingOfTheWays,
    Waterfall,
    WhoCallsWhom,
)
from analysis.figures.figures_of_runs import HundredDots, Standings, WaysTree
from sim.narrative.cast import Cast
from sim.scenario import Scenario

OF_ONE_RUN = (Course, FaceToFace, PartingOfTheWays, Waterfall, WhoCallsWhom)
"""Figures of single runs, which have no intervals."""

OF_COUNTS = (FanChart, HundredDots, Standings, WaysTree)
"""Figures that are themselves the spread of many runs."""

NUMBER = r"[-+\u2212]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
BETWEEN = r"[^()\d;.]{0,24}"
INTERVAL = re.compile(
    rf"(?P<value>{NUMBER})(?P<unit>%?){BETWEEN} ?\((?P<low>{NUMBER})%? ?(?:to|-) ?(?P<high>{NUMBER})%?\)"
)
SHARE = re.compile(r"(?<![\d.,+\u2212-])(\d+(?:\.\d+)?)%")
IDENTIFIER = re.compile(r"(?<![\w./'`-])[a-z]+(?:_[a-z0-9]+)+(?![\w/])")
PATH = re.compile(r"\b(?:leaders|mediators|weights|publics|markets|issues|advisers|at_start)\.[\w*]+(?:\.[\w*]+)*")
MADE = "How this was made"
"""The heading of the sheet that may name files, fields and versions."""


def untruths(document: Document, scenario: Scenario | None = None) -> list[str]:
    """What is not so on a page; ``scenario`` knows the ids that have names."""
    found = [fault for text in texts(document) for fault in (*in_digits(text), *beyond_shares(text))]
    found += [fault for text in texts(document, with_making=False) for fault in unnamed(text, scenario)]
    elsewhere = [
        numbers_of(block) for section in document.sections for block in section.blocks if isinstance(block, Table)
    ]
    beside = [row for table in elsewhere for row in table]
    for picture in pictures(document):
        found += without_interval(picture)
        found += other_shares(picture, beside)
    return list(dict.fromkeys([*found, *other_differences(document)]))


COMMAND = re.compile(r"climbdown \w[^)`.;]*")


def texts(document: Document, with_making: bool = True) -> Iterator[str]:
    """Every text that a reader meets, cells of tables and titles of figures included; no commands."""
    yield from (document.title, document.question, *document.answer, document.caveat)
    for section in document.sections:
        if with_making or not section.heading.startswith(MADE):
            yield section.heading
            for block in section.blocks:
                yield from _texts(block)


def _texts(block: Any) -> Iterator[str]:
    match block:
        case Prose(paragraphs) | Points(paragraphs):
            yield from paragraphs
        case Note(text):
            yield text
        case Table():
            yield from (block.caption, *heads_of(block))
            yield from (text for row in block.rows for text in row_cells(block, row, is_page=True))
        case Picture():
            yield from (block.figure.title, getattr(block.figure, "subtitle", ""), block.told)
            yield from _texts(block.numbers) if block.numbers else ()
        case Diary():
            yield block.heading
            yield from (part for entry in block.entries for part in entry)
        case Commands():
            pass


def pictures(document: Document) -> list[Picture]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Picture)]


def as_number(text: str) -> float:
    return float(text.replace(",", "").replace("\u2212", "-"))


def grain(text: str) -> float:
    """The size of a written number's last digit."""
    return 10.0 ** -len(text.partition(".")[2])


def in_digits(text: str) -> Iterator[str]:
    """Estimates that are written finer than their interval lets them, or that lie outside it.

    One digit more is right where the end of an interval that leaves nothing out would else be written as nothing.
    """
    for found in INTERVAL.finditer(text):
        value, low, high = (as_number(found[name]) for name in ("value", "low", "high"))
        step = max(grain(found[name]) for name in ("value", "low", "high"))
        if not low - step - 1e-9 <= value <= high + step + 1e-9:
            yield f"outside its interval: {found[0]!r} in {text!r}"
        half = max((high - low) / 2, step / 2)
        finest = 10.0 ** (math.floor(math.log10(half) + 1e-9) - 1)
        if 0 < min(abs(low), abs(high)) < finest / 2 and low * high > 0:
            finest = min(finest, 10.0 ** math.floor(math.log10(min(abs(low), abs(high))) + 1e-9))
        if min(grain(found[name]) for name in ("value", "low", "high")) < min(finest, 1.0) * (1 - 1e-9):
            yield f"finer than its interval: {found[0]!r} in {text!r}"


def beyond_shares(text: str) -> Iterator[str]:
    """Shares above 100%, and intervals of shares that begin below 0."""
    yield from (f"above 100%: {found[0]!r} in {text!r}" for found in SHARE.finditer(text) if float(found[1]) > 100)


def unnamed(text: str, scenario: Scenario | None) -> Iterator[str]:
    """Identifiers and paths where a name belongs."""
    text = COMMAND.sub("", text)
    yield from (f"a path: {found[0]!r} in {text!r}" for found in PATH.finditer(text))
    called = own_words(scenario) if scenario else set()
    yield from (f"an identifier: {one!r} in {text!r}" for one in IDENTIFIER.findall(text) if one not in called)
    for name in ids(scenario) if scenario else ():
        if re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", text):
            yield f"an id: {name!r} in {text!r}"


def own_words(scenario: Scenario) -> set[str]:
    """Words of names that the case itself gives, which may look like identifiers."""
    cast = Cast(scenario)
    names = [*map(cast.country, cast.sides), *map(cast.leader, cast.sides), *map(cast.mediator, scenario.mediators)]
    return {word for name in (*names, *map(cast.issue, scenario.issues)) for word in name.split()}


def ids(scenario: Scenario) -> Iterable[str]:
    """Ids of sides and hosts that are no word of a name or of the language."""
    cast = Cast(scenario)
    named = {side: cast.country(side) for side in cast.sides} | {
        name: cast.mediator(name) for name in scenario.mediators
    }
    language = {word.strip(",.:()") for one in measures(pd.DataFrame()).values() for word in one.meaning.split()}
    allowed = language | {scenario.name}
    return [name for name, called in named.items() if name not in called.split() and name not in allowed]


def without_interval(picture: Picture) -> Iterator[str]:
    """Bars, points and curves that have no interval in the table that they are drawn from, or in that of the page."""
    figure = picture.figure
    if isinstance(figure, OF_ONE_RUN + OF_COUNTS):
        return
    ends = {IndexBars: ("total_low", "total_high"), EffectBars: ("mu_star_low", "mu_star_high")}.get(type(figure), ())
    for what, heads in (("drawn from", list(figure[0])), ("told", picture.numbers and list(picture.numbers.heads))):
        known = [{"low", "high"}, {"95% from", "to"}, {"difference (95% interval)"}, *([set(ends)] if ends else [])]
        if heads and not any(pair <= set(heads) for pair in known):
            yield f"no interval in what is {what}: {type(figure).__name__} {figure.title!r} has {heads}"


def other_shares(picture: Picture, beside: list[list[float]]) -> Iterator[str]:
    """Shares in a title, and shares with intervals in a caption, that are in no row of what the picture is drawn from.

    A share of all runs that a picture of parts begins with may stand in a table of the page, ``beside`` it.
    """
    figure = picture.figure
    if isinstance(figure, OF_ONE_RUN):
        return
    rows = [*numbers_of(figure[0]), *(numbers_of(picture.numbers) if picture.numbers else []), *beside]
    for text in (figure.title, picture.told):
        for found in INTERVAL.finditer(text):
            told = [found[name] for name in ("value", "low", "high")]
            if found["unit"] and not any(all(holds(row, one) for one in told) for row in rows):
                yield f"in no row of its picture: {found[0]!r} in {text!r}"
    for found in SHARE.finditer(figure.title):
        if not any(holds(row, found[1]) for row in rows):
            yield f"in no row of its picture: {found[0]!r} in {figure.title!r}"


def holds(row: Iterable[float], told: str) -> bool:
    """Whether a row has a number that is written so in per cent."""
    places = len(told.partition(".")[2])
    return any(written(100 * within_whole(number), places) == told for number in row)


def numbers_of(table: Any) -> list[list[float]]:
    """The numbers of each row, shares as parts of one."""
    if isinstance(table, Table):
        return [[number for value in row for number in _numbers(value)] for row in table.rows]
    columns = [list(table[name]) for name in table]
    return [[number for value in row for number in _numbers(value)] for row in zip(*columns, strict=True)]


def _numbers(value: Any) -> list[float]:
    if isinstance(value, str):
        return [as_number(found[1]) / 100 for found in re.finditer(rf"({NUMBER})%", value)]
    if isinstance(value, Quantity):
        return [one for one in (value.value, value.low, value.high) if one is not None]
    return [float(value)] if isinstance(value, Real) and not isinstance(value, bool) else []


def other_differences(document: Document) -> Iterator[str]:
    """Differences that are not those of the two numbers that stand beside them."""
    for section in document.sections:
        yield from differences_in(section)


def differences_in(section: Section) -> Iterator[str]:
    for table in (block for block in section.blocks if isinstance(block, Table)):
        place = next((k for k, head in enumerate(table.heads) if head.strip().startswith(("B - A", "difference"))), 0)
        if place < 2:
            continue
        for row in table.rows:
            first, second, apart = (_leading(str(cell)) for cell in row[place - 2 : place + 1])
            if None not in (first, second, apart) and abs((second - first) - apart) > 1e-9 * max(1, abs(first)):
                yield f"{second} - {first} is not {apart}: {row}"


def _leading(cell: str) -> float | None:
    found = re.match(rf"\s*({NUMBER})", cell)
    return as_number(found[1]) if found else None

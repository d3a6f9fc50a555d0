"""Answers to the twelve questions as somebody might type them, with what each means and the source typed for it."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from analysis.cli.answers import WORDS
from analysis.cli.questions import LESSONS, LEVELS, domains

ODD_NAMES = (
    "no", "null", "~", "true", "on", "010", "2", "1e5", "习近平", 'O\'Brien: the "hawk"', "- [x] #1", "{a: b}", "both",
    "Élise", "a\\b", "%", "🙂", "x" * 200, "us", "host", "2024-01-08", "back to work", "@home", "# not a remark",
)  # fmt: skip
LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters=";,:�"
)


class Typed(NamedTuple):
    """What is typed at a question and what it means; then the source that is typed."""

    text: str
    meaning: Any
    source: str


def names() -> SearchStrategy[str]:
    """Names that hold none of the marks by which answers are divided, and are none of the words that mean nobody."""
    typed = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool) | st.sampled_from(ODD_NAMES)
    return typed.filter(lambda name: name.lower() not in ("back", "none"))


def without(marks: str) -> SearchStrategy[str]:
    """Names in which some marks do not stand."""
    return names().filter(lambda name: not set(name) & set(marks))


def degrees() -> SearchStrategy[tuple[str, float]]:
    """A word or a number from 0 to 1."""
    numbers = st.floats(0, 1).filter(lambda value: value == 0 or value > 1e-4).map(lambda value: (repr(value), value))
    return st.sampled_from([(word, value) for word, value in WORDS.items()]) | numbers


def whole(low: int, high: int) -> SearchStrategy[tuple[str, float]]:
    """A number written without a point."""
    return st.integers(low, high).map(lambda value: (str(value), float(value)))


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Typed]:
    """A set of answers; each may be left to Enter, which is an empty text."""
    start = draw(st.dates(dt.date(1801, 1, 1), dt.date(2199, 1, 1)))
    matters = draw(st.lists(without(";:"), min_size=1, max_size=4, unique_by=str.casefold))
    made = {
        "who": _two(draw, _person(draw), _person(draw)),
        "kind": draw(st.sampled_from(domains()).map(lambda word: (word, word))),
        "when": _when(draw, start),
        "pressure": _two(draw, _ladder(draw), _ladder(draw)),
        "stakes": _many([_row(draw, name, whole(1, 100)) for name in matters]),
        "red_lines": _many([_row(draw, str(place), whole(0, 100), name) for place, name in _some(draw, matters)]),
        "pride": _two(draw, _pair(draw), _pair(draw)),
        "markets": _two(draw, draw(degrees()), draw(degrees())),
        "publics": _two(draw, draw(degrees()), draw(degrees())),
        "hosts": _many([_row(draw, name, degrees()) for name in draw(st.lists(without(";:"), max_size=3))]),
        "memories": _two(draw, _memory(draw, start), _memory(draw, start)),
        "contact": draw(st.just(("none", None)) | _touch(start)),
    }
    sources = st.just("") | names()
    return {key: Typed(*typed, draw(sources)) for key, typed in made.items()}


def _two(draw: st.DrawFn, one: tuple[str, Any], other: tuple[str, Any]) -> tuple[str, Any]:
    blank = draw(st.sampled_from(["", " "]))
    return f"{one[0]}{blank};{blank}{other[0]}", (one[1], other[1])


def _many(rows: list[tuple[str, Any]]) -> tuple[str, Any]:
    return "; ".join(text for text, _ in rows) or "none", tuple(meaning for _, meaning in rows)


def _person(draw: st.DrawFn) -> tuple[str, Any]:
    name, side = draw(without(";,")), draw(st.just("") | without(";,"))
    return (f"{name}, {side}" if side else name), (name, side)


def _when(draw: st.DrawFn, start: dt.date) -> tuple[str, Any]:
    days = draw(st.integers(1, 3650))
    return f"{start.isoformat()}, {days}", (start, days)


def _ladder(draw: st.DrawFn) -> tuple[str, Any]:
    ceiling = draw(st.integers(1, 1000))
    points = draw(st.integers(0, ceiling))
    return f"{points} of {ceiling}", (points, ceiling)


def _pair(draw: st.DrawFn) -> tuple[str, Any]:
    one, other = draw(degrees()), draw(degrees())
    return f"{one[0]}, {other[0]}", (one[1], other[1])


def _row(draw: st.DrawFn, typed: str, values: SearchStrategy[tuple[str, float]], name: str = "") -> tuple[str, Any]:
    one, other = draw(values), draw(values)
    return f"{typed}: {one[0]}, {other[0]}", (name or typed, (one[1], other[1]))


def _some(draw: st.DrawFn, names_: list[str]) -> list[tuple[int, str]]:
    return [(place, name) for place, name in enumerate(names_, start=1) if draw(st.booleans())]


def _memory(draw: st.DrawFn, start: dt.date) -> tuple[str, Any]:
    if draw(st.booleans()):
        return "none", None
    lesson, name = draw(st.sampled_from(LESSONS)), draw(without(";"))
    day = start - dt.timedelta(days=draw(st.integers(0, 300)))
    return f"{lesson} {day} {name}", (lesson, day, name)


def _touch(start: dt.date) -> SearchStrategy[tuple[str, Any]]:
    def made(level: str, days: int) -> tuple[str, Any]:
        day = start - dt.timedelta(days=days)
        return f"{level} {day}", (level, day)

    return st.builds(made, st.sampled_from(LEVELS), st.integers(1, 300))

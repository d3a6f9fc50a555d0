"""Twelve answers as a scenario file that a person can read and go on with: every value with the source given for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from textwrap import indent
from typing import Any

from analysis.cli.answers import Degree, Host, Memory, Person, Stake
from analysis.cli.asking import Answer
from sim.files.scenario_checks import RESERVED
from sim.files.scenario_writing import INDENT, plain_scalar, tree_yaml
from sim.narrative.cast import capital
from sim.scenario.bounds import NAME_PATTERN
from sim.scenario.scenario import FORMAT

JUDGEMENT, UNASKED = "judgement", "default"
LONGEST_NAME = 41
PER_CENT = 100
RUNGS = 10
"""Steps of a ladder, where only its top is known."""
LOWEST_RUNG = 0.5

HEAD = """\
# {name}: made by answering the questions of `climbdown new {name} --ask`.
#
# What is indented belongs to the line above it; a # starts a remark. A source names an entry under `sources`. What is
# not named here has its default: `climbdown new another` writes a file with every field and its meaning.
# Check it with `climbdown check {name}.yaml`, see what is a guess with `climbdown show {name}.yaml --guesses`, and run
# it with `climbdown run {name}.yaml`.
"""


def asked_scenario(name: str, answers: Mapping[str, Answer]) -> str:
    """Return the file that answers make.

    Parameters
    ----------
    name : str
        A valid name, which the file will carry.
    answers : mapping of str to Answer
        One for each of the twelve questions, by key.
    """
    return _Writer(name, answers).text()


def identifier(text: str, taken: Collection[str], otherwise: str) -> str:
    """Return a stable name like a display name: lower-case letters, digits and ``-``, and none that is taken."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LONGEST_NAME - 3].rstrip("-")
    if not re.fullmatch(NAME_PATTERN, slug) or slug in RESERVED:
        slug = otherwise
    places = (slug if number == 1 else f"{slug}-{number}" for number in range(1, len(taken) + 2))
    return next(place for place in places if place not in taken)


def _named(names: Sequence[str], otherwise: str, taken: Collection[str] = ()) -> list[str]:
    """An identifier for each of several display names, all different."""
    found: list[str] = []
    for name in names:
        found.append(identifier(name, [*taken, *found], otherwise))
    return found


class _Writer:
    """Writes the file of one set of answers."""

    def __init__(self, name: str, answers: Mapping[str, Answer]) -> None:
        self.name, self.answers = name, answers
        self.people: tuple[Person, Person] = answers["who"].value
        self.sides = _named([person.side or person.name for person in self.people], "side")
        given = dict.fromkeys(answer.source for answer in answers.values() if answer.source)
        self.sources = {source: f"source-{number}" for number, source in enumerate(given, start=1)}

    def text(self) -> str:
        """The whole file."""
        blocks = [
            HEAD.format(name=self.name), self.top(), self.works(), self.leaders(), self.mediators(), self.issues(),
            self.at_start(),
        ]  # fmt: skip
        return "\n".join(block for block in blocks if block)

    def top(self) -> str:
        """Format, name, title, and when and what it is."""
        start, days = self.answers["when"].value
        title = capital(" and ".join(person.side or person.name for person in self.people))
        tree = {"climbdown": FORMAT, "name": self.name, "title": title, "start": self.sourced("when", start)}
        tree |= {"horizon_days": self.sourced("when", days), "domain": self.sourced("kind", self.answers["kind"].value)}
        return tree_yaml(tree)

    def works(self) -> str:
        """The list of sources; those that nothing names are left out."""
        works = {known: source for source, known in self.sources.items()}
        if any(answer.given and not answer.source for answer in self.answers.values()):
            works[JUDGEMENT] = "Own judgement of whoever answered the questions."
        works[UNASKED] = "Not asked or not answered: a default of the questions."
        return tree_yaml({"sources": works})

    def leaders(self) -> str:
        """Both sides, what was asked about them with a remark each."""
        return "leaders:\n" + "\n".join(self.leader(place) for place in range(len(self.sides)))

    def leader(self, place: int) -> str:
        """One side."""
        person, (ego, face) = self.people[place], self.answers["pride"].value[place]
        ladder = self.answers["pressure"].value[place]
        rung = max(ladder.ceiling / RUNGS, LOWEST_RUNG)
        country = {"country": person.side} if person.side else {}
        pressure = {
            "points": self.sourced("pressure", ladder.points),
            "ceiling": self.sourced("pressure", ladder.ceiling),
        }
        about = {"source": UNASKED, "confidence": "low", "note": "Not asked: a tenth of the top."}
        pressure["rung"] = {"value": _short(rung), **about}
        text = [
            f"# Who it is: {self.source_of('who')}.\n",
            tree_yaml({"name": person.name, **country}),
            "# Need to be the greater one, and need not to be seen yielding.\n",
            tree_yaml({"ego": self.degree("pride", ego), "face_need": self.degree("pride", face)}),
            "# What it does to the other side: in force, the most there could be, one step.\n",
            tree_yaml({"pressure": pressure}),
            tree_yaml({"public": {"hostility": self.degree("publics", self.answers["publics"].value[place])}}),
            tree_yaml({"market": {"exposure": self.degree("markets", self.answers["markets"].value[place])}}),
            self.memory(self.answers["memories"].value[place]),
        ]
        return f"{INDENT}{plain_scalar(self.sides[place])}:\n" + indent("".join(text), 2 * INDENT)

    def memory(self, memory: Memory | None) -> str:
        """What one leader remembers, if anything."""
        if memory is None:
            return ""
        known = identifier(memory.name, (), "episode")
        what = {"name": memory.name, "kind": self.sourced("memories", memory.lesson)}
        return tree_yaml({"precedents": {known: what | {"date": self.sourced("memories", memory.date)}}})

    def mediators(self) -> str:
        """Who could host."""
        hosts: tuple[Host, ...] = self.answers["hosts"].value
        known = _named([host.name for host in hosts], "host", self.sides)
        entries = {
            name: {"name": host.name, "acceptability": self.by_side("hosts", host.welcome)}
            for name, host in zip(known, hosts, strict=True)
        }
        return (
            "# Who could host talks, and how welcome to each side.\n" + tree_yaml({"mediators": entries})
            if hosts
            else ""
        )

    def issues(self) -> str:
        """What is at stake, with red lines."""
        stakes: tuple[Stake, ...] = self.answers["stakes"].value
        lines = {line.name: line for line in self.answers["red_lines"].value}
        known = _named([stake.name for stake in stakes], "matter")
        entries = {}
        for name, stake in zip(known, stakes, strict=True):
            entries[name] = {"name": stake.name, "weight": self.by_side("stakes", stake.sides)}
            if line := lines.get(stake.name):
                shares = tuple(Degree(part / PER_CENT) for part in line.sides)
                entries[name]["red_line"] = self.by_side("red_lines", shares)
        return "# What is at stake, and how much it is to each side: parts of a hundred.\n" + tree_yaml(
            {"issues": entries}
        )

    def at_start(self) -> str:
        """The leaders' last contact, if there was one."""
        touch = self.answers["contact"].value
        if touch is None:
            return ""
        contact = {"date": self.sourced("contact", touch.date), "level": self.sourced("contact", touch.level)}
        return "# What is so already on the first day.\n" + tree_yaml({"at_start": {"contact": contact}})

    def by_side(self, key: str, values: Sequence[float | Degree]) -> dict[str, Any]:
        """A table with a value for each side."""
        degrees = (value if isinstance(value, Degree) else Degree(value) for value in values)
        return {side: self.degree(key, degree) for side, degree in zip(self.sides, degrees, strict=True)}

    def degree(self, key: str, degree: Degree) -> dict[str, Any]:
        """A share with its source, and the word that was given for it."""
        return self.sourced(key, degree.value, f"In a word: {degree.word}." if degree.word else "")

    def sourced(self, key: str, value: Any, note: str = "") -> dict[str, Any]:
        """A value with the source of the answer to a question; without one it is a guess."""
        answer = self.answers[key]
        confidence = "med" if answer.source else "low"
        about = {"source": self.source_of(key), "confidence": confidence} | ({"note": note} if note else {})
        return {"value": _short(value), **about}

    def source_of(self, key: str) -> str:
        """The name under `sources` of where an answer is known from."""
        answer = self.answers[key]
        if answer.source:
            return self.sources[answer.source]
        return JUDGEMENT if answer.given else UNASKED


def _short(value: Any) -> Any:
    """A number without a point where it is whole."""
    return int(value) if isinstance(value, float) and value == int(value) else value

"""A case in which every entry of the vocabulary has a nonsense word, what is told of it, and the words that survive.

Whoever tells a person something about a run adds a line to :data:`TOLD`: the words of the case must be in it, and no
word that the case has replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from sim.files import scenario_from
from sim.files.scenario_writing import plain_tree
from sim.narrative.case_words import CaseWords
from sim.scenario import Scenario
from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.wording import Wording

LETTERS = "bdfgklmnprstvz"
FORMS = ("noun", "plural", "infinitive", "past")
NAMES = ("Abel Quist", "Bo Tarn", "Cy Umber", "Di Vole", "Em Wick", "Fay Yarrow", "Gus Zell", "Hal Ibis")
"""People and places that are called like no entry."""


def nonsense(entry: str) -> Wording:
    """Words for an entry that no language has, and that tell it from every other."""
    number = ENTRIES.index(entry)
    stem = f"zu{LETTERS[number // len(LETTERS)]}o{LETTERS[number % len(LETTERS)]}i"
    return Wording(f"{stem}x", f"{stem}xen", f"{stem}xu so", f"{stem}xed so")


def renamed(scenario: Scenario, domain: str | None = None) -> Scenario:
    """Return a scenario without any text of its own, in which every entry that can be has a nonsense word."""
    tree: Any = _silent(plain_tree(scenario), iter(NAMES * 9))
    tree |= {"title": "Title", "domain": domain or scenario.domain.value, "sources": {}, "summary": ""}
    usual = CaseWords(scenario.domain)
    tree["words"] = {
        entry: {form: getattr(nonsense(entry), form) for form in FORMS if getattr(usual[entry], form)}
        for entry in usual
    }
    return scenario_from(tree)


def _silent(value: Any, names: Iterator[str]) -> Any:
    """Plain values without notes and sources, everybody under another name."""
    if isinstance(value, Mapping):
        about = {"source", "note", "confidence"}
        if "value" in value and set(value) <= {"value", *about}:
            return value["value"]
        named = {"name", "country", "office"}
        return {
            key: next(names) if key in named and child and "start" not in value else _silent(child, names)
            for key, child in value.items()
            if key not in about
        }
    return [_silent(item, names) for item in value] if isinstance(value, list) else value


def usual_words(scenario: Scenario) -> dict[str, set[str]]:
    """By entry, the words that the case would say if it had none of its own, in whatever domain."""
    usual = CaseWords(scenario.domain)
    own = CaseWords(scenario.domain, {entry: words.as_wording() for entry, words in scenario.words.items()})
    found = {}
    for entry in ENTRIES:
        said = {getattr(usual[entry], form) for form in (*FORMS, "does") if getattr(usual[entry], form)}
        found[entry] = said - {getattr(own[entry], form) for form in (*FORMS, "does")}
    return found


def survivors(text: str, words: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """The replaced words that still stand in a text, by entry; identifiers such as ``ever_truce`` do not count."""
    flat = " ".join(text.split())
    return {
        (entry, word)
        for entry, said in words.items()
        for word in said
        if re.search(rf"(?i)(?<![\w.=/\"-]){re.escape(word)}(?![\w=/\"-]|\.\w)", flat)
    }


def visible(page: str) -> str:
    """What a reader sees of a page: its text, its pictures' text too; tables of raw records are data, not text."""
    pictures = [unquote(picture) for picture in re.findall(r'src="data:image/svg[^,]*,([^"]*)"', page)]
    told = re.findall(r'(?:alt|title)="([^"]*)"', page)
    page = re.sub(r"(?s)<(script|style|details)\b.*?</\1>", " ", re.sub(r'(src|alt|href)="[^"]*"', " ", page))
    return " ".join(re.sub(r"<[^>]*>", " ", text) for text in (page, *told, *pictures))

"""Every entry that a case may call otherwise, with its general words, collected from the rows of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sim.vocabulary import actions, answers, components, events, levels, milestones, outcomes, things
from sim.vocabulary.domains import WORDS as DOMAIN_WORDS
from sim.vocabulary.domains import Domain
from sim.vocabulary.wording import NO_WORDS, Wording


def _rows() -> Iterator[tuple[str, Wording]]:
    """Yield every row that can be spoken of; an entry may have several, each with forms of its own."""
    for table in (things.ROWS, levels.ROWS, actions.ROWS, answers.ROWS, events.ROWS, components.ROWS, milestones.ROWS):
        yield from ((row.word, row.wording) for row in table if row.word and row.wording != NO_WORDS)
    yield from ((str(row), row.wording) for row in outcomes.OutcomeClass if row.wording != NO_WORDS)


def _collected() -> Mapping[str, Wording]:
    found: dict[str, Wording] = {}
    for word, wording in _rows():
        found[word] = found.get(word, NO_WORDS).over(wording)
    return found


GENERAL: Final[Mapping[str, Wording]] = _collected()
"""Every entry with its general words, unfilled."""

ENTRIES: Final = tuple(GENERAL)
"""Every entry, things first."""


def default(entry: str, domain: Domain | None) -> Wording:
    """Return the words of an entry in a domain, unfilled; None is no domain in particular."""
    return DOMAIN_WORDS[domain].get(entry, NO_WORDS).over(GENERAL[entry]) if domain else GENERAL[entry]

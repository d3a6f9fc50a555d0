"""How a thing or an act is spoken of: its noun, plural, infinitive and past, and what English makes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry of the vocabulary as people say it; said plainly, it is the noun.

    In the rows of the vocabulary a form may be made of other entries: ``write {letter.a}``. What is handed out by
    :class:`sim.narrative.case_words.CaseWords` is filled already, all but the sentence.

    Attributes
    ----------
    noun : str
        The thing, or the act as a thing, without an article.
    plural : str
        Several of them; the same as the noun for what is not counted. Left empty, it is the regular plural.
    infinitive : str
        The act as something to do, without "to"; empty for what nobody does.
    past : str
        The act as what somebody did.
    sentence : str
        How a story tells it, with ``{actor}`` and whatever else an event has; empty for what is no event.
    """

    noun: str = ""
    plural: str = ""
    infinitive: str = ""
    past: str = ""
    sentence: str = ""

    @property
    def a(self) -> str:
        """The noun with its indefinite article; by itself if it is not counted."""
        return with_article(self.noun, self.plural)

    @property
    def does(self) -> str:
        """The act as what somebody does: ``writes a letter``."""
        return third_person(self.infinitive)

    def __str__(self) -> str:
        return self.noun

    def __format__(self, form: str) -> str:
        return format(self.noun, form)

    def over(self, general: Wording) -> Wording:
        """Return these forms laid over more general ones; with a noun of its own, the general plural is gone."""
        found = {form: getattr(self, form) or getattr(general, form) for form in FORMS}
        if self.noun:
            found["plural"] = self.plural
        return Wording(**found)


NO_WORDS: Final = Wording()
"""For a word whose forms stand elsewhere in the vocabulary."""

FORMS: Final = tuple(field.name for field in fields(Wording))
"""The forms that a row or a file gives."""


def uncounted(noun: str, infinitive: str = "", past: str = "", sentence: str = "") -> Wording:
    """Return the words for what has no plural: ``waiting``, ``more pressure``."""
    return Wording(noun, noun, infinitive, past, sentence)


NOT_A_VOWEL: Final = re.compile(r"(?i)(?:uni[^nm]|use|usu|eu|one\b|once\b)")
SILENT: Final = re.compile(r"(?i)(?:hono|hour|heir)")
VOWEL: Final = re.compile(r"(?i)[aeiou]")


def with_article(noun: str, plural: str) -> str:
    """Return a noun with "a" or "an"; by itself if its plural is the same."""
    if not noun or noun == plural:
        return noun
    sounds = SILENT.match(noun) or (VOWEL.match(noun) and not NOT_A_VOWEL.match(noun))
    return f"{'an' if sounds else 'a'} {noun}"


def regular_plural(noun: str) -> str:
    """Return the regular plural of a noun, which ends the phrase: ``letter`` to ``letters``."""
    if re.search(r"(?i)[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?i)(?:s|x|z|ch|sh)$", noun) else f"{noun}s" if noun else ""


def third_person(infinitive: str) -> str:
    """Return what somebody does for something to do: ``write a letter`` to ``writes a letter``."""
    verb, space, rest = infinitive.partition(" ")
    irregular = {"be": "is", "have": "has", "go": "goes", "do": "does"}.get(verb)
    return f"{irregular or regular_plural(verb)}{space}{rest}"

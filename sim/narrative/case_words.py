"""What things and acts are called in one case: the words of its domain, and what its file calls otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sim.scenario.scenario import Scenario
from sim.vocabulary.domains import Domain
from sim.vocabulary.entries import ENTRIES, default
from sim.vocabulary.wording import FORMS, Wording, regular_plural, with_article


class CaseWords(Mapping[str, Wording]):
    """The words of a case: every entry of the vocabulary with all its forms.

    Parameters
    ----------
    domain : Domain, optional
        What it is about; without one, the general words.
    given : mapping of str to Wording, optional
        By entry, the forms that the case has words of its own for. They are said as they stand.
    """

    def __init__(self, domain: Domain | None = None, given: Mapping[str, Wording] | None = None) -> None:
        rows = {entry: default(entry, domain) for entry in ENTRIES}
        rows.update({entry: _as_it_stands(wording).over(rows[entry]) for entry, wording in (given or {}).items()})
        unfilled: dict[str, _Unfilled] = {}
        unfilled.update({entry: _Unfilled(row, unfilled) for entry, row in rows.items()})
        self._found = {entry: row.filled() for entry, row in unfilled.items()}

    def __getitem__(self, entry: str) -> Wording:
        return self._found[entry]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def fill(self, template: str, **values: object) -> str:
        """Return a template with words of the case and other values put in; a value goes before a word of its name.

        Examples
        --------
        >>> CaseWords().fill("{actor} breaks the {truce}, and {pressure} returns", actor="Vask")
        'Vask breaks the truce, and pressure returns'
        """
        return template.format_map({**self._found, **values})


class _Unfilled:
    """A row whose forms may be made of other rows, or of other forms of its own."""

    def __init__(self, row: Wording, rows: Mapping[str, _Unfilled]) -> None:
        self._row = row
        self._rows = rows

    def __format__(self, form: str) -> str:
        return self.noun

    @property
    def noun(self) -> str:
        return self._row.noun.format_map(self._rows)

    @property
    def plural(self) -> str:
        return self._row.plural.format_map(self._rows) or regular_plural(self.noun)

    @property
    def infinitive(self) -> str:
        return self._row.infinitive.format_map(self._rows)

    @property
    def past(self) -> str:
        return self._row.past.format_map(self._rows)

    @property
    def a(self) -> str:
        return with_article(self.noun, self.plural)

    def filled(self) -> Wording:
        """Return the forms as they are said; a sentence keeps its gaps."""
        return Wording(self.noun, self.plural, self.infinitive, self.past, self._row.sentence)


def _as_it_stands(wording: Wording) -> Wording:
    """Return the words of a file so that filling leaves them alone; a sentence has gaps to be filled."""
    said = {form: getattr(wording, form).replace("{", "{{").replace("}", "}}") for form in FORMS if form != "sentence"}
    return Wording(**said, sentence=wording.sentence)


def words_of(scenario: Scenario) -> CaseWords:
    """Return what things and acts are called in a scenario."""
    return _case_words(scenario.domain, tuple((entry, own.as_wording()) for entry, own in scenario.words.items()))


@lru_cache(maxsize=64)
def _case_words(domain: Domain, given: tuple[tuple[str, Wording], ...]) -> CaseWords:
    """The words of a case, worked out once: they are asked for with every sentence, and cannot be changed."""
    return CaseWords(domain, dict(given))


PLAIN = CaseWords()
"""The general words, for what is said of no case in particular."""

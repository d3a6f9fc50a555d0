"""What readers call the factors of a study and their settings: no path or id where there is a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from analysis.documents.field_names import Named, named_together, spoken
from analysis.documents.wording import listed
from analysis.studies.study import as_label, plain
from sim.narrative.cast import Cast

if TYPE_CHECKING:
    from analysis.studies.designs import Factor
    from analysis.studies.study import Study


class FactorNames:
    """Readers' names of factors and settings; whatever has none speaks for itself.

    Parameters
    ----------
    names : mapping of str to Named
        By factor, and by group of factors.
    choices : iterable of str
        Factors whose settings are alternatives with names.
    """

    def __init__(self, names: Mapping[str, Named] | None = None, choices: Iterable[str] = ()) -> None:
        self._names = dict(names or {})
        self._choices = frozenset(choices)

    @classmethod
    def of_study(cls, study: Study) -> FactorNames:
        """Return the names in a study: its own labels first, else made of paths and the scenario's names."""
        cast, recipe = Cast(study.recipe.scenario), study.recipe
        found = {}
        for factor in recipe.factors:
            if factor.name in study.labels:
                found[factor.name] = Named(study.labels[factor.name])
            elif factor.name in recipe.choices:
                found[factor.name] = named_together(cast, [factor.name])
            else:
                found[factor.name] = named_together(cast, factor.paths)
        return cls(_told_apart(found) | _groups(recipe.factors), recipe.choices)

    def also(self, others: Mapping[str, str]) -> FactorNames:
        """Return the same with further names of columns for some factors, by factor: readers see no difference."""
        names = {other: self._named(name) for name, other in others.items()}
        choices = (other for name, other in others.items() if name in self._choices)
        return FactorNames(self._names | names, self._choices.union(choices))

    def knows(self, name: str) -> bool:
        """Whether it is a factor, or a group of factors, of the study."""
        return name in self._names

    def of(self, name: str) -> str:
        """Return what readers call a factor: ``need for face, both``."""
        return str(self._named(name))

    def inside(self, name: str) -> str:
        """Return a factor's name inside a sentence: ``need for face of both``."""
        return self._named(name).inside

    def value(self, name: str, value: Any) -> str:
        """Return one setting without its factor, as a cell of a table: ``0.5``, ``no hosts``, ``yes``."""
        value = plain(value)
        if name in self._choices:
            return as_label(value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return f"{value:.4g}" if isinstance(value, float) else str(value)

    def setting(self, name: str, value: Any) -> str:
        """Return a setting inside a sentence: ``need for face of both at 1``, ``no hosts``.

        A named alternative of several words stands for itself; one word needs the factor's name before it.
        """
        value = plain(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{self.inside(name)} at {self.value(name, value)}"
        return self.settings_of(name, [value])

    def settings_of(self, name: str, values: Iterable[Any]) -> str:
        """Return one of several settings inside a sentence: ``all hosts or Singapore only``, ``clock: fixed``."""
        said = [self.value(name, value) for value in values]
        text = listed(said, "or")
        return text if name in self._choices and all(" " in one for one in said) else f"{self.inside(name)}: {text}"

    def settings(self, values: Mapping[str, Any]) -> str:
        """Return several settings inside a sentence, joined by "and"."""
        return " and ".join(self.setting(name, value) for name, value in values.items())

    def _named(self, name: str) -> Named:
        return self._names.get(name) or Named(spoken(name) if "." not in name else name)


def _told_apart(found: Mapping[str, Named]) -> dict[str, Named]:
    """Names with that of the column added where two would be the same."""
    counts = Counter(str(name) for name in found.values())
    return {key: name if counts[str(name)] == 1 else Named(f"{name} ({spoken(key)})") for key, name in found.items()}


def _groups(factors: Iterable[Factor]) -> dict[str, Named]:
    return {factor.group: Named(spoken(factor.group)) for factor in factors if factor.group}

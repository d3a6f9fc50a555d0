"""What readers of a study's page call its factors, and whom or what its measures are about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from analysis.documents.factor_names import FactorNames
from analysis.documents.measure_names import clause_names

if TYPE_CHECKING:
    from analysis.studies.study import Study


class ReadersNames(NamedTuple):
    """Names of factors and settings, and by id those of sides, third parties and issues."""

    factors: FactorNames = FactorNames()
    actors: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def of_study(cls, study: Study) -> ReadersNames:
        """Return the names in a study."""
        return cls(FactorNames.of_study(study), clause_names(study.recipe.scenario))


THEMSELVES = ReadersNames()
"""All names speak for themselves."""

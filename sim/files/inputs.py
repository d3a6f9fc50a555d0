"""Every number that a scenario says or leaves unsaid, with where it comes from: what is known and what is a guess."""

from __future__ import annotations

from dataclasses import dataclass

from sim.files.numeric import NumericField, numeric_fields
from sim.scenario.distributions import Choice, Distribution
from sim.scenario.provenance import Confidence, Provenance
from sim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Input:
    """One number of a scenario with its distribution (if any) and provenance."""

    field: NumericField
    spread: Distribution | None
    provenance: Provenance

    @property
    def is_guess(self) -> bool:
        """Whether nothing supports it: no source, or low confidence."""
        return not self.provenance.source or self.provenance.confidence is Confidence.low

    @property
    def value_words(self) -> str:
        """The value as it may stand in a table: ``0.7``, ``0.7 (normal, sd 0.1)``."""
        central = f"{self.field.value:g}"
        return central if self.spread is None else f"{central} ({spread_words(self.spread)})"

    @property
    def origin_words(self) -> str:
        """Source and confidence, or that the value is the program's default."""
        if not self.field.given:
            return "default"
        source = self.provenance.source or "no source"
        return f"{source}, {self.provenance.confidence}" if self.provenance.confidence else source


def scenario_inputs(scenario: Scenario) -> list[Input]:
    """Return the numbers of a scenario in the order of the file format; the global weights are not among them."""
    silent = Provenance()
    return [
        Input(field, scenario.distributions.get(field.path), scenario.provenance.get(field.path, silent))
        for field in numeric_fields(scenario)
        if not field.path.startswith("weights.")
    ]


def spread_words(spread: Distribution) -> str:
    """Return a distribution in a few words."""
    if isinstance(spread, Choice):
        return "one of " + ", ".join(f"{value:g}" for value in spread.values)
    said = spread.as_mapping()
    sizes = [
        f"{key} {said[key]:g}" for key in ("sd", "low", "high") if key in said and (key == "sd" or "sd" not in said)
    ]
    return ", ".join([spread.name, *sizes])

"""Where a number comes from and how sure its coder was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure the coder was."""

    high = "high"
    med = "med"
    low = "low"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Source, note and confidence of one number; each may be empty."""

    source: str = ""
    note: str = ""
    confidence: Confidence | None = None

    def __bool__(self) -> bool:
        return bool(self.source or self.note or self.confidence)

    def as_mapping(self) -> dict[str, str]:
        """Return the parts that are given, as they stand in a scenario file."""
        parts = {"source": self.source, "note": self.note, "confidence": str(self.confidence or "")}
        return {key: text for key, text in parts.items() if text}

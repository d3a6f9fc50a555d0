"""How a converted number is written: a code with its coder's noise, or a wide prior where nothing was coded."""

from __future__ import annotations

from typing import Any

from analysis.evidence.casebook.casebook_form import Code

SPREAD = {"high": 0.10, "med": 0.15, "low": 0.20}
"""Standard deviation of a code by the coder's confidence.

Two codings of the same 118 leaders differ by about as much, divided by the root of 2 (.06 to .11); both coders read the
same public record, so the spread is wider than that.
"""

WIDE = 0.25
"""Standard deviation of a trait that the casebook does not code."""


def coded(code: Code, note: str, *, turned: bool = False, scale: float = 1) -> dict[str, Any]:
    """Return a coded trait as a distribution around its value.

    Parameters
    ----------
    code : Code
        The code, 0 to 1.
    note : str
        Which code it is; the coder's reason is added.
    turned : bool
        Take one minus the code.
    scale : float
        What a code of 1 stands for, such as six remembered answers.
    """
    value = 1 - code.value if turned else code.value
    because = f"{note}: {code.why}." if code.why else f"{note}."
    spread = round(SPREAD[code.confidence] * scale, 6)
    return _normal(round(value * scale, 6), spread) | about("casebook", code.confidence, because)


def prior(mean: float, spread: float, note: str) -> dict[str, Any]:
    """Return a number that the casebook does not code as a distribution of low confidence."""
    return _normal(mean, spread) | about("prior", "low", note)


def plain(value: float, note: str, source: str = "prior") -> dict[str, Any]:
    """Return a number that is not spread."""
    return {"value": value} | about(source, "low", note)


def within(quantity: dict[str, Any], low: float, high: float) -> dict[str, Any]:
    """Return a distribution cut off at other ends than those of its field, its mean moved inside them."""
    return quantity | {"mean": min(max(quantity["mean"], low), high), "low": low, "high": high}


def about(source: str, confidence: str, note: str) -> dict[str, str]:
    """Return what a scenario says of a number beside its value."""
    return {"source": source, "confidence": str(confidence), "note": note}


def _normal(mean: float, spread: float) -> dict[str, Any]:
    return {"distribution": "normal", "mean": mean, "sd": spread}

"""Does provenance say only what was given?"""

from __future__ import annotations

from sim.scenario.provenance import Confidence, Provenance


def test_only_what_was_given() -> None:
    assert not Provenance()
    assert Provenance().as_mapping() == {}
    assert Provenance("a book", "", Confidence.med).as_mapping() == {"source": "a book", "confidence": "med"}

"""Are rows measured on the stages that they ask for, and found again?"""

from __future__ import annotations

from analysis.estimates.estimate import UNKNOWN
from analysis.evidence.dynamics.measured import measure
from analysis.evidence.dynamics.row import Finding, Reading, Row
from tests.analysis.evidence.dynamics.acted import Acted, nothing


def row(name: str, *parameters: str) -> Row:
    """A row whose only reading says on which stage it was measured."""
    return Row(
        name,
        "b",
        "w",
        "l",
        {},
        lambda stage: Finding([Reading(stage.parameters, "seen", UNKNOWN)], True, ""),
        parameters,
    )


def test_each_row_has_what_it_asks_for() -> None:
    central, drawn = Acted(nothing), Acted(nothing)
    drawn.parameters = "drawn"
    told: list[tuple[str, str]] = []
    found = measure(
        [row("D1", "central", "drawn"), row("D2", "drawn")],
        [central, drawn],
        lambda one, _, stage: told.append((one.name, stage.parameters)),
    )
    assert told == [("D1", "central"), ("D1", "drawn"), ("D2", "drawn")]
    assert [list(one.findings) for one in found] == [["central", "drawn"], ["drawn"]]
    assert found[0].reading("drawn", "seen") is not None
    assert found[1].reading("central", "seen") is None

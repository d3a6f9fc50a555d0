"""Are measured effects told row by row, and those below their bound not called reached?"""

from __future__ import annotations

from analysis.evidence.claims.measured_lines import read_measured
from analysis.evidence.claims.table import mechanisms
from analysis.evidence.dynamics.mechanisms import ROWS
from tests.analysis.evidence.dynamics.acted import Acted, nothing

(D13,) = ROWS


def test_every_measured_line_of_a_mechanism_is_told() -> None:
    found = D13.measure(Acted(nothing))
    rows = mechanisms()
    lines = [line for line in read_measured() if line.row in rows]
    assert len(found.readings) == len(lines)
    for reading, line in zip(found.readings, lines, strict=True):
        assert (reading.case, reading.estimate.value) == (line.case, line.effect)
        assert reading.what.startswith(f"row {line.row}:")
        assert not (reading.reached and line.low <= 0 <= line.high), "an effect that may be nothing is not reached"
    assert found.told.startswith(tuple("0123456789"))

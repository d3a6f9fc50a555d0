"""The table of effects: declared and measured side by side, in the units of readers."""

from __future__ import annotations

from analysis.evidence.claims.effects_table import by_verdict, effects_table, verdicts
from analysis.evidence.claims.measuring import Measured
from analysis.evidence.claims.table import Effect, mechanisms
from analysis.evidence.claims.verdicts import Verdict

HOSTS = Effect("agreement", 1, 0.02, {"mediators": {}}, {}, {"weights.asking": 0}, ["b", "a"], "For a test.")
FACE = Effect("voice_days", -1, 3, {"leaders.*.ego": 0.1}, {"leaders.*.ego": 0.9}, {}, ["a", "b"], "For a test.")
LINES = [
    Measured(34, "a", "agreement", 0.1, 0.4, 0.3, 0.25, 0.35, 100, 0.99, "k"),
    Measured(34, "b", "agreement", 0.1, 0.4, 0.1, -0.05, 0.25, 100, 0.99, "k"),
]


def test_a_row_says_what_was_declared_and_what_was_found() -> None:
    *_, row = effects_table({34: HOSTS}, LINES)
    assert row == (
        "| 34 | an agreement stands (+) | `mediators` none to as it is; in both `weights.asking` 0 | 2 points "
        "| b: +10.0 [-5.0, +25.0] not told apart from nothing (within 25.0)<br>a: +30.0 [+25.0, +35.0] works "
        "| **weak** |"
    )


def test_what_was_not_measured_says_so() -> None:
    *_, row = effects_table({21: FACE}, LINES)
    assert row.endswith("`leaders.*.ego` 0.1 to `leaders.*.ego` 0.9 | 3 days | - | **not measured** |")


def test_rows_are_listed_by_verdict() -> None:
    found = verdicts({34: HOSTS, 21: FACE}, LINES)
    assert found == {34: Verdict.weak, 21: Verdict.unmeasured}
    assert by_verdict(found) == ["- **weak** (1 of 2): 34", "- **not measured** (1 of 2): 21"]


def test_every_declared_setting_can_be_told_in_a_cell() -> None:
    rows = effects_table(mechanisms(), [])[2:]
    assert [row.count(" | ") for row in rows] == [5] * len(mechanisms())
    assert "`summit.signing_announced` false to `summit.signing_announced` true" in rows[-2]
    assert "`leaders.*.envoys` of in-office to `leaders.*.envoys` of in-office, next" in "".join(rows)

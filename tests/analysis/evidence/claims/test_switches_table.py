"""The table of switches names every mechanism, and says of each what is set."""

from __future__ import annotations

from analysis.evidence.claims.switches_table import switches_table
from analysis.evidence.claims.table import switches


def test_every_mechanism_has_its_line() -> None:
    rows = switches_table(list(switches().values()))[2:]
    assert len(rows) == 33
    assert all(row.count(" | ") == 3 for row in rows)
    assert rows[0].startswith("| 2 | blow for blow | `weights.provocation` 0 | ")


def test_what_is_set_is_told_in_words() -> None:
    told = "\n".join(switches_table(list(switches().values())))
    assert "`mediators` taken away" in told
    assert "`leaders.*.envoys.+` taken away" in told
    assert "`weights.image_count` times 6" in told
    assert "`summit.signing_announced` false" in told
    assert "{" not in told

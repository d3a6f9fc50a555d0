"""Seeds from addresses."""

from __future__ import annotations

from analysis.studies.designs.seeding import seed_at


def test_a_seed_depends_on_its_address_alone() -> None:
    assert seed_at(1, "a") == seed_at(1, "a") > 0
    assert len({seed_at(seed, label) for seed in (0, 1, 2**32 - 1) for label in "ab"}) == 6

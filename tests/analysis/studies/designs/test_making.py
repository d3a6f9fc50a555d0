"""Designs by name, and what is said to a wrong one."""

from __future__ import annotations

import pytest

from analysis.studies.designs import DESIGNS, DesignError, Factor, make_design

FACTORS = [Factor(("a",), low=0, high=1)]


def test_every_name_is_its_own_kind() -> None:
    assert list(DESIGNS) == ["grid", "lhs", "sobol", "saltelli", "morris", "list"]
    assert all(design.kind == name for name, design in DESIGNS.items())


@pytest.mark.parametrize(
    ("kind", "options", "words"),
    [
        ("latin", {}, "no design 'latin'"),
        ("saltely", {}, "did you mean saltelli"),
        ("lhs", {"point": 5}, "takes points, not 'point'; did you mean points"),
        ("grid", {"points": 5}, "takes no options"),
        ("lhs", {"points": 5.0}, "must be a whole number, not 5.0"),
        ("lhs", {"points": True}, "must be a whole number"),
        ("lhs", {"points": 0}, "at least 1"),
        ("saltelli", {"second_order": "yes"}, "true or false"),
    ],
)
def test_nonsense_is_refused(kind: str, options: dict, words: str) -> None:
    with pytest.raises(DesignError, match=words):
        make_design(kind, FACTORS, **options)

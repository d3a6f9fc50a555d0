"""Are mutants what they say: one small edit each, that still makes a program, under a name that lasts?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants import operators
from tests.mutants.operators import ROOT, Mutant, mutants_of

SAMPLE = '''
LEVEL = 0.5

def rule(world, side, points):
    """A docstring is no behaviour: 1 + 1."""
    other = 1 - side
    weights = world.weights[0]
    if points > 0 and not world.over:
        world.leaders[side].face = weights.gain * points - 3
        note(world, other)
    return -points
'''


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mutant]:
    monkeypatch.setattr(operators, "ROOT", tmp_path)
    (tmp_path / "sample.py").write_text(SAMPLE)
    return mutants_of("sample.py")


def test_every_kind_of_mistake_is_made_where_it_can_be(found: list[Mutant]) -> None:
    assert {(mutant.kind, mutant.old, mutant.new.strip()) for mutant in found} == {
        ("scaled", "0.5", "0.000001 * 0.5"),
        ("scaled", "0.5", "2 * 0.5"),
        ("side", "1 - side", "side"),
        ("turned", "points > 0 and not world.over", "not (points > 0 and not world.over)"),
        ("comparison", ">", ">="),
        ("number", "0", "1"),
        ("boolean", "and", "or"),
        ("turned", "not world.over", "bool(world.over)"),
        ("left out", "world.leaders[side].face = weights.gain * points - 3", "pass"),
        ("side", "side", "1 - side"),
        ("scaled", "weights.gain", "(0.000001 * weights.gain)"),
        ("scaled", "weights.gain", "(2 * weights.gain)"),
        ("arithmetic", "*", "/"),
        ("arithmetic", "-", "+"),
        ("sign", "weights.gain * points - 3", "-(weights.gain * points - 3)"),
        ("number", "3", "4"),
        ("left out", "note(world, other)", "pass"),
        ("side", "other", "1 - other"),
        ("sign", "-points", "+points"),
    }


def test_each_is_a_program_and_another_one(found: list[Mutant]) -> None:
    texts = [mutant.text(SAMPLE) for mutant in found]
    for text in texts:
        compile(text, "sample.py", "exec")
    assert len(set(texts)) == len(texts)
    assert SAMPLE not in texts


def test_a_name_lasts_when_other_parts_of_the_file_change(
    found: list[Mutant], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sample.py").write_text(f"# A remark.\n\n{SAMPLE}")
    assert [mutant.key for mutant in mutants_of("sample.py")] == [mutant.key for mutant in found]
    assert len({mutant.key for mutant in found}) == len(found)


def test_a_real_rule_file_has_mutants_that_compile() -> None:
    path = "sim/rules/react/reactions.py"
    source = (ROOT / path).read_text(encoding="utf-8")
    mutants = mutants_of(path)
    assert len(mutants) > 50
    for mutant in mutants:
        compile(mutant.text(source), path, "exec")

"""Do plain values remember where they stood, and is nothing said twice about one place?"""

from __future__ import annotations

from sim.files.lowering import dotted, lower
from sim.files.problems import Findings
from sim.files.slots import root
from sim.files.yaml_nodes import compose

TEXT = """name: x
dyad:
  rapport: {value: 0.4, source: a book}
  tension: no
clock:
start: 2025-01-01
"""


def test_lowering() -> None:
    findings = Findings()
    tree = compose(TEXT, "f", findings)
    assert tree is not None
    lowered = lower(tree, root(), findings)
    assert lowered.tree == {"name": "x", "dyad": {"rapport": 0.4}, "start": "2025-01-01"}
    assert lowered.provenance["dyad.rapport"].source == "a book"
    assert lowered.silenced == {("dyad", "tension"), ("clock",)}
    assert lowered.is_silenced(("clock", "kind"))
    assert not lowered.is_silenced(("dyad", "rapport"))
    assert len(findings) == 2


def test_places() -> None:
    findings = Findings()
    tree = compose(TEXT, "f", findings)
    assert tree is not None
    lowered = lower(tree, root(), findings)
    assert lowered.spot(("dyad", "rapport")) == ("f", 3, 20)
    assert lowered.spot(("dyad", "rapport"), key=True) == ("f", 3, 3)
    assert lowered.spot(("dyad", "absent")) == ("f", 2, 1)
    assert lowered.spot(("absent", "below")) == ("f", 1, 1)


def test_dotted() -> None:
    assert dotted(("scheduled", 0, "size")) == "scheduled.0.size"

"""Free parameters: the tables in docs/odd.md name every weight with its range, unit and origin."""

from __future__ import annotations

from analysis.evidence.free_parameters import parameter_table, sign_table
from analysis.evidence.signs import Point, Swing
from sim.scenario.weights import WEIGHTS
from tests.architecture.source_tree import ROOT

SAME = Point(0.9, 0.5, 40, {"ego on voice": 0, "mediators on voice": 1})
OTHER = Point(0.9, 0.5, 40, {"ego on voice": 0, "mediators on voice": -1})


def test_the_table_of_the_docs_is_made_from_the_weights() -> None:
    page = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
    assert "\n".join(parameter_table()) in page, "make it anew: python -m analysis.evidence docs --fast"


def test_the_docs_have_a_line_of_signs_for_every_weight() -> None:
    page = (ROOT / "docs" / "odd.md").read_text(encoding="utf-8")
    signs = page.partition("<!-- signs:start -->")[2].partition("<!-- signs:end -->")[0]
    missing = [w.name for w in WEIGHTS if f"| `{w.name}` | {w.low:g} to {w.high:g} |" not in signs]
    assert not missing, "make it anew: python -m analysis.evidence docs"


def test_flips_are_named() -> None:
    lines = sign_table([Swing(WEIGHTS[0], SAME, SAME, OTHER), Swing(WEIGHTS[1], SAME, SAME, SAME)], 10)
    assert lines[-2].endswith("| mediators on voice + + − |")
    assert lines[-1].endswith("| none |")
    assert f"back: `{WEIGHTS[0].name}`." in " ".join(lines)

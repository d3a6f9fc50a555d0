"""The three priors without any published estimate are named, and so is what is given with low confidence."""

from __future__ import annotations

from analysis.documents.assumptions import MOST_SHOWN, assumptions, unpublished
from analysis.documents.document import Points, Prose, Table
from analysis.documents.field_names import named
from sim.files import load_scenario, vary
from sim.files.inputs import scenario_inputs
from sim.narrative.cast import Cast
from sim.scenario import Confidence


def test_three_priors_drive_the_question() -> None:
    assert [weight.name for weight in unpublished()] == ["ego", "asking", "rupture_base"]
    scenario = vary(load_scenario("us-china-2025"), {"weights.asking": 0.25})
    section = assumptions(scenario, {"weights.asking"})
    (points,) = [block for block in section.blocks if isinstance(block, Points)]
    asking = next(item for item in points.items if item.startswith("Cost of asking first"))
    assert "0.250" in asking
    assert "varied in this study" in asking
    assert "held at this value" in points.items[0]


def test_doubted_numbers_are_listed_those_varied_first() -> None:
    scenario = load_scenario("us-china-2025")
    doubted = [entry.field.path for entry in scenario_inputs(scenario) if entry.provenance.confidence is Confidence.low]
    last = doubted[-1]
    section = assumptions(scenario, {last})
    (sheet,) = [block for block in section.blocks if isinstance(block, Table)]
    assert sheet.rows[0][0] == str(named(Cast(scenario), last))
    assert len(sheet.rows) == min(MOST_SHOWN, len(doubted))
    assert set(sheet.column("number")) <= {str(named(Cast(scenario), path)) for path in doubted}
    assert len(set(sheet.column("number"))) == len(sheet.rows), "names tell the numbers apart"
    assert f"climbdown show {scenario.name} --guesses" in sheet.caption
    told = " ".join(text for block in section.blocks if isinstance(block, Prose) for text in block.paragraphs)
    assert f"{len(doubted)} are given with low confidence" in told

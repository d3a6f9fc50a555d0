"""What one change does: page, figure, terminal and JSON say the same day on which two runs part."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.cli.compare import as_plain, told
from analysis.documents import Counterfactual, run_document
from analysis.documents.document import Document, Picture
from analysis.figures.dates import date_after
from analysis.figures.figure import PartingOfTheWays, distinct
from analysis.figures.vega import vega_chart
from sim.files import load_scenario, vary
from sim.narrative.cast import spoken_date
from sim.results.parting import parting
from sim.results.record_rows import events
from sim.run import run_one
from tests.analysis.figures.drawn import words


def pictured(document: Document) -> Picture:
    blocks = [block for section in document.sections for block in section.blocks]
    return next(block for block in blocks if isinstance(block, Picture) and isinstance(block.figure, PartingOfTheWays))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("gone", ["leaders.us.envoys", "leaders.dprk.envoys", "mediators"])
def test_all_say_the_same_parting_day(seed: int, gone: str) -> None:
    base = load_scenario("us-dprk-2019")
    one, other = (run_one(scenario, seed=seed) for scenario in (base, vary(base, {gone: {}})))
    found = parting(events(one), events(other))
    figure = pictured(run_document(one, None, Counterfactual((f"{gone}={{}}",), other))).figure
    on_terminal = " ".join(" ".join(told(one, other, ("A: as it is", "B: changed"))).split())
    assert as_plain(one, other, ("A", "B"))["parted"] == (found and found._asdict())
    assert figure.parting_day == (found and found.day)
    if found is None:
        assert "same story" in on_terminal
        assert figure.title == "Both settings tell the same story"
        return
    day = spoken_date(found.date)
    assert date_after(figure.start, found.day) == found.date
    assert f"on {day}." in on_terminal
    assert figure.title.startswith(f"The two runs part on {day}: ")


def test_the_figure_says_it_too() -> None:
    base = load_scenario("us-dprk-2019")
    one, other = (run_one(scenario, seed=1) for scenario in (base, vary(base, {"leaders.us.envoys": {}})))
    found = parting(events(one), events(other))
    assert found is not None
    picture = pictured(run_document(one, None, Counterfactual(("leaders.us.envoys={}",), other)))
    assert f"upright line: {spoken_date(found.date)}," in " ".join(words(vega_chart(picture.figure)).split(" | "))
    assert distinct(picture.figure.series["setting"]) == ["as it is", "no envoys of Donald Trump"]
    assert "With no envoys of Donald Trump: " in picture.told

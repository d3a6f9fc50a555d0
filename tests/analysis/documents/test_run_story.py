"""The page of a run is complete in itself: nothing is fetched, nothing written by a scenario's author can run."""

from __future__ import annotations

import re

from analysis.documents.html_writing import html_page
from analysis.documents.run_story import made, story_document
from sim.results.trajectory import Trajectory
from sim.version import __version__
from tests.analysis.documents.page_reader import read
from tests.sim.sample import sample_scenario, sample_trajectory


def page(trajectory: Trajectory) -> str:
    return html_page(story_document(trajectory))


def test_nothing_is_fetched_from_outside() -> None:
    reader = read(page(sample_trajectory()))
    assert reader.addresses == []
    assert not re.search(r"https?:|url\(|@import|<script|<link|<iframe", page(sample_trajectory()))


def test_silent_sides_have_no_reasons() -> None:
    assert "The alternative was to wait" in page(sample_trajectory())
    assert "The alternative was" not in html_page(story_document(sample_trajectory(), silent=("us", "cn")))


def test_it_is_made_for_phones_and_paper() -> None:
    html = page(sample_trajectory())
    assert 'name="viewport"' in html
    assert "@media print" in html


def test_the_story_and_how_it_was_made_are_in_it() -> None:
    said = " ".join(read(page(sample_trajectory())).text)
    for part in (
        "Where it stands: a deal",
        "The Chairman and The President spoke",
        "a model's world",
        "seed 7",
        "run 3",
        "Shaded: a truce is in force.",
    ):
        assert part in said


def test_names_cannot_break_out() -> None:
    leaders = {
        s: x.model_copy(update={"name": "<script>alert(1)</script>", "country": '"><b>'})
        for s, x in sample_scenario().leaders.items()
    }
    scenario = sample_scenario(title="</title><script>").model_copy(update={"leaders": leaders})
    assert not {"script", "b"} & set(read(page(sample_trajectory(scenario=scenario))).tags)


def test_another_version_says_who_wrote_the_page() -> None:
    record = sample_trajectory()
    assert (f"page by climbdown {__version__}" in made(record)) == (record.version != __version__)

"""The report on a study: the answer first, then what it rests on, whatever the design."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")
pytest.importorskip("scipy")

from analysis.documents import ReportError, page, study_document
from analysis.documents.assumptions import unpublished
from analysis.documents.document import Commands, Document, Picture, Prose, Table
from analysis.documents.study_report import CAVEAT, varied_paths
from tests.analysis.documents.made import CHOICE, FACTORS, made_study

HEADINGS = ["How it ends, and who asks", "How soon", "What makes the difference"]


def blocks(document: Document, kind: type) -> list:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("kind", "options"),
    [("grid", {}), ("lhs", {"points": 64}), ("saltelli", {"base": 64}), ("morris", {"trajectories": 12})],
)
def test_every_design_has_its_report(kind: str, options: dict[str, int]) -> None:
    document = study_document(made_study(kind, **options))
    headings = [section.heading for section in document.sections]
    assert headings[:3] == HEADINGS
    assert headings[-3:] == [
        "How sure this is",
        "Assumptions that matter",
        "How this was made, and how to make it again",
    ]
    assert document.answer[0].startswith("Of ")
    assert "ego" in " ".join(document.answer)
    assert document.question == "Does ego matter?"
    assert document.caveat == CAVEAT
    assert len(blocks(document, Picture)) >= 5
    assert 900_000 < len(page(document)) < 3_000_000


def test_names_are_mapped_in_the_order_of_the_study() -> None:
    folder = made_study("grid", (FACTORS[0], CHOICE))
    document = study_document(folder)
    maps = [block for block in blocks(document, Picture) if {"ego", "host"} <= set(block.numbers.heads)]
    assert maps
    assert list(dict.fromkeys(maps[0].numbers.column("host"))) == ["nobody", "one", "all"]
    assert varied_paths(folder.study) == {"leaders.verenia.ego", "mediators"}


def test_what_is_missing_is_said_and_no_failure_is_counted() -> None:
    folder = made_study("grid")
    rows = folder.table_of_rows.drop(index=range(10)).reset_index(drop=True)
    rows.loc[:4, "status"] = "failed"
    document = study_document(type(folder)(folder.path, folder.study, {}, rows))
    points = " ".join(
        item for section in document.sections for block in section.blocks for item in getattr(block, "items", ())
    )
    assert "10 runs are not done yet" in points
    assert "5 runs failed" in points
    assert document.answer[0].startswith("Of 85 runs")
    with pytest.raises(ReportError, match="no run of this study"):
        study_document(type(folder)(folder.path, folder.study, {}, rows.assign(status="failed")))


def test_it_says_how_to_make_it_again_and_what_is_a_prior() -> None:
    document = study_document(made_study("grid"))
    (commands,) = blocks(document, Commands)
    assert [line.split()[1] for line in commands.lines[1:]] == ["sweep", "report", "rerun"]
    points = " ".join(
        item for section in document.sections for block in section.blocks for item in getattr(block, "items", ())
    )
    assert all(f"{weight.meaning}: " in points for weight in unpublished())
    assert "seed 7" in points
    assert any("varied" in block.caption for block in blocks(document, Table))
    assert any("same luck at every setting" in text for block in blocks(document, Prose) for text in block.paragraphs)


@pytest.mark.parametrize("kept", [["outcome"], ["first_contact_day"], ["trough_us", "trough_cn"]])
def test_a_study_that_keeps_few_measures_is_reported_as_far_as_it_goes(kept: list[str]) -> None:
    folder = made_study("grid")
    head = ["row", "ego", "caution", "replication", "seed", "run", "version", "status", "horizon_days"]
    document = study_document(type(folder)(folder.path, folder.study, {}, folder.table_of_rows[[*head, *kept]]))
    assert document.answer[0].startswith(("Of 100 runs", "100 runs were counted"))
    assert len(page(document)) < 3_000_000

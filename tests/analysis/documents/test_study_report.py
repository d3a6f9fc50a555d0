"""The report on a study: the answer first, then what it rests on, whatever the design."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")
pytest.importorskip("scipy")

from analysis.documents import ReportError, page, study_document
from analysis.documents.assumptions import unpublished
from analysis.documents.document import Commands, Document, Picture, Prose, Table
from analysis.documents.study_report import CAVEAT, varied_paths
from analysis.studies.contrast import AskedContrast, Side
from tests.analysis.documents.made import CHOICE, FACTORS, made_study

HEADINGS = ["What makes the difference", "How it ends, and who asks", "How soon"]


def blocks(document: Document, kind: type) -> list:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("kind", "options"),
    [("grid", {}), ("lhs", {"points": 64}), ("saltelli", {"base": 64}), ("morris", {"trajectories": 12})],
)
def test_every_design_has_its_report(kind: str, options: dict[str, int]) -> None:
    document = study_document(made_study(kind, replications=8, **options))
    headings = [section.heading for section in document.sections]
    assert headings[:3] == HEADINGS
    assert headings[-3:] == [
        "How sure this is",
        "Assumptions that matter",
        "How this was made, and how to make it again",
    ]
    assert document.answer[0].endswith(".")
    assert "names no measure" in document.answer[1]
    assert document.question == "Does ego matter?"
    assert document.caveat == CAVEAT
    assert len(blocks(document, Picture)) >= 5
    assert 900_000 < len(page(document)) < 3_000_000


def test_names_are_mapped_in_the_order_of_the_study() -> None:
    folder = made_study("grid", (FACTORS[0], CHOICE))
    document = study_document(folder)
    maps = [block for block in blocks(document, Picture) if {"ego, Teodor Vask", "host"} <= set(block.numbers.heads)]
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
    assert any(picture.told.startswith("Of 85 runs") for picture in blocks(document, Picture))
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
    assert document.answer[0].endswith(".")
    assert len(page(document)) < 3_000_000


CONTRAST = AskedContrast(Side("with a large ego", {"ego": 1.0}), Side("with a small one", {"ego": 0.0}))


def test_a_contrast_is_answered_first_then_drawn_and_then_comes_the_rest() -> None:
    folder = made_study("grid", replications=30)
    study = folder.study._replace(measure="first_contact_days", contrast=CONTRAST)
    document = study_document(type(folder)(folder.path, study, {}, folder.table_of_rows))
    assert document.answer[0].startswith("With a large ego first contact came after ")
    assert "more" in document.answer[0]
    assert [section.heading for section in document.sections][:2] == ["The answer in a figure", HEADINGS[1]]
    (picture,) = document.sections[0].blocks
    assert picture.figure.title.startswith("With a large ego first contact came after ")
    assert picture.figure.across == "caution, Teodor Vask"
    assert len(picture.numbers.rows) == 10
    rest = next(section for section in document.sections if section.heading == "What makes the difference")
    assert rest.blocks


def test_factors_go_by_their_names() -> None:
    document = study_document(made_study("grid"))
    sheet = next(block for block in blocks(document, Table) if block.caption == "What was varied")
    assert sheet.column("factor") == ["ego, Teodor Vask", "caution, Teodor Vask"]

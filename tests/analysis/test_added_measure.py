"""Does a measure that is added to the catalogue, and nowhere else, show up in every command, report and figure?"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")
pytest.importorskip("duckdb")

from analysis.cli.main import main
from analysis.documents.differences import focus
from analysis.documents.differing import every_difference
from analysis.documents.happening import measure_sheet
from analysis.estimates import Kind, Measure, catalogue
from analysis.estimates.measure_differences import measure_differences
from analysis.sensitivity import sensitivity
from analysis.studies import sweep
from tests.analysis.documents.made import made_study
from tests.analysis.studies.made import SMALL, write

RESTLESS = Measure(
    "restless",
    "A restless first side",
    "share of runs",
    Kind.share,
    "The first side escalated three times or more.",
    lambda table: (
        (table["escalate_count_aldmark" if "escalate_count_aldmark" in table else "escalate_count_us"] > 2)
        .to_numpy()
        .astype(float)
    ),
    headline=True,
    phrase="the share of runs with a restless first side",
)


@pytest.fixture(autouse=True)
def added(monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue with one measure more."""
    known = catalogue._evers
    monkeypatch.setattr(catalogue, "_evers", lambda table: [*known(table), RESTLESS])


def test_an_ensemble_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["ensemble", "two-leaders", "-n", "40", "--html", str(page)]) == 0
    assert "  A restless first side  " in capsys.readouterr().out
    assert "A restless first side" in page.read_text(encoding="utf-8")
    assert main(["ensemble", "two-leaders", "-n", "40", "--json"]) == 0
    (line,) = [m for m in json.loads(capsys.readouterr().out)["measures"] if m["measure"] == "restless"]
    assert line["low"] <= line["estimate"] <= line["high"]
    assert (line["runs"], line["lucks"]) == (40, 40)


def test_a_comparison_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["compare", "two-leaders", "--set", "leaders.aldmark.ego=0.9", "-n", "40"]
    assert main(asked) == 0
    assert "A restless first side" in capsys.readouterr().out
    assert main([*asked, "--json"]) == 0
    assert "restless" in {line["measure"] for line in json.loads(capsys.readouterr().out)["measures"]}


def test_a_sweep_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study, out = write(tmp_path, SMALL.replace("replications: 60", "replications: 3")), tmp_path / "out"
    assert main(["sweep", str(study), "--out", str(out), "--yes"]) == 0
    assert "A restless first side" in capsys.readouterr().out
    assert main(["sweep", str(study), "--out", str(out), "--yes", "--json"]) == 0
    assert "restless" in {line["measure"] for line in json.loads(capsys.readouterr().out)["measures"]}
    rows = sweep(study, out).folder.rows()
    assert "A restless first side" in measure_sheet(rows).column("measure")


def test_reports_figures_and_indices_have_it() -> None:
    study = made_study("saltelli", base=16)
    rows = study.table_of_rows
    assert "restless" in sensitivity(rows, study.design)
    scenario = study.study.recipe.scenario
    sheet = every_difference(measure_differences(*halves(rows), 180), (scenario, scenario))
    assert "A restless first side" in sheet.column("measure")
    alike = rows.assign(
        outcome="deal", first_contact_day=3.0, first_contact_asked_by="cn", ever_summit=False, ever_rupture=False
    )
    assert "restless" in [found.name for found in focus(alike.assign(mediator=None))]


def halves(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The runs at the first two settings, under the same lucks."""
    first, second = (rows[rows["row"] == place] for place in (0, 1))
    return first, second

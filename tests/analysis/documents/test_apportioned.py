"""Indices in words name the input that was put in, and none that is noise."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")
pytest.importorskip("SALib")

from analysis.documents.apportioned import apportioned, in_words
from analysis.documents.document import Picture
from analysis.documents.readers_names import ReadersNames
from analysis.estimates import measure
from analysis.figures.vega import vega_chart
from analysis.sensitivity import sensitivity
from tests.analysis.documents.made import made_study
from tests.analysis.figures.drawn import values, words


@pytest.mark.parametrize(("kind", "options"), [("saltelli", {"base": 256}), ("morris", {"trajectories": 40})])
def test_what_moves_it_most(kind: str, options: dict[str, int]) -> None:
    study = made_study(kind, replications=12, **options)
    days, names = measure(study.table_of_rows, "first_contact_days"), ReadersNames.of_study(study.study)
    blocks, told = apportioned(study.table_of_rows, study.design, [days], names)
    ego = names.factors.of("ego")
    assert told[0].startswith(f"The mean number of days to the first contact is moved most by {ego} (")
    assert "caution" not in told[0]
    assert "Luck makes" in told[0]
    assert isinstance(blocks[0], Picture)
    assert blocks[0].figure.title.startswith(f"{ego[:1].upper()}{ego[1:]}")
    column = "total" if kind == "saltelli" else "mu_star"
    drawn = [row for table in values(vega_chart(blocks[0].figure)) for row in table if "quiet" in row]
    for end in ("low", "high"):
        assert set(blocks[0].numbers.column(f"{column}_{end}")) <= {row[end] for row in drawn}
    assert {row["input"] for row in drawn} == set(blocks[0].numbers.column("input"))


def test_what_cannot_be_told_is_said() -> None:
    study = made_study("saltelli", base=16)
    rows = study.table_of_rows.assign(outcome="deal")
    blocks, told = apportioned(rows, study.design, [measure(rows, "outcome_deal")])
    assert "cannot be told: constant" in told[0]
    assert not [block for block in blocks if isinstance(block, Picture)]


def test_noise_is_no_finding() -> None:
    numbers = {"first": [0.1, -0.2], "total": [0.3, -0.1], "first_low": -0.3, "first_high": 0.5, "total_low": -0.2}
    table = pd.DataFrame({"input": ["ego", "caution"], **numbers, "total_high": 0.6, "told_apart": False})
    study = made_study("saltelli", base=16)
    rows = study.table_of_rows
    result = sensitivity(rows, study.design, ["contact"])["contact"]._replace(indices=table)
    said = in_words(result, measure(rows, "contact"))
    assert said.startswith("No input is told apart from nothing in what moves the share of runs with contact.")
    assert "ego" not in said
    assert "%" in words(vega_chart_of(table))


def test_no_share_is_more_than_the_whole_in_figure_or_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    study = made_study("saltelli", base=16)
    rows = study.table_of_rows
    found = sensitivity(rows, study.design, ["contact"])["contact"]
    shares = {name: 1.4 for name in found.indices if found.indices[name].dtype.kind == "f"}
    beyond = {"contact": found._replace(indices=found.indices.assign(**shares))}
    monkeypatch.setattr("analysis.documents.apportioned.sensitivity", lambda *_: beyond)
    (picture,) = [
        one for one in apportioned(rows, study.design, [measure(rows, "contact")])[0] if isinstance(one, Picture)
    ]
    for name in ("first", "first_high", "total", "total_low", "total_observed"):
        assert set(picture.figure[0][name]) == set(picture.numbers.column(name)) == {1.0}, name


def vega_chart_of(table: pd.DataFrame) -> object:
    """The bars of such a table."""
    from analysis.figures import index_bars

    return index_bars(table, "What moves it?")

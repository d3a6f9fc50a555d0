"""Is a kept run of format 1 read as it was, under the names of today?"""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from sim.files import format_changes
from sim.files.format_changes import Renaming
from sim.narrative.story import tell
from sim.results.old_records import renewed_outcome, renewed_scenario, renewed_tables
from sim.results.record_columns import TABLES, column_names
from sim.results.record_rows import decisions, events
from sim.results.record_storing import RecordError
from sim.results.trajectory import Trajectory
from sim.vocabulary import actions, answers, components, levels
from sim.vocabulary import events as happened
from sim.vocabulary.milestones import EVER
from tests.format_1 import FOLDER, RECORDS

EACH = pytest.mark.parametrize("file", RECORDS, ids=lambda path: path.stem)
RUPTURE = FOLDER / "records" / "rupture.zip"


def _stored(file: Path, table: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(file) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{table}.csv").decode(), newline="")))


@EACH
def test_a_record_is_read_with_the_columns_of_today(file: Path) -> None:
    record = Trajectory.load(file)
    assert record.format == 1
    for table in TABLES:
        assert list(record.columns[table]) == column_names(table, record.scenario)
        assert len(record.columns[table]["day"]) == len(_stored(file, table))


@EACH
def test_what_was_recorded_is_what_is_read(file: Path) -> None:
    record = Trajectory.load(file)
    for table in ("events", "decisions"):
        for name in ("date", "kind", "request"):
            assert [str(cell) for cell in record.columns[table][name]] == [row[name] for row in _stored(file, table)]
    for side in record.scenario.leaders:
        kept = [float(row[f"{side}.pressure"]) for row in _stored(file, "steps")]
        assert list(record.columns["steps"][f"{side}.pressure"]) == kept


@EACH
def test_considerations_still_sum_to_the_utility(file: Path) -> None:
    for decision in decisions(Trajectory.load(file)):
        for option in decision.options:
            assert sum(option.components.values()) == pytest.approx(option.utility, abs=1e-9)


@EACH
def test_a_story_can_be_told(file: Path) -> None:
    record = Trajectory.load(file)
    assert tell(record).ending
    assert len(events(record)) == len(_stored(file, "events"))


@EACH
def test_what_happened_on_the_way_is_read_from_the_events(file: Path) -> None:
    record = Trajectory.load(file)
    assert set(record.outcome.ever) == set(EVER)
    marks = {row.word: row.ever for row in happened.ROWS}
    seen = {marks[event.kind] for event in events(record)} - {""}
    assert {word for word, value in record.outcome.ever.items() if value} == seen


def test_words_of_format_1_are_words_of_today() -> None:
    """A word that is called otherwise now needs a row among the renamings, as for ``events.kind``."""
    known = {
        ("events", "kind"): set(happened.WORDS),
        ("events", "level"): set(levels.WORDS),
        ("decisions", "option"): {*actions.WORDS, *answers.WORDS},
    }
    for (table, column), words in known.items():
        names = format_changes.new_names(f"{table}.{column}")
        for file in RECORDS:
            found = {row[column] for row in _stored(file, table)}
            assert {names.get(word, word) for word in found} <= words
    kept = set(_stored(RECORDS[0], "decisions")[0])
    assert kept > set(list(components.WORDS)[:5])


def test_renamed_columns_and_words_are_mapped_and_new_columns_are_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(RUPTURE) as archive:
        files = {f"{table}.csv": archive.read(f"{table}.csv").decode() for table in TABLES}
    scenario = Trajectory.load(RUPTURE).scenario
    files["events.csv"] = files["events.csv"].replace("origin", "came_of", 1).replace("call_held", "spoke")
    files["decisions.csv"] = files["decisions.csv"].replace("glory", "vanity_of_old", 1).replace("nest,", "group,", 1)
    changed = (
        Renaming("events", "came_of", "origin", ""),
        Renaming("events.kind", "spoke", "call_held", ""),
    )
    monkeypatch.setattr(format_changes, "RENAMINGS", changed)
    made = renewed_tables({name: text.encode() for name, text in files.items()}, scenario)
    found = list(csv.DictReader(io.StringIO(made["events.csv"].decode(), newline="")))
    assert [row["kind"] for row in found] == [row["kind"] for row in _stored(RUPTURE, "events")]
    assert [row["origin"] for row in found] == [row["origin"] for row in _stored(RUPTURE, "events")]
    options = list(csv.DictReader(io.StringIO(made["decisions.csv"].decode(), newline="")))
    assert {row["glory"] for row in options} == {"0.0"}
    assert {row["nest"] for row in options} == {""}
    assert "vanity_of_old" not in options[0]


def test_the_outcome_is_mapped() -> None:
    events_file = b"event,kind\r\n0,call_held\r\n1,truce_breached\r\n"
    made = renewed_outcome(b"measure,value\r\noutcome_class,no_deal\r\never.call,False\r\n", events_file).decode()
    assert "outcome,no_deal\r\n" in made
    assert "ever.call,True\r\n" in made
    assert "ever.breach,True\r\n" in made
    assert "ever.summit,False\r\n" in made


def test_the_scenario_is_converted() -> None:
    assert renewed_scenario(b"climbdown: 1\nname: x\n", "scenario.yaml") == b"climbdown: 2\nname: x\n"


def test_an_old_record_is_not_written_anew(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="a record of format 1 is not written anew; copy its files"):
        Trajectory.load(RUPTURE).save(tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_a_changed_old_record_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(RUPTURE) as archive:
        archive.extractall(tmp_path)
    events_file = tmp_path / "events.csv"
    events_file.write_text(events_file.read_text(encoding="utf-8").replace("call_held", "call_made"), encoding="utf-8")
    with pytest.raises(RecordError, match=r"events.csv was changed or damaged"):
        Trajectory.load(tmp_path)

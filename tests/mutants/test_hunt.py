"""Does a run go on where it stopped, draw the same sample again, and spend its time on the tests that matter?"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.mutants import reach
from tests.mutants.hunt import BUDGET, Plan, chosen, drawn, files_hunted, note, places, tried
from tests.mutants.operators import ROOT, mutants_of
from tests.mutants.reach import Reach, joined, known_so_far
from tests.mutants.running import KILLED, Verdict
from tests.mutants.score import JUDGED, Line, line_of, page, total

FILE = "sim/rules/react/coercion.py"
WHEN = dt.date(2026, 3, 1)


def plan(folder: Path, sample: int = 0) -> Plan:
    return Plan([FILE], sample, 0, 1, folder)


def test_rules_state_and_estimates_are_hunted() -> None:
    files = files_hunted()
    assert {FILE, "sim/state/opening.py", "analysis/estimates/shares.py"} <= set(files)
    assert not [file for file in files if "engines" in file]
    assert files_hunted(["coercion"]) == [FILE]


def test_a_sample_is_the_same_each_time(tmp_path: Path) -> None:
    few = drawn(plan(tmp_path, 5))
    assert few == drawn(plan(tmp_path, 5)) == drawn(plan(tmp_path, 8))[:5]
    assert len(few) == 5
    assert set(few) <= set(mutants_of(FILE))
    assert set(drawn(plan(tmp_path))) == set(mutants_of(FILE))


def test_every_file_has_its_turn_before_any_has_a_second(tmp_path: Path) -> None:
    files = [FILE, "sim/rules/react/memories.py", "sim/rules/limits.py"]
    found = [mutant.file for mutant in drawn(plan(tmp_path, 2)._replace(files=files))]
    assert found == files * 2


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    first, second, *_ = mutants_of(FILE)
    journal = plan(tmp_path).journal
    assert tried(journal) == {}
    note(journal, first, Verdict(KILLED, "a test"))
    with journal.open("a") as file:
        file.write('{"key": "half a li')
    assert set(tried(journal)) == {first.key}
    assert tried(journal)[first.key]["test"] == "a test"
    assert second.key not in tried(journal)


def test_the_quickest_tests_come_first_within_the_budget() -> None:
    mutant = mutants_of(FILE)[0]._replace(line=7, start=0, end=1)
    known = Reach(
        {FILE: {7: ["slow", "quick", "usual"], 8: ["elsewhere"]}},
        {"slow": BUDGET, "quick": 0.1, "usual": 0.5, "elsewhere": 0.1},
    )
    assert chosen(mutant, known) == ["quick", "usual"]


def test_what_tests_reach_is_read_as_it_was_written(tmp_path: Path) -> None:
    known = Reach({FILE: {7: ["a", "b"]}}, {"a": 0.5, "b": 0.25})
    reach.write(known, tmp_path / "reach.json")
    assert reach.read(tmp_path / "reach.json") == known


def test_the_score_counts_what_was_tried() -> None:
    killed, survived, *_ = (mutant.key for mutant in mutants_of(FILE))
    verdicts = {killed: {"status": KILLED}, survived: {"status": "survived"}, "gone": {"status": KILLED}}
    line = line_of(FILE, verdicts)
    assert line == Line(FILE, len(mutants_of(FILE)), 2, 1, 1, 0)
    assert total([line, line]).survived == 2
    assert "Survivors: 50.0%" in page([line], 0, 0, WHEN)
    told = page([line], 7, 3, WHEN)
    assert "at most 7 mutants of each file, drawn by luck (seed 3)" in told
    assert "Run on 2026-03-01." in told


def test_a_run_that_was_stopped_does_not_pass_for_every_mutant() -> None:
    whole = Line(FILE, 9, 9, 8, 0, 1)
    assert "Every mutant was tried." in page([whole, whole], 0, 0, WHEN)
    assert "Every mutant was tried." not in page([whole, whole._replace(tried=8)], 0, 0, WHEN)


def test_what_new_tests_reach_is_added_to_what_the_others_do() -> None:
    old, new = Reach({FILE: {7: ["a"]}}, {"a": 0.5}), Reach({FILE: {7: ["b"], 9: ["b"]}}, {"b": 0.25})
    assert joined(old, new) == Reach({FILE: {7: ["a", "b"], 9: ["b"]}}, {"a": 0.5, "b": 0.25})


def test_tests_that_are_known_are_not_measured_again(tmp_path: Path) -> None:
    known = Reach({FILE: {7: ["a"]}}, {"a": 0.5})
    reach.write(known, tmp_path / "reach.json")
    assert known_so_far({"a": None}, [FILE], tmp_path / "reach.json") == known  # type: ignore[dict-item]


def test_a_constant_meets_the_tests_of_the_lines_that_read_it() -> None:
    source = (ROOT / "sim/rules/agenda.py").read_text(encoding="utf-8").splitlines()
    stands = next(line for line, text in enumerate(source, start=1) if text.startswith("TICKS_A_DAY"))
    mutant = next(m for m in mutants_of("sim/rules/agenda.py") if m.line == stands)
    *_, (file, line) = (place for place in places(mutant) if place[1] != mutant.line)
    assert "TICKS_A_DAY" in (ROOT / file).read_text(encoding="utf-8").splitlines()[line - 1]
    assert chosen(mutant, Reach({file: {line: ["a"], 1: ["b"]}}, {"a": 0.1, "b": 0.1})) == ["a"]


def test_what_is_judged_equivalent_is_a_mutant_still_and_has_a_reason() -> None:
    for key, reason in JUDGED.items():
        assert key in {mutant.key for mutant in mutants_of(key.partition("::")[0])}
        assert len(reason) > 20

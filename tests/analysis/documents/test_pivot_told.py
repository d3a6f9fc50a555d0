"""Is what was found told truly: the choice, both endings, one future, and nothing where nothing decided?"""

from __future__ import annotations

from analysis.documents.document import Diary, Note, Points, Prose, Table
from analysis.documents.pivot_told import HEADING, pivot_section
from analysis.pivot import Pivot, Plan, Search, candidates
from sim.narrative.cast import Cast
from sim.narrative.option_words import option_words
from sim.run import Order, run_branch, run_one
from tests.analysis.pivot.planted import ENDING_TRUCE, LAPSED, QUICK, TOO_SHORT

RECORD = run_one(ENDING_TRUCE, run=LAPSED)
PIVOT = Search(RECORD, plan=QUICK).run()
TAKEN, OTHER = (option_words(option, "truce", Cast(ENDING_TRUCE)) for option in ("lapse", "accept"))


def text(pivot: Pivot) -> str:
    """The paragraphs of a section."""
    return " ".join(paragraph for block in pivot_section(pivot).blocks for paragraph in paragraphs(block))


def paragraphs(block: object) -> tuple[str, ...]:
    if isinstance(block, Prose):
        return block.paragraphs
    return (block.text,) if isinstance(block, Note) else ()


def test_the_decision_is_told_with_what_else_there_was_and_how_likely() -> None:
    decision, other = PIVOT.findings[0].candidate
    prose, table, diary, *_ = pivot_section(PIVOT).blocks
    assert isinstance(prose, Prose)
    (said,) = prose.paragraphs
    assert said.startswith(f"12 January 2025: Leader of east {TAKEN.past} (")
    assert f"could also have chosen to {OTHER.infinitive} (" in said
    for number in (decision.chosen.probability, other.probability):
        assert f"({100 * number:.0f}%)" in said
    found = PIVOT.findings[0]
    assert f"at least {100 * found.distance.value:.0f} end otherwise" in said, "what shares cannot show may be more"
    assert isinstance(table, Table)
    assert table.heads == ("Where it stands", TAKEN.past, OTHER.past)
    marked = [row for row in table.rows if "(this run)" in row[0]]
    assert [row[0] for row in marked] == [f"{Cast(ENDING_TRUCE).words[str(RECORD.outcome.outcome_class)]} (this run)"]
    shares = [sum(row[place].value for row in table.rows) for place in (1, 2)]
    assert shares == [1, 1]
    assert isinstance(diary, Diary)


def test_one_typical_future_is_told_from_where_it_parts() -> None:
    found = PIVOT.findings[0]
    diary = next(block for block in pivot_section(PIVOT).blocks if isinstance(block, Diary))
    told = run_branch(RECORD, found.candidate.decision.decision, "accept", found.typical)
    assert diary.heading == f"One of those futures, in which Leader of east {OTHER.past}"
    assert len(diary.entries) >= 2
    assert "truce" in diary.entries[0][1]
    assert all(date >= "12 Jan" for date, _, _ in diary.entries)
    assert told.outcome.outcome_class == "truce"
    assert diary.entries[-1] == ("14 Jan", "Where it stands: a truce in force.", "")


def test_others_that_decided_are_named_and_no_more() -> None:
    points = [block for block in pivot_section(PIVOT).blocks if isinstance(block, Points)]
    others = [finding for finding in PIVOT.findings[1:] if finding.decided]
    assert sum(len(block.items) for block in points) == len(others)


def test_nothing_decided_is_said_so_with_what_came_nearest() -> None:
    pivot = Search(run_one(TOO_SHORT), plan=QUICK).run()
    said = text(pivot)
    assert said.startswith("No single decision decided it. The one that came nearest: ")
    assert "that may be luck (0 to " in said
    assert not any(isinstance(block, Table | Diary | Points) for block in pivot_section(pivot).blocks)


def test_how_it_was_found_is_said_in_numbers() -> None:
    said = text(PIVOT)
    assert f"{QUICK.second} times for each" in said
    assert f"At {PIVOT.decisions} decisions {len(PIVOT.candidates)} other options had a chance of 10% or more" in said
    assert f"tried in {QUICK.first} futures, and the 3 that seemed" in said
    assert "95 times in 100" in said
    one = Search(RECORD, plan=Plan(4, 1, 8)).run()
    assert "futures, and the one again" in text(one)


def test_without_candidates_the_section_says_so() -> None:
    assert pivot_section(Pivot(RECORD, (), ())).heading == HEADING
    assert text(Pivot(RECORD, (), ())) == (
        "No single decision decided it: at none did another option have a chance of 10% or more."
    )
    scripted = Pivot(RECORD, (), (), orders=(Order("east", "hold"),))
    assert text(scripted).endswith("Decisions of a leader whom the script moves are not looked at.")
    assert candidates(RECORD)

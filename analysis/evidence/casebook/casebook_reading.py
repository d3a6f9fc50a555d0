"""From a YAML file to a casebook: everything that is wrong told at once, each with its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.evidence.casebook.casebook_form import CASEBOOK, Case, CasebookFile, CaseEvent, EventType
from analysis.evidence.casebook.frames import FRAMES
from sim.files.problems import Findings, Spot, fail
from sim.files.reading import Reading, compose_form, read_form
from sim.files.shipped import FOLDER
from sim.files.slots import Path as Place
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown

SHIPPED = FOLDER / "casebook" / "development.yaml"
"""The development cases, which come with the program."""

ADVICE = "a block of `key: value` lines: meta, cases"
LONGEST_DAYS = 3650


class _Fault(NamedTuple):
    place: Place
    message: str


def read_casebook(path: Path = SHIPPED) -> CasebookFile:
    """Read a casebook.

    Parameters
    ----------
    path : Path
        A YAML file; by default the development cases that come with the program.

    Returns
    -------
    CasebookFile

    Raises
    ------
    ScenarioError
        With every problem of the file, each as ``file:line:column: what; what is allowed; did you mean``.
    """
    name = str(path)
    findings = Findings([name], CASEBOOK.noun)
    top = compose_form(read_text(path, name, CASEBOOK.noun), name, CASEBOOK, findings, ADVICE)
    if "cases" not in top.value and {"leaders", "extends", "scenario", "design"} & set(top.value):
        raise fail(Spot(name, 1, 1), f"this is a scenario or a study, no casebook; a casebook is {ADVICE}")
    reading = read_form(top, CASEBOOK, findings)
    if reading.made is not None:
        for fault in _faults(reading.made, reading):
            reading.add(fault.place, fault.message)
    findings.stop()
    assert reading.made is not None, "no casebook although nothing was found wrong"
    return reading.made


def _faults(book: CasebookFile, reading: Reading[CasebookFile]) -> Iterator[_Fault]:
    """Yield what does not fit together, case by case."""
    frames = list(dict.fromkeys([*FRAMES, *_declared_frames(book)]))
    seen: dict[str, int] = {}
    for number, case in enumerate(book.cases):
        place = ("cases", number)
        if case.id in seen:
            first = reading.spot("cases", seen[case.id], "id").line
            yield _Fault((*place, "id"), f"{shown(case.id)} is given twice (first on line {first}); rename one of them")
        seen.setdefault(case.id, number)
        if case.selection_frame not in frames:
            said = (
                f"unknown frame {shown(case.selection_frame)}; known: {one_of(frames)}; or declare it in meta: frames:"
            )
            yield _Fault((*place, "selection_frame"), f"{said}{did_you_mean(case.selection_frame, frames)}")
        yield from _wrong_days(case, place)
        yield from _wrong_answers(case, place)
        yield from _wrong_end(case, place)
        yield from _wrong_names(case, place)


def _declared_frames(book: CasebookFile) -> list[str]:
    frames = book.meta.get("frames")
    return list(frames) if isinstance(frames, dict) else []


def _wrong_days(case: Case, place: Place) -> Iterator[_Fault]:
    """Yield days in an order that cannot be, and events that claim to be known before they happened."""
    origin = case.forecast_origin
    if case.start_date > origin:
        yield _Fault((*place, "forecast_origin"), f"{origin} is before the start, {case.start_date}")
    days = (case.horizon_end - origin).days
    if not 1 <= days <= LONGEST_DAYS:
        said = f"is {days} days after the origin, {origin}; allowed: 1 to {LONGEST_DAYS}"
        yield _Fault((*place, "horizon_end"), f"{case.horizon_end} {said}")
    for number, event in enumerate(case.events):
        if event.known_at_origin and event.date > origin:
            said = f"of {event.date} cannot be known at the origin, {origin}; write known_at_origin: false"
            yield _Fault((*place, "events", number, "known_at_origin"), f"an event {said}")


def _wrong_answers(case: Case, place: Place) -> Iterator[_Fault]:
    """Yield answers that contradict one another, or an event of the case."""
    outcome = getattr(case.outcome, "class")
    agreed = outcome.model_class in ("deal", "truce")
    if agreed != case.targets.agreement_by_horizon:
        said = f"is {str(not agreed).lower()} but the outcome is {outcome}; one of the two is wrong"
        yield _Fault((*place, "targets", "agreement_by_horizon"), f"agreement_by_horizon {said}")
    met = next((event for event in case.events if _is_meeting(event, case)), None)
    if met is not None and not case.targets.in_person_by_horizon:
        said = f"is false but the leaders meet on {met.date}; one of the two is wrong"
        yield _Fault((*place, "targets", "in_person_by_horizon"), f"in_person_by_horizon {said}")


def _is_meeting(event: CaseEvent, case: Case) -> bool:
    """Whether an event is a meeting of the leaders in the days that are forecast."""
    is_theirs = event.type is EventType.summit and event.actor in ("A", "B", "both")
    return is_theirs and case.forecast_origin < event.date <= case.horizon_end


def _wrong_end(case: Case, place: Place) -> Iterator[_Fault]:
    """Yield an end that lies outside the days that are watched, and a second reading that is the first."""
    date, outcome = case.outcome.date, getattr(case.outcome, "class")
    if date is not None and not case.start_date <= date <= case.horizon_end:
        days = f"{case.start_date} (start) to {case.horizon_end} (horizon)"
        yield _Fault((*place, "outcome", "date"), f"the date {date} is outside the case; allowed: {days}")
    if case.outcome.alternative_class is not None and case.outcome.alternative_class == outcome:
        said = f"alternative_class is {outcome}, the same as class; write the other reading, or leave it out"
        yield _Fault((*place, "outcome", "alternative_class"), said)


def _wrong_names(case: Case, place: Place) -> Iterator[_Fault]:
    """Yield leaders without a name, and two who are one."""
    for letter, leader in (("A", case.leaders.A), ("B", case.leaders.B)):
        for key in ("name", "country"):
            if not getattr(leader, key).strip():
                yield _Fault((*place, "leaders", letter, key), f"the {key} of {letter} is empty; write one")
    if case.leaders.A.name == case.leaders.B.name:
        yield _Fault((*place, "leaders", "B", "name"), f"{shown(case.leaders.B.name)} is the name of A too")

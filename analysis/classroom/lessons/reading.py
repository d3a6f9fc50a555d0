"""From a lesson file to a lesson: everything that is wrong told at once, each with its line and column."""

from __future__ import annotations

import re
from pathlib import Path

from analysis.classroom.lessons.lesson import Lesson, TicketItem
from analysis.classroom.lessons.lesson_form import LESSON, LessonFile
from analysis.classroom.lessons.slider_reading import read_sliders
from analysis.classroom.lessons.step_reading import Worlds, read_claims, read_steps
from analysis.classroom.lessons.text_checks import check_texts, one_line
from sim.files import ScenarioError, load_scenario
from sim.files.complaints import NAME_RULE
from sim.files.problems import Findings, Problem, Spot, fail
from sim.files.reading import Reading, compose_form, read_form
from sim.files.shipped import FOLDER, list_scenarios
from sim.files.source_text import read_text
from sim.files.suggestions import did_you_mean, one_of, shown
from sim.files.yaml_nodes import compose
from sim.scenario import Scenario
from sim.scenario.bounds import NAME_PATTERN

LESSONS = FOLDER / "lessons"
ADVICE = "a block of `key: value` lines: title, goals, scenario, steps, sliders, ticket, ..."
OWN_KEYS = {"steps", "goals", "ticket", "first_luck", "no_phone"}
"""Keys that tell a lesson from every other kind of file."""

HOUR = 50
"""Minutes of a lesson."""


def list_lessons() -> list[str]:
    """Names of the shipped lessons in alphabetical order."""
    return sorted(path.stem for path in LESSONS.glob("*.yaml"))


def find_lesson(name_or_path: str | Path) -> Path:
    """The file of a lesson: a shipped name, or the path of a YAML file.

    Raises
    ------
    ScenarioError
        When there is none.
    """
    names = list_lessons()
    if isinstance(name_or_path, str) and name_or_path in names:
        return LESSONS / f"{name_or_path}.yaml"
    path = Path(name_or_path)
    if not path.exists() and path.suffix not in (".yaml", ".yml"):
        hint = did_you_mean(str(name_or_path), names)
        said = f"there is no such lesson; shipped: {one_of(names)}; or give the path of a YAML file{hint}"
        raise fail(Spot(shown(str(name_or_path))[1:-1]), said)
    return path


def is_lesson(name_or_path: str) -> bool:
    """Tell whether this names a lesson, right or wrong, rather than a scenario or another kind of file."""
    if name_or_path in list_scenarios():
        return False
    if name_or_path in list_lessons():
        return True
    path = Path(name_or_path)
    try:
        top = compose(read_text(path, str(path)), str(path), Findings())
    except ScenarioError:
        return False
    keys = set(top.value) if top is not None and isinstance(top.value, dict) else set()
    return bool(keys & OWN_KEYS) and not keys & {"leaders", "extends"}


def read_lesson(name_or_path: str | Path, notes: list[Problem] | None = None) -> Lesson:
    """Read a lesson; its world is read and every setting tried out on it, but nothing is run.

    Parameters
    ----------
    name_or_path : str or path
        A shipped name, or the path of a lesson file.
    notes : list of Problem, optional
        Receives what is allowed and yet probably not meant.

    Raises
    ------
    ScenarioError
        With every problem of the file and of the scenario it names.
    """
    path = find_lesson(name_or_path)
    findings = Findings([str(path)], LESSON.noun)
    text = read_text(path, str(path), LESSON.noun)
    reading = read_form(compose_form(text, str(path), LESSON, findings, ADVICE), LESSON, findings)
    lesson = _LessonReading(path, reading).lesson()
    findings.stop()
    assert lesson is not None, "no lesson although nothing was found wrong"
    if notes is not None:
        notes.extend(findings.notes)
    return lesson


class _LessonReading:
    def __init__(self, path: Path, reading: Reading[LessonFile]) -> None:
        self.path = path
        self.reading = reading

    def lesson(self) -> Lesson | None:
        check_texts(self.reading)
        name = self.name()
        scenario = self.scenario()
        if scenario is None:
            return None
        sliders = read_sliders(self.reading, scenario)
        worlds = Worlds(scenario, sliders)
        steps, claims = read_steps(self.reading, worlds), read_claims(self.reading, worlds)
        made = self.reading.made
        if made is None or self.reading.findings:
            return None
        lesson = Lesson(
            id=name,
            title=one_line(made.title),
            goals=_lines(made.goals),
            scenario=scenario,
            seed=made.seed,
            first_luck=made.first_luck,
            steps=steps,
            sliders=sliders,
            ticket=tuple(TicketItem(*_lines((item.question, item.key, item.rubric))) for item in made.ticket),
            facts=_lines(made.facts),
            theory=made.theory.strip(),
            leaves_out=_lines(made.leaves_out),
            no_phone=made.no_phone.strip(),
            sources=_lines(made.sources),
            claims=claims,
        )
        self.note_minutes(lesson)
        return lesson

    def note_minutes(self, lesson: Lesson) -> None:
        if lesson.minutes > HOUR:
            said = f"the steps take {lesson.minutes:g} minutes; a lesson mostly has {HOUR}"
            self.reading.findings.note(self.reading.spot("steps", key=True), said)

    def name(self) -> str:
        given = self.reading.value("id")
        name = self.path.stem if given is None else str(given)
        if given is None and self.reading.is_sound("id") and not re.fullmatch(NAME_PATTERN.strip("^$"), name):
            said = f"{shown(name)}, the name of the file, cannot be that of a lesson; give one as `id:`; {NAME_RULE}"
            self.reading.findings.add(Spot(str(self.path), 1, 1), said)
        return name

    def scenario(self) -> Scenario | None:
        """The lesson's world."""
        named = self.reading.value("scenario")
        if named is None:
            return None
        try:
            return load_scenario(named if named in list_scenarios() else self.path.parent / named)
        except ScenarioError as error:
            self._pass_on(error, named)
            return None

    def _pass_on(self, error: ScenarioError, named: str) -> None:
        for problem in error.problems:
            if problem.line:
                self.reading.findings.add(Spot(*problem[:3]), problem.message)
            else:
                hint = did_you_mean(named, list_scenarios())
                said = f"scenario {shown(named)}: {problem.message}; shipped: {one_of(list_scenarios())}{hint}"
                self.reading.add(("scenario",), said)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(one_line, texts))

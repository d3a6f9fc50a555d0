"""A lesson: its goals, its world, the steps of fifty minutes, sliders, exit ticket, and the claims it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.files import vary
from sim.scenario import Scenario

SCREENS = ("brief", "watch", "compare", "predict", "debrief", "ticket")
"""What a step may show, in the order in which they are mostly used."""

FENCED_MINUTES = 15
"""The last minutes of a lesson, which nothing may take from the debrief."""

PARAMETERS = "central"
"""Uncertain numbers stand where the file has them, in single worlds as in thousands: only luck differs."""

Setting = str | float
"""Where a slider stands: a number, or the name of one of its choices."""


@dataclass(frozen=True)
class Slider:
    """One thing that the class may change.

    Attributes
    ----------
    id : str
        What steps and claims call it.
    label : str
        What the class reads.
    paths : tuple of str
        Where a number goes in the scenario; several places take the same number.
    low, high, step : float
        The range of a number.
    at_low, at_high : str
        What both ends mean, in a word or two.
    choices : mapping of str to mapping
        Instead of a number: alternatives by name, each with the changes to the scenario that it makes.
    file_value : number or str
        Where it stands in the lesson's scenario.
    """

    id: str
    label: str
    paths: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0
    step: float = 0.1
    at_low: str = ""
    at_high: str = ""
    choices: Mapping[str, Mapping[str, Any]] | None = None
    file_value: Setting = 0.0

    def changes(self, setting: Setting) -> dict[str, Any]:
        """Return what a setting changes in the scenario: value by path."""
        if self.choices is not None:
            return dict(self.choices[str(setting)])
        return dict.fromkeys(self.paths, setting)


@dataclass(frozen=True)
class Question:
    """What a class is asked.

    Attributes
    ----------
    text : str
        The question.
    measure : str
        The measure of runs that answers it; empty where none does.
    observed : bool
        Whether what happened in the world answers it too: what the `observed` of the lesson's scenario says.
    """

    text: str
    measure: str = ""
    observed: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a lesson.

    Attributes
    ----------
    screen : str
        One of :data:`SCREENS`.
    minutes : float
        How long it takes.
    droppable : bool
        Whether it may be left out when time runs short.
    settings : mapping of str to number or str
        Where sliders stand when it begins; those not named stand as in the file. On a comparison they are those of the
        second column.
    question : Question
        What it asks.
    say : str
        A sentence for the teacher to say; never on the wall.
    """

    screen: str
    minutes: float
    droppable: bool = False
    settings: Mapping[str, Setting] | None = None
    question: Question = Question("")
    say: str = ""


@dataclass(frozen=True)
class Claim:
    """A number that a lesson stands on: how much a measure differs between two settings of its sliders.

    Attributes
    ----------
    text : str
        The sentence, with ``{value}`` where the number goes.
    measure : str
        One of the catalogue.
    of, against : mapping of str to number or str
        Settings of sliders; the value is the measure under `of` less that under `against`. Without `against`
        it is the measure under `of` itself.
    runs, seed : int
        How many pairs of runs, under which luck.
    at_least : float
        The claim holds while the 99.9% interval of the value reaches no lower than this. (A claim of a decrease
        names its settings the other way round.)
    """

    text: str
    measure: str
    of: Mapping[str, Setting]
    against: Mapping[str, Setting] | None
    runs: int
    seed: int
    at_least: float


@dataclass(frozen=True)
class TicketItem:
    """One question of the exit ticket, its key, and how an answer is marked."""

    question: str
    key: str
    rubric: str


@dataclass(frozen=True)
class Lesson:
    """A lesson, ready to be taught.

    Attributes
    ----------
    id, title : str
        Its name in commands and on the screen.
    goals : tuple of str
        What students can do after it.
    scenario : Scenario
        Its world.
    seed, first_luck : int
        The luck of all its worlds, and the number of the run that it opens with.
    steps : tuple of Step
        What happens, in order.
    sliders : tuple of Slider
        What the class may change; at most four.
    ticket : tuple of TicketItem
        The exit ticket.
    facts : tuple of str
        What the brief tells, at most five sentences.
    theory : str
        The card of the debrief that explains the mechanism.
    leaves_out : tuple of str
        What the model leaves out, in the words of the lesson.
    no_phone : str
        How it goes without telephones.
    sources : tuple of str
        What it rests on.
    claims : tuple of Claim
        What is recounted whenever the model changes.
    """

    id: str
    title: str
    goals: tuple[str, ...]
    scenario: Scenario
    seed: int
    first_luck: int
    steps: tuple[Step, ...]
    sliders: tuple[Slider, ...]
    ticket: tuple[TicketItem, ...]
    facts: tuple[str, ...]
    theory: str
    leaves_out: tuple[str, ...]
    no_phone: str
    sources: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def minutes(self) -> float:
        """How long it takes when nothing is left out."""
        return sum(step.minutes for step in self.steps)

    def moved(self, settings: Mapping[str, Setting]) -> dict[str, Setting]:
        """Return the sliders that stand elsewhere than in the file; KeyError for one that there is not."""
        return {name: value for name, value in settings.items() if value != self.slider(name).file_value}

    def slider(self, name: str) -> Slider:
        """Return the slider of that id; KeyError if there is none."""
        return {slider.id: slider for slider in self.sliders}[name]

    def world(self, settings: Mapping[str, Setting]) -> Scenario:
        """Return the lesson's world with its sliders put somewhere; those not named stand as in the file.

        Raises
        ------
        KeyError
            For a slider or a choice that the lesson does not have.
        ScenarioError
            When the scenario does not allow it.
        """
        changes = changes_of({slider.id: slider for slider in self.sliders}, settings)
        return vary(self.scenario, changes) if changes else self.scenario


def changes_of(sliders: Mapping[str, Slider], settings: Mapping[str, Setting]) -> dict[str, Any]:
    """Return what settings of some sliders, by id, change in the scenario: value by path."""
    found: dict[str, Any] = {}
    for name, setting in settings.items():
        found |= sliders[name].changes(setting)
    return found

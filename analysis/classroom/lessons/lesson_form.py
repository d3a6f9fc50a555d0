"""What may stand in a lesson file: its keys, their types, ranges and words, with a meaning for each."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field

from analysis.classroom.lessons.lesson import SCREENS
from sim.files.declaring import Entry, Scalar
from sim.files.slots import Form
from sim.scenario.bounds import Identifier, OneOf

LARGEST_LUCK = 2**32 - 1
MOST_STEPS = 24
MOST_MINUTES = 60
MOST_RUNS = 20_000
FEWEST_RUNS = 1_000
MOST_SLIDERS = 4
MOST_FACTS = 5
"""What a class takes in within a minute."""

Screen = Annotated[str, AfterValidator(OneOf(SCREENS))]
Where = Annotated[Scalar, Field(description="A number, or the name of a choice.")]
Settings = dict[str, Where]


class QuestionEntry(Entry):
    """What a class is asked; a text alone is one that no measure answers."""

    short: ClassVar[str] = "text"

    text: str = Field(description="The question.")
    measure: str = Field(default="", description="A share of runs, or days to something: whether it came.")
    observed: bool = Field(
        default=False, description="Whether the scenario's `observed` answers it too: what happened is then scored."
    )


class StepEntry(Entry):
    """One step of a lesson."""

    screen: Screen = Field(description="What is shown.")
    minutes: float = Field(ge=0.5, le=MOST_MINUTES, description="How long it takes.")
    droppable: bool = Field(default=False, description="Whether it may be left out when time runs short.")
    settings: Settings = Field(
        default={}, description="Where sliders stand; in a comparison, those of the second world."
    )
    question: QuestionEntry | None = Field(default=None, description="What the class is asked.")
    say: str = Field(default="", description="A sentence for the teacher to say; never on the wall.")


class SliderEntry(Entry):
    """One thing that the class may change: a number, or one of several alternatives."""

    label: str = Field(description="What the class reads.")
    path: str | None = Field(default=None, description="Where a number goes in the scenario.")
    paths: tuple[str, ...] = Field(default=(), description="Several places that take the same number.")
    low: float | None = Field(default=None, description="The lowest number.")
    high: float | None = Field(default=None, description="The highest number.")
    step: float | None = Field(default=None, description="From one number to the next; by default a tenth of the way.")
    at_low: str = Field(default="", description="What the lowest number means, in a word or two.")
    at_high: str = Field(default="", description="What the highest number means.")
    choices: dict[str, dict[str, Any]] = Field(
        default={}, max_length=6, description="Alternatives by name, each with its changes; one leaves all as it is."
    )


class TicketEntry(Entry):
    """One question of the exit ticket."""

    question: str = Field(description="What a student is asked.")
    key: str = Field(description="The answer, for whoever marks it.")
    rubric: str = Field(description="How an answer is marked.")


class ClaimEntry(Entry):
    """A number that the lesson stands on, counted anew whenever the model changes."""

    text: str = Field(description="The sentence, with {value} where the number goes and no number typed in.")
    measure: str = Field(description="One measure of runs.")
    of: Settings = Field(default={}, description="Where sliders stand in the worlds that are counted.")
    against: Settings | None = Field(default=None, description="Where they stand in the worlds that are taken off.")
    runs: int = Field(default=4000, ge=FEWEST_RUNS, le=MOST_RUNS, description="How many pairs of runs.")
    seed: int = Field(default=0, ge=0, le=LARGEST_LUCK, description="Under which luck.")
    at_least: float = Field(description="The 99.9% interval of the value must not reach below this.")


class LessonFile(Entry):
    """A whole lesson."""

    id: Identifier | None = Field(default=None, description="Stable name; by default that of the file.")
    title: str = Field(description="What the class sees.")
    goals: tuple[str, ...] = Field(min_length=1, max_length=MOST_FACTS, description="What students can do after it.")
    scenario: str = Field(description="Its world: a shipped scenario, or a path from this file.")
    seed: int = Field(default=0, ge=0, le=LARGEST_LUCK, description="The luck of all its worlds.")
    first_luck: int = Field(default=0, ge=0, le=LARGEST_LUCK, description="The number of the run that it opens with.")
    steps: tuple[StepEntry, ...] = Field(min_length=1, max_length=MOST_STEPS, description="What happens, in order.")
    sliders: dict[Identifier, SliderEntry] = Field(
        default={}, max_length=MOST_SLIDERS, description="What the class may change, by id."
    )
    facts: tuple[str, ...] = Field(min_length=1, max_length=MOST_FACTS, description="What the brief tells.")
    theory: str = Field(description="The card that explains the mechanism.")
    leaves_out: tuple[str, ...] = Field(min_length=1, max_length=MOST_FACTS, description="What the model leaves out.")
    ticket: tuple[TicketEntry, ...] = Field(min_length=1, max_length=4, description="The exit ticket.")
    no_phone: str = Field(description="How it goes without telephones.")
    sources: tuple[str, ...] = Field(min_length=1, description="What it rests on.")
    claims: tuple[ClaimEntry, ...] = Field(default=(), max_length=12, description="What is counted anew.")


LESSON = Form("lesson", LessonFile)
"""A lesson as a kind of file."""

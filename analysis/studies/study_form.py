"""What may stand in a study file: its keys, their types, ranges and words, with a default and a meaning for each."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, create_model

from analysis.studies.designs import DESIGNS
from sim.files.declaring import Entry, Scalar
from sim.files.slots import Form
from sim.scenario.bounds import Identifier, OneOf

LARGEST_SEED = 2**32 - 1
MOST_REPLICATIONS = 10**9
MOST_LEVELS = 1000
PARAMETERS = ("central", "drawn")

Level = Annotated[Scalar, Field(description="for blocks use `choices`")]
DesignName = Annotated[str, AfterValidator(OneOf(DESIGNS))]
Parameters = Annotated[str, AfterValidator(OneOf(PARAMETERS))]


class FactorEntry(Entry):
    """What varies: a path into the scenario, and the range or the list of values it takes."""

    short: ClassVar[str] = "levels"

    path: str | None = Field(default=None, description="Where it goes in the scenario; by default the factor's name.")
    paths: tuple[str, ...] = Field(default=(), description="Several places that take the same value in lock-step.")
    low: float | None = Field(default=None, description="Lower end of a range.")
    high: float | None = Field(default=None, description="Upper end of a range.")
    levels: tuple[Level, ...] = Field(default=(), max_length=MOST_LEVELS, description="The values one by one.")
    choices: dict[str, dict[str, Any]] = Field(
        default={}, description="Alternatives by name, each with the changes that it makes."
    )
    group: str = Field(default="", description="Factors of one group move together.")
    label: str = Field(default="", description="What readers call it; by default made of its path.")
    steps: int = Field(default=5, ge=2, le=MOST_LEVELS, description="Values of the range that a grid takes.")


class ContrastEntry(Entry):
    """What is set against what: two sides, each some settings of factors, and where both are looked at."""

    between: dict[str, dict[str, Level]] = Field(
        description="Two sides, each by the words in which it is told: `with all hosts: {mediators: all}`."
    )
    where: dict[str, dict[str, Level]] = Field(
        default={}, description="What holds for both: `at full need for face: {face_need: 1}`."
    )


_MEANINGS = {
    "points": "Rows of a space-filling sample.",
    "base": "Points of Saltelli's scheme; a power of two.",
    "second_order": "Whether indices of pairs can be told.",
    "trajectories": "Trajectories of Morris's method.",
    "grid_levels": "Levels of each input in Morris's method.",
    "file": "A CSV file, as a path from the study's.",
}


def _design_options() -> dict[str, Any]:
    """The options of all designs, with the types of their defaults; each design says itself which it takes."""
    found = {}
    for design in DESIGNS.values():
        for option in fields(design):
            if option.name in _MEANINGS:
                kind: Any = type(option.default) | None
                found[option.name] = (kind, Field(default=None, description=_MEANINGS[option.name]))
    return found


class DesignKind(Entry):
    """Which rows there are: a plan of values for the factors."""

    short: ClassVar[str] = "kind"

    kind: DesignName = Field(description="Which plan.")


DesignEntry: Any = create_model(
    "DesignEntry", __base__=DesignKind, __doc__=DesignKind.__doc__, __module__=__name__, **_design_options()
)
"""A design as a file gives it, with the options of every kind."""


class StudyFile(Entry):
    """A whole study."""

    study: Identifier | None = Field(default=None, description="Stable name; by default that of the file.")
    title: str = Field(default="", description="One line for lists.")
    question: str = Field(default="", description="What it asks.")
    scenario: str = Field(description="What every row varies: a shipped scenario, or a path from this file.")
    set: dict[str, Any] = Field(default={}, description="Changes that hold for every row: value by path.")
    factors: dict[str, FactorEntry] = Field(default={}, description="What varies, by name.")
    design: DesignEntry = Field(description="Which rows there are.")
    measure: str = Field(default="", description="The measure that answers the question.")
    contrast: ContrastEntry | None = Field(default=None, description="What the answer sets against what.")
    replications: int = Field(default=1, ge=1, le=MOST_REPLICATIONS, description="Runs of every row.")
    parameters: Parameters = Field(default="central", description="Whether uncertain numbers are drawn.")
    outputs: tuple[str, ...] = Field(default=(), description="Measures that are kept; empty for all.")
    seed: int = Field(default=0, ge=0, le=LARGEST_SEED, description="The luck of all rows.")


STUDY = Form("study", StudyFile)
"""A study as a kind of file."""

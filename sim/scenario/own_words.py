"""What a case calls an entry of the vocabulary: any of its forms, the others being those of its domain."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from sim.scenario.bounds import OneOf, Part
from sim.vocabulary.actions import WORDS as ACTIONS
from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.wording import FORMS, Wording

Entry = Annotated[str, AfterValidator(OneOf(ENTRIES))]
"""An entry that may be called otherwise."""

Act = Annotated[str, AfterValidator(OneOf(ACTIONS))]
"""An act that may be forbidden."""


class OwnWords(Part):
    """The forms of one entry that the case has words of its own for."""

    noun: str | None = Field(default=None, description="The thing, or the act as a thing, without an article.")
    plural: str | None = Field(
        default=None,
        description="Several of them; the noun again for what is not counted. The regular plural if left out.",
    )
    infinitive: str | None = Field(default=None, description="The act as something to do, without to.")
    past: str | None = Field(default=None, description="The act as what somebody did.")
    sentence: str | None = Field(
        default=None, description="How a story tells it; {actor}, {target}, {amount} and other words are filled in."
    )

    def as_wording(self) -> Wording:
        """Return the forms given; empty where the case is silent."""
        return Wording(**{form: getattr(self, form) or "" for form in FORMS})

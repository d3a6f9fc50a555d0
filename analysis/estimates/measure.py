"""What a measure is: one number per run, with its unit, its words and how it is summarised."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import Estimate
from sim.narrative.case_words import PLAIN, CaseWords

Values = NDArray[np.float64]
Reader = Callable[[pd.DataFrame], Values]


class MeasureError(ValueError):
    """A measure or a column that the table does not have; says what it has."""


class Kind(StrEnum):
    """How a measure is summarised."""

    share = "share"
    """1 when it was so and 0 when not; reported as a share of runs."""
    days = "days"
    """Time until something happened, NaN when it never did; reported as a median from Kaplan and Meier's curve."""
    amount = "amount"
    """A quantity or a count; reported as a mean."""


class Measure(NamedTuple):
    """One number per run, with everything that is said of it anywhere.

    Attributes
    ----------
    name : str
        What programs, ``--measure`` and tables call it.
    title, unit, meaning : str
        The heading of a table's line, the unit, and one sentence.
    kind : Kind
        How it is summarised.
    read : callable
        Takes a table of runs and gives one float per row. For days NaN means never; for the others it means that the
        question does not arise in that run (who asked first, in a run without contact).
    headline : bool
        Whether it goes on the first page, and is analysed when no measure is asked for.
    short : str
        For a line of a terminal, made of the words of the case, with ``{who}`` where the name of ``about`` belongs;
        empty where the title will do.
    about : str
        The side, mediator or issue it is about; empty when it is about the run.
    phrase : str
        The subject of a sentence; empty where the title will do.
    clause, extent : str
        What happened, and how often or how much of it: "the leaders met in person", "in {amount} of runs". The clause
        may name whom or what it is about as ``{who}`` and ``{issue_name}``.
    issue : str
        The issue it is about, if any.
    most, fineness : float
        For amounts: no run has more, and differences below the fineness are not told apart where runs are only counted.
    """

    name: str
    title: str
    unit: str
    kind: Kind
    meaning: str
    read: Reader
    headline: bool = False
    short: str = ""
    about: str = ""
    phrase: str = ""
    most: float = 1000.0
    fineness: float = 1.0
    clause: str = ""
    extent: str = ""
    issue: str = ""

    def label(self, names: Mapping[str, str], words: CaseWords = PLAIN) -> str:
        """Its short name, with what readers call whom or what it is about.

        Parameters
        ----------
        names : mapping of str to str
            Readers' names by id; an id that is not there stands for itself.
        words : CaseWords
            What things are called in the case.
        """
        if not self.short:
            return self.title
        text = words.fill(self.short, who=names.get(self.about, self.about))
        return f"{text[:1].upper()}{text[1:]}"

    def happens(self, names: Mapping[str, str]) -> str:
        """What is measured as a clause: "the leaders met in person", "first contact came".

        Parameters
        ----------
        names : mapping of str to str
            Readers' names by id, of issues too; an id that is not there stands for itself.
        """
        gaps = {"{who}": names.get(self.about, self.about), "{issue_name}": names.get(self.issue, self.issue)}
        text = self.clause
        for gap, said in gaps.items():
            text = text.replace(gap, said)
        return text

    def so_much(self, amount: str, *, short: bool = False) -> str:
        """How often or how much, after the clause: "in 95% (93% to 97%) of runs".

        Where that was said once, the short form will do: "in 50% (44% to 56%)".
        """
        before, _, after = self.extent.partition("{amount}")
        return f"{before}{amount}" if short else f"{before}{amount}{after}"

    def said(self, amount: str, names: Mapping[str, str]) -> str:
        """The measure with an amount as a clause: "the leaders met in person in 95% (93% to 97%) of runs".

        Parameters
        ----------
        amount : str
            The value with its unit if it is no share, and its interval.
        names : mapping of str to str
            As for :meth:`happens`.
        """
        return f"{self.happens(names)} {self.so_much(amount)}"

    def said_with(self, fill: Callable[..., str]) -> Measure:
        """The measure with words of a case put into all that is said of it.

        Parameters
        ----------
        fill : callable
            :meth:`sim.narrative.case_words.CaseWords.fill`.
        """

        def said(text: str) -> str:
            return fill(text, who="{who}", issue_name="{issue_name}", amount="{amount}")

        return self._replace(
            title=said(self.title),
            unit=said(self.unit),
            meaning=said(self.meaning),
            short=said(self.short),
            phrase=said(self.phrase),
            clause=said(self.clause),
            extent=said(self.extent),
        )

    def bounded(self, made: Estimate, horizon: float = math.inf) -> Estimate:
        """The mean of an amount or of days, its interval cut where no run can be: below 0 and above the most.

        Student's t knows no bounds; cutting its interval there loses nothing that could be true.

        Parameters
        ----------
        made : Estimate
            Of this measure; a share's interval stays within its bounds by itself.
        horizon : float
            Days watched, at most.
        """
        if self.kind is Kind.share:
            return made
        bound = horizon if self.kind is Kind.days else self.most if self.unit.startswith("share") else math.inf
        most = max(bound, made.value)  # NaN where there is no run, as the ends are then
        return made._replace(low=float(np.clip(made.low, 0.0, most)), high=float(np.clip(made.high, 0.0, most)))

    @property
    def subject(self) -> str:
        """The measure as the subject of a sentence."""
        return self.phrase or f"{self.title[:1].lower()}{self.title[1:]}"

    def values(self, table: pd.DataFrame) -> Values:
        """One number per run, NaN as the class says.

        Raises
        ------
        MeasureError
            When the table lacks the column it is read from.
        """
        try:
            return self.read(table)
        except KeyError as missing:
            raise MeasureError(f"measure '{self.name}' needs the column {missing} of a table of runs") from None

    def within(self, table: pd.DataFrame, horizon: float | None = None) -> Values:
        """One number per run, with days that never came set to the horizon (restricted mean).

        A variance can be apportioned only when every run has a number; so sensitivity speaks of "days to contact, a
        run without contact counting as the whole horizon".
        """
        found = self.values(table)
        if self.kind is not Kind.days:
            return found
        ends = np.broadcast_to(np.asarray(horizons(table, horizon), dtype=np.float64), found.shape)
        return np.where(found <= ends, found, ends)


def horizons(table: pd.DataFrame, horizon: float | None = None) -> ArrayLike:
    """Days each run was watched: the number given, else the table's own ``horizon_days``."""
    if horizon is not None:
        return float(horizon)
    if "horizon_days" not in table:
        raise MeasureError("days need a horizon: give it, or a table with the column 'horizon_days'")
    return table["horizon_days"].to_numpy(dtype=np.float64)
